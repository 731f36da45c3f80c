"""Lays out 就业见习基地申请表 for whoever may see the base: one submission, or the draft of one never submitted."""

from datetime import date

from jianxi.documents.base_application import TITLE, Application, Attachment, Fact, Opinion
from jianxi.documents.paper import Paper
from jianxi.domain import labels
from jianxi.domain.base_parts import FILE_KINDS
from jianxi.domain.bases import BaseLevel
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, Viewer
from jianxi.forms.base_drafts import Draft, facts
from jianxi.queries import base_files, base_pages, base_rounds, bases, papers
from jianxi.queries.base_pages import Submission, Unit
from jianxi.queries.bases import Base
from jianxi.queries.papers import version_words
from jianxi.templating import region

OPINIONS = {"county": "区县初审意见", "city": "市级审核意见"}
UNSUBMITTED = "尚未提交"
CHANGED = "联系方式和账户在提交后有变更，以上为变更后的内容。"


async def of_employer(viewer: EmployerViewer, today: date, site: str) -> Application:
    """What counts now; before the first submission the draft. `Missing` before there is one."""
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    return await application(viewer, base, today, site) if base.round else await _draft(viewer, base, today)


async def application(
    viewer: Viewer, base: Base, today: date, site: str, number: int | None = None
) -> Application:
    """The submission of that number as it was made; without one, what counts for this viewer now."""
    found = await base_pages.submission(viewer, base, today, number)
    round = found.round
    issued = await papers.issued("base", base.id, round.number)
    printed = await papers.base_printed(base.id, round.number)
    version = version_words(round.number, round.amends)
    submitted = await base_rounds.content(base, round.number)
    return Application(
        Paper(TITLE, version, printed.is_draft, issued.number, issued.code, site),
        round.submitted_at,
        _facts(found.unit, found.content, printed.level),
        CHANGED if found.content != submitted else "",
        found.content.values["introduction"],
        found.content.needs,
        found.content.mentors,
        await _attachments(base.id, round.number),
        _opinions(found),
    )


async def _draft(viewer: EmployerViewer, base: Base, today: date) -> Application:
    """As kept, right or wrong: without a number, and with nothing to verify."""
    page = await base_pages.own_page(viewer, today)
    said = page.draft
    return Application(
        Paper(TITLE, UNSUBMITTED, is_draft=True),
        None,
        _facts(page.unit, said, ""),
        "",
        said.values["introduction"],
        said.needs,
        said.mentors,
        await _attachments(base.id, base_files.DRAFT),
        [Opinion(heading, "", "", None) for heading in OPINIONS.values()],
    )


def _facts(unit: Unit, said: Draft, level: str) -> list[Fact]:
    known = [("单位名称", unit.name), ("统一社会信用代码", unit.credit_code), ("注册地", region(unit.county))]
    return [*known, *facts(said), ("基地级别", labels.level(BaseLevel(level)) if level else "")]


async def _attachments(base: int, round: int) -> list[Attachment]:
    held = await base_files.of_round(base, round)
    return [Attachment(FILE_KINDS[each.kind], each.file.name, each.file.pages) for each in held]


def _opinions(found: Submission) -> list[Opinion]:
    said = found.round.opinions
    return [Opinion(OPINIONS[each.office], each.text, each.official, each.at) for each in said]
