"""Searches as one types, 报名 in a row, and the rows of 见习基地申请."""

from jianxi.domain.viewers import PersonKind, Viewer
from tests.cast import JINAN, LIXIA, SHIZHONG, application, base, employer, official, person, position
from tests.htmx.scenes import Press, Scene
from tests.traineeships import departure, trainee

FIND = 'form[role="search"]'


async def _found(viewer: Viewer | None, page: str, **written: str) -> Scene:
    return Scene(viewer, page, (Press(FIND, {f"#{name}": text for name, text in written.items()}),))


async def _market(many: int = 2) -> int:
    """Positions of two units; the last of them."""
    other = await base(await employer(SHIZHONG))
    await position(other, title="数据标注员", county=SHIZHONG)
    of = await base(await employer())
    return [await position(of, title=f"软件测试员{number}") for number in range(many)][-1]


async def public_positions() -> Scene:
    await _market()
    return await _found(None, "/positions", title="测试", city="370100")


async def public_positions_of_many_pages() -> Scene:
    await _market(23)
    return await _found(None, "/positions?page=2", title="软件")


async def public_positions_without_any() -> Scene:
    await _market()
    return await _found(None, "/positions", title="没有这个", unit="没有")


async def public_bases() -> Scene:
    await base(await employer(name="济南云河软件有限公司"))
    await _market()
    return await _found(None, "/bases", q="云河")


async def own_positions() -> Scene:
    await _market()
    return await _found(await person(PersonKind.YOUTH), "/applicant/positions", title="测试")


async def bases_to_review() -> Scene:
    await base(await employer(name="济南云河软件有限公司"), "waiting_county")
    await base(await employer(), "waiting_county")
    return await _found(await official(LIXIA), "/authority/bases", q="云河")


async def accepted_people() -> Scene:
    place = await position(await base(await employer()))
    for name in ("周雨桐", "李想"):
        await application(await person(name=name), place, "accepted")
    return await _found(await official(LIXIA), "/authority/applications", q="李")


async def positions_to_review() -> Scene:
    of = await base(await employer())
    await position(of, "waiting_county", title="叉车作业技术员")
    await position(of, "waiting_county")
    return await _found(await official(LIXIA), "/authority/positions", q="叉车")


async def placements_to_review() -> Scene:
    await trainee("waiting", name="马·尔")
    await trainee("waiting")
    return await _found(await official(LIXIA), "/authority/placements", q="马·尔")


async def departures_to_review() -> Scene:
    for name in ("周雨桐", "李想"):
        await departure((await trainee(name=name)).placement, "waiting")
    return await _found(await official(LIXIA), "/authority/departures", q="李")


async def positions_to_publish() -> Scene:
    """With boxes, which the list of what waits has not."""
    of = await base(await employer())
    await position(of, "approved", title="叉车作业技术员")
    await position(of, "waiting_city")
    return await _found(await official(JINAN), "/authority/positions?state=approved", q="叉车")


async def applications() -> Scene:
    unit = await employer()
    place = await position(await base(unit))
    for _ in range(2):
        await application(await person(), place)
    return await _found(unit, "/employer/applications", q="赵", position=str(place))


async def positions_of_a_unit() -> Scene:
    unit = await employer()
    await position(await base(unit), title="叉车作业技术员")
    return await _found(unit, "/employer/positions?state=all", q="叉车")


async def trainees() -> Scene:
    of = await trainee(name="周雨桐")
    await trainee(unit=of.unit, position=of.position)
    return await _found(of.unit, "/employer/placements", q="周雨")


async def graduates() -> Scene:
    await person(PersonKind.CURRENT_GRADUATE)
    return await _found(await official(JINAN), "/authority/register", q="赵")


async def unit_accounts() -> Scene:
    await employer(LIXIA, "济南云河软件有限公司")
    await employer(LIXIA)
    return await _found(await official(LIXIA), "/authority/accounts", q="云河")


async def _applying(place: int, **more: object) -> Scene:
    button = f'#position-{place} button[hx-post="/applicant/applications"]'
    viewer = await person(PersonKind.YOUTH)
    return Scene(viewer, "/applicant/positions", (Press(button),), f"position-{place}", **more)  # type: ignore[arg-type]


async def applied() -> Scene:
    return await _applying(await _market())


async def applied_too_late() -> Scene:
    """The last seat went to somebody else."""
    place = await _market()

    async def filled() -> None:
        for _ in range(5):
            await application(await person(), place, "accepted")

    return await _applying(place, meanwhile=filled)


async def row_of_a_form(act: str, **before: str) -> Scene:
    """Added or taken away, with a word typed elsewhere in the form."""
    typed = {"#contact": "刘芳", "#introduction": "还没有写完"}
    presses = [Press(f'button[value="{each}"]', typed) for each in (*before.values(), act)]
    return Scene(await employer(), "/employer/base", tuple(presses))


async def part_of_a_form() -> Scene:
    """Saved alone, with a word typed into another part."""
    typed = {"#contact": "刘芳", "#introduction": "还没有写完"}
    return Scene(await employer(), "/employer/base", (Press('button[value="save:profile"]', typed),))


async def part_of_a_change() -> Scene:
    unit = await employer()
    await base(unit)
    press = Press('button[value="save:basics"]', {"#staff": "300", "#introduction": "还没有写完"})
    return Scene(unit, "/employer/base/amendment", (press,))
