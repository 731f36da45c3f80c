"""A visitor without a mouse: Tab, Enter, Space and the arrows, who notices focus that is lost, hidden or not shown."""

from collections.abc import Callable

from playwright.sync_api import Locator

from tests.journeys.browser import BrowserVisitor

MOST_STOPS = 400
MOST_OPTIONS = 250
LOOK = """target => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
  const around = at.closest('label') || at;
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const hit = document.elementFromPoint(x, y);
  const free = at === document.body || hit && (around.contains(hit) || hit.contains(at));
  const name = at.tagName + ' ' + (at.textContent || at.name || '').trim().slice(0, 30);
  return [at === target, at === document.body || shown ? '' : name + ' does not show that it has the focus',
          free ? '' : name + ' has the focus and is hidden'];
}"""


class KeyboardVisitor(BrowserVisitor):
    """See `Visitor`."""

    def reach(self, wanted: Locator) -> None:
        """Tab by Tab."""
        wanted.wait_for(state="attached")
        target = wanted.element_handle()
        for _ in range(MOST_STOPS):
            hit, *faults = self.page.evaluate(LOOK, target)
            self.faults += [f"{self.here}: {fault}" for fault in faults if fault]
            if hit:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{self.here}: no way by Tab to {wanted}")

    def _by_key(self, wanted: Locator, key: str) -> None:
        """After it the focus is somewhere, if the page is still the same."""
        self.reach(wanted)
        self.page.evaluate("window.still = true")
        self._act(lambda: self.page.keyboard.press(key))
        lost = self.page.evaluate("window.still === true && document.activeElement === document.body")
        assert not lost, f"{self.here}: the focus is lost after {wanted}"

    def follow(self, link: str, within: str = "") -> None:
        self._named("link", link, within).wait_for()
        self._by_key(self._named("link", link, within), "Enter")

    def press(self, button: str, within: str = "") -> None:
        self._named("button", button, within).wait_for()
        self._by_key(self._named("button", button, within), "Space")

    def go_to(self, entry: str) -> None:
        self._by_key(self.page.locator("#menu").get_by_role("link", name=entry).first, "Enter")

    def tick(self, label: str, within: str = "") -> None:
        box = self.part(within).get_by_label(label, exact=True)
        self.reach(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def fill(self, label: str, value: str, within: str = "") -> None:
        control = self.part(within).get_by_label(label, exact=True).first
        self.reach(control)
        kind = str(control.evaluate("element => element.tagName === 'SELECT' ? 'select' : element.type"))
        ways: dict[str, Callable[[Locator, str], None]] = {"select": self._choose, "date": self._type_date}
        ways.get(kind, self._type)(control, value)

    def _type(self, _control: Locator, value: str) -> None:
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(value)

    def _type_date(self, control: Locator, value: str) -> None:
        """Its parts one after the other, in the order of the browser's own language."""
        year, month, day = value.split("-")
        for keys in ([*year, "ArrowRight", *month, *day], [*month, *day, *year]):
            for key in (*["ArrowLeft"] * 3, *keys):
                self.page.keyboard.press(key)
            if control.input_value() == value:
                return
        raise AssertionError(f"{self.here}: {value} became {control.input_value()}")

    def _choose(self, control: Locator, value: str) -> None:
        """Up to the first option, then down to the one that says so."""
        shown = "element => element.selectedOptions[0].text"
        self.page.keyboard.press("Home")
        for _ in range(MOST_OPTIONS):
            if control.evaluate(shown) == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{self.here}: no option {value}")
