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
ALIKE = 4
"""So many pages of one kind are read to choose from."""
LINK = re.compile(r'<a\b[^>]*?href="(/[^"#]*)')
TAG = re.compile(r'class="tag ?([a-z]*)">([^<]+)<')
CLASS = re.compile(r'\bclass="([^"{]+)"')
LEFT_OUT = ("/static/", "/health/", "/authority/register/template")
SAVED = re.compile(
    r"/(content|paper|agreement|certificate|workbook|export|files|pages/\d+|pictures/\w+)(\?|$)"
)
"""What is saved, or is a picture inside a page."""
DESKS = ("/employer", "/applicant", "/authority")
DIFFERENT = frozenset({"/employer/base", "/applicant/intention"})
"""Pages that look otherwise to each kind of person, and in each state of the record."""
PERSONS = frozenset({"current_graduate", "earlier_graduate", "youth", "trainee", "contested"})
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
    return re.sub(r"/\d+\b", "/0", parts.path) + (f"?state={state[0]}" if state else "")


def crawl(client: httpx.Client, who: str) -> Iterator[Seen]:
    """Every kind of page that links lead to, from the first page on."""
    waiting, known, many = ["/", "/account"], {"/", "/account"}, Counter[str]()
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(address)
        if many[kind] >= ALIKE:
            continue
        many[kind] += 1
        answer = client.get(address, follow_redirects=True)
        if answer.status_code != 200 or "text/html" not in answer.headers["content-type"]:
            continue
        yield Seen(who, address, kind, _shown(who, kind, answer.text))
        for link in map(unescape, LINK.findall(answer.text)):
            plain = _without_way_back(link)
            if plain not in known and not link.startswith(LEFT_OUT) and not SAVED.search(link):
                known.add(plain)
                waiting.append(link)


def _without_way_back(link: str) -> str:
    parts = urlsplit(link)
    kept = [f"{name}={value}" for name, value in parse_qsl(parts.query) if name in NARROWING]
    return f"{parts.path}?{'&'.join(kept)}"


def _shown(who: str, kind: str, page: str) -> frozenset[tuple[str, ...]]:
    path = kind.split("?")[0]
    tags = {("state", path.split("/")[1], shape, word.strip()) for shape, word in TAG.findall(page)}
    styles = {("style", name) for names in CLASS.findall(page) for name in names.split()}
    first = tuple(word.strip() for _, word in TAG.findall(page)[:1]) if path in DIFFERENT else ()
    return frozenset(tags | styles | {("page", _desk_of(who, path), path, *first)})


def _desk_of(who: str, path: str) -> str:
    """Whose page it is, as far as that makes another page of it: the public ones differ by whether one is signed in. What
    units differ in, the states of their records, is covered as such."""
    if path.startswith(DESKS):
        return who if path in DIFFERENT and not who.startswith("demo.") else _kind_of(who)
    return "signed in" if who != ANYBODY and path != "/account" else _kind_of(who)


def _kind_of(who: str) -> str:
    if who.startswith("demo."):
        return "employer"
    return "person" if who in PERSONS else who


def covering(pages: list[Seen]) -> list[Seen]:
    """The page that shows most that is new, again and again until all is shown."""
    missing, chosen = set(chain.from_iterable(page.shows for page in pages)), []
    while missing:
        best = max(pages, key=lambda page: len(page.shows & missing))
        chosen.append(best)
        missing -= best.shows
    return chosen
