"""The rules of the specification once more, as plainly as can be and without a line of jianxi: what there is, who acts,
and what may come of a deed. `plain_bases`, `plain_positions`, `plain_applications`, `plain_placements`, `plain_departures`,
`plain_retentions`, `plain_rosters` and `plain_wages` hold the moves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from tests.model.plain_records import Departure, Placement, Retention, Roster, Wage

Effect = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody by name. `region` is an office's or a unit's own; people have a birthday or a year of graduation."""

    name: str
    kind: str
    region: str = ""
    born: date | None = None
    cohort: int | None = None

    @property
    def is_office(self) -> bool:
        return self.kind in {"county", "city", "province"}


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody tries: a verb on a record that was shown at some version."""

    noun: str
    verb: str
    actor: Actor
    record: int = 0
    """Id of the record, for a new one of what it hangs on; of a base the place of its owner in the cast."""
    version: int = 1
    reasoned: bool = True
    level: str = "county"
    headcount: int = 1
    days: int = 10
    """From today to the deadline that is asked for."""
    other: int = 0
    """The other position of 改报."""
    day: date | None = None
    """The day that is typed: 上岗日期, 离岗日期, the start of a raise or of a contract."""
    until: date | None = None
    amount: int = 0
    why: str = ""
    """离岗原因."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may come of it ("done" or the names of outcomes), and what done changes. The effect takes the new record's id."""

    outcomes: frozenset[str]
    effect: Effect


@dataclass(slots=True)
class Base:
    """A 见习基地; `levels` are those of the versions in force, one upon another, the newest last."""

    owner: Actor
    state: str = ""
    version: int = 0
    level: str = ""
    submissions: int = 0
    county_passed: bool = False
    decided_by: str = ""
    amendment: str = ""
    levels: list[str] = field(default_factory=list)
    since: list[int] = field(default_factory=list)
    """The moments of the approvals that brought them."""


@dataclass(slots=True)
class Position:
    """A 见习岗位 with the chain that was fixed when it was submitted."""

    owner: Actor
    level: str
    chain: tuple[str, ...]
    state: str
    headcount: int
    deadline: date
    moment: int = 0
    """When it was submitted."""
    version: int = 1
    county_passed: bool = False
    decided_by: str = ""
    first_published: date | None = None

    @property
    def ever_published(self) -> bool:
        return self.first_published is not None


@dataclass(slots=True)
class Application:
    """A 报名."""

    person: Actor
    position: int
    state: str = "waiting"
    version: int = 1
    was_accepted: bool = False


@dataclass(slots=True)
class World:
    """Everything there is. `bases` by the place of the owner in the cast."""

    today: date
    bases: dict[int, Base]
    moment: int = 0
    """Goes on with the clock."""
    city_reviews: dict[str, bool] = field(default_factory=dict)
    """区县级岗位需市级复审, by city; on where it is not named."""
    positions: dict[int, Position] = field(default_factory=dict)
    applications: dict[int, Application] = field(default_factory=dict)
    placements: dict[int, Placement] = field(default_factory=dict)
    departures: dict[int, Departure] = field(default_factory=dict)
    retentions: dict[int, Retention] = field(default_factory=dict)
    rosters: dict[int, Roster] = field(default_factory=dict)
    wages: tuple[Wage, ...] = ()
    """In the order of entering."""
    lenient: bool = False
    """No other roster, nothing that an accepted one says, stands in anybody's way."""
    with_intention: set[str] = field(default_factory=set)

    def base_of(self, owner: Actor) -> Base:
        return next(base for base in self.bases.values() if base.owner is owner)

    def of_position(self, id: int) -> list[Application]:
        return [each for each in self.applications.values() if each.position == id]

    def accepted(self, id: int) -> int:
        return sum(each.state == "accepted" for each in self.of_position(id))


def city_of(region: str) -> str:
    return region[:4] + "00"


def holds_office(actor: Actor, level: str, county: str) -> bool:
    """Whether the actor is the office of this level for a record of this county."""
    return actor.kind == level and actor.region == (county if level == "county" else city_of(county))


def judged(deed: Deed, shown: int, allowed: bool, effect: Effect, *, invalid: bool = False) -> Verdict:
    """`shown` is the version as it is. Who saw another one is told so before any rule is; of two other faults the
    specification does not say which is told."""
    wrong = {"Invalid"} if invalid else set()
    if deed.version != shown:
        return Verdict(frozenset({"Stale"} | wrong), effect)
    if not allowed:
        wrong.add("Refused")
    return Verdict(frozenset(wrong or {"done"}), effect)


def missing(deed: Deed, *, invalid: bool = False) -> Verdict:
    """What is not to be seen is not there. That nothing was typed may be said before it is looked for."""
    return Verdict(frozenset({"Missing", *(["Invalid"] if invalid else [])}), lambda _: None)
