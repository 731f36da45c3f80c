"""最低工资标准 by workbook: read and shown first, entered when confirmed. The same file again changes nothing."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from jianxi.crypto import tokens
from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Stale
from jianxi.domain.parameter_histories import Dated
from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.places import Places
from jianxi.domain.policy import PolicyValue, format_value
from jianxi.domain.texts import Malformed
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import wage_sheet
from jianxi.exports.wage_sheet import SheetRow
from jianxi.forms.reading import read
from jianxi.forms.wages import WageRow
from jianxi.queries import regions, wages
from jianxi.queries.wages import CountyWage, Wages
from jianxi.services.policies import set_by_office

MOST_ROWS = 500
TOO_MANY = f"一次最多导入{MOST_ROWS}行，请拆分后分次导入"
PURPOSE, KEPT_SECONDS = "wages", 3600
EXPIRED = "核对页面已过期，没有导入。请重新上传工作簿。"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row of the workbook cannot be taken."""

    row: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value that would be entered, and what it would stand in place of: what begins on the same day."""

    county: CountyWage
    value: PolicyValue
    before: Dated | None

    @property
    def shown(self) -> str:
        return format_value(MINIMUM_WAGE, self.value.value)


@dataclass(slots=True)
class Preview:
    """What an import would do."""

    seen: int
    """The number of the value that was entered last."""
    changes: list[Change] = field(default_factory=list)
    same: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def values(self) -> tuple[PolicyValue, ...]:
        return tuple(change.value for change in self.changes)

    @property
    def summary(self) -> str:
        changed = sum(change.before is not None for change in self.changes)
        done = f"将新增{len(self.changes) - changed:,}项，更正{changed:,}项"
        return f"{done}；没有变化的{self.same:,}项，不能导入的{len(self.faults):,}行"


async def preview(viewer: OfficialViewer, data: bytes, now: datetime) -> Preview:
    """Reads the workbook and writes nothing. Raises `Malformed` for a file that is none."""
    sheet = await asyncio.to_thread(lambda: list(wage_sheet.rows(data)))
    rows = [row for row in sheet if not row.is_blank]
    if len(rows) > MOST_ROWS:
        raise Malformed(TOO_MANY)
    known = await wages.of_office(viewer, periods.today(now))
    places, found = Places(await regions.directory()), Preview(known.newest)
    good = _good(viewer, rows, known, places, periods.today(now), found)
    return _compared(found, known, good)


async def again(viewer: OfficialViewer, token: str, now: datetime) -> Preview:
    """What was read before, beside the values as they are now. Raises `Stale` when it is no longer known."""
    known = await wages.of_office(viewer, periods.today(now))
    return _compared(Preview(known.newest), known, _thawed(viewer, token))


async def bring_in(viewer: OfficialViewer, token: str, seen: int, now: datetime) -> int:
    """确认导入: enters what was shown and answers how many. Raises `Stale`."""
    values = _thawed(viewer, token)
    await set_by_office(viewer, MINIMUM_WAGE.key, values, seen, now)
    return len(values)


def frozen(viewer: OfficialViewer, values: Sequence[PolicyValue]) -> str:
    """What was read, for the page to carry to its confirmation; nobody else's page takes it."""
    rows = [[each.region, each.value, each.effective_from.isoformat(), each.source] for each in values]
    return tokens.sign([viewer.official, rows], PURPOSE)


def _thawed(viewer: OfficialViewer, token: str) -> tuple[PolicyValue, ...]:
    try:
        held = tokens.read(token, PURPOSE, KEPT_SECONDS)
    except tokens.BadToken:
        raise Stale(EXPIRED) from None
    if not isinstance(held, list) or held[0] != viewer.official:
        raise Stale(EXPIRED)
    return tuple(
        PolicyValue(MINIMUM_WAGE.key, region, wage, date.fromisoformat(begins), source, viewer.name)
        for region, wage, begins, source in held[1]
    )


def _good(
    viewer: OfficialViewer,
    rows: Sequence[SheetRow],
    known: Wages,
    places: Places,
    today: date,
    found: Preview,
) -> list[PolicyValue]:
    """The others go into `found` by number and reason."""
    good: list[PolicyValue] = []
    seen: dict[tuple[str, date], int] = {}
    for row in rows:
        try:
            form = read(WageRow, row.values, today)
            county = _county(form, known, places)
        except (Invalid, Malformed) as no:
            told = "；".join(no.messages.values()) if isinstance(no, Invalid) else no.sentence
            found.faults.append(Fault(row.number, told))
            continue
        first = seen.setdefault((county.code, form.effective_from), row.number)
        if first != row.number:
            found.faults.append(Fault(row.number, f"与第{first}行的区县和起始日期相同"))
            continue
        facts = (county.code, form.value, form.effective_from, form.source, viewer.name)
        good.append(PolicyValue(MINIMUM_WAGE.key, *facts))
    return good


def _county(form: WageRow, known: Wages, places: Places) -> CountyWage:
    """The row's, by its code; the name must say the same, and stands for it where there is no code."""
    if not form.code and not form.county:
        raise Malformed("请填写行政区划代码")
    by_name = {name: each for each in known.counties for name in (each.name, each.place)}
    if not form.code:
        if form.county not in by_name:
            raise Malformed(f"区县“{form.county}”不在本地区")
        return by_name[form.county]
    county = known.of(places.find(form.code) or "")
    if county is None:
        raise Malformed(f"行政区划代码“{form.code}”不是本地区的区县")
    if form.county and by_name.get(form.county) is not county:
        raise Malformed(f"代码{form.code}是{county.name}，与区县“{form.county}”不一致")
    return county


def _compared(found: Preview, known: Wages, values: Sequence[PolicyValue]) -> Preview:
    for value in values:
        county = known.of(value.region)
        if county is None:
            continue
        before = county.begins_on(value.effective_from)
        if before is not None and _says(before.entry.value) == _says(value):
            found.same += 1
        else:
            found.changes.append(Change(county, value, before))
    return found


def _says(value: PolicyValue) -> tuple[object, str]:
    return value.value, value.source
