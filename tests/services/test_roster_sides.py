"""What the other sides hear and see of a 花名册: notices, questions by line, and a person's own months."""

from datetime import date, timedelta

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.domain.rosters import RosterKind
from jianxi.queries import own_rosters, placements, retentions
from jianxi.services import reminders, roster_questions, roster_review, rosters
from jianxi.tables.notices import Notice
from jianxi.tables.rosters import RosterQuestion
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import AUTUMN, FULL, NEW_YEAR, YEAR, roster
from tests.traineeships import Trainee, departure, retention, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def test_each_move_is_told_to_the_other_side_in_whole_sentences() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "returned", office=office)
    await rosters.submit(of.unit, id, 3, NOW)
    await roster_review.accept(office, id, 4, NOW)
    correction = await rosters.correct(office, id, 5, "考勤有误", NOW)

    rows = await Notice.select().where(Notice.noun == "roster").order_by(Notice.id)
    assert [(row["employer"] or row["office"], row["title"], row["path"]) for row in rows] == [
        (cast.LIXIA, "补贴经费花名册等待审核", f"/authority/rosters/{id}"),
        (of.unit.employer, "补贴经费花名册已退回", f"/employer/rosters/{id}"),
        (cast.LIXIA, "补贴经费花名册等待审核", f"/authority/rosters/{id}"),
        (of.unit.employer, "补贴经费花名册已接受", f"/employer/rosters/{id}"),
        (of.unit.employer, "补贴经费花名册需要更正", f"/employer/rosters/{correction}"),
    ]
    name = f"2026年9月至10月补贴经费花名册（编号JX3701-26-H000{id}-"
    assert rows[0]["body"].startswith(f"{of.unit.name}报送了{name}")
    assert "），列入1人，合计2,880.00元。\n" in rows[0]["body"]
    assert "\n原因：请补充考勤表。\n" in rows[1]["body"]
    assert rows[4]["body"].endswith(f"如有疑问，请联系{office.office}。")


async def test_the_office_is_reminded_of_a_roster_that_waits_over_its_days() -> None:
    await roster((await trainee()).unit)

    sent = [await reminders.run(NOW + timedelta(days=days)) for days in (1, 30, 31)]

    body = (await Notice.select().where(Notice.verb == "review_waiting"))[0]["body"]
    assert sent == [0, 1, 0] and "的一项补贴经费花名册自2026年11月18日起等待审核，已超过办理期限。" in body


async def test_a_question_is_asked_about_a_line_while_the_office_decides_and_answered_once() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit)
    unit, stranger = of.unit, await cast.employer()
    asked = await roster_questions.ask(office, id, of.placement, "10月考勤表缺少签字", NOW)
    assert await roster_questions.ask(office, id, of.placement, "10月考勤表缺少签字", NOW) == asked
    with pytest.raises(Missing):
        await roster_questions.ask(office, id, of.placement + 1, "谁？", NOW)
    with pytest.raises(Refused, match="正在审核的花名册"):
        await roster_questions.ask(await cast.official(cast.JINAN), id, of.placement, "谁？", NOW)
    with pytest.raises(Missing):
        await roster_questions.answer(stranger, id, asked, "已补签", NOW)
    with pytest.raises(Invalid, match="请填写回复"):
        await roster_questions.answer(unit, id, asked, " ", NOW)

    await roster_questions.answer(unit, id, asked, "已补签", NOW)
    await roster_questions.answer(unit, id, asked, "已补签", NOW)
    with pytest.raises(Refused, match="已经回复"):
        await roster_questions.answer(unit, id, asked, "再说一次", NOW)

    heard = await Notice.select().where(Notice.verb.is_in(["ask", "answer"])).order_by(Notice.id)
    assert [(row["employer"] or row["office"], row["title"]) for row in heard] == [
        (unit.employer, "补贴经费花名册有新的问题"),
        (cast.LIXIA, "补贴经费花名册的问题已回复"),
    ]
    (row,) = await RosterQuestion.select()
    told = (row["round"], row["asked_by"], row["answer"], row["answered_at"])
    assert told == (1, office.name, "已补签", NOW)


async def test_people_see_how_their_own_months_stand_once_they_are_sent() -> None:
    of = await trainee()
    other = await trainee(unit=of.unit, position=of.position, name="钱多")
    await departure(other.placement, "waiting", last_day=date(2026, 10, 20), asked_by_person=False)
    id = await roster(of.unit, "draft")
    assert await _own(of) == []
    await rosters.submit(of.unit, id, 1, NOW)
    assert await _own(of) == [("2026-09", "已报送", "payable", FULL), ("2026-10", "已报送", "payable", FULL)]
    office = await cast.official(cast.LIXIA)
    await roster_review.accept(office, id, 2, NOW)
    await rosters.submit(of.unit, await rosters.correct(of.unit, id, 3, "考勤有误", NOW), 1, NOW)

    assert [month[1] for month in await _own(of)] == ["已接受", "已接受"]
    assert await _own(other) == [("2026-09", "已接受", "payable", FULL), ("2026-10", "已接受", "pending", 0)]
    found = await placements.get(other.person, other.placement, AUTUMN.last)
    last = (await own_rosters.of_placement(other.person, found))[-1]
    assert "离岗" in last.reason
    assert await own_rosters.of_placement(of.person, found) == ()


async def _own(of: Trainee) -> list[tuple[str, str, str, int]]:
    placement = await placements.get(of.person, of.placement, AUTUMN.last)
    found = await own_rosters.of_placement(of.person, placement)
    return [(f"{each.month:%Y-%m}", each.shown.label, each.standing.value, each.fen) for each in found]


async def test_a_retention_that_a_settled_year_counts_stays_though_none_of_its_months_is_theirs() -> None:
    of = await trainee()
    early = await trainee(
        unit=of.unit,
        position=of.position,
        name="钱多",
        starts_on=date(2025, 10, 1),
        ends_on=date(2025, 12, 31),
    )
    kept = await retention(early.placement, contract_from=date(2026, 1, 15), insured_on=date(2026, 2, 1))
    office = await cast.official(cast.LIXIA)
    assert not (await retentions.get(of.unit, kept, YEAR.last)).facts.in_accepted_roster

    await roster(of.unit, "accepted", RosterKind.SETTLEMENT, YEAR, office=office, now=NEW_YEAR)

    assert (await retentions.get(of.unit, kept, YEAR.last)).facts.in_accepted_roster
