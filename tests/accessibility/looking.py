"""Looks at a page as axe does and as a person would: rules, sideways scrolling, cut-off text, small targets."""

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
LOOKING = (Path(__file__).parent / "looking.js").read_text(encoding="utf-8")
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
"""WCAG 2.2 AA, and of AAA the contrast of 7:1."""
RUN = f"axe.run(document, {json.dumps(RULES)}).then(found => found.violations)"
LOOKS = [f"{size}.{contrast}" for contrast in ("normal", "high") for size in ("standard", "large", "larger")]
WIDE, NARROW = (1366, 768), (375, 720)


@dataclass(frozen=True, slots=True)
class Fault:
    """`rule` in a word, `what` with the element."""

    where: str
    rule: str
    what: str


def wear(context: BrowserContext, address: str, look: str) -> None:
    """字号 and 高对比, as the server keeps them."""
    context.add_cookies([{"name": "jianxi-look", "value": look, "url": address}])


def look_at(page: Page, where: str) -> list[Fault]:
    """In both widths; the rules in the wide one."""
    found = [Fault(where, "axe " + each["id"], _nodes(each)) for each in violations(page)]
    for size in (WIDE, NARROW):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        found += [Fault(f"{where} {size[0]}px", "looks", each) for each in page.evaluate(LOOKING)]
    return found


def violations(page: Page) -> list[dict[str, Any]]:
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    # At its end: there a bar that sticks to the bottom of the window covers nothing, as after scrolling.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN)
    return found


def _nodes(violation: dict[str, Any]) -> str:
    nodes = [f"{node['html'][:160]} ({node['failureSummary'][:200]})" for node in violation["nodes"][:3]]
    return f"{len(violation['nodes'])} × " + " | ".join(nodes)
