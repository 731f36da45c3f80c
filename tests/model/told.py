"""What the database holds, and the plain model, in the same words."""

from datetime import date

from jianxi.domain.flow import Role
from jianxi.queries import departures, placements
from jianxi.queries.placements import Placement
from jianxi.tables.departures import Departure as DepartureRow
from jianxi.tables.engine import current
from jianxi.tables.placements import Placement as PlacementRow
from tests.model.plain import World
from tests.model.plain_traineeships import chance_used, duty, is_void, shown
from tests.model.town import PEOPLE, UNITS, Town


async def found(town: Town) -> dict[str, object]:
    """What the database holds: `expected` says the same of the plain model."""
    owners = {town.viewers[unit.name].employer: place for place, unit in enumerate(UNITS)}  # type: ignore[union-attr]
    people = {town.viewers[each.name].person: each.name for each in PEOPLE}  # type: ignore[union-attr]
    run = current().run
    told: dict[str, object] = {}
    for row in await run("SELECT employer, state, version, level, round, amendment_state FROM base"):
        owner, *rest = row.values()
        told[f"base {owners[owner]}"] = tuple(rest)
    columns = "id, state, version, chain, headcount, deadline, accepted, first_published_at"
    for row in await run(f"SELECT {columns} FROM position"):
        id, *rest, first = row.values()
        told[f"position {id}"] = (*rest, first is not None)
    for row in await run("SELECT id, person, position, state, version FROM application"):
        id, person, *rest = row.values()
        told[f"application {id}"] = (people[person], *rest)
    for row in await run("SELECT id, chance_used_at FROM person"):
        if row["id"] in people:
            told[f"chance {people[row['id']]}"] = row["chance_used_at"] is not None
    return told | await _traineeships(town.today) | await _rosters(owners)


async def _traineeships(today: date) -> dict[str, object]:
    """Read as every list reads them, with the state that is shown."""
    rows = await PlacementRow.select(*placements.READ)
    seen = {row["id"]: placements.built(row, today, Role.EMPLOYER) for row in rows}
    told: dict[str, object] = {f"placement {id}": _placement(each) for id, each in seen.items()}
    if not told:
        return told
    for row in await DepartureRow.select(*departures.COLUMNS):
        shown = departures.built(row, seen[row["placement"]], 5, Role.EMPLOYER).shown.state
        told[f"departure {row['id']}"] = (*(row[name] for name in DEPARTURE), shown)
    columns = "id, placement, state, version, contract_from, contract_to"
    for row in await current().run(f"SELECT {columns} FROM retention"):
        id, *rest = row.values()
        told[f"retention {id}"] = tuple(rest)
    return told


async def _rosters(owners: dict[int, int]) -> dict[str, object]:
    """With every person-month of the newest sending, and whether it counts."""
    told: dict[str, object] = {}
    columns = "id, employer, kind, first_day, last_day, " + ", ".join(ROSTER)
    for row in await current().run(f"SELECT {columns} FROM roster"):
        id, owner, kind, *rest = row.values()
        told[f"roster {id}"] = (owners[owner], kind, *rest)
    if told:
        for row in await current().run(_MONTHS):
            of, placement, month, *rest = row.values()
            told[f"roster {of}: {placement} {month}"] = tuple(rest)
    return told


ROSTER = (
    "state",
    "version",
    "level",
    "serial",
    "corrects",
    "counts",
    "round",
    "people",
    "fen",
    "insurance_fen",
)
_MONTHS = (
    "SELECT m.roster, m.placement, m.month, m.standing, m.fen, m.insurance_fen, m.counted "
    "FROM roster_month m JOIN roster r ON r.id = m.roster AND r.round = m.round"
)
PLACEMENT = (
    *("application", "state", "version", "starts_on", "ends_on", "allowance_fen", "agreement", "uploads"),
    *("was_on_duty", "never_came"),
)
DEPARTURE = (
    *("placement", "asked_by_person", "reason", "last_day", "state", "version", "certificate", "uploads"),
    "decided_from",
)


def _placement(each: Placement) -> tuple[object, ...]:
    return (*(getattr(each, name) for name in PLACEMENT), each.duty or "", each.shown.state)


def expected(world: World) -> dict[str, object]:
    told: dict[str, object] = {
        f"base {place}": (base.state, base.version, base.level, base.submissions, base.amendment)
        for place, base in world.bases.items()
        if base.state
    }
    for id, each in world.positions.items():
        chain, taken = ",".join(each.chain), world.accepted(id)
        shown = (each.state, each.version, chain, each.headcount, each.deadline, taken, each.ever_published)
        told[f"position {id}"] = shown
    for id, one in world.applications.items():
        told[f"application {id}"] = (one.person.name, one.position, one.state, one.version)
    told |= {f"chance {person.name}": chance_used(world, person) for person in PEOPLE}
    return told | _expected_traineeships(world) | _expected_rosters(world)


def _expected_traineeships(world: World) -> dict[str, object]:
    told: dict[str, object] = {}
    for id, each in world.placements.items():
        days = (each.start, each.end, each.allowance, each.agreement, each.uploads)
        standing = (each.was_on_duty, each.never_came, duty(world, id), shown(world, id))
        told[f"placement {id}"] = (each.application, each.state, each.version, *days, *standing)
    for id, one in world.departures.items():
        papers = (one.state, one.version, one.certificate, one.uploads, one.decided_from)
        seen = "lapsed" if is_void(world, one) else one.state
        told[f"departure {id}"] = (one.placement, one.by_person, one.reason, one.last_day, *papers, seen)
    for id, kept in world.retentions.items():
        told[f"retention {id}"] = (kept.placement, kept.state, kept.version, kept.first, kept.last)
    return told


def _expected_rosters(world: World) -> dict[str, object]:
    told: dict[str, object] = {}
    for id, each in world.rosters.items():
        paid = [amount for months in each.lines.values() for amount in months.values()]
        sums = (len(each.lines), sum(one.fen for one in paid), sum(one.insurance for one in paid))
        standing = (each.state, each.version, each.level, each.serial, each.corrects or None, each.counts)
        told[f"roster {id}"] = (each.place, each.kind, each.first, each.last, *standing, each.round, *sums)
        for placement, months in each.lines.items():
            for month, one in months.items():
                counts = each.counts and one.is_counted
                told[f"roster {id}: {placement} {month}"] = (one.standing, one.fen, one.insurance, counts)
    return told
