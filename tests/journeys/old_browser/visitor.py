"""A visitor in Chromium 69 with scripts on, who clicks and types as a person and notices what must never be."""

import base64
import json
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.journeys.attachments import File
from tests.journeys.old_browser.protocol import SECONDS, Gone, Line
from tests.journeys.plain import TITLE

FINDING = (Path(__file__).parent / "finding.js").read_text(encoding="utf-8")
NOT_FOUND = "Failed to load resource"
"""Chromium writes such a line for each 4xx; those are judged by what the page says."""
ABORTED = ('["htmx:afterRequest', '["htmx:sendAbort')
"""What htmx says when 搜索 overtakes the search that typing began, which it should; a failure is htmx:sendError."""
BUTTONS, LINKS = "button", "a[href]"


class OldVisitor:
    """See `Visitor`. Each has cookies of their own."""

    def __init__(self, line: Line, address: str, size: tuple[int, int]) -> None:
        self.line, self.address, self.size = line, address, size
        self.faults: list[str] = []
        self.statuses: list[int] = []
        line.hear = self._hear
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.line.ask(f"{domain}.enable")
        self.line.ask("Page.addScriptToEvaluateOnNewDocument", source=FINDING)
        self.resize(size)

    def resize(self, size: tuple[int, int]) -> None:
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
        self.line.ask("Emulation.setDeviceMetricsOverride", **metrics)

    def _hear(self, method: str, told: dict[str, Any]) -> None:
        if method == "Network.responseReceived" and told["type"] in {"Document", "XHR"}:
            self.statuses.append(int(told["response"]["status"]))
        elif method == "Runtime.exceptionThrown":
            self.faults.append(json.dumps(told["exceptionDetails"])[:500])
        elif method == "Runtime.consoleAPICalled" and told["type"] == "error":
            said = json.dumps([each.get("value", "") for each in told["args"]], ensure_ascii=False)
            self.faults += [] if said.startswith(ABORTED) else [said]
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.faults += [told["entry"]["text"]] if NOT_FOUND not in told["entry"]["text"] else []

    def run(self, expression: str) -> Any:
        answer = self.line.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Gone(str(answer["exceptionDetails"].get("exception", {}).get("description", ""))[:300])
        return answer["result"].get("value")

    def does(self, function: str, *arguments: str) -> Any:
        """One of finding.js."""
        return self.run(f"visit.{function}({', '.join(json.dumps(each) for each in arguments)})")

    def until(self, function: str, *arguments: str) -> Any:
        """Its answer as soon as it is one; while a page is being left there is none."""
        deadline, last = time.monotonic() + SECONDS, ""
        while time.monotonic() < deadline:
            try:
                found = self.does(function, *arguments)
                if found:
                    return found
            except Gone as gone:
                last = str(gone)
            self.line.listen(0.03)
        raise AssertionError(
            f"{self.here}: {function}{arguments} {last}\n{self.run('document.body.innerText')}"
        )

    @property
    def here(self) -> str:
        return re.sub(r"^https?://[^/]+", "", str(self.run("location.href")))

    def check(self) -> None:
        """What holds on every page."""
        self.until("settled")
        title, wide, width = self.run("[document.title, document.scrollingElement.scrollWidth, innerWidth]")
        assert TITLE.match(title), f"{self.here}: {title}"
        assert wide <= width, f"{self.here} scrolls sideways: {wide} > {width}"
        assert not self.faults, self.faults

    def answered(self, before: int) -> None:
        """Waits for a page or a piece of one; 204 sends the script on to another page."""
        deadline = time.monotonic() + SECONDS
        while len(self.statuses) <= before or self.statuses[-1] == 204:
            assert time.monotonic() < deadline, f"{self.here}: nothing came of it"
            self.line.listen(0.05)
        self.check()

    def open(self, path: str) -> int:
        before = len(self.statuses)
        self.line.ask("Page.navigate", url=self.address + path)
        self.answered(before)
        return self.statuses[-1]

    def click(self, place: dict[str, Any]) -> None:
        assert place["free"], f"{self.here}: something lies over it"
        for kind in ("mousePressed", "mouseReleased"):
            at = {"x": place["x"], "y": place["y"], "button": "left", "clickCount": 1}
            self.line.ask("Input.dispatchMouseEvent", type=kind, **at)

    def key(self, letter: str) -> None:
        self.line.ask("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
        self.line.ask("Input.dispatchKeyEvent", type="keyUp", key=letter)

    def picture(self, path: Path) -> None:
        height = int(self.run("document.documentElement.scrollHeight"))
        self.resize((self.size[0], height))
        path.write_bytes(base64.b64decode(self.line.ask("Page.captureScreenshot")["data"]))
        self.resize(self.size)

    def follow(self, link: str, within: str = "") -> None:
        self._act(LINKS, link, within)

    def press(self, button: str, within: str = "") -> None:
        self._act(BUTTONS, button, within)

    def _act(self, selector: str, name: str, within: str) -> None:
        place = self.until("place", selector, name, within)
        before = len(self.statuses)
        self.click(place)
        self.answered(before)

    def go_to(self, entry: str) -> None:
        if not self.does("count", "#menu a", entry, ""):
            self.click(self.until("place", "a.to-menu", "菜单", ""))
        self._act("#menu a", entry, "")

    def fill(self, label: str, value: str, within: str = "") -> None:
        if self.until("prepare", label, value, within) == "typing":
            for letter in value[:-1]:
                self.line.tell("Input.dispatchKeyEvent", type="char", text=letter)
            self.line.ask("Input.dispatchKeyEvent", type="char", text=value[-1])

    def tick(self, label: str, within: str = "") -> None:
        place = self.does("ticking", label, within)
        if place:
            self.click(place)

    def attach(self, label: str, *files: File, within: str = "") -> None:
        sent = [text for name, data in files for text in (name, base64.b64encode(data).decode())]
        self.until("attach", label, within, *sent)

    def upload(self, label: str, *files: File) -> None:
        before = len(self.statuses)
        self.attach(label, *files)
        self.answered(before)

    def download(self, link: str, within: str = "") -> File:
        said, content = self.until("saved", link, within)
        return unquote(said.partition("filename*=UTF-8''")[2]), base64.b64decode(content)

    def unfold(self, summary: str, within: str = "") -> None:
        self.click(self.until("place", "summary", summary, within))

    def sees(self, text: str, within: str = "") -> None:
        self.until("says", text, within)

    def misses(self, text: str) -> None:
        self.until("settled")
        assert not self.does("says", text, ""), f"{self.here} says “{text}”"

    def value(self, label: str) -> str:
        return str(self.does("value", label))

    def offers(self, button: str, within: str = "") -> bool:
        return bool(self.does("count", BUTTONS, button, within))
