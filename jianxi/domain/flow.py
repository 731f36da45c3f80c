"""What a flow is: a table of moves from which permission, buttons, labels, diagrams and tests derive."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from jianxi.domain.outcomes import Invalid, Refused


class Role(StrEnum):
    """Who may act: the owner kinds and the three levels of office."""

    EMPLOYER = "employer"
    PERSON = "person"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"


NEW = ""
"""The state of a record that does not exist yet."""

GONE = "gone"
"""The target of a move that removes its record; never stored."""

NOBODY: frozenset[Role] = frozenset()
"""The doers of a consequence: no button, it follows from a move of another record or from a date."""


class Facts(Protocol):
    """What a guard may look at. Each noun has a frozen dataclass of its own; all know their state."""

    @property
    def state(self) -> str: ...


F = TypeVar("F", bound=Facts)

# Guard, Move and Flow have no slots: Python 3.11 cannot call `Guard[X](…)` on a frozen class with slots.


@dataclass(frozen=True)
class Guard(Generic[F]):
    """One condition of a move, with the sentence that tells a person why it does not hold and what to do."""

    name: str
    holds: Callable[[F], bool]
    refusal: Callable[[F], str]
    brief: Callable[[F], str] | None = None
    """The same with counts in place of names, where the sentence has names."""


@dataclass(frozen=True)
class Move(Generic[F]):
    """One line of a table of moves. A target or doer that depends on the record is a function of facts."""

    verb: str
    sources: frozenset[str]
    target: str | Callable[[F], str]
    by: frozenset[Role] | Callable[[F], frozenset[Role]]
    guards: tuple[Guard[F], ...] = ()
    reason: bool = False
    targets: frozenset[str] = frozenset()
    """Every state that a computed target can be, for the diagram and the tests."""
    roles: frozenset[Role] = NOBODY
    """Every role that a computed doer can be."""

    def doers(self, facts: F) -> frozenset[Role]:
        return self.by(facts) if callable(self.by) else self.by

    def lands_in(self, facts: F) -> str:
        return self.target(facts) if callable(self.target) else self.target

    def possible_targets(self) -> frozenset[str]:
        return self.targets if callable(self.target) else frozenset({self.target})

    def possible_doers(self) -> frozenset[Role]:
        return self.roles if callable(self.by) else self.by

    def objection(self, facts: F) -> str | None:
        """The first guard's sentence that stands in the way, or None."""
        guard = self.in_the_way(facts)
        return guard.refusal(facts) if guard else None

    def in_the_way(self, facts: F) -> Guard[F] | None:
        """The first guard that does not hold."""
        return next((guard for guard in self.guards if not guard.holds(facts)), None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a move does to a record: the state it leaves and the one it enters."""

    verb: str
    source: str
    target: str
    reason: str


@dataclass(frozen=True)
class Flow(Generic[F]):
    """All moves of one noun."""

    noun: str
    states: tuple[str, ...]
    moves: tuple[Move[F], ...]
    hints: Mapping[tuple[str, str], str | Callable[[F, Role], str]] = field(default_factory=dict)
    """What to say instead of the general refusal when (verb, state) has no move but there is a way round. A sentence
    that depends on the record or on who asks is a function."""

    def find(self, verb: str, facts: F, role: Role) -> Move[F] | None:
        """The move that this role could make from this state, guards aside."""
        for move in self.moves:
            if move.verb == verb and facts.state in move.sources and role in move.doers(facts):
                return move
        return None

    def offered(self, facts: F, role: Role) -> tuple[str, ...]:
        """The verbs whose buttons this role sees now: allowed by the table and by every guard."""
        found = ((move.verb, self.find(move.verb, facts, role)) for move in self.moves)
        verbs = (verb for verb, move in found if move is not None and move.objection(facts) is None)
        return tuple(dict.fromkeys(verbs))

    def blocked(self, facts: F, role: Role) -> dict[str, str]:
        """The verbs that are this role's from this state but for a guard, each with that guard's sentence."""
        found = ((move.verb, self.find(move.verb, facts, role)) for move in self.moves)
        whys = {verb: move.objection(facts) for verb, move in found if move is not None}
        return {verb: why for verb, why in whys.items() if why is not None}

    def objection(self, verb: str, facts: F, role: Role) -> str:
        """Why this role cannot do it now; "" when nothing is in the way. A reason that it needs is still to come."""
        try:
            self.decide(verb, facts, role, reason=verb)
        except Refused as no:
            return no.sentence
        return ""

    def decide(self, verb: str, facts: F, role: Role, reason: str = "") -> Decision:
        """What happens. `Refused` with the sentence a person reads, `Invalid` for a missing reason."""
        move = self.find(verb, facts, role)
        if move is None:
            hint = self.hints.get((verb, facts.state), GENERAL_REFUSAL)
            raise Refused(hint(facts, role) if callable(hint) else hint)
        return self._made(move, facts, reason)

    def follow(self, verb: str, facts: F) -> Decision:
        """What a consequence does: a move that nobody makes by hand."""
        for move in self.moves:
            if move.verb == verb and facts.state in move.sources and not move.possible_doers():
                return self._made(move, facts, "")
        raise Refused(GENERAL_REFUSAL)

    def _made(self, move: Move[F], facts: F, reason: str) -> Decision:
        guard = move.in_the_way(facts)
        if guard is not None:
            raise Refused(guard.refusal(facts), guard.brief(facts) if guard.brief else "")
        if move.reason and not reason.strip():
            raise Invalid({"reason": "请填写原因"})
        return Decision(move.verb, facts.state, move.lands_in(facts), reason.strip())


GENERAL_REFUSAL = "当前状态下不能进行此操作。请刷新页面，查看最新状态。"


def only(*roles: Role) -> frozenset[Role]:
    """The "by" column of a move."""
    return frozenset(roles)


def at(*states: str) -> frozenset[str]:
    """The "from" column of a move."""
    return frozenset(states)
