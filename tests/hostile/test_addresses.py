"""Addresses that nobody was given: numbers out of range, broken escapes, filters and pages of junk."""

import re
from urllib.parse import quote

import pytest

from jianxi.routes import ROUTES
from tests.addresses import addresses
from tests.cast import position
from tests.hostile.records import everything, wrote
from tests.hostile.test_values import fault_of
from tests.hostile.town import settle
from tests.hostile.visiting import visiting
from tests.sharing import asked_on, step

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
IDS = (
    *(
        "0",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "１",
        "٣",
        "abc",
        "%00",
        "%ff",
        "%ED%A0%80",
        "%2e%2e",
        "%2e%2e%2f",
    ),
    *(
        str(2**31 - 1),
        str(2**31),
        str(2**63),
        str(10**30),
        "9" * 1900,
        "9" * 5000,
        "a" * 20_000,
        "%zz",
        "%20",
    ),
)
PAGES = (
    "0",
    "-1",
    "50000",
    "50001",
    "2147483648",
    "9" * 40,
    "9" * 5000,
    "text",
    "１",
    "%00",
    "%ff",
    "1.5",
    "",
)
JUNK = (
    *(
        "%00",
        "%ff",
        "%ED%A0%80",
        "%25",
        "_",
        "'",
        quote('"><script>alert(1)</script>'),
        "{{77777777*3}}",
        "nosuch",
    ),
    *(
        "110101",
        "370402",
        "999999",
        "9" * 3000,
        quote("𠮷䶮" * 40),
        quote("\u202e\u200b"),
        quote(" \t\n"),
        "[",
    ),
)
FILTERS = (
    *(
        "q",
        "unit",
        "title",
        "major",
        "degree",
        "city",
        "county",
        "state",
        "tab",
        "industry",
        "level",
        "position",
    ),
    *("cohort", "years", "next", "back", "v", "sort", "then"),
)
NUMBER = re.compile(r"\{[^}]*\}")
DESKS = {"employer": "unit", "applicant": "youth", "authority": "city"}
LOOKS = [address for address in addresses(ROUTES) if "GET" in address.methods]
NUMBERED = [address for address in addresses(ROUTES) if "{" in address.path]
PAPERS = frozenset({"/employer/base/paper"})
"""Drawn anew for whoever asks, which takes its time, and reads nothing of the query: each is asked for once elsewhere."""
LISTS = [address for address in LOOKS if "{" not in address.path and address.path not in PAPERS]


def visitor_of(name: str) -> str:
    """Whom the address is meant for; 账号与安全 is everybody's who is signed in."""
    return "unit" if name.startswith("account_") else DESKS.get(name.partition(":")[0], "anybody")


async def asked(who: str, paths: list[str]) -> list[str]:
    """Every path by whom it is meant for, as a page and as a piece in turn; what was wrong."""
    town, found = await settle(), []
    await position(town.base)
    before = await everything()
    async with visiting(town.who(who)) as visitor:
        for number, path in enumerate(paths):
            headers = {"HX-Request": "true"} if number % 2 else {}
            fault = fault_of(await visitor.client.get(path, headers=headers))
            found += [f"{path[:200]}: {fault}"] if fault else []
    return found + (["wrote"] if await wrote(before) else [])


# PostgreSQL refuses what SQLite takes for something else.
@asked_on("postgres")
@pytest.mark.parametrize("who", ["anybody", *DESKS.values()])
async def test_a_number_that_names_nothing_is_not_found(who: str) -> None:
    town, found = await settle(), []
    async with visiting(town.who(who)) as visitor:
        for address in NUMBERED:
            for id in IDS if visitor_of(address.name) == who else ():
                path = NUMBER.sub(id.replace("\\", "/"), address.path)
                looks = "GET" in address.methods
                answer = await visitor.get(path) if looks else await visitor.post(path, {"v": ["1"]})
                if answer.status_code not in {404, 405}:
                    found.append(f"{path[:100]} {answer.status_code}")
    assert found == []


@asked_on("sqlite")
@pytest.mark.parametrize("who", ["anybody", *DESKS.values()])
async def test_a_page_that_is_none_is_shown_all_the_same(who: str) -> None:
    lists = [address.path for address in LISTS if visitor_of(address.name) == who]
    assert await asked(who, [f"{path}?page={page}" for path in lists for page in PAGES]) == []


@pytest.mark.parametrize("who", ["anybody", *DESKS.values()])
async def test_junk_in_filters_finds_nothing_and_breaks_nothing(who: str) -> None:
    lists = [address.path for address in LISTS if visitor_of(address.name) == who]
    together = ["&".join(f"{name}={junk}" for name in FILTERS) for junk in JUNK]
    twice = "&".join(f"{name}=a&{name}=b&{name}[]=c" for name in FILTERS)
    broken = [*together, twice, "&&&===", "=", "%", "q=" + "%E4" * 3000, "q=a" * 3000, "page=1&page=x"]
    one_in = step(3)
    asked_for = [
        f"{path}?{query}" for at, path in enumerate(lists) for query in broken[at % one_in :: one_in]
    ]
    assert await asked(who, asked_for) == []


@asked_on("postgres")
@pytest.mark.parametrize("who", ["anybody", *DESKS.values()])
async def test_each_filter_by_itself_takes_junk(who: str) -> None:
    """Each filter of each list takes some of it, beginning at another: lists are many, and read filters alike."""
    lists = [a.path for a in LISTS if visitor_of(a.name) == who and not a.path.startswith("/health")]
    one_in = step(9)
    queries = [
        f"{path}?{name}={junk}"
        for at, path in enumerate(lists)
        for by, name in enumerate(FILTERS[:12])
        for junk in JUNK[(at + by) % one_in :: one_in]
    ]
    assert await asked(who, queries) == []


NOTHING = (
    *("/%00", "/%ff", "/..%2f..%2fetc/passwd", "/static/%2e%2e/app.py", "/static/..%5capp.py", "/static/%00"),
    *("///evil.example", "/employer//base", "/" + "a" * 60_000, "/positions/", "/%ED%A0%80", "/static/"),
    *("/static/" + "a" * 300, "/" + "%F0%A0%AE%B7" * 400, "/applicant", "/authority/nosuch", "/login/"),
)


@pytest.mark.parametrize("path", NOTHING, ids=lambda path: path[:20])
async def test_an_address_of_nothing_is_not_found(path: str) -> None:
    async with visiting() as visitor:
        answer = await visitor.get(path)
    assert answer.status_code in {303, 400, 404}
    assert not answer.headers.get("location", "/").startswith("//")
