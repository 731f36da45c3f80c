"""A transition tells the other sides in its own transaction, nobody of their own act, in two statements."""

from typing import Any

import pytest

from jianxi.domain.viewers import Anyone
from jianxi.messages import senders
from jianxi.messages.console import Console
from jianxi.services import acceptances, applications, base_standing, filings, log, position_publication
from jianxi.tables.conflicts import Conflict
from jianxi.tables.engine import Engine
from jianxi.tables.notices import Notice, Outbox
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast, traineeships
from tests.cast import JINAN, LIXIA, SHANDONG
from tests.conftest import NOW

pytestmark = pytest.mark.anyio
only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def told() -> list[tuple[object, str]]:
    """Who was told, and what, oldest first."""
    rows = await Notice.select().order_by(Notice.id)
    return [(row["employer"] or row["person"] or row["office"], row["title"]) for row in rows]


async def logged(viewer: Any, noun: str, id: int, verb: str, source: str, target: str, why: str = "") -> None:
    async with unit_of_work():
        await log.record(viewer, NOW, noun, id, verb, source, target, why)


async def test_an_application_is_told_to_the_unit_and_its_acceptance_to_the_person(database: Engine) -> None:
    unit, person = await cast.employer(), await cast.person(name="赵敏")
    position = await cast.position(await cast.base(unit), title="数控操作工")

    id = await applications.apply(person, position, NOW)
    await acceptances.accept(unit, id, 1, NOW)

    assert await told() == [(unit.employer, "有新的报名"), (person.person, "报名审核通过")]
    first, second = await Notice.select().order_by(Notice.id)
    assert "赵敏报名了岗位“数控操作工”" in first["body"] and first["path"] == f"/employer/applications/{id}"
    assert second["path"] == f"/applicant/applications/{id}" and second["read_at"] is None


async def test_a_suspension_tells_the_unit_the_county_and_everybody_who_waits(database: Engine) -> None:
    unit, city = await cast.employer(), await cast.official(JINAN)
    base = await cast.base(unit, level="city")
    people = [await cast.person() for _ in range(2)]
    for person in people:
        await cast.application(person, await cast.position(base))
    await cast.application(await cast.person(), await cast.position(base), "rejected")

    await base_standing.suspend(city, base, 1, "正在整改", NOW)

    waiting = [(person.person, "报名单位的见习基地已暂停") for person in people]
    assert await told() == [(unit.employer, "见习基地已暂停"), (LIXIA, "见习基地已暂停"), *waiting]
    body = (await Notice.select().first())["body"].split("\n")  # type: ignore[index]
    assert body[1] == "原因：正在整改。" and body[3] == f"如有疑问，请联系{city.office}。"


@only_sqlite
async def test_the_office_of_the_bases_level_is_told_and_a_colleague_is_not(database: Engine) -> None:
    of_county = await traineeships.trainee("waiting")
    of_city = await traineeships.trainee("waiting", level="city")
    for trainee in (of_county, of_city):
        await logged(trainee.unit, "placement", trainee.placement, "upload", "unsigned", "waiting")
    offices = [row["office"] for row in await Notice.select() if row["office"]]
    departure = await traineeships.departure(of_county.placement, "waiting_office")
    await logged(of_county.person, "departure", departure, "recall", "waiting_office", "recalled")
    county = await cast.official(LIXIA)
    before = len(await told())
    await logged(county, "placement", of_county.placement, "raise_allowance", "approved", "approved")

    assert offices == [LIXIA, JINAN]
    assert [whom for whom, _ in (await told())[before:]] == [of_county.person.person]


@only_sqlite
async def test_withdrawing_tells_the_other_side_of_whoever_withdrew(database: Engine) -> None:
    unit, city = await cast.employer(), await cast.official(JINAN)
    base = await cast.base(unit)
    mine, theirs = await cast.position(base), await cast.position(base)
    waiting = await cast.person()
    await cast.application(waiting, mine)

    await position_publication.withdraw(unit, mine, 1, NOW)
    await position_publication.withdraw(city, theirs, 1, NOW)

    assert await told() == [
        (JINAN, "单位撤销了岗位的发布"),
        (waiting.person, "报名的岗位已撤销发布"),
        (unit.employer, "见习岗位已撤销发布"),
    ]


@only_sqlite
async def test_a_filing_goes_between_city_and_province(database: Engine) -> None:
    city, province = await cast.official(JINAN), await cast.official(SHANDONG)
    base = await cast.base(await cast.employer(), level="city")

    id = await filings.file(city, [(base, 1)], NOW)
    await filings.send_back(province, id, 1, "缺少行业", NOW)

    assert await told() == [(SHANDONG, "备案等待接收"), (JINAN, "备案已退回")]


async def test_what_fails_afterwards_takes_the_notice_with_it(database: Engine) -> None:
    trainee = await traineeships.trainee()

    with pytest.raises(ValueError, match="nobody"):
        await _tell_and_fail(trainee)

    assert await told() == []


async def _tell_and_fail(trainee: traineeships.Trainee) -> None:
    made = (NOW, "placement", trainee.placement, "edit", "unsigned", "unsigned")
    async with unit_of_work():
        await log.record(trainee.unit, *made)
        await log.record(Anyone(), *made)


async def test_what_leaves_the_house_has_one_row_of_the_outbox_and_offices_have_none(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(senders, "_senders", {"mail": Console("mail")})
    trainee = await traineeships.trainee("waiting")

    await logged(trainee.unit, "placement", trainee.placement, "upload", "unsigned", "waiting")

    office, person = await Notice.select().order_by(Notice.id)
    assert (office["office"], office["outbound"], person["outbound"]) == (LIXIA, False, True)
    (row,) = await Outbox.select()
    assert (row["notice"], row["state"], row["attempts"], row["next_at"]) == (person["id"], "waiting", 0, NOW)


async def test_a_notice_is_for_one_side(database: Engine) -> None:
    unit, person = await cast.employer(), await cast.person()
    plain: dict[str, Any] = {
        "noun": "base",
        "record": 1,
        "verb": "x",
        "title": "x",
        "body": "",
        "path": "/",
        "created_at": NOW,
    }
    several: tuple[dict[str, Any], ...] = (
        {},
        {"employer": unit.employer, "person": person.person},
        {"person": person.person, "office": LIXIA},
    )
    for sides in several:
        with pytest.raises(Conflict) as refused:
            async with unit_of_work():
                await Notice(**plain, **sides).save()
        assert "notice_audience" in refused.value.constraint_name


@only_sqlite
async def test_a_transition_costs_two_statements_more_whoever_it_tells(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = await cast.employer()
    base = await cast.base(unit)
    for _ in range(3):
        await cast.application(await cast.person(), await cast.position(base))
    asked: list[str] = []
    run = type(database).run

    async def counted(self: Any, text: str, *rest: Any) -> Any:
        asked.append(text)
        return await run(self, text, *rest)

    city = await cast.official(JINAN)
    costs = []
    for verb in ("look", "suspend"):
        async with unit_of_work():
            with monkeypatch.context() as patched:
                patched.setattr(type(database), "run", counted)
                asked.clear()
                await log.record(city, NOW, "base", base, verb, "approved", "suspended", "整改")
                costs.append(len(asked))

    assert costs == [1, 3]
    assert len(await told()) == 5
