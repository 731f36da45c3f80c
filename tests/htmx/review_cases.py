"""Decisions in rows: 见习基地审核, 见习岗位审核 and 见习报名管理, with every answer that they may get."""

from collections.abc import Awaitable, Callable
from functools import partial

from jianxi.domain.viewers import Viewer
from tests.cast import JINAN, LIXIA, application, base, employer, official, person, position
from tests.hostile.visiting import visiting
from tests.htmx.scenes import Press, Scene
from tests.traineeships import departure, trainee

Made = tuple[Viewer, int]
"""Who decides, and the record."""


async def base_at_county() -> Made:
    await base(await employer(), "waiting_county")
    return await official(LIXIA), await base(await employer(), "waiting_county")


async def base_at_city() -> Made:
    await base(await employer(), "waiting_city")
    return await official(JINAN), await base(await employer(), "waiting_city")


async def position_at_county() -> Made:
    of = await base(await employer())
    await position(of, "waiting_county", title="质量检验见习生")
    return await official(LIXIA), await position(of, "waiting_county")


async def position_at_city() -> Made:
    of = await base(await employer())
    await position(of, "waiting_city", title="质量检验见习生")
    return await official(JINAN), await position(of, "waiting_city")


async def position_to_publish() -> Made:
    of = await base(await employer())
    await position(of, "approved", title="质量检验见习生")
    return await official(JINAN), await position(of, "approved")


async def application_for_the_last_seat() -> Made:
    unit = await employer()
    place = await position(await base(unit), headcount=1)
    await application(await person(), place)
    return unit, await application(await person(), place)


async def placement_with_its_agreement() -> Made:
    await trainee("waiting")
    return await official(LIXIA), (await trainee("waiting")).placement


async def number_of_a_trainee() -> Scene:
    """查看完整号码, in its place on the page."""
    viewer, id = await placement_with_its_agreement()
    press = Press('button[hx-post*="/number?"]')
    return Scene(viewer, f"{PAGES['placement']}/{id}?back=%2Fauthority%2Fplacements", (press,))


async def departure_with_its_certificate() -> Made:
    await departure((await trainee()).placement, "waiting")
    return await official(LIXIA), await departure((await trainee()).placement, "waiting")


PAGES = {
    "base": "/authority/bases",
    "position": "/authority/positions",
    "application": "/employer/applications",
    "placement": "/authority/placements",
    "departure": "/authority/departures",
}


def _button(path: str) -> str:
    return f'button[hx-post="{path}"]'


async def decided(noun: str, verb: str, make: Callable[[], Awaitable[Made]], tab: str = "all") -> Scene:
    """One press."""
    viewer, id = await make()
    press = Press(_button(f"{PAGES[noun]}/{id}/{verb}"))
    return Scene(viewer, f"{PAGES[noun]}?state={tab}", (press,), f"{noun}-{id}")


async def refused(
    noun: str, make: Callable[[], Awaitable[Made]], reason: str = "other", note: str = ""
) -> Scene:
    """审核不通过 and 确认审核不通过, with a reason and a note or without."""
    viewer, id = await make()
    button = _button(f"{PAGES[noun]}/{id}/rejection")
    row = f"#{noun}-{id}"
    written = {f"#note-{id}": note} if note else {}
    ticked = (f'{row} input[value="{reason}"]',) if reason else ()
    presses = (Press(button), Press(button, written, ticked))
    return Scene(viewer, f"{PAGES[noun]}?state=all", presses, f"{noun}-{id}")


async def second(noun: str, verb: str, make: Callable[[], Awaitable[Made]]) -> Scene:
    """Somebody else rejected it while the page was open."""
    viewer, id = await make()
    meanwhile = partial(_rejects, viewer, noun, id)
    press = Press(_button(f"{PAGES[noun]}/{id}/{verb}"))
    return Scene(viewer, f"{PAGES[noun]}?state=all", (press,), f"{noun}-{id}", meanwhile)


async def _rejects(viewer: Viewer, noun: str, id: int) -> None:
    path = f"{PAGES[noun]}/{id}/rejection"
    sent = {"v": ["1"], f"reason-{id}": ["other"], f"note-{id}": ["请核对"], f"confirm-{id}": ["yes"]}
    async with visiting(viewer) as colleague:
        assert (await colleague.post(path, sent)).status_code == 303
