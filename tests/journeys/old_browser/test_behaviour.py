"""What scripts and styles promise, in Chromium 69: keys, live search, swaps, no sideways scrolling in any size."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.journeys import bases, positions
from tests.journeys.browser import DESKTOP, PHONE
from tests.journeys.cast import SOFTWARE
from tests.journeys.installation import Installation, serving
from tests.journeys.old_browser.browser import chromium_69
from tests.journeys.old_browser.protocol import call
from tests.journeys.old_browser.visitor import OldVisitor
from tests.journeys.plain import PlainVisitor

LIST = "/authority/positions?state=waiting"
TITLES = ("数据标注员", "软件测试员", "技术文档员")
PAGES = ("/", "/positions", "/bases", "/help", "/login", "/register/employer", "/login/identity")
DESK = (LIST, "/authority/positions?state=all", "/authority/bases?state=all", "/authority/register")


@pytest.fixture(scope="module")
def official(seeded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OldVisitor]:
    """历下区 with three positions to decide."""
    folder = tmp_path_factory.mktemp("old")
    shutil.copy(seeded_sqlite, folder / "jianxi.sqlite3")
    with ExitStack() as stack:
        address = stack.enter_context(serving(Installation(folder, f"sqlite:///{folder / 'jianxi.sqlite3'}")))
        employer, county, city = [stack.enter_context(closing(PlainVisitor(address))) for _ in range(3)]
        bases.sign_in(county, "lixia")
        bases.sign_in(city, "jinan")
        bases.approved(employer, county, city, SOFTWARE)
        for title in TITLES:
            positions.add(employer, title)
        browser = stack.enter_context(chromium_69())
        visitor = OldVisitor(stack.enter_context(call(browser.tab())), address, DESKTOP)
        bases.sign_in(visitor, "lixia")
        yield visitor
        assert visitor.faults == []


def at(official: OldVisitor) -> str:
    """The row under the keys' mark, if the focus is in it."""
    found = official.run("(document.activeElement.closest('tbody.is-at') || {}).textContent || ''")
    return " ".join(str(found).split())


def test_keys_decide_in_the_list_and_the_focus_goes_to_the_next_row(official: OldVisitor) -> None:
    official.open(LIST)
    names = official.run("Array.from(document.querySelectorAll('tbody[id] b')).map(each => each.textContent)")
    official.run("document.querySelector('a.key').focus()")

    official.key("j")
    assert names[1] in at(official)
    official.key("a")
    official.sees("等待审核（市级）", within=names[1])
    official.until("settled")

    assert names[2] in at(official)
    assert [name for name in names if name in at(official)] == [names[2]]


def test_a_key_asks_for_the_reasons_in_the_row(official: OldVisitor) -> None:
    official.open(LIST)
    official.run("document.querySelector('tbody[data-waiting] a.key').focus()")

    official.key("r")

    official.sees("不通过原因")
    official.until("settled")
    assert official.run("document.activeElement.type") == "checkbox"


def test_what_is_typed_narrows_the_list_and_stays_in_the_address(official: OldVisitor) -> None:
    official.open("/authority/positions?state=all")

    official.fill("单位或职位", "标注")
    before = len(official.statuses)
    official.answered(before)

    official.sees("数据标注员")
    official.misses("软件测试员")
    assert "q=%E6%A0%87%E6%B3%A8" in official.here


@pytest.mark.parametrize("size", ["标准", "大字", "特大"])
def test_no_page_scrolls_sideways_in_any_size(official: OldVisitor, size: str) -> None:
    official.open("/help")
    official.click(official.until("place", "summary", "字号", ""))
    official.press(size)

    for window in (DESKTOP, PHONE):
        official.resize(window)
        for page in (*PAGES, *DESK):
            official.open(page)
    official.resize(DESKTOP)
