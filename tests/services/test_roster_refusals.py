"""What cannot be done to a 花名册, by whom, and that whatever breaks off leaves nothing behind."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.periods import Period, month_of
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import roster_lines, rosters
from jianxi.services import roster_questions, roster_review
from jianxi.services import rosters as services
from jianxi.tables.notices import Notice
from jianxi.tables.rosters import RosterLine, RosterMonth
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import AUTUMN, FULL, NEW_YEAR, roster, seen, wage
from tests.traineeships import trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
PERIOD, SETTLEMENT = RosterKind.PERIOD, RosterKind.SETTLEMENT
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


NEVER_PREPARED = (
    (PERIOD, Period(date(2026, 9, 1), date(2026, 10, 30)), "完整的月份"),
    (PERIOD, Period(date(2026, 9, 2), date(2026, 10, 31)), "完整的月份"),
    (SETTLEMENT, AUTUMN, "自然年"),
    (SETTLEMENT, Period(date(2025, 1, 1), date(2026, 12, 31)), "自然年"),
)


class Broken(Exception):
    """The machine goes down."""


async def test_only_whole_months_that_are_over_are_prepared_and_once() -> None:
    of = await trainee()
    for kind, period, message in NEVER_PREPARED:
        with pytest.raises(Invalid, match=message):
            await services.prepare(of.unit, kind, period, NEW_YEAR)
    with pytest.raises(Refused, match="尚未结束"):
        await services.prepare(of.unit, PERIOD, month_of(NOW.date()), NOW)
    with pytest.raises(Refused, match="没有审核通过的见习基地"):
        await services.prepare(await cast.employer(), PERIOD, AUTUMN, NOW)

    id = await roster(of.unit, "draft")
    assert await services.prepare(of.unit, PERIOD, AUTUMN, NOW) == id
    await services.submit(of.unit, id, 1, NOW)
    with pytest.raises(Refused, match=r"2026年10月已在花名册JX3701-26-H\w+-\w中报送"):
        await services.prepare(of.unit, PERIOD, OCTOBER, NOW)
    office = await cast.official(cast.LIXIA)
    await roster_review.send_back(office, id, 2, "请补充", NOW)
    with pytest.raises(Refused, match="已退回的，请重新报送那一份"):
        await services.prepare(of.unit, PERIOD, OCTOBER, NOW)
    assert await services.prepare(of.unit, PERIOD, AUTUMN, NOW) == id
    await services.submit(of.unit, id, 3, NOW)
    await roster_review.accept(office, id, 4, NOW)
    with pytest.raises(
        Refused, match=r"2026年9月至10月已在花名册\S+中接受。需要补充或修改的，请对该花名册办理更正"
    ):
        await services.prepare(of.unit, PERIOD, AUTUMN, NOW)


async def test_nobody_is_counted_twice_and_a_refusal_says_who_and_where() -> None:
    of = await trainee(name="赵敏")
    await roster(of.unit, "accepted")
    once_more = await roster(of.unit, "draft", period=OCTOBER)

    with pytest.raises(Refused, match=r"赵敏2026年10月（JX3701-26-H0001-\w）已在接受的花名册中"):
        await services.submit(of.unit, once_more, 1, NOW)

    assert (await seen(of.unit, once_more)).state == "draft"
    await services.discard(of.unit, once_more, 1, NOW)
    assert await RosterLine.count().where(RosterLine.roster == once_more) == 0
    with pytest.raises(Missing):
        await seen(of.unit, once_more)


async def test_a_roster_without_people_or_with_a_missing_wage_is_not_sent() -> None:
    of = await trainee()
    early = Period(date(2026, 1, 1), date(2026, 2, 28))
    with pytest.raises(Refused, match="没有可以列入花名册的人员"):
        await roster(of.unit, period=early)

    elsewhere = await cast.employer("370112")
    await trainee(unit=elsewhere, starts_on=date(2025, 7, 1), ends_on=date(2025, 12, 31))
    with pytest.raises(Refused, match=r"缺少 济南市历城区 2025年7月 的最低工资标准"):
        await roster(elsewhere, period=Period(date(2025, 7, 1), date(2025, 8, 31)))


async def test_what_changed_since_it_was_sent_is_not_accepted() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit)
    await wage("2500", OCTOBER.first)
    with pytest.raises(
        Refused, match=r"报送后记录或参数有变化：1人有变化，合计增加60.00元。请退回，由单位重新报送。"
    ):
        await roster_review.accept(office, id, 2, NOW)

    await roster_review.send_back(office, id, 2, "参数有变化", NOW)
    await services.submit(of.unit, id, 3, NOW)
    await wage("2600", date(2026, 11, 1))
    await roster_review.accept(office, id, 4, NOW)

    newest, first = await rosters.rounds(await seen(office, id))
    assert (first.fen, newest.fen) == (2 * FULL, 2 * FULL + 6_000)


async def test_what_was_broken_off_is_not_sent_and_is_written_over() -> None:
    of = await trainee()
    id = await roster(of.unit, "draft")

    def goes_down(done: int, total: int) -> None:
        if done == total:
            raise Broken

    with pytest.raises(Broken):
        await services.submit(of.unit, id, 1, NOW, goes_down)
    assert await RosterLine.count().where(RosterLine.roster == id) == 1
    assert ((await seen(of.unit, id)).state, await roster_lines.many(id, 0)) == ("draft", 0)
    more = await trainee(unit=of.unit, position=of.position)
    await services.submit(of.unit, id, 1, NOW)

    found = await seen(of.unit, id)
    lines = await RosterLine.select(RosterLine.placement, RosterLine.round).order_by(RosterLine.place)
    assert (found.round, found.people) == (1, 2)
    assert [tuple(row.values()) for row in lines] == [(of.placement, 1), (more.placement, 1)]
    assert await RosterMonth.count() == 4


async def test_a_second_click_does_nothing_and_an_old_page_is_told_what_happened() -> None:
    of = await trainee()
    office, other = await cast.official(cast.LIXIA), await cast.official(cast.LIXIA)
    id = await roster(of.unit)
    await services.submit(of.unit, id, 1, NOW)
    await roster_review.accept(office, id, 2, NOW)
    await roster_review.accept(office, id, 2, NOW)
    with pytest.raises(Stale, match="李建国已于09:00接受该花名册"):
        await roster_review.accept(other, id, 2, NOW)
    with pytest.raises(Stale):
        await services.submit(of.unit, id, 1, NOW)
    with pytest.raises(Refused, match="不需要再接受"):
        await roster_review.accept(other, id, 3, NOW)

    assert ((await seen(office, id)).round, await Notice.count().where(Notice.noun == "roster")) == (1, 2)


async def test_whoever_it_is_not_of_finds_nothing_and_whoever_only_reads_decides_nothing() -> None:
    of = await trainee()
    city, county = await cast.official(cast.JINAN), await cast.official(cast.LIXIA)
    strangers = [await cast.official(each) for each in (cast.SHIZHONG, cast.ZAOZHUANG, cast.SHANDONG)]
    draft = await roster(of.unit, "draft")
    viewers: list[EmployerViewer | OfficialViewer] = [city, county, *strangers, await cast.employer()]
    for viewer in viewers:
        with pytest.raises(Missing):
            await seen(viewer, draft)
    await services.submit(of.unit, draft, 1, NOW)

    for stranger in strangers:
        for deed in (
            roster_review.accept(stranger, draft, 2, NOW),
            roster_review.send_back(stranger, draft, 2, "-", NOW),
        ):
            with pytest.raises(Missing):
                await deed
    assert ((await seen(city, draft)).offers, (await seen(county, draft)).offers) == (
        (),
        ("return", "accept"),
    )
    with pytest.raises(Refused):
        await roster_review.accept(city, draft, 2, NOW)
    with pytest.raises(Missing):
        await services.correct(await cast.employer(), draft, 2, "-", NOW)
    with pytest.raises(Invalid, match="请填写退回原因"):
        await roster_review.send_back(county, draft, 2, " ", NOW)
    assert [each.id for each in await rosters.of_employer(of.unit, NOW.date())] == [draft]


async def test_no_whole_number_of_a_person_is_kept_in_what_the_sides_write() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit)
    for said in ("请核对370102200306010040", "请致电139 0013 9000"):
        with pytest.raises(Invalid, match="请删去。需要指明某人的，请写姓名或者序号"):
            await roster_questions.ask(office, id, of.placement, said, NOW)
        with pytest.raises(Invalid, match="退回原因中有完整的"):
            await roster_review.send_back(office, id, 2, said, NOW)
    asked = await roster_questions.ask(office, id, of.placement, "请核对考勤", NOW)
    with pytest.raises(Invalid, match="回复中有完整的手机号码"):
        await roster_questions.answer(of.unit, id, asked, "13900139000", NOW)
