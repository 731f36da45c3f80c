"""Accepted 花名册 that no longer agree with the records: the other side is told, with a link, and the pages say so before."""

from datetime import date, timedelta

import pytest

from jianxi.domain.periods import Period
from jianxi.domain.rosters import RosterKind
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


async def told() -> list[tuple[object, str, str, str]]:
    """Whom, what, the first line and where it leads."""
    rows = await Notice.select().where(Notice.verb == "outdated").order_by(Notice.id)
    return [
        (row["employer"] or row["office"], row["title"], row["body"].split("\n")[0], row["path"])
        for row in rows
    ]


async def test_a_departure_a_contract_and_a_raise_in_accepted_months_are_told_to_the_other_side() -> None:
    office, unit = await cast.official(cast.LIXIA), await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    leaves, stays, poor = [
        await trainee(unit=unit, position=post, name=name, allowance_fen=fen)
        for name, fen in (("赵敏", 260_000), ("钱多", 260_000), ("孙七", 200_000))
    ]
    id = await roster(unit, "accepted", office=office)
    number = (await seen(unit, id)).number
    leaving = await departure(leaves.placement, "waiting", last_day=date(2026, 9, 20), asked_by_person=False)
    named = f"2026年9月至10月补贴经费花名册（编号{number}）中此人"
    async with desk_of(office) as desk:
        page = (await desk.get(f"/authority/departures/{leaving}")).text
    async with desk_of(unit) as desk:
        at = f"/employer/placements/{stays.placement}"
        forms = [(await desk.get(f"{at}/{act}")).text for act in ("departure", "retention")]
        allowance = (await desk.get(f"/employer/placements/{poor.placement}/allowance")).text
        steady = (await desk.get(f"{at}/allowance")).text
    assert f"审核通过后，已接受的{named}2026年9月至10月的补贴与记录不再相符，需要更正。" in page
    assert all(f"此人2026年9月至10月已列入接受的补贴经费花名册（编号{number}）。" in each for each in forms)
    assert "调整起始日期不晚于2026年10月31日的" in allowance and "涉及已接受的花名册" not in steady

    await departure_review.approve(office, leaving, 1, None, NOW)
    contract = read(RetentionForm, CONTRACT, NOW.date())
    await retentions.record(unit, stays.placement, 1, contract, (), NOW)
    raised = read(RaiseForm, {"starts_on": ["2026-10-01"], "allowance": ["2500"]}, NOW.date())
    await placements.raise_allowance(unit, poor.placement, 1, raised, NOW)

    here, there = f"/employer/rosters/{id}", f"/authority/rosters/{id}"
    maybe = "已接受的花名册可能需要更正"
    assert await told() == [
        (
            unit.employer,
            "已接受的花名册需要更正",
            f"赵敏的离岗审核通过后，{named}2026年9月至10月的补贴与记录不再相符。",
            here,
        ),
        (
            cast.LIXIA,
            maybe,
            f"{unit.name}为钱多办理了留用登记，涉及已接受的{named}2026年10月的补贴。",
            there,
        ),
        (
            cast.LIXIA,
            maybe,
            f"{unit.name}调整了孙七的见习期间生活费，涉及已接受的{named}2026年10月的补贴。",
            there,
        ),
    ]
    await rosters.correct(unit, id, (await seen(unit, id)).version, "记录有变化", NOW)
    raised = read(RaiseForm, {"starts_on": ["2026-10-02"], "allowance": ["2600"]}, NOW.date())
    await placements.raise_allowance(unit, poor.placement, 2, raised, NOW)
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
