"""花名册 from the draft over 退回, 接受 and 更正 to a settled year: what counts at each step, and what is held fast."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.domain.rosters import RosterKind
from jianxi.queries import departures, placements, retentions, roster_lines
from jianxi.queries.invariants import violations
from jianxi.services import departure_review, placement_review, roster_review, rosters
from jianxi.tables.files import StoredFile
from jianxi.tables.rosters import RosterFile, RosterMonth
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.cast_people import save
from tests.rosters import AUTUMN, FULL, NEW_YEAR, YEAR, roster, seen
from tests.traineeships import departure, retention, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
SETTLEMENT = RosterKind.SETTLEMENT


async def counted(kind: str = "period") -> list[tuple[object, ...]]:
    of = RosterMonth
    columns = (of.roster, of.placement, of.month, of.standing, of.fen)
    mine = of.select(*columns).where(of.counted.eq(True), of.kind == kind)
    return [tuple(row.values()) for row in await mine.order_by(of.placement, of.month)]


async def wrong() -> list[str]:
    """With rosters: whom the cast is made of have no log."""
    return [each.sentence for each in await violations() if each.invariant.name.startswith("roster")]


async def test_what_was_sent_is_returned_sent_again_accepted_corrected_and_settled() -> None:
    one = await trainee()
    other = await trainee("waiting", unit=one.unit, position=one.position, name="钱多")
    unit, office = one.unit, await cast.official(cast.LIXIA)
    autumn = [date(2026, 9, 1), date(2026, 10, 1)]

    id = await roster(unit, "returned", office=office)
    await rosters.submit(unit, id, 3, NOW)
    sent = await seen(office, id)
    assert (sent.round, sent.people, sent.fen, sent.offers) == (2, 2, 2 * FULL, ("return", "accept"))
    await roster_review.accept(office, id, 4, NOW)
    paid = [(id, one.placement, month, "payable", FULL) for month in autumn]
    assert await counted() == paid + [(id, other.placement, month, "excluded", 0) for month in autumn]

    next_one = await rosters.correct(unit, id, 5, "钱多的上岗审核已经通过", NOW)
    await placement_review.approve(office, other.placement, 1, NOW)
    await rosters.submit(unit, next_one, 1, NOW)
    assert [row[0] for row in await counted()] == [id] * 4
    await roster_review.accept(office, next_one, 2, NOW)
    before, after = await seen(office, id), await seen(office, next_one)
    assert (before.counts, after.counts, after.serial, after.fen) == (False, True, 2, 4 * FULL)
    assert [(row[0], row[3]) for row in await counted()] == [(next_one, "payable")] * 4

    year = await roster(unit, "accepted", SETTLEMENT, YEAR, office=office, now=NEW_YEAR)
    sums = await roster_lines.by_month(year, 1)
    assert [(each.payable, each.pending) for each in sums] == [(2, 0), (2, 0), (0, 2), (0, 2)]
    assert [row[4] for row in await counted("settlement")] == [0] * 4
    await rosters.correct(office, year, 3, "请核对留用", NEW_YEAR)
    assert await wrong() == []


async def test_what_an_accepted_roster_says_stays_until_a_correction_is_open() -> None:
    kept = await trainee()
    gone = await trainee(unit=kept.unit, position=kept.position, name="钱多")
    left = await departure(gone.placement, "approved", last_day=date(2026, 10, 20), asked_by_person=False)
    stays = await retention(kept.placement, contract_from=date(2026, 10, 25), insured_on=None)
    office = await cast.official(cast.LIXIA)
    id, today = await roster(kept.unit, "accepted", office=office), AUTUMN.last

    async def held() -> list[bool]:
        return [
            (await placements.get(office, kept.placement, today)).facts.in_accepted_roster,
            (await departures.get(office, left, today)).facts.in_accepted_roster,
            (await retentions.get(office, stays, today)).facts.in_accepted_roster,
        ]

    assert await held() == [True, True, True]
    with pytest.raises(Refused, match="更正办理期间可以撤销"):
        await departure_review.reopen(office, left, 1, NOW)
    correction = await rosters.correct(kept.unit, id, 3, "离岗日期有误", NOW)
    assert await held() == [False, False, False]
    await rosters.submit(kept.unit, correction, 1, NOW)
    await departure_review.reopen(office, left, 1, NOW)
    with pytest.raises(Refused, match=r"1人有变化，合计减少\d.*请退回，由单位重新报送"):
        await roster_review.accept(office, correction, 2, NOW)
    await roster_review.send_back(office, correction, 2, "离岗重新审核", NOW)
    await rosters.submit(kept.unit, correction, 3, NOW)
    await roster_review.accept(office, correction, 4, NOW)
    assert await held() == [True, False, True]
    with pytest.raises(Refused, match="离岗记录"):
        await placement_review.reopen(office, gone.placement, 1, NOW)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_correction_has_the_evidence_and_one_that_the_office_asked_for_is_not_deleted() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "accepted", office=office)
    (file, *_) = await StoredFile.select(StoredFile.id)
    await save(RosterFile(roster=id, kind="attendance", place=1, file=file["id"]))

    own = await rosters.correct(of.unit, id, 3, "考勤有误", NOW)
    carried = await RosterFile.select(RosterFile.kind, RosterFile.file).where(RosterFile.roster == own)
    await rosters.discard(of.unit, own, 1, NOW)
    asked_for = await rosters.correct(office, id, 4, "请核对考勤", NOW)

    assert carried == [{"kind": "attendance", "file": file["id"]}]
    draft = await seen(of.unit, asked_for)
    assert (draft.offers, list(draft.blocked), draft.reason) == (("submit",), ["discard"], "请核对考勤")
    assert (await seen(office, id)).correction == asked_for
    assert await wrong() == []
