"""The rows of 导出 of 见习基地审核: exactly the bases of the list as filtered, in its order, on all its pages."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain import labels, periods, regions
from jianxi.domain.bases import BaseLevel
from jianxi.domain.codes import INDUSTRIES
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports.base_sheet import Line, Opinion
from jianxi.forms import base_contacts
from jianxi.forms.base_drafts import Draft
from jianxi.forms.base_filters import BaseFilters
from jianxi.queries import base_amendments, base_attachments, base_lists, base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import BaseVersion
from jianxi.templating import region_short

AT_A_TIME = 40
"""Bases that are read, and their forms unsealed, before other requests have their turn."""
SIDES = ("county", "city")
Versions = Mapping[tuple[int, int], Mapping[str, Any]]
"""By base and number of the submission."""


async def many(viewer: OfficialViewer, filters: BaseFilters) -> int:
    return len(await base_lists.ids(viewer, filters))


async def lines(viewer: OfficialViewer, filters: BaseFilters, progress: Progress = unheard) -> list[Line]:
    """Which bases they are is settled by one statement; each is told as it is when its turn comes."""
    wanted, found = await base_lists.ids(viewer, filters), []
    for start in range(0, len(wanted), AT_A_TIME):
        part = await bases.seen(viewer, wanted[start : start + AT_A_TIME])
        found += await _lines(viewer, part)
        progress(len(found), len(wanted))
        await asyncio.sleep(0)
    return found


async def _lines(viewer: OfficialViewer, part: Sequence[Base]) -> list[Line]:
    newest = {base.id: base.round for base in part}
    in_force = {base.id: base.approved_round or base.round for base in part}
    versions = await _versions({*newest.items(), *in_force.items()})
    held = await base_attachments.counts({base.id: base_amendments.number_for(viewer, base) for base in part})
    columns = (Row.id, Row.nature, Row.approved_at, Row.contacts)
    rows = await Row.select(*columns).where(Row.id.is_in(list(newest))) if part else []
    beside = {row["id"]: row for row in rows}
    found = []
    for base in part:
        row = {**beside[base.id], "files": held.get(base.id, 0)}
        said = _said(versions[base.id, in_force[base.id]]["content"], row["contacts"])
        found.append(_line(base, row, said, versions[base.id, newest[base.id]]))
    return found


async def _versions(wanted: set[tuple[int, int]]) -> Versions:
    """Forms are long: only those that are asked for are read."""
    ids = {base for base, _ in wanted}
    if not ids:
        return {}
    known = await BaseVersion.select(BaseVersion.id, BaseVersion.base, BaseVersion.round).where(
        BaseVersion.base.is_in(list(ids))
    )
    picked = [row["id"] for row in known if (row["base"], row["round"]) in wanted]
    rows = await BaseVersion.select().where(BaseVersion.id.is_in(picked))
    return {(row["base"], row["round"]): row for row in rows}


def _said(content: bytes, contacts: bytes | None) -> Draft:
    said = base_rounds.unsealed(content)
    if contacts is None:
        return said
    return base_contacts.with_contacts(
        said, base_contacts.from_text(sealing.unseal(contacts, base_rounds.SEAL))
    )


def _line(base: Base, row: Mapping[str, Any], said: Draft, newest: Mapping[str, Any]) -> Line:
    county, city = (_opinion(newest, side) for side in SIDES)
    return Line(
        city=region_short(regions.city_of(base.county)),
        county=region_short(base.county),
        unit=base.unit,
        credit_code=base.credit_code,
        nature=row["nature"],
        industry=INDUSTRIES.get(base.industry, ""),
        wanted_level=labels.level(BaseLevel(base.asked_level)),
        level=labels.level(BaseLevel(base.level)) if base.level else "",
        state=base.shown.label,
        change=labels.state("base", base.amendment_state) if base.under_amendment else "",
        staff=base.staff,
        yearly_posts=base.yearly_posts,
        submissions=newest["round"],
        submitted_on=_day(newest["submitted_at"]),
        of_county=county,
        of_city=city,
        approved_on=_day(row["approved_at"]),
        reason=base.refused or base.stopped_reason,
        **{name: said.values[name] for name in ("contact", "phone", "office_phone", "mail", "address")},
        files=row["files"],
    )


def _opinion(version: Mapping[str, Any], side: str) -> Opinion:
    return Opinion(version[f"{side}_opinion"], version[f"{side}_official"], _day(version[f"{side}_at"]))


def _day(at: datetime | None) -> date | None:
    return periods.today(at) if at else None
