"""A visitor in Chromium with scripts on, who notices what must never be: sideways scrolling, errors, wrong titles."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    FilePayload,
    Locator,
    Page,
    Response,
    expect,
    sync_playwright,
)

from tests.journeys.attachments import File, media_type
from tests.journeys.plain import TITLE

BENIGN = ("Failed to load resource", "htmx:sendAbort", "htmx:afterRequest")
PARTS = "tbody[id], tbody:not([id]) > tr, fieldset, li, section, form"
DESKTOP, PHONE = (1366, 768), (375, 720)
MILLISECONDS = 8000
SETTLED = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling, [aria-busy=true]')"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is needed for these tests: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--lang=zh-CN"]
        )
        yield browser
        browser.close()


class BrowserVisitor:
    """See `Visitor`. Each has cookies of their own."""

    def __init__(
        self, browser: Browser, address: str, size: tuple[int, int] = DESKTOP, script: bool = True
    ) -> None:
        self.context = browser.new_context(
            base_url=address,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=script,
        )
        self.context.set_default_timeout(MILLISECONDS)
        self.faults: list[str] = []
        self.allowed: set[int] = set()
        self.statuses: list[int] = []
        self.page = self.tab()

    def tab(self) -> Page:
        """Another tab of the same person."""
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("response", self._note)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        """What is none of the pages' fault: Chromium writes a line for each 4xx, which are judged by what the page says,
        and htmx two where 搜索 is pressed while what was typed is still being searched for."""
        if message.type == "error" and not any(words in message.text for words in BENIGN):
            self.faults.append(f"{self.page.url}: {message.text}")

    def _note(self, response: Response) -> None:
        if response.request.resource_type in {"document", "xhr", "fetch"}:
            self.statuses.append(response.status)
        if response.status >= 500:
            self.faults.append(f"{response.url}: {response.status}")

    def close(self) -> None:
        self.context.close()
        assert not self.faults, self.faults

    def picture(self, path: Path) -> None:
        self.page.screenshot(path=path, full_page=True)

    @property
    def here(self) -> str:
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def check(self) -> None:
        """What holds on every page."""
        self.page.wait_for_function(SETTLED)
        assert TITLE.match(self.page.title()), f"{self.here}: {self.page.title()}"
        wide = self.page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], f"{self.here} scrolls sideways: {wide[0]} > {wide[1]}"
        assert not self.faults, self.faults

    def open(self, path: str) -> int:
        answer = self.page.goto(path)
        self.check()
        return answer.status if answer else 0

    def part(self, within: str) -> Locator | Page:
        return self.page.locator(PARTS).filter(has_text=within).last if within else self.page

    def _act(self, deed: Callable[[], None]) -> None:
        """Waits for the answer, be it a page or a piece of one."""
        with self.page.expect_response(
            lambda answer: answer.request.resource_type in {"document", "xhr", "fetch"}
        ):
            deed()
        self.page.wait_for_load_state()
        self.check()

    def _named(self, role: str, name: str, within: str) -> Locator:
        part = self.part(within)
        called = re.compile("^" + re.escape(name))
        found = part.get_by_role("button" if role == "button" else "link", name=called)
        exact = part.get_by_role("button" if role == "button" else "link", name=name, exact=True)
        return exact.first if exact.count() else found.first

    def follow(self, link: str, within: str = "") -> None:
        self._named("link", link, within).wait_for()
        self._act(lambda: self._named("link", link, within).click())

    def go_to(self, entry: str) -> None:
        link = self.page.locator("#menu").get_by_role("link", name=re.compile("^" + re.escape(entry)))
        if not link.is_visible():
            self.page.get_by_role("link", name="菜单", exact=True).click()
        self._act(link.click)

    def fill(self, label: str, value: str, within: str = "") -> None:
        control = self.part(within).get_by_label(label, exact=True).first
        if control.evaluate("element => element.tagName") == "SELECT":
            control.select_option(label=value)
        else:
            control.fill(value)

    def tick(self, label: str, within: str = "") -> None:
        self.part(within).get_by_label(label, exact=True).check()

    def attach(self, label: str, *files: File, within: str = "") -> None:
        control = self.part(within).get_by_label(label, exact=True).first
        chosen: list[FilePayload] = [
            {"name": name, "mimeType": media_type(name), "buffer": content} for name, content in files
        ]
        control.set_input_files(chosen)

    def upload(self, label: str, *files: File) -> None:
        self._act(lambda: self.attach(label, *files))

    def download(self, link: str, within: str = "") -> File:
        with self.page.expect_download() as saving:
            self._named("link", link, within).click()
        saved = saving.value
        return saved.suggested_filename, Path(saved.path()).read_bytes()

    def value(self, label: str) -> str:
        control = self.page.get_by_label(label, exact=True).first
        shown: str = control.evaluate("e => e.tagName === 'SELECT' ? e.selectedOptions[0].text : e.value")
        return shown

    def offers(self, button: str, within: str = "") -> bool:
        name = re.compile("^" + re.escape(button))
        return self.part(within).get_by_role("button", name=name).count() > 0

    def press(self, button: str, within: str = "") -> None:
        self._named("button", button, within).wait_for()
        self._act(lambda: self._named("button", button, within).click())

    def unfold(self, summary: str, within: str = "") -> None:
        called = re.compile("^\\s*" + re.escape(summary))
        self.part(within).locator("summary").filter(has_text=called).first.click()

    def sees(self, text: str, within: str = "") -> None:
        part = self.part(within)
        words = part if isinstance(part, Locator) else part.locator("body")
        expect(words).to_contain_text(text, timeout=MILLISECONDS)

    def misses(self, text: str) -> None:
        self.page.wait_for_function(SETTLED)
        expect(self.page.locator("body")).not_to_contain_text(text)
