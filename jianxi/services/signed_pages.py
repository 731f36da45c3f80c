"""Signed pages on their way to an office (上传协议书, 上传证明图片): attached, put in order, turned, replaced and removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from piccolo.custom_types import Combinable

from jianxi.domain import signed_pages
from jianxi.domain.outcomes import Invalid
from jianxi.domain.signed_pages import MOST_FILES, SignedKind
from jianxi.domain.upload_limits import too_many
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import signed_pages as reading
from jianxi.queries import signed_papers
from jianxi.queries.signed_pages import DRAFT, NOUNS, RECORDS, ROWS, VERSIONS, Page
from jianxi.services import files, log
from jianxi.services.files import Stored
from jianxi.services.signed_records import Open, opened
from jianxi.tables.writing import insert

FIELD = "pages"
"""The field by which faults of the whole set are told."""
ATTACH, REMOVE = "attach", "remove"
"""What the log calls them. They are no moves: the record stays what it is, and the version that was shown stays good."""
TURNS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of files: the numbers of those attached, a sentence for each that is the wrong paper."""

    added: tuple[int, ...] = ()
    refusals: tuple[str, ...] = ()


async def attach(
    viewer: EmployerViewer, kind: SignedKind, id: int, version: int, stored: Sequence[Stored], now: datetime
) -> Taken:
    """At the end of what is being put together. `Invalid` beyond what a record takes."""
    async with opened(viewer, kind, id, version, now) as found:
        right, readings, refusals = await _judged(viewer, found, stored)
        had = await reading.of_round(kind, id, DRAFT)
        fresh = _fresh(right, had)
        if len(had) + len(fresh) > MOST_FILES:
            raise Invalid({FIELD: too_many(len(fresh), len(had), MOST_FILES)})
        first = await _next_place(kind, id)
        added = [
            await _add(found, each, first + place, readings[each.key], now)
            for place, each in enumerate(fresh)
        ]
        await _log(viewer, now, found, ATTACH, [each.digest for each in fresh])
        return Taken(tuple(added), refusals)


async def replace(
    viewer: EmployerViewer, kind: SignedKind, id: int, version: int, file: int, new: Stored, now: datetime
) -> Taken:
    """One page by another, at its place. A page that has gone meanwhile: the new one comes last."""
    async with opened(viewer, kind, id, version, now) as found:
        right, readings, refusals = await _judged(viewer, found, [new])
        had = await reading.of_round(kind, id, DRAFT)
        if not _fresh(right, had):
            return Taken((), refusals)
        place = await _place(kind, id, file)
        if place:
            await ROWS[kind].delete().where(_one(kind, id, file))
            await _log(viewer, now, found, REMOVE, _digests(had, file))
        elif len(had) >= MOST_FILES:
            raise Invalid({FIELD: too_many(1, len(had), MOST_FILES)})
        added = await _add(found, new, place or await _next_place(kind, id), readings[new.key], now)
        await _log(viewer, now, found, ATTACH, [new.digest])
        return Taken((added,), refusals)


async def remove(
    viewer: EmployerViewer, kind: SignedKind, id: int, version: int, file: int, now: datetime
) -> None:
    """Nothing for one that is not there, be it a second click."""
    async with opened(viewer, kind, id, version, now) as found:
        digests = _digests(await reading.of_round(kind, id, DRAFT), file)
        await ROWS[kind].delete().where(_one(kind, id, file))
        await _log(viewer, now, found, REMOVE, digests)


async def move(
    viewer: EmployerViewer, kind: SignedKind, id: int, version: int, file: int, place: int, now: datetime
) -> None:
    """To that place among the others, counted from 1, however often it is pressed; beyond the last it is the last."""
    async with opened(viewer, kind, id, version, now):
        order = [page.file.id for page in await reading.of_round(kind, id, DRAFT)]
        if file not in order:
            return
        order.remove(file)
        order.insert(max(place - 1, 0), file)
        for number, each in enumerate(order, 1):
            await ROWS[kind].update({ROWS[kind].place: number}).where(_one(kind, id, each))


async def turn(
    viewer: EmployerViewer, kind: SignedKind, id: int, version: int, file: int, degrees: int, now: datetime
) -> None:
    """Its pages are shown turned so far clockwise, from upright: 0, 90, 180 or 270; other turns are none."""
    async with opened(viewer, kind, id, version, now):
        if degrees in TURNS:
            await ROWS[kind].update({ROWS[kind].turn: degrees}).where(_one(kind, id, file))


async def _judged(
    viewer: EmployerViewer, found: Open, stored: Sequence[Stored]
) -> tuple[list[Stored], dict[str, str], tuple[str, ...]]:
    """Those that are not the wrong paper, what was read on each by its key, and a sentence for each of the others."""
    right, readings, refusals = [], {}, []
    for each in stored:
        papers = await signed_papers.found(viewer, each.codes)
        if fault := signed_pages.objection(papers, found.wanted):
            refusals.append(f"“{each.name}”没有上传：{fault}")
        else:
            right.append(each)
            readings[each.key] = signed_pages.reading(papers, found.wanted)
    return right, readings, tuple(refusals)


def _fresh(stored: Sequence[Stored], had: Sequence[Page]) -> list[Stored]:
    """Without those that are there already: a second click, or a script and a press that sent the same file."""
    known = {(page.file.name, page.file.digest) for page in had}
    told = {(each.name, each.digest): each for each in stored}
    return [each for key, each in told.items() if key not in known]


async def _add(found: Open, stored: Stored, place: int, read: str, now: datetime) -> int:
    file, kind = await files.add(stored, now), found.kind
    row = {"round": DRAFT, "place": place, "file": file, "turn": 0, "reading": read}
    hung = {RECORDS[kind]: found.record.id, VERSIONS[kind]: found.paper}
    await insert(ROWS[kind](row, **{column._meta.name: value for column, value in hung.items()}))
    return file


async def _place(kind: SignedKind, id: int, file: int) -> int:
    row = await ROWS[kind].select(ROWS[kind].place).where(_one(kind, id, file)).first()
    return int(row["place"]) if row else 0


async def _next_place(kind: SignedKind, id: int) -> int:
    of = ROWS[kind]
    rows = await of.select(of.place).where((RECORDS[kind] == id) & (of.round == DRAFT))
    return max((row["place"] for row in rows), default=0) + 1


def _one(kind: SignedKind, id: int, file: int) -> Combinable:
    of = ROWS[kind]
    wanted: Combinable = (RECORDS[kind] == id) & (of.round == DRAFT) & (of.file == file)
    return wanted


def _digests(pages: Sequence[Page], file: int) -> list[str]:
    return [page.file.digest for page in pages if page.file.id == file]


async def _log(viewer: EmployerViewer, now: datetime, found: Open, verb: str, digests: list[str]) -> None:
    """Digests, never names: people write names and numbers into them."""
    if digests:
        await log.record(viewer, now, NOUNS[found.kind], found.record.id, verb, facts={"files": digests})
