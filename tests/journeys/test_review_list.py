"""What the review list promises in a browser: keys, tabs, the back button, second clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.browser import BrowserVisitor
from tests.journeys.office import Office, office

LIST = "/authority/positions"


@pytest.fixture(scope="module")
def at_work(seeded_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(seeded_sqlite, tmp_path_factory.mktemp("office")) as opened:
        yield opened


def listed(official: BrowserVisitor, titles: list[str]) -> None:
    """The list of what waits, narrowed to these."""
    official.open(f"{LIST}?state=waiting&q={titles[0][:-2]}")
    for title in titles:
        official.sees(title)


def row_at(official: BrowserVisitor) -> str:
    return official.page.locator("tbody.is-at").inner_text()


def test_a_clean_case_is_passed_with_one_key_and_the_next_one_has_the_focus(at_work: Office) -> None:
    titles, official = at_work.positions(3), at_work.window()
    listed(official, titles)
    rows = official.page.locator("tbody[id]")
    names = [rows.nth(number).locator("b").inner_text() for number in range(3)]

    rows.first.locator("a.key").focus()
    official.page.keyboard.press("j")
    assert names[1] in row_at(official)
    official.page.keyboard.press("k")
    assert names[0] in row_at(official)
    official.page.keyboard.press("a")

    expect(rows.first).to_contain_text("等待审核（市级）")
    expect(official.page.locator("tbody.is-at")).to_contain_text(names[1])
    assert names[1] in official.page.evaluate("document.activeElement.closest('tbody').innerText")


def test_a_key_asks_for_the_reasons_and_typing_in_them_decides_nothing(at_work: Office) -> None:
    titles, official = at_work.positions(2), at_work.window()
    listed(official, titles)
    row = official.page.locator("tbody[id]").first

    row.locator("a.key").focus()
    official.page.keyboard.press("r")
    expect(row.get_by_label("与已有岗位重复", exact=True)).to_be_visible()
    row.get_by_label("补充说明", exact=True).press_sequentially("a r j k")

    assert row.get_by_label("补充说明", exact=True).input_value() == "a r j k"
    expect(row.get_by_role("button", name="确认审核不通过")).to_be_visible()
    assert official.page.locator("tbody[data-waiting]").count() == len(titles)


@pytest.mark.parametrize("key", ["Escape", "j", "r"])
def test_the_help_of_the_keys_closes_on_escape_on_another_key_and_when_a_row_opens(
    at_work: Office, key: str
) -> None:
    titles, official = at_work.positions(1), at_work.window()
    listed(official, titles)
    official.page.locator("tbody[id] a.key").first.focus()

    official.page.keyboard.press("?")
    expect(official.page.locator("[data-keys-help]")).to_have_attribute("open", "")
    official.page.keyboard.press(key)

    expect(official.page.locator("[data-keys-help]")).not_to_have_attribute("open", "")


def test_the_current_tab_is_in_sight_on_a_phone(at_work: Office) -> None:
    official = at_work.window()
    official.page.set_viewport_size({"width": 375, "height": 667})

    official.open(f"{LIST}?state=all")

    # Widths are fractions and scrolled by whole pixels: of the last tab a third of one may be over the edge.
    expect(official.page.locator("#tabs [aria-current]")).to_be_in_viewport(ratio=0.99)


def test_a_second_tab_is_told_who_was_first_and_shows_the_fresh_row(at_work: Office) -> None:
    (title,), official = at_work.positions(1), at_work.window()
    listed(official, [title])
    first, second = official.page, official.tab()
    second.goto(first.url)

    official.press("审核通过", within=title)
    official.page = second
    official.press("审核不通过", within=title)

    official.sees("您的操作未执行。李建国已于", within=title)
    official.sees("等待审核（市级）", within=title)
    assert 409 in official.statuses


def test_a_stale_plain_form_answers_409_with_the_same_sentence(at_work: Office) -> None:
    (title,) = at_work.positions(1)
    county, other = at_work.county, at_work.window()
    county.open(f"{LIST}?state=waiting&q={title}")
    listed(other, [title])
    other.press("审核通过", within=title)

    county.press("审核通过", within=title)

    assert county.status == 409
    county.sees("您的操作未执行。李建国已于")


def test_a_second_click_decides_nothing_twice(at_work: Office) -> None:
    (title,), official = at_work.positions(1), at_work.window()
    listed(official, [title])

    official.page.locator("tbody[id]").get_by_role("button", name="审核通过").dblclick()
    official.sees("等待审核（市级）", within=title)
    official.follow(title)

    expect(official.page.locator("main").get_by_text("李建国")).to_have_count(1)


def test_decisions_on_their_pages_lead_on_to_what_waits_and_back_to_the_list_as_it_was(
    at_work: Office,
) -> None:
    titles, official = at_work.positions(1), at_work.window()
    listed(official, titles)
    left = official.here

    official.follow(titles[0])
    official.press("审核通过")
    if official.here != left:
        official.follow("返回列表")

    assert official.here == left
    official.misses("审核不通过：")


def test_the_back_button_after_a_decision_keeps_the_filters(at_work: Office) -> None:
    titles, official = at_work.positions(2), at_work.window()
    listed(official, titles)
    left = official.here

    official.press("审核通过", within=titles[0])
    official.follow(titles[1])
    official.page.go_back()
    official.check()

    assert official.here == left
    assert official.value("单位或职位") == titles[0][:-2]
    official.sees(titles[1])
    assert not official.offers("审核通过", within=titles[0])
