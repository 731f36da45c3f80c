"""What the pages of 见习基地审核 are given: the list, and one submission."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from jianxi.domain import labels
from jianxi.domain.codes import INDUSTRIES
from jianxi.domain.flow import Role
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_drafts import facts, marked_mentors
from jianxi.forms.base_filters import BaseFilters
from jianxi.forms.bases import LEVELS
from jianxi.queries import base_attachments, base_pages
from jianxi.queries.base_lists import BaseList
from jianxi.queries.bases import Base
from jianxi.queries.tabs import Tab
from jianxi.templating import address, counties_by_city, region, region_short
from jianxi.web.pages import here_of
from jianxi.web.paging import Paging
from jianxi.web.review import untried

FIXED = {"industries": INDUSTRIES, "levels": tuple(LEVELS.items())}


def for_rows(viewer: OfficialViewer) -> dict[str, Any]:
    """`place`: how a row names the county of its unit, where that is not always the same one."""
    places = {Role.COUNTY: None, Role.CITY: region_short, Role.PROVINCE: region}
    return {**FIXED, "place": places[viewer.role]}


def list_context(
    request: Request, viewer: OfficialViewer, asked: BaseFilters, found: BaseList, paging: Paging
) -> dict[str, Any]:
    here = here_of(request)
    tabs = [(tab.label, address(here, state=tab.key), tab.count, tab.current) for tab in tabs_of(found)]
    return {
        "list": found,
        "filters": asked,
        "paging": paging,
        "tabs": tabs,
        "title": _label(found.state),
        "chips": _chips(here, asked),
        "selecting": found.selecting,
        "clear": address(here, q=None, county=None, industry=None, level=None, city=None, days=None),
        "counties": _counties(viewer),
        "export": address(f"{request.app.url_path_for('authority:bases_export')}?{urlsplit(here).query}"),
        **untried(request),
        **for_rows(viewer),
    }


async def submission_context(
    viewer: OfficialViewer, base: Base, today: date, number: int | None = None
) -> dict[str, Any]:
    """One submission with its 附件 and what deserves a look; without a number what counts for this viewer now."""
    found = await base_pages.submission(viewer, base, today, number)
    return {
        "submission": found,
        "facts": facts(found.content),
        "attachments": base_attachments.grouped(found.files),
        "marks": marked_mentors(found.content, found.flags),
    }


def tabs_of(found: BaseList) -> list[Tab]:
    """With their words."""
    return [Tab(tab.state, _label(tab.state), tab.count, tab.state == found.state) for tab in found.tabs]


def _label(state: str) -> str:
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
        "city": ("市", region_short(asked.city)),
    }
    return [
        (f"{label}：{value}", address(here, **{name: None}))
        for name, (label, value) in shown.items()
        if value
    ] + ([(asked.days_told, address(here, days=None))] if asked.days else [])
