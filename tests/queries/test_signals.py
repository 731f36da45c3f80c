"""提示 of a 花名册 and of 见习上岗审核: every planted case is found and explained, and nothing else is."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain.viewers import OfficialViewer, PersonKind
from jianxi.queries import office_roster_pages, placement_reviews, placements
from jianxi.queries.roster_lines import EVERYBODY
from jianxi.tables.engine import Engine
from jianxi.tables.placements import AllowanceRaise
from tests import cast, signals
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.rosters import roster
from tests.traineeships import Trainee, departure, retention, trainee

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 20)
AUGUST: dict[str, Any] = {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 8, 31)}
"""Ends on the day before the others begin."""


async def town() -> dict[str, Trainee]:
    """Nine people of one unit with ten of staff; 清白 has nothing in common with anybody. By name."""
    unit = await cast.employer(name="济南甲精工有限公司")
    position = await cast.position(await cast.base(unit, staff=10), headcount=50)

    async def one(name: str, **columns: Any) -> Trainee:
        return await trainee(unit=unit, position=position, name=name, **columns)

    names = ("清白", "手机甲", "手机乙", "照片", "扫描", "孙立", "低薪", "短约", "同名")
    people = {name: await one(name) for name in names if name not in ("照片", "低薪", "短约")}
    people["照片"] = await one("照片", kind=PersonKind.YOUTH)
    people["低薪"] = await one("低薪", allowance_fen=200_000)
    raised: dict[str, Any] = {"starts_on": date(2026, 10, 1), "allowance_fen": 260_000}
    await save(AllowanceRaise(placement=people["低薪"].placement, recorded_at=MOMENT, **raised))
    people["短约"] = await one("短约", ends_on=date(2026, 11, 18))
    contract: dict[str, Any] = {"contract_from": date(2026, 11, 19), "contract_to": date(2026, 12, 20)}
    await retention(people["短约"].placement, insured_on=None, **contract)
    return people


async def told(viewer: OfficialViewer, id: int) -> tuple[list[str], dict[str, list[str]]]:
    """Of the unit, and by name; each person's own page has the same."""
    sending = await office_roster_pages.sending(viewer, id, None, TODAY, asked=False)
    people = await office_roster_pages.people(sending, EVERYBODY, offset=0, size=50)
    for each in people:
        placement = each.line.placement
        alone = await office_roster_pages.sending(viewer, id, None, TODAY, asked=False, only=placement)
        assert (await office_roster_pages.one(alone, placement)).signals == each.signals
    by_name = {each.shown.name: [signal.sentence for signal in each.signals] for each in people}
    return [each.sentence for each in sending.signals.unit], by_name


async def planted(people: dict[str, Trainee]) -> Trainee:
    """What they share with somebody of a unit in another county of the city."""
    far = await trainee(unit=await cast.employer(cast.SHIZHONG, "济南乙机电有限公司"), name="同名", **AUGUST)
    young = await trainee(unit=far.unit, position=far.position, name="外人", kind=PersonKind.YOUTH)
    await signals.phone(1, people["手机甲"], people["手机乙"], far)
    await signals.pictures(people["照片"], young)
    await signals.scans(people["扫描"], far)
    await signals.scans(people["清白"], young, newest=False)
    await signals.account("6222 0000 1", people["清白"], far)
    return far


async def test_each_signal_of_a_roster_is_told_to_the_person_that_it_is_of_and_names_nobody_out_of_sight(
    database: Engine,
) -> None:
    people = await town()
    far = await planted(people)
    id = await roster(people["清白"].unit)
    await signals.evidence(id, await roster(far.unit))

    unit, of = await told(await cast.official(cast.LIXIA), id)
    unit_to_city, to_city = await told(await cast.official(cast.JINAN), id)

    assert [each.split("。")[0] for each in unit[1:]] == [
        "单位银行账号与另一单位的相同",
        "有报送材料与另一单位的是同一个文件",
    ]
    assert unit[0].startswith("2026年9月花名册列入9人，是申请表所填")
    assert "职工总数10人的90%，超过30%" in unit[0]
    assert of["清白"] == []
    assert of["手机甲"][0].startswith("登记的联系手机与手机乙，以及另一单位的1人相同。")
    assert of["手机甲"][0].endswith("其中有人的见习期与本人重叠或前后相接，请核对是否实际在岗。")
    assert of["照片"] == ["上传的身份证照片与另一单位的1人的是同一个文件。请核对证件上的姓名和号码。"]
    assert "有文件与另一单位的1人的完全相同" in of["扫描"][0]
    assert of["孙立"] == ["姓名与单位法定代表人孙立相同。只比对了姓名，可能是同名；请核对是否同一人。"]
    assert "2026年9月的生活费低于最低工资标准（每月2,000元，当地最低工资标准2,400元）" in of["低薪"][0]
    assert "2026年11月19日至2026年12月20日，不满2个月。" in of["短约"][0]
    assert "（另一单位，2026年3月1日至2026年8月31日），与本次前后相接，身份证号不同" in of["同名"][0]
    assert all(len(each) == 1 for name, each in of.items() if name != "清白")
    assert "济南乙机电有限公司" in unit_to_city[1]
    assert "与手机乙、同名（济南乙机电有限公司）相同" in to_city["手机甲"][0]


async def test_people_who_did_not_come_or_were_cancelled_are_compared_with_nobody(database: Engine) -> None:
    mine = await trainee(name="清白")
    others = [await trainee("cancelled", name="取消"), await trainee(name="未上岗", never_came=True)]
    await departure(others[1].placement, "approved", last_day=date(2026, 8, 31))
    await signals.phone(1, mine, *others)
    id = await roster(mine.unit)

    assert await told(await cast.official(cast.LIXIA), id) == ([], {"清白": []})


async def test_the_page_of_a_placement_tells_its_own(database: Engine) -> None:
    one = await trainee("waiting", name="孙 立")
    other = await trainee(name="王丽", unit=one.unit, position=one.position)
    await signals.phone("13800138000", one)
    await signals.scans(one, other)
    viewer = await cast.official(cast.LIXIA)

    found = {}
    for each in (one, other):
        shown = await placements.get(viewer, each.placement, TODAY)
        sheet = await placement_reviews.sheet(viewer, shown)
        found[shown.name] = {signal.label: signal.sentence for signal in sheet.signals}

    assert list(found["孙 立"]) == ["手机号码相同", "上传文件相同", "与法定代表人同名"]
    assert "与单位联系手机相同" in found["孙 立"]["手机号码相同"]
    assert found["王丽"] == {
        "上传文件相同": "最近一次上传的协议书或证明中，有文件与孙 立的完全相同。请核对文件上的姓名和编号。"
    }
