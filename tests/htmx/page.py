"""A page in somebody's window with htmx at work: what it asks for, and what it does with each answer."""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx
from justhtml import Element, JustHTML

from tests.hostile.visiting import FORM, Visitor
from tests.htmx.controls import sent_by
from tests.htmx.document import around, by_id, children, elements, parse, refill, replace

FLASH = re.compile(r"\s*<[^>]* data-flash")
"""app.js puts an answer that begins so into #flash, whatever asked for it."""


@dataclass
class Page:
    """`address` is what stands in the address bar; `gone_to` where HX-Redirect sent the window."""

    visitor: Visitor
    address: str
    tree: JustHTML
    status: int = 0
    gone_to: str = ""

    @property
    def root(self) -> object:
        return self.tree.root

    def one(self, selector: str) -> Element:
        found = self.tree.query(selector)
        assert len(found) == 1, f"{self.address}: {len(found)} elements {selector}"
        return found[0]  # type: ignore[return-value]

    def settings(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.one('meta[name="htmx-config"]').attrs["content"] or "")
        return found

    async def reloaded(self) -> "Page":
        return await opened(self.visitor, self.gone_to or self.address)

    async def press(self, button: Element) -> None:
        """A button with hx-post, with the header that the body gives to all."""
        given = json.loads(self.one("body").attrs["hx-headers"] or "{}")
        self.take(await self._post(button, "hx-post", {"HX-Request": "true", **given}), button)

    async def submit(self, button: Element) -> "Page":
        """The same button without a script: another page."""
        answer = await self._post(button, "formaction", {})
        return Page(self.visitor, self.address, parse(answer.text), answer.status_code)

    async def _post(self, button: Element, url: str, headers: dict[str, str]) -> httpx.Response:
        form = around(button, "form")
        assert form is not None and button.attrs.get("type") == "submit"
        address = button.attrs.get(url) or form.attrs["action"] or ""
        content, kind = urlencode(sent_by(form, button)), {"Content-Type": FORM}
        return await self.visitor.client.post(address, content=content, headers=headers | kind)

    async def search(self, form: Element) -> None:
        """A form with hx-get, submitted or searched while one types."""
        asked = f"{form.attrs['hx-get']}?{urlencode(sent_by(form, None))}"
        self.take(await self.visitor.client.get(asked, headers={"HX-Request": "true"}), form, asked)

    def take(self, answer: httpx.Response, by: Element, asked: str = "") -> None:
        """What htmx does with an answer, in its own order: selected pieces, pieces that name their place, the target."""
        self.status, self.gone_to = answer.status_code, answer.headers.get("HX-Redirect", "")
        if self.gone_to or not _swaps(self.settings(), answer.status_code):
            return
        flash, flashed = by_id(self.root, "flash"), bool(FLASH.match(answer.text))
        assert flash is not None
        if flashed or answer.status_code < 400:
            refill(flash, [])
        self._follow(answer, by, asked)
        fragment, title = _fragment(answer.text)
        if title is not None:
            refill(self.one("title"), children(title))
        self._put_aside(fragment, by)
        if flashed:
            refill(flash, children(fragment))
            return
        select = by.attrs.get("hx-select") or ""
        self._swap(
            by, [found for found in [by_id(fragment, select[1:])] if found] if select else children(fragment)
        )

    def _follow(self, answer: httpx.Response, by: Element, asked: str) -> None:
        told = answer.headers.get("HX-Push-Url") or answer.headers.get("HX-Replace-Url") or ""
        wanted = by.attrs.get("hx-push-url") or by.attrs.get("hx-replace-url") or ""
        self.address = told or (asked if wanted == "true" else wanted) or self.address

    def _put_aside(self, fragment: object, by: Element) -> None:
        """Out of band: `hx-select-oob` names pieces of the answer, `hx-swap-oob` in it names their places."""
        for name in filter(None, (by.attrs.get("hx-select-oob") or "").split(",")):
            piece = by_id(fragment, name.strip().removeprefix("#"))
            if piece is not None:
                self._put(piece, "outerHTML")
        inside = [each.template_content for each in elements(fragment) if each.name == "template"]
        for part in [fragment, *inside]:
            for piece in [each for each in elements(part) if "hx-swap-oob" in each.attrs]:
                self._put(piece, piece.attrs.pop("hx-swap-oob") or "true")
        for each in [each for each in elements(fragment) if each.name == "template"]:
            replace(each, [])

    def _put(self, piece: Element, style: str) -> None:
        place = by_id(self.root, str(piece.attrs["id"]))
        if piece.parent is not None:
            piece.parent.remove_child(piece)
        if place is not None and style == "innerHTML":
            refill(place, children(piece))
        elif place is not None:
            assert style in {"true", "outerHTML"}, style
            replace(place, [piece])

    def _swap(self, by: Element, new: list[object]) -> None:
        target = self.one(by.attrs.get("hx-target") or "")
        style = by.attrs.get("hx-swap", "innerHTML")
        assert style in {"outerHTML", "innerHTML"}, style
        replace(target, new) if style == "outerHTML" else refill(target, new)


def _swaps(settings: dict[str, object], status: int) -> bool:
    handling = settings["responseHandling"]
    assert isinstance(handling, list)
    return next(bool(each["swap"]) for each in handling if re.search(each["code"], str(status)))


def _fragment(html: str) -> tuple[object, Element | None]:
    """htmx reads a whole page as a page and anything else inside a <template>, where a row needs no table."""
    if re.match(r"\s*(<!doctype[^>]*>)?\s*<html", html, re.IGNORECASE):
        tree = parse(html)
        return tree.query("body")[0], tree.query("title")[0]  # type: ignore[return-value]
    tree = parse(f"<body><template>{html}</template></body>")
    return tree.query("template")[0].template_content, None  # type: ignore[union-attr]


async def opened(visitor: Visitor, address: str) -> Page:
    answer = await visitor.client.get(address, follow_redirects=True)
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
    return Page(visitor, address, parse(answer.text))
