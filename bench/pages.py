"""Every list page: server time, statements a page (few, and no more with more rows), bytes on the way to the browser."""

import argparse
import asyncio
import gzip
from dataclasses import dataclass

from starlette.types import ASGIApp

from bench import counting, databases, filling, visitor
from bench.figures import ms, percentile, show
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.tables import engine
from tests import cast

ALLOWED = 6
WARM = 3


@dataclass(frozen=True, slots=True)
class Page:
    """A list: who looks, where, and the piece that htmx asks for."""

    who: str
    path: str
    fragment: str = ""


PAGES = (
    Page("anyone", "/"),
    Page("anyone", "/positions", "/positions?q=数控"),
    Page("anyone", "/bases", "/bases?q=商贸"),
    Page("person", "/applicant/positions", "/applicant/positions?title=会计"),
    Page("person", "/applicant/applications"),
    Page("employer", "/employer/base"),
    Page("employer", "/employer/positions"),
    Page("employer", "/employer/applications"),
    Page("county", "/authority/bases"),
    Page("county", "/authority/positions"),
    Page("county", "/authority/positions?state=all&page=20"),
    Page("city", "/authority/bases"),
    Page("city", "/authority/positions"),
    Page("city", "/authority/positions?q=会计"),
    Page("city", "/authority/register"),
    Page("province", "/authority/bases"),
)

Measured = dict[Page, tuple[int, float, float]]
"""Statements, p50 and p95 in seconds."""


def measure(options: argparse.Namespace, places: dict[str, str]) -> bool:
    """Answers whether every page kept within its statements, however many rows there were."""
    kept = True
    for kind in options.databases:
        small, _ = asyncio.run(_pages(kind, places[kind], filling.Sizes().tenth(), options.asks // 4))
        large, sizes = asyncio.run(_pages(kind, places[kind], filling.Sizes(), options.asks))
        rows = [_row(page, small[page], large[page]) for page in PAGES if page in large]
        headings = ("page", "statements at 1/10", "statements", "p50 ms at 1/10", "p50 ms", "p95 ms", "")
        show(f"Lists with 10,000 positions, 2,000 bases, 5,000 applications · {kind}", headings, rows)
        show(f"Bytes · {kind}", ("page", "identity", "gzip", "brotli", "first visit, brotli", "files"), sizes)
        kept = kept and not any(row[-1] for row in rows)
    return kept


def _row(page: Page, small: tuple[int, float, float], large: tuple[int, float, float]) -> tuple[str, ...]:
    faults = ["too many"] if large[0] > ALLOWED else []
    faults += ["grows"] if large[0] > small[0] else []
    name = f"{page.who} {page.path}"
    return (name, str(small[0]), str(large[0]), ms(small[1]), ms(large[1]), ms(large[2]), ", ".join(faults))


async def _pages(
    kind: str, place: str, sizes: filling.Sizes, asks: int
) -> tuple[Measured, list[tuple[str, ...]]]:
    async with databases.fresh(kind, place) as database:
        filled = await filling.fill(sizes)
        await databases.settle(database)
        app, cookies = await _signed_in(filled)
        measured = {page: await _page(app, database, page, cookies[page.who], asks) for page in PAGES}
        weighed = [await _weigh(app, page, cookies[page.who]) for page in PAGES]
        pieces = [await _weigh_piece(app, page, cookies[page.who]) for page in PAGES if page.fragment]
    return measured, [*weighed, *pieces]


async def _signed_in(filled: filling.Filled) -> tuple[ASGIApp, dict[str, str]]:
    app, settings = visitor.application()
    viewers: dict[str, EmployerViewer | OfficialViewer | PersonViewer] = {
        "person": filled.person,
        "employer": filled.unit,
        "county": await cast.official("370102"),
        "city": await cast.official("370100"),
        "province": await cast.official("370000"),
    }
    cookies = {who: await visitor.sign_in(viewer, settings) for who, viewer in viewers.items()}
    return app, {**cookies, "anyone": ""}


async def _page(
    app: ASGIApp, database: engine.Engine, page: Page, cookie: str, asks: int
) -> tuple[int, float, float]:
    for _ in range(WARM):
        answer = await visitor.ask(app, page.path, cookie)
        assert answer.status == 200, (page, answer.status, answer.headers)
    with counting.statements(database) as seen:
        await visitor.ask(app, page.path, cookie)
    seconds = [(await visitor.ask(app, page.path, cookie, encoding="br")).seconds for _ in range(asks)]
    return len(seen), percentile(seconds, 0.5), percentile(seconds, 0.95)


async def _weigh(app: ASGIApp, page: Page, cookie: str) -> tuple[str, ...]:
    """The page alone in three encodings, and with everything that a browser's first visit fetches."""
    plain = await visitor.ask(app, page.path, cookie)
    sizes = [len((await visitor.ask(app, page.path, cookie, encoding=each)).body) for each in ("gzip", "br")]
    files = visitor.static_parts(plain.body)
    fetched = [await visitor.ask(app, file, encoding="br") for file in files]
    assert all(answer.status == 200 for answer in fetched)
    first = sizes[1] + sum(len(answer.body) for answer in fetched)
    return (f"{page.who} {page.path}", *_numbers(len(plain.body), *sizes, first), str(len(files)))


async def _weigh_piece(app: ASGIApp, page: Page, cookie: str) -> tuple[str, ...]:
    plain = await visitor.ask(app, page.fragment, cookie, fragment=True)
    brotli = await visitor.ask(app, page.fragment, cookie, fragment=True, encoding="br")
    sizes = _numbers(len(plain.body), len(gzip.compress(plain.body)), len(brotli.body))
    return (f"piece of {page.fragment}", *sizes, "", "")


def _numbers(*sizes: int) -> tuple[str, ...]:
    return tuple(f"{size:,}" for size in sizes)
