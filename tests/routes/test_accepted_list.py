"""录用名单 of an office: whom it lists, how it is narrowed, and 取消录用 from there."""

import pytest

from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import desk_of, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/applications"


async def accepted(
    name: str = "孙七",
    county: str = LIXIA,
    level: str = "county",
    state: str = "accepted",
    title: str = "测量员",
) -> int:
    base = await cast.base(await cast.employer(county), level=level)
    return await cast.application(await cast.person(name=name), await cast.position(base, title=title), state)


async def test_an_office_lists_whom_the_bases_of_its_level_accepted_and_nobody_else() -> None:
    await accepted("孙七")
    await accepted("周八", level="city")
    await accepted("吴九", county=SHIZHONG)
    await accepted("郑十", state="waiting")
    seen = {}
    for region in (LIXIA, JINAN, SHIZHONG, ZAOZHUANG):
        async with desk_of(await cast.official(region)) as desk:
            page = (await desk.get(LIST)).text
        seen[region] = [name for name in ("孙七", "周八", "吴九", "郑十") if f"<b>{name}</b>" in page]
    assert seen == {LIXIA: ["孙七"], JINAN: ["周八"], SHIZHONG: ["吴九"], ZAOZHUANG: []}


async def test_the_province_has_no_such_list() -> None:
    id = await accepted()
    async with desk_of(await cast.official(SHANDONG)) as desk:
        answers = [await desk.get(LIST), await desk.get(f"{LIST}/{id}")]
        home = await desk.get("/authority/bases")
    assert [answer.status_code for answer in answers] == [404, 404]
    assert "录用名单" not in home.text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=孙", ["孙七"]),
        ("q=测量", ["孙七"]),
        ("q=精工 孙", ["孙七"]),
        ("q=%25", []),
        ("state=cancelled", ["周八"]),
        ("state=all", ["孙七", "周八"]),
        ("state=waiting", ["孙七"]),
        ("position=99999999999", ["孙七"]),
        ("position=2000000000", []),
    ],
)
async def test_it_is_narrowed_by_its_address(query: str, found: list[str]) -> None:
    await accepted("孙七")
    await accepted("周八", state="cancelled", title="质检员")
    async with desk_of(await cast.official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}?{query}")).text
    assert [name for name in ("孙七", "周八") if f"<b>{name}</b>" in page] == found


async def test_a_city_narrows_it_by_county() -> None:
    await accepted("孙七", level="city")
    await accepted("吴九", county=SHIZHONG, level="city")
    async with desk_of(await cast.official(JINAN)) as desk:
        page = (await desk.get(f"{LIST}?county={SHIZHONG}")).text
    assert ("<b>吴九</b>" in page, "<b>孙七</b>" in page) == (True, False)
    assert "区县：市中区" in page


async def test_pages_of_twenty_keep_the_filter() -> None:
    base = await cast.base(await cast.employer())
    place = await cast.position(base, headcount=30)
    for _ in range(21):
        await cast.application(await cast.person(name="钱多"), place, "accepted")
    async with desk_of(await cast.official(LIXIA)) as desk:
        first, second = await desk.get(f"{LIST}?q=钱"), await desk.get(f"{LIST}?q=钱&page=2")
    assert (first.text.count("<b>钱多</b>"), second.text.count("<b>钱多</b>")) == (20, 1)
    assert "page=2" in first.text and "q=%E9%92%B1" in first.text


async def test_one_of_them_opens_with_the_form_and_the_ways_to_reach_masked() -> None:
    id = await accepted()
    async with desk_of(await cast.official(LIXIA)) as desk:
        page = (await desk.get(f"{LIST}/{id}")).text
    assert "愿意学习" in page
    assert "139****9000" in page
    assert "13900139000" not in page
    assert "文化东路1号</dd>" not in page


async def test_the_office_cancels_goes_back_to_its_list_and_the_person_reads_why() -> None:
    base = await cast.base(await cast.employer())
    person = await cast.person(name="孙七")
    id = await cast.application(person, await cast.position(base), "accepted")
    address, back = f"{LIST}/{id}/cancellation", f"{LIST}?q=S"
    async with desk_of(await cast.official(LIXIA)) as desk:
        asked = await desk.get(f"{address}?back={back}")
        fields = {"v": version_in(asked.text), "reason": "单位已停业", "back": back}
        done = await desk.post(address, dict(fields))
        after = await desk.get(f"{LIST}?state=cancelled")
        again = await desk.post(address, dict(fields))
    async with applicant_desk(person) as desk:
        mine = await desk.get("/applicant/applications")
    assert "确认取消录用" in asked.text
    assert (done.status_code, done.headers["location"]) == (303, back)
    assert "主管部门取消录用：单位已停业" in after.text
    assert "主管部门取消录用：单位已停业" in mine.text
    assert again.status_code == 409
    assert "您填写的取消原因：单位已停业" in again.text


@pytest.mark.parametrize(("region", "linked"), [(LIXIA, True), (JINAN, False)])
async def test_the_page_of_a_position_leads_the_acting_office_to_its_people(
    region: str, linked: bool
) -> None:
    base = await cast.base(await cast.employer())
    place = await cast.position(base)
    await cast.application(await cast.person(name="孙七"), place, "accepted")
    await cast.application(await cast.person(name="周八"), await cast.position(base), "accepted")
    async with desk_of(await cast.official(region)) as desk:
        position = await desk.get(f"/authority/positions/{place}")
        page = (await desk.get(f"{LIST}?position={place}")).text
    assert (f'href="{LIST}?position={place}"' in position.text) is linked
    assert ("<b>孙七</b>" in page, "<b>周八</b>" in page) == (linked, False)
