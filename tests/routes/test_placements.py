"""上岗人员管理 in the browser: the list, and one person's page with what can be done."""

import re
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from python_calamine import load_workbook

from jianxi.tables.engine import Engine
from tests import cast
from tests.routes.base_desks import desk_of
from tests.traineeships import AHEAD, departure, retention, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ON_ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
LIST = "/employer/placements"


def acts(page: str) -> list[str]:
    """The words of the bar's buttons."""
    _, _, bar = page.partition('<div class="bulk">')
    return re.findall(r'<a class="btn[^"]*" href="[^"]+">([^<]+)</a>', bar.partition("</div>")[0])


async def test_the_list_is_narrowed_by_state_and_words_and_says_what_is_missing() -> None:
    of = await trainee("unsigned", name="孙䶮")
    await trainee(unit=of.unit, position=of.position, name="周八")
    await trainee(name="别家的人")
    async with desk_of(of.unit) as desk:
        everybody = await desk.get(LIST)
        duty = await desk.get(f"{LIST}?state=on_duty")
        named = await desk.get(f"{LIST}?q=䶮")
        none = await desk.get(f"{LIST}?state=retained")
        odd = await desk.get(f"{LIST}?state=nonsense&q=%25")
    assert ("孙䶮</b>" in everybody.text, "周八</b>" in everybody.text, "别家" in everybody.text) == (
        True,
        True,
        False,
    )
    assert everybody.text.index("孙䶮</b>") < everybody.text.index("周八</b>")
    assert "待上传协议" in everybody.text
    assert "还有100天" in everybody.text
    assert ("孙䶮</b>" in duty.text, "周八</b>" in duty.text) == (False, True)
    assert ("孙䶮</b>" in named.text, "周八</b>" in named.text) == (True, False)
    assert "没有“已留用”的人员" in none.text
    assert "没有符合条件的人员" in odd.text
    assert re.search('上岗人员管理<span class="n"><span class="vh">[^<]*</span>1<', everybody.text)


@ON_ONE_DATABASE
async def test_who_was_on_duty_is_found_and_told_so_while_the_papers_are_reviewed_again() -> None:
    of = await trainee("rejected", was_on_duty=True)
    async with desk_of(of.unit) as desk:
        listed = await desk.get(f"{LIST}?state=on_duty")
        rejected = await desk.get(f"{LIST}?state=rejected")
        page = await desk.get(f"{LIST}/{of.placement}")
        rows = (
            load_workbook(BytesIO((await desk.get(f"{LIST}/export")).content))
            .get_sheet_by_index(0)
            .to_python()
        )
    for told in (listed.text, rejected.text, page.text):
        assert re.findall(r'<span class="tag[^>]*>([^<]+)<', told) == ["审核不通过", "在岗"]
    assert "还有100天" in listed.text
    assert "在岗（审核不通过）" in rows[-1]


@ON_ONE_DATABASE
async def test_the_page_offers_what_the_tables_offer_in_each_state() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    offered = {
        "unsigned": ["上传协议", "修改登记", "取消录用"],
        "waiting": ["取消录用"],
        "rejected": ["上传协议", "修改登记", "取消录用"],
        "approved": ["生活费调整", "留用登记", "离岗登记"],
    }
    people = {state: await trainee(state, unit=unit, position=post) for state in offered}
    early = await trainee(unit=unit, position=post, starts_on=AHEAD)
    going = await trainee(unit=unit, position=post)
    await departure(going.placement, "waiting_certificate", asked_by_person=False)
    over = await trainee(unit=unit, position=post, ends_on=date(2026, 11, 19))
    async with desk_of(unit) as desk:
        for state, wanted in offered.items():
            page = await desk.get(f"{LIST}/{people[state].placement}")
            assert acts(page.text) == wanted, state
        for of, wanted in (
            (early, ["生活费调整", "取消录用"]),
            (going, ["上传解除协议证明", "生活费调整", "修改离岗登记", "撤销离岗登记"]),
            (over, ["生活费调整", "留用登记", "离岗登记"]),
        ):
            page = await desk.get(f"{LIST}/{of.placement}")
            assert acts(page.text) == wanted
    async with desk_of(await cast.employer()) as desk:
        assert (await desk.get(f"{LIST}/{over.placement}")).status_code == 404


@ON_ONE_DATABASE
async def test_the_page_tells_contacts_registration_departures_retentions_and_what_comes_next() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    asks, stays = [await trainee(unit=unit, position=post) for _ in range(2)]
    asked = await departure(asks.placement, note="回老家照顾父母")
    await departure(stays.placement, "recalled")
    await retention(stays.placement, "revoked", post="检验员")
    kept = await retention(stays.placement, insured_on=None)
    async with desk_of(unit) as desk:
        leaving, staying = [(await desk.get(f"{LIST}/{of.placement}")).text for of in (asks, stays)]
    assert "离岗：等待单位审核" in leaving
    assert "本人申请终止见习，请办理离岗审核：" in leaving
    assert "本人不愿继续：回老家照顾父母" in leaving
    assert acts(leaving) == ["离岗审核", "生活费调整"]
    assert f"/employer/departures/{asked}?back=" in leaving
    for piece in (
        "13900139000",
        "37**************",
        "PA20260001",
        "人身意外伤害保险",
        "2,600元/月",
        "周强",
    ):
        assert piece in leaving, piece
    assert "暂不计入留用率：没有填写社会保险参保日期" in staying
    assert "检验员" in staying
    assert f"/employer/retentions/{kept}/revocation?back=" in staying
    assert acts(staying) == []


@ON_ONE_DATABASE
async def test_a_page_of_the_list_costs_as_many_statements_with_twenty_rows_as_with_one(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=50)
    asked, run = list[str](), type(database).run

    async def counted(self: Any, text: str, *rest: Any) -> Any:
        asked.append(text)
        return await run(self, text, *rest)

    costs = []
    async with desk_of(unit) as desk:
        for many in (1, 21):
            for _ in range(many):
                await departure((await trainee(unit=unit, position=post)).placement)
            await desk.get(LIST)
            with monkeypatch.context() as patched:
                patched.setattr(type(database), "run", counted)
                asked.clear()
                await desk.get(LIST)
                costs.append(len(asked))

    assert costs[0] == costs[1] <= 6
