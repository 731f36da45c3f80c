"""Every page × role × state of the demo: the rules of WCAG 2.2 AA, 7:1, 44px, no sideways scrolling, no cut-off text."""

from collections.abc import Iterator
from contextlib import ExitStack, closing

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.accessibility.choosing import MOST, Seen, covering, crawl
from tests.accessibility.demo import demo, enter, people
from tests.accessibility.looking import LOOKS, Fault, look_at, violations, wear
from tests.journeys.browser import chromium


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with demo(tmp_path_factory.mktemp("demo")) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def everybody(address: str) -> Iterator[dict[str, httpx.Client]]:
    with ExitStack() as stack:
        yield {who: stack.enter_context(closing(enter(address, who))) for who in people()}


def window(browser: Browser, address: str, client: httpx.Client) -> BrowserContext:
    """Where somebody who has signed in is signed in."""
    context = browser.new_context(base_url=address, locale="zh-CN", timezone_id="Asia/Shanghai")
    signed_in = [
        {"name": each.name, "value": each.value or "", "url": address} for each in client.cookies.jar
    ]
    context.add_cookies(signed_in)  # type: ignore[arg-type]
    return context


def faults_of(chosen: list[Seen], windows: dict[str, Page], address: str) -> Iterator[Fault]:
    """Each page in the next of 标准/大字/特大, with and without 高对比."""
    for number, seen in enumerate(chosen):
        page, look = windows[seen.who], LOOKS[number % len(LOOKS)]
        wear(page.context, address, look)
        page.goto(seen.address)
        yield from look_at(page, f"{seen.who} {seen.address} {look}")


def test_no_page_of_the_covering_choice_has_a_fault(
    address: str, browser: Browser, everybody: dict[str, httpx.Client]
) -> None:
    chosen = covering([page for who, client in everybody.items() for page in crawl(client, who)])
    windows = {who: window(browser, address, client).new_page() for who, client in everybody.items()}

    faults = list(faults_of(chosen, windows, address))

    assert 60 <= len(chosen) <= MOST, f"{len(chosen)} pages"
    assert "\n".join(f"{each.where}: {each.rule}: {each.what}" for each in faults) == ""


BAD = """
    document.querySelector('.main').insertAdjacentHTML('afterbegin', '<input type="text"><p class="bad-one">浅灰</p>'
      + '<p class="bad-two">深灰</p><p class="nb">' + '很长'.repeat(200) + '</p><button type="button">小</button>');
    for (const [name, color] of [['.bad-one', '#999'], ['.bad-two', '#666']]) {
      document.querySelector(name).style.color = color;
    }"""


def test_a_page_with_faults_is_found_out(address: str, browser: Browser) -> None:
    """The test above can fail: each kind of fault is seen."""
    page = browser.new_page(base_url=address)
    page.goto("/help")
    page.evaluate(BAD)

    rules = {each.rule for each in look_at(page, "")}
    sentences = " ".join(each.what for each in look_at(page, ""))

    assert {"axe label", "axe color-contrast", "axe color-contrast-enhanced"} <= rules
    assert all(word in sentences for word in ("scrolls sideways", "out of the window", "target of"))


EMPTY_FORMS = (
    ("anybody", "/register/employer", "注册"),
    ("anybody", "/register/graduate", "注册"),
    ("anybody", "/login/identity", "登录"),
    ("employer", "/employer/positions/new", "提交"),
    ("demo.xinye", "/employer/base", "提交"),
    ("youth", "/applicant/intention", "提交"),
)


def test_forms_with_faults_in_them_have_none_of_their_own(
    address: str, browser: Browser, everybody: dict[str, httpx.Client]
) -> None:
    """Sent empty: the summary, the messages and the fields as they then are."""
    faults: list[Fault] = []
    for number, (who, path, button) in enumerate(EMPTY_FORMS):
        page = window(browser, address, everybody[who]).new_page()
        wear(page.context, address, LOOKS[number % len(LOOKS)])
        page.goto(path)
        page.evaluate("document.querySelectorAll('main input.in').forEach(each => { each.value = ''; })")
        page.locator("main").get_by_role("button", name=button, exact=True).click()
        page.locator(".summary").wait_for()
        faults += look_at(page, f"{who} {path} sent empty")

    assert faults == []


def test_a_row_that_asks_for_reasons_or_was_decided_has_no_faults(
    address: str, browser: Browser, everybody: dict[str, httpx.Client]
) -> None:
    page = window(browser, address, everybody["city"]).new_page()
    page.goto("/authority/positions")
    page.locator("tbody[id] [data-verb=reject]").first.click()
    page.locator("td.full fieldset").wait_for()
    asked = violations(page)
    page.get_by_role("button", name="确认审核不通过").click()
    page.locator("td.full .err").first.wait_for()
    refused = violations(page)
    page.goto("/authority/positions")
    page.locator("tbody[id] [data-verb=approve]").last.click()
    page.locator("tbody.is-done").wait_for()

    assert [each["id"] for each in (*asked, *refused)] == []
    assert look_at(page, "decided") == []
