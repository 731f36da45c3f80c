"""附件 of a 见习基地申请: attached and removed one by one, at once; a submission keeps those that it was made with."""

from collections.abc import Collection, Sequence
from datetime import datetime

from jianxi.domain.base_parts import FILE_KINDS, MOST_FILES
from jianxi.domain.bases import FLOW, BaseFacts, BaseVerb
from jianxi.domain.flow import NEW, Role
from jianxi.domain.outcomes import Invalid, Missing, Stale
from jianxi.domain.upload_limits import too_many
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_changes import files_differ
from jianxi.queries import base_amendments, base_files, bases
from jianxi.queries.base_files import DRAFT
from jianxi.queries.bases import Base
from jianxi.queries.files import File
from jianxi.services import files, holds, log
from jianxi.services.files import Stored
from jianxi.tables.employers import Base as BaseRow
from jianxi.tables.files import BaseFile as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

NOUN = FLOW.noun
CHANGED = "您的操作未执行。附件在您核对之后有变化，请核对后再提交。"
ATTACH, REMOVE = "attach", "remove"
"""What the log calls them. They are no moves: the record stays what it is, and the version that was shown stays good."""


async def attach(
    viewer: EmployerViewer,
    kind: str,
    stored: Sequence[Stored],
    now: datetime,
    becomes: BaseVerb = BaseVerb.SUBMIT,
) -> int:
    """To the draft, which begins with them if there is none; answers the base's id. `Invalid` beyond what a base takes.
    `becomes` is what the draft is for, 提交 or 变更申请."""
    if kind not in FILE_KINDS:
        raise Missing
    try:
        return await _attach(viewer, kind, stored, now, becomes)
    except Conflict:
        # Two first files at once: now there is a base.
        return await _attach(viewer, kind, stored, now, becomes)


async def remove(
    viewer: EmployerViewer, file_id: int, now: datetime, becomes: BaseVerb = BaseVerb.SUBMIT
) -> str:
    """From the draft; earlier submissions keep it. Answers its kind; nothing for one that is not there, be it a second
    click or never theirs."""
    async with unit_of_work():
        base = await held(viewer)
        if base is None:
            raise Missing
        FLOW.decide(becomes, base.standing, Role.EMPLOYER)
        mine = (Row.base == base.id) & (Row.round == DRAFT) & (Row.file == file_id)
        gone = [each for each in await base_files.of_round(base.id, DRAFT) if each.file.id == file_id]
        for each in gone:
            await Row.delete().where(mine)
            await _log(viewer, now, base.id, REMOVE, each.kind, [each.file.digest])
        return gone[0].kind if gone else ""


async def check(base: Base, checked: str | None) -> None:
    """Before a submission, with the base held. `Invalid` while a kind has no file; `Stale` when the files are not the
    ones `checked`."""
    files_now = await base_files.of_round(base.id, DRAFT)
    if checked is not None and base_files.mark(files_now) != checked:
        raise Stale(CHANGED)
    missing = base_files.missing(files_now)
    if missing:
        raise Invalid(missing)


async def have_changed(base: Base) -> bool:
    """Whether the draft's files are others than those in force."""
    in_force, now = [await base_amendments.attached(base, number) for number in (base.approved_round, DRAFT)]
    return files_differ(in_force, now)


async def copy_draft(base: Base, round: int) -> None:
    """Those of the draft become those of this submission, inside its unit of work."""
    for place, each in enumerate(await base_files.of_round(base.id, DRAFT)):
        await insert(Row(base=base.id, round=round, kind=each.kind, place=place, file=each.file.id))


async def _attach(
    viewer: EmployerViewer, kind: str, stored: Sequence[Stored], now: datetime, becomes: BaseVerb
) -> int:
    async with unit_of_work():
        base = await held(viewer)
        if base is None:
            id = await _begin(viewer, now)
        else:
            FLOW.decide(becomes, base.standing, Role.EMPLOYER)
            id = base.id
        had = await base_files.of_round(id, DRAFT)
        fresh = _fresh(stored, base_files.named(had, kind))
        _check_number(kind, len(had), len(fresh))
        place = await _next_place(id)
        for each in fresh:
            file = await files.add(each, now)
            await insert(Row(base=id, round=DRAFT, kind=kind, place=place, file=file))
            place += 1
        if fresh:
            await _log(viewer, now, id, ATTACH, kind, [each.digest for each in fresh])
        return id


def _fresh(stored: Sequence[Stored], had: Sequence[File]) -> list[Stored]:
    """Without those that are there already: a second click, or a script and a press that sent the same file."""
    known = {(file.name, file.digest) for file in had}
    told = {(each.name, each.digest): each for each in stored}
    return [each for key, each in told.items() if key not in known]


def _check_number(kind: str, had: int, more: int) -> None:
    if had + more > MOST_FILES:
        raise Invalid({kind: too_many(more, had, MOST_FILES)})


async def _next_place(base: int) -> int:
    rows = await Row.select(Row.place).where((Row.base == base) & (Row.round == DRAFT))
    return max((row["place"] for row in rows), default=-1) + 1


async def held(viewer: EmployerViewer) -> Base | None:
    """Their base, locked, so that nobody submits it or attaches to it in between."""
    found = await bases.of_employer(viewer)
    if found is None:
        return None
    await holds.base(found.id)
    return await bases.of_employer(viewer)


async def _begin(viewer: EmployerViewer, now: datetime) -> int:
    """A base of which nothing is typed yet."""
    decision = FLOW.decide(BaseVerb.SAVE, BaseFacts(NEW), Role.EMPLOYER)
    id = await insert(BaseRow(employer=viewer.employer, state=decision.target))
    await log.record(viewer, now, NOUN, id, decision.verb, decision.source, decision.target)
    return id


async def _log(
    viewer: EmployerViewer, now: datetime, base: int, verb: str, kind: str, digests: Collection[str]
) -> None:
    """Kinds and digests, never names: people write names and numbers into them."""
    await log.record(viewer, now, NOUN, base, verb, facts={"kind": kind, "files": list(digests)})
