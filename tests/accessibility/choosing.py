"""Which pages are looked at: so few that together they hold every page of every role and every state that is shown."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain
from urllib.parse import parse_qsl, urlsplit

import httpx

from tests.accessibility.demo import ANYBODY

MOST = 120
ALIKE = 2
"""So many pages of one kind are read to choose from, besides those of another state."""
LINK = re.compile(r'<a\b[^>]*?href="(/[^"#]*)')
TAG = re.compile(r'class="tag ?([a-z]*)">([^<]+)<')
CLASS = re.compile(r'\bclass="([^"{]+)"')
LEFT_OUT = ("/static/", "/health/", "/authority/register/template", "/authority/wages/template")
SAVED = re.compile(
    r"/(content|paper|agreement|certificate|workbook|export|files|pages/\d+|pictures/\w+)(\?|$)"
)
"""What is saved, or is a picture inside a page."""
DESKS = ("/employer", "/applicant", "/authority")
DIFFERENT = frozenset({"/employer/base", "/applicant/intention"})
"""Pages that look otherwise to each kind of person, and in each state of the record."""
PERSONS = frozenset({"current_graduate", "earlier_graduate", "youth", "trainee", "contested"})
OFFICES = frozenset({"county", "city", "province"})
ALIKE_AT_OFFICES = re.compile(
    r"/account$|/authority/([\w-]+/0/|(accounts|addresses|notices|register|applications|identity-cases|parameters|wages|statistics)\b)"
)
"""Second steps and files below a record, and what every level has in the same words: looked at with one of them. The lists
and records on which levels decide differently are looked at with each."""
ALIKE_TO_ALL = re.compile(r"/(|positions|bases|help|verify|login(/identity)?|register/\w+)$")
"""Public pages on which nothing but the head of the page changes when one has signed in."""
ALIKE_AT_ALL_DESKS = re.compile(r"/(jobs|notices|files)\b")
SAME_FORM = {
    "/employer/positions/new": "/employer/positions/0/edit",
    "/employer/positions/0/copy": "/employer/positions/0/edit",
    "/employer/applications/0/placement": "/employer/placements/0/registration",
    "/employer/placements/0/departure": "/employer/departures/0/registration",
    "/employer/placements/0/retention": "/employer/retentions/0/registration",
}
"""Filled in anew or with what is there: one form."""
STEP = 'id="does-title"'
"""The one page of all acts with consequences (pages/second_step.html); its variants differ in what is asked for."""
NARROWING = frozenset({"state", "kind", "page"})


@dataclass(frozen=True, slots=True)
class Seen:
    """`kind` is the address with its numbers taken out; `shows` what there is to look at."""

    who: str
    address: str
    kind: str
    shows: frozenset[tuple[str, ...]]


def kind_of(address: str) -> str:
    parts = urlsplit(address)
    state = [value for name, value in parse_qsl(parts.query) if name == "state"]
    return re.sub(r"/\d+\b|(?<=/parameters)/\w+", "/0", parts.path) + (f"?state={state[0]}" if state else "")


def crawl(client: httpx.Client, who: str) -> Iterator[Seen]:
    """Every kind of page that links lead to, from the first page on: some of each kind, and one from each state of a list."""
    waiting, asked, many = [("/", ""), ("/account", "")], {"/", "/account"}, Counter[str]()
    read, met = set[str](), set[tuple[str, str]]()
    while waiting:
        address, state = waiting.pop(0)
        kind = kind_of(address)
        if _without_way_back(address) in read or (many[kind] >= ALIKE and (kind, state) in met):
            continue
        many[kind] += 1
        read.add(_without_way_back(address))
        met.add((kind, state))
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code < 500, f"{who}: {address} fails"
        if answer.status_code != 200 or "text/html" not in answer.headers["content-type"]:
            continue
        yield Seen(who, address, kind, _shown(who, kind, answer.text))
        listed = kind.partition("?state=")[2]
        for link in map(unescape, LINK.findall(answer.text)):
            plain = f"{_without_way_back(link)} {listed}"
            if plain not in asked and not link.startswith(LEFT_OUT) and not SAVED.search(link):
                asked.add(plain)
                waiting.append((link, listed))


def _without_way_back(link: str) -> str:
    parts = urlsplit(link)
    kept = [f"{name}={value}" for name, value in parse_qsl(parts.query) if name in NARROWING]
    return f"{parts.path}?{'&'.join(kept)}"


def _shown(who: str, kind: str, page: str) -> frozenset[tuple[str, ...]]:
    path = kind.split("?")[0]
    side, found = path.split("/")[1], TAG.findall(page)
    tags = {("state", side, shape, word.strip().removeprefix("离岗：")) for shape, word in found}
    styles = {("style", name) for names in CLASS.findall(page) for name in names.split()}
    first = tuple(word.strip() for _, word in found[:1]) if path in DIFFERENT else ()
    return frozenset(tags | styles | {("page", *_place(who, path, page), *first)})


def _place(who: str, path: str, page: str) -> tuple[str, ...]:
    """Whose page and which, as far as that makes another page of it."""
    if STEP in page:
        return (
            "any desk",
            "step",
            *(name for name in ("<textarea", "<select", 'class="facts"') if name in page),
        )
    if path.startswith(DESKS) and (common := ALIKE_AT_ALL_DESKS.search(path)):
        return ("any desk", common[1], str(path.count("/0")))
    return (_desk_of(who, path), SAME_FORM.get(path, path))


def _desk_of(who: str, path: str) -> str:
    """Whose page it is, as far as that makes another page of it: the public ones differ by whether one is signed in. What
    units differ in, the states of their records, is covered as such."""
    if path.startswith(DESKS):
        if path in DIFFERENT and who in PERSONS:
            return "current_graduate" if who == "trainee" else who
        return _level_of(who, path)
    if ALIKE_TO_ALL.match(path):
        return ANYBODY
    return "signed in" if who != ANYBODY and path != "/account" else _level_of(who, path)


def _level_of(who: str, path: str) -> str:
    kind = _kind_of(who)
    return "office" if kind in OFFICES and ALIKE_AT_OFFICES.match(path) else kind


def _kind_of(who: str) -> str:
    if who.startswith("demo."):
        return "employer"
    return "person" if who in PERSONS else who


def _needed(chosen: list[Seen]) -> list[Seen]:
    """Without those all of which others show."""
    many = Counter(chain.from_iterable(page.shows for page in chosen))
    kept = []
    for page in chosen:
        if any(many[cell] == 1 for cell in page.shows):
            kept.append(page)
        else:
            many.subtract(page.shows)
    return kept


def covering(pages: list[Seen]) -> list[Seen]:
    """The page that shows most that is new, again and again until all is shown."""
    missing, chosen = set(chain.from_iterable(page.shows for page in pages)), []
    while missing:
        best = max(pages, key=lambda page: len(page.shows & missing))
        chosen.append(best)
        missing -= best.shows
    return _needed(chosen)
