"""Accepted 花名册 that no longer agree with the records: the other side is told, with a link, and the pages say so before."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from jianxi.domain.periods import Period
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm
from jianxi.forms.retentions import RetentionForm
from jianxi.services import departure_review, placements, retentions, roster_review, rosters
from jianxi.tables.notices import Notice
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import roster, seen, wage
from tests.routes.base_desks import desk_of
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
SPRING = Period(date(2025, 3, 1), date(2025, 8, 31))
CONTRACT = {"post": ["数控编程员"], "contract_from": ["2026-10-15"], "contract_to": ["2028-10-14"]}


def raised(day: str, yuan: str) -> RaiseForm:
    return read(RaiseForm, {"starts_on": [day], "allowance": [yuan]}, NOW.date())


async def told() -> list[tuple[object, str, str, str]]:
    """Whom, what, the first line and where it leads."""
    rows = await Notice.select().where(Notice.verb == "outdated").order_by(Notice.id)
    return [
        (row["employer"] or row["office"], row["title"], row["body"].split("\n")[0], row["path"])
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Case:
    """Three people of a unit whose roster of two months was accepted: one leaves, one stays, one had too little."""

    office: OfficialViewer
    unit: EmployerViewer
    roster: int
    number: str
    leaving: int
    stays: int
    poor: int

    @property
    def named(self) -> str:
        return f"2026年9月至10月补贴经费花名册（编号{self.number}）中此人"


async def accepted() -> Case:
    office, unit = await cast.official(cast.LIXIA), await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    leaves, stays, poor = [
        (await trainee(unit=unit, position=post, name=name, allowance_fen=fen)).placement
        for name, fen in (("赵敏", 260_000), ("钱多", 260_000), ("孙七", 200_000))
    ]
    id = await roster(unit, "accepted", office=office)
    leaving = await departure(leaves, "waiting", last_day=date(2026, 9, 20), asked_by_person=False)
    return Case(office, unit, id, (await seen(unit, id)).number, leaving, stays, poor)


async def test_pages_say_beforehand_which_accepted_months_are_concerned() -> None:
    of = await accepted()
    async with desk_of(of.office) as desk:
        page = (await desk.get(f"/authority/departures/{of.leaving}")).text
    async with desk_of(of.unit) as desk:
        at = f"/employer/placements/{of.stays}"
        forms = [(await desk.get(f"{at}/{act}")).text for act in ("departure", "retention")]
        allowance = (await desk.get(f"/employer/placements/{of.poor}/allowance")).text
        steady = (await desk.get(f"{at}/allowance")).text
    assert f"审核通过后，已接受的{of.named}2026年9月至10月的补贴与记录不再相符，需要更正。" in page
    assert all(
        f"此人2026年9月至10月已列入接受的补贴经费花名册（编号{of.number}）。" in each for each in forms
    )
    assert "调整起始日期不晚于2026年10月31日的" in allowance and "涉及已接受的花名册" not in steady


async def test_a_departure_a_contract_and_a_raise_in_accepted_months_are_told_to_the_other_side() -> None:
    of = await accepted()
    await departure_review.approve(of.office, of.leaving, 1, None, NOW)
    await retentions.record(of.unit, of.stays, 1, read(RetentionForm, CONTRACT, NOW.date()), (), NOW)
    await placements.raise_allowance(of.unit, of.poor, 1, raised("2026-10-01", "2500"), NOW)

    left = f"赵敏的离岗审核通过后，{of.named}2026年9月至10月的补贴与记录不再相符。"
    stayed = f"{of.unit.name}为钱多办理了留用登记，涉及已接受的{of.named}2026年10月的补贴。"
    more = f"{of.unit.name}调整了孙七的见习期间生活费，涉及已接受的{of.named}2026年10月的补贴。"
    maybe, there = "已接受的花名册可能需要更正", f"/authority/rosters/{of.roster}"
    assert await told() == [
        (of.unit.employer, "已接受的花名册需要更正", left, f"/employer/rosters/{of.roster}"),
        (cast.LIXIA, maybe, stayed, there),
        (cast.LIXIA, maybe, more, there),
    ]
    await rosters.correct(of.unit, of.roster, (await seen(of.unit, of.roster)).version, "记录有变化", NOW)
    await placements.raise_allowance(of.unit, of.poor, 2, raised("2026-10-02", "2600"), NOW)
    assert len(await told()) == 3


async def test_a_year_that_was_settled_needs_its_own_correction_once_its_months_are_corrected() -> None:
    office, unit = await cast.official(cast.LIXIA), await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    await trainee(unit=unit, position=post, starts_on=SPRING.first, ends_on=SPRING.last)
    await wage("2200", since=SPRING.first)
    first = await roster(unit, "accepted", period=SPRING, office=office)
    year = await roster(unit, "accepted", RosterKind.SETTLEMENT, LAST_YEAR, office=office)
    assert await told() == []

    second = await rosters.correct(unit, first, (await seen(unit, first)).version, "考勤有误", NOW)
    await rosters.submit(unit, second, 1, NOW + timedelta(hours=1))
    await roster_review.accept(office, second, 2, NOW + timedelta(hours=2))

    settled = f"2025年年度清算（编号{(await seen(unit, year)).number}）"
    named = f"2025年3月至8月补贴经费花名册（第2版）（编号{(await seen(unit, second)).number}）"
    said = f"{named}已接受，{settled}仍按更正前的金额清算。"
    assert await told() == [
        (unit.employer, "年度清算需要更正", said, f"/employer/rosters/{year}"),
        (cast.LIXIA, "年度清算需要更正", f"{unit.name}的{said}", f"/authority/rosters/{year}"),
    ]
