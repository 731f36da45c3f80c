"""The pages and rows of 见习基地审核 and what they are given."""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import labels
from jianxi.domain.codes import INDUSTRIES
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.reasons import suggested
from jianxi.domain.regions import city_of
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_drafts import facts
from jianxi.forms.base_filters import BaseFilters, filters
from jianxi.forms.bases import LEVELS
from jianxi.queries import base_lists, base_pages, bases
from jianxi.queries.base_lists import BaseList
from jianxi.templating import address, counties_by_city, region, region_short
from jianxi.web.pages import fragment, here_of, redirect, respond, wants_partial
from jianxi.web.paging import Paging
from jianxi.web.requests import Fields, back_of, official_of, query_of, today_of

REASONS = tuple((reason.key, reason.text) for reason in suggested("base"))
FIXED = {"industries": INDUSTRIES, "levels": tuple(LEVELS.items()), "reasons": REASONS}


@dataclass(frozen=True, slots=True)
class Asked:
    """How a row or page stands after somebody tried to decide."""

    outcome: str = ""
    """done, open (asks for reasons), stale, or nothing tried."""
    refusal: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()
    note: str = ""
    level: str = ""
    status: int = 200


async def answer(request: Request, id: int, fields: Fields, deed: Awaitable[bool], word: str) -> Response:
    """Tries it and shows the row (htmx) or the page as it now stands; what was typed is kept."""
    asked = await _tried(id, fields, deed)
    if wants_partial(request):
        return await _row(request, id, asked, back_of(fields, _list_url(request)))
    if asked.outcome != "done":
        return await record_page(request, id, asked, fields)
    base = await bases.get(official_of(request), id)
    return redirect(request, back_of(fields, _list_url(request)), _done(base, word))


async def record_page(
    request: Request, id: int, asked: Asked | None = None, fields: Fields | None = None
) -> Response:
    """Everything about one base. Answering a form it goes back to where the form was."""
    viewer, asked = official_of(request), asked or Asked()
    base = await bases.get(viewer, id)
    found = await base_pages.submission(viewer, base, today_of(request))
    list_url = back_of(query_of(request), _list_url(request))
    detail = str(request.app.url_path_for("authority:base", id=id))
    back = back_of(fields, detail) if fields else here_of(request)
    context = {
        "submission": found,
        "facts": facts(found.content),
        "asked": asked,
        "back": back,
        "list_url": back if fields else list_url,
        **FIXED,
    }
    return respond(request, "pages/authority/base_record.html", context, status=asked.status)


def asked_filters(request: Request) -> BaseFilters:
    query = query_of(request)
    asked = {name: query.one(name) for name in ("state", "county", "industry", "level")}
    return filters(words=query.one("q"), **asked)


def list_context(
    request: Request, viewer: OfficialViewer, asked: BaseFilters, found: BaseList, paging: Paging
) -> dict[str, Any]:
    here = here_of(request)
    tabs = [
        (_tab(tab.state), address(here, state=tab.state), tab.count, tab.state == found.state)
        for tab in found.tabs
    ]
    return {
        "list": found,
        "filters": asked,
        "paging": paging,
        "tabs": tabs,
        "title": _tab(found.state),
        "chips": _chips(here, asked),
        "clear": address(here, q=None, county=None, industry=None, level=None),
        "counties": _counties(viewer),
        "asked": Asked(),
        "back": here,
        **FIXED,
    }


async def _tried(id: int, fields: Fields, deed: Awaitable[bool]) -> Asked:
    ticked, note = tuple(fields.many(f"reason-{id}")), fields.one(f"note-{id}")
    level = fields.one(f"level-{id}")
    try:
        outcome = "done" if await deed else "open"
    except Told as no:
        return Asked("stale", no.sentence, {}, ticked, note, level, 409)
    except Invalid as invalid:
        errors = {f"{name}-{id}": sentence for name, sentence in invalid.messages.items()}
        return Asked("open", "", errors, ticked, note, level, 422)
    return Asked(outcome, "", {}, ticked, note, level)


async def _row(request: Request, id: int, asked: Asked, back: str) -> Response:
    viewer = official_of(request)
    base = await bases.get(viewer, id)
    (line,) = await base_lists.lines(viewer, [base], today_of(request))
    context = {"line": line, "asked": asked, "back": back, **FIXED}
    return fragment(request, "partials/bases/row.html", context, status=asked.status)


def _done(base: bases.Base, word: str) -> str:
    if base.rejection:
        return f"{base.unit}：{word}，原因已告知单位。修改后重新提交的，从区县重新审核。"
    if base.waiting:
        return f"{base.unit}：{word}，由{region(city_of(base.county))}继续审核。"
    return f"{base.unit}：{word}，基地级别为{LEVELS[base.level]}，单位可以新增见习岗位。"


def _list_url(request: Request) -> str:
    return str(request.app.url_path_for("authority:bases"))


def _tab(state: str) -> str:
    return "全部" if state == "all" else labels.state("base", state)


def _counties(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What an office may narrow its list to; a county has nothing to choose."""
    if viewer.role is Role.CITY:
        return next((counties for code, _, counties in counties_by_city() if code == viewer.region), [])
    if viewer.role is Role.PROVINCE:
        return [(code, region(code)) for _, _, counties in counties_by_city() for code, _ in counties]
    return []


def _chips(here: str, asked: BaseFilters) -> list[tuple[str, str]]:
    shown = {
        "q": ("单位或代码", asked.words),
        "county": ("区县", region_short(asked.county)),
        "industry": ("所属行业", INDUSTRIES.get(asked.industry, "")),
        "level": ("申请级别", LEVELS.get(asked.level, "")),
    }
    return [
        (f"{label}：{value}", address(here, **{name: None}))
        for name, (label, value) in shown.items()
        if value
    ]
