"""通知: a transition tells the other sides, in the transaction that makes it. `services.log.record` calls this for each.

Two statements: whom it concerns, and their notices; a trigger adds to the outbox what leaves the house."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from jianxi.domain import notices, notices_of_rosters
from jianxi.domain.notice_lines import Audience, Line
from jianxi.domain.regions import city_of, province_of
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.messages import senders
from jianxi.queries import notice_facts, regions
from jianxi.queries.notice_facts import Concerned
from jianxi.tables.notices import Notice
from jianxi.tables.writing import insert_many

AT_ONCE = 1_000
"""Rows a statement."""
Row = Mapping[str, object]


async def tell(
    actor: object,
    now: datetime,
    noun: str,
    record: int,
    verb: str,
    source: str,
    target: str,
    reason: str,
    facts: Mapping[str, object] | None,
) -> None:
    """Inside the unit of work of the transition. `actor`: the viewer, or whatever acts without one."""
    never_came = bool(facts and facts.get("never_came"))
    lines = notices.lines(noun, verb, source, target, never_came=never_came)
    if not lines:
        return
    found = await notice_facts.of(
        noun, record, waiting=any(line.audience is Audience.WAITING for line in lines)
    )
    if not found:
        return
    words = {**_matter(facts or {}), **notices_of_rosters.words(noun, facts or {})}
    added = {"acted_by": await _acted_by(actor, found[0]), **words, **_place(actor)}
    told = [Concerned({**each.words, **added}, each.ids) for each in found]
    about = (noun, record, verb, now)
    await write(row for line in lines for row in _rows(line, told, actor, reason, about))


async def write(rows: Iterable[Row]) -> None:
    """Notices, some hundred a statement."""
    kept = list(rows)
    for first in range(0, len(kept), AT_ONCE):
        await insert_many(Notice, kept[first : first + AT_ONCE])


def _rows(
    line: Line,
    told: list[Concerned],
    actor: object,
    reason: str,
    about: tuple[str, int, str, datetime],
) -> Iterator[Row]:
    """Of one line: one row, or one for each who waits."""
    for each in told if line.audience is Audience.WAITING else told[:1]:
        whom = audience(line.audience, each)
        if whom is None or _is_own(actor, whom):
            continue
        side = notices.side_of(line.audience)
        ask = notices.whom_to_ask(_kind(actor), side, each.words)
        yield row(whom, side, each, notices.text(line, each.words, reason, ask), about)


def row(
    whom: tuple[str, int | str],
    side: str,
    concerned: Concerned,
    text: notices.Text,
    about: tuple[str, int, str, datetime],
) -> Row:
    """One notice as it is stored; `about`: noun, record, verb, moment."""
    noun, record, verb, now = about
    column, id = whom
    return {
        "employer": id if column == "employer" else None,
        "person": id if column == "person" else None,
        "office": id if column == "office" else "",
        "noun": noun,
        "record": record,
        "verb": verb,
        "title": text.title,
        "body": text.body,
        "path": notices.path(side, noun, concerned.ids),
        "created_at": now,
        "read_at": None,
        "outbound": column != "office" and senders.are_there(),
    }


def audience(of: Audience, concerned: Concerned) -> tuple[str, int | str] | None:
    """The column of a notice and what stands in it; None where there is nobody."""
    match of:
        case Audience.EMPLOYER:
            return ("employer", concerned.employer) if concerned.employer else None
        case Audience.PERSON | Audience.WAITING:
            return ("person", concerned.person) if concerned.person else None
    return "office", _office(of, concerned)


def _office(of: Audience, concerned: Concerned) -> str:
    match of:
        case Audience.OFFICE:
            return concerned.office
        case Audience.PUBLISHER:
            return concerned.publisher
        case Audience.CITY:
            return city_of(concerned.county)
        case Audience.PROVINCE:
            return province_of(concerned.county)
    return concerned.county


def _is_own(actor: object, whom: tuple[str, int | str]) -> bool:
    match actor:
        case EmployerViewer(employer=id):
            return whom == ("employer", id)
        case PersonViewer(person=id):
            return whom == ("person", id)
        case OfficialViewer(region=region):
            return whom == ("office", region)
    return False


def _kind(actor: object) -> str:
    if isinstance(actor, EmployerViewer):
        return "employer"
    return "person" if isinstance(actor, PersonViewer) else "office"


async def _acted_by(actor: object, concerned: Concerned) -> str:
    """Who answers for it: the official's office; for what a date does, the office that looks after the record."""
    if isinstance(actor, OfficialViewer):
        return actor.office
    return (
        ""
        if isinstance(actor, EmployerViewer | PersonViewer)
        else await regions.office_name(concerned.office)
    )


def _matter(facts: Mapping[str, object]) -> dict[str, str]:
    return {"matter": "基地变更申请" if facts.get("amendment") else "见习基地申请"}


def _place(actor: object) -> dict[str, str]:
    return {"city": actor.office} if isinstance(actor, OfficialViewer) else {}
