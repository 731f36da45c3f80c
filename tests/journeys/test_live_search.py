"""The search answers while one types, in the address, and never in the middle of a composition."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys import positions
from tests.journeys.browser import BrowserVisitor
from tests.journeys.office import Office, office


@pytest.fixture(scope="module")
def portal(seeded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """With three published positions."""
    with office(seeded_sqlite, tmp_path_factory.mktemp("portal")) as opened:
        elsewhere = {"工作地点（市）": "青岛市", "工作地点（区县）": "市南区"}
        positions.add(opened.employer, "数据标注员")
        positions.add(opened.employer, "软件测试员")
        positions.add(opened.employer, "青岛驻场工程师", 2, **elsewhere)
        titles = ["数据标注员", "软件测试员", "青岛驻场工程师"]
        for title in titles:
            positions.passes(opened.county, title)
            positions.passes(opened.city, title)
        positions.publishes(opened.city, titles)
        yield opened


@pytest.fixture
def seeker(portal: Office) -> BrowserVisitor:
    visitor = portal.window("")
    visitor.open("/positions")
    visitor.sees("数据标注员")
    return visitor


@pytest.mark.parametrize("label", ["职位名称", "单位名称"])
def test_what_is_typed_narrows_the_list_without_a_button(seeker: BrowserVisitor, label: str) -> None:
    words = {"职位名称": "测试", "单位名称": "没有这个单位"}[label]

    seeker.page.get_by_label(label, exact=True).press_sequentially(words)

    expect(seeker.page.get_by_text("数据标注员")).to_have_count(0)
    seeker.page.wait_for_url("**/positions?*")
    seeker.page.reload()
    seeker.misses("数据标注员")
    assert seeker.value(label) == words


def test_a_place_narrows_the_list_and_the_counties_follow_the_city(seeker: BrowserVisitor) -> None:
    seeker.fill("地区（市）", "青岛市")
    expect(seeker.page.get_by_text("数据标注员")).to_have_count(0)
    seeker.sees("青岛驻场工程师")

    offered = seeker.page.get_by_label("地区（区县）", exact=True).inner_text()

    assert "市南区" in offered
    assert "历下区" not in offered


def test_nothing_is_asked_in_the_middle_of_a_composition(seeker: BrowserVisitor) -> None:
    """Pinyin: letters stand in the field until a word is chosen."""
    asked: list[str] = []
    seeker.page.on("request", lambda request: asked.append(request.url))
    box = seeker.page.get_by_label("职位名称", exact=True)
    box.focus()
    speaker = seeker.context.new_cdp_session(seeker.page)
    for letters in ("c", "ce", "ce s", "ce sh", "ce shi"):
        speaker.send("Input.imeSetComposition", {"text": letters, "selectionStart": 1, "selectionEnd": 1})
        seeker.page.wait_for_timeout(80)
    before = list(asked)

    speaker.send("Input.insertText", {"text": "测试"})
    expect(seeker.page.get_by_text("数据标注员")).to_have_count(0)

    assert not before
    assert len([address for address in asked if "/positions?" in address]) == 1
