"""What is done on a page: who looks at which list, what they write there and press, and what others did meanwhile."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from justhtml import Element

from jianxi.domain.viewers import Viewer
from tests.hostile.visiting import visiting
from tests.htmx.controls import tick, write
from tests.htmx.page import Page, opened


@dataclass(frozen=True, slots=True)
class Press:
    """A button, or a form to search by, after what is written and ticked before it; all by CSS selectors."""

    selector: str
    written: dict[str, str] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """`row` is the record that is acted on; `meanwhile` happens before the last press."""

    viewer: Viewer | None
    address: str
    presses: tuple[Press, ...]
    row: str = ""
    meanwhile: Callable[[], Awaitable[object]] | None = None


async def _act(page: Page, press: Press) -> None:
    element = filled_in(page, press)
    await (page.press(element) if element.name == "button" else page.search(element))


def filled_in(page: Page, press: Press) -> Element:
    """What is to be pressed, once everything is written and ticked."""
    for selector, text in press.written.items():
        write(page.one(selector), text)
    for selector in press.ticked:
        tick(page.one(selector))
    return page.one(press.selector)


async def played(scene: Scene, compare: Callable[[Page], Awaitable[None]]) -> None:
    """Plays it and hands over the page as it then stands, with the visitor still there."""
    async with visiting(scene.viewer) as visitor:
        page = await opened(visitor, scene.address)
        for press in scene.presses[:-1]:
            await _act(page, press)
        if scene.meanwhile is not None:
            await scene.meanwhile()
        await _act(page, scene.presses[-1])
        await compare(page)
