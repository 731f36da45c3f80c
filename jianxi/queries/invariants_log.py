"""What holds between a record and its 操作日志: every move is one of the table, each begins where the last one ended."""

from collections.abc import Iterable
from typing import Any

from jianxi.domain import applications, bases, departures, filings, placements, positions, retentions, rosters
from jianxi.domain.entries import digest
from jianxi.domain.flow import GONE, Flow, Role
from jianxi.queries.invariants_rule import Invariant, within

FLOWS: tuple[Flow[Any], ...] = (
    *(bases.FLOW, positions.FLOW, applications.FLOW),
    *(placements.FLOW, departures.FLOW, retentions.FLOW, rosters.FLOW, filings.FLOW),
)
ANYBODY = (Role.EMPLOYER, Role.PERSON, Role.COUNTY, Role.CITY)
_OF_AMENDMENT = "{0}.facts LIKE '%\"amendment\":true%' AND {0}.verb <> 'amend'"
"""What is decided of a 变更申请 moves that and not its base, which is in force meanwhile."""


def _texts(values: Iterable[str]) -> str:
    return "(" + ", ".join(f"'{value}'" for value in sorted(values)) + ")"


def _moves(flow: Flow[Any], alias: str) -> str:
    """The entries of the flow's moves; logged looks and the like are none."""
    verbs = _texts({str(move.verb) for move in flow.moves})
    return f"{alias}.noun = '{flow.noun}' AND {alias}.verb IN {verbs}"


def _states(flow: Flow[Any], alias: str) -> str:
    """Those of them that move the record itself."""
    moves = _moves(flow, alias)
    return f"{moves} AND NOT ({_OF_AMENDMENT.format(alias)})" if flow is bases.FLOW else moves


def _last(states: str) -> str:
    """The newest entry `l` of the record."""
    return f"l.id = (SELECT max(m.id) FROM log_entry m WHERE m.record = l.record AND {states})"


def _known(flow: Flow[Any]) -> str:
    """Every line of the table, spelled as the query spells an entry; what follows from another record's move is written
    by whoever made that one, what follows from a date by the system."""
    return _texts(
        f"{source}>{move.verb}>{target}>{role}"
        for move in flow.moves
        for source in move.sources
        for target in move.possible_targets()
        for role in move.possible_doers() or (*ANYBODY, "system")
    )


def _of_flow(flow: Flow[Any]) -> tuple[Invariant, ...]:
    here = f"{within('l.record')} AND {_moves(flow, 'l')}"
    doers = _offices_of_filing(here) if flow is filings.FLOW else _doers(flow.noun, here)
    found = _of_states(flow) | _of_entries(flow, here) | doers
    return tuple(Invariant(f"{flow.noun}-{name}", flow.noun, *told) for name, told in found.items())


def _of_states(flow: Flow[Any]) -> dict[str, tuple[str, str]]:
    """The record's state and what moved it there."""
    here, states, last = within("l.record"), _states(flow, "l"), _last(_states(flow, "m"))
    was = "coalesce(lag(l.target) OVER (PARTITION BY l.record ORDER BY l.id), '') AS was"
    gone = f"NOT EXISTS (SELECT 1 FROM {flow.noun} r WHERE r.id = l.record)"
    return {
        "state-as-logged": (
            "状态与最近一次操作的结果不一致",
            f"SELECT r.id FROM log_entry l JOIN {flow.noun} r ON r.id = l.record "
            f"WHERE {here} AND {states} AND {last} AND l.target <> r.state",
        ),
        "log-unbroken": (
            "某次操作开始时的状态不是上一次操作的结果",
            f"SELECT DISTINCT record AS id FROM (SELECT l.record, l.source, {was} FROM log_entry l "
            f"WHERE {here} AND {states}) AS chain WHERE source <> was",
        ),
        "not-lost": (
            "有操作记录，却已不存在",
            f"SELECT l.record AS id FROM log_entry l WHERE {here} AND {_moves(flow, 'l')} AND {last} "
            f"AND l.target <> '{GONE}' AND {gone}",
        ),
    }


def _of_entries(flow: Flow[Any], here: str) -> dict[str, tuple[str, str]]:
    """The entries themselves, and that there is one for each version of the record."""
    of_records = f"SELECT r.id FROM {flow.noun} r WHERE {within('r.id')}"
    mine = f"SELECT {{}} FROM log_entry m WHERE {_moves(flow, 'm')} AND m.record = r.id"
    of_entries = f"SELECT DISTINCT l.record AS id FROM log_entry l WHERE {here}"
    spelled = "l.source || '>' || l.verb || '>' || l.target || '>' || l.actor_kind"
    found = {
        "logged": ("没有任何操作记录", f"{of_records} AND NOT EXISTS ({mine.format(1)})"),
        "moves-known": ("有一次操作不在流程之内", f"{of_entries} AND {spelled} NOT IN {_known(flow)}"),
        "versions-counted": (
            "版本号与操作次数不一致",
            f"{of_records} AND r.version <> ({mine.format('count(*)')})",
        ),
    }
    if reasoned := {str(move.verb) for move in flow.moves if move.reason}:
        without = f"{of_entries} AND l.reason = '' AND l.verb IN {_texts(reasoned)}"
        found["reasons"] = ("有一次需要说明原因的操作没有原因", without)
    return found


def _following(noun: str) -> str:
    """The verbs that are nobody's: they follow from the move of another record, at whichever office that lies."""
    flow = next(flow for flow in FLOWS if flow.noun == noun)
    return _texts({"", *(str(move.verb) for move in flow.moves if not move.possible_doers())})


_MOVED = "SELECT 1 FROM log_entry m WHERE m.noun = 'official' AND m.record = o.id AND m.verb = 'move'"


def _doers(noun: str, entries: str) -> dict[str, tuple[str, str]]:
    """Somebody else's hand: another employer, another person, an office of another region. An official who has moved
    office since is told from the entry no more and is left out."""
    its = "CASE l.actor_kind WHEN 'county' THEN e.county ELSE substr(e.county, 1, 4) || '00' END"
    hangs = noun in {"departure", "retention"}
    joined, of = ("JOIN placement p ON p.id = r.placement", "p") if hangs else ("", "r")
    owned = f"l.actor_kind = 'employer' AND l.actor <> {of}.employer"
    if noun in {"application", "placement", "departure", "retention"}:
        owned = f"({owned}) OR (l.actor_kind = 'person' AND l.actor <> {of}.person)"
    start = (
        f"SELECT DISTINCT l.record AS id FROM log_entry l JOIN {noun} r ON r.id = l.record {joined} "
        f"JOIN employer e ON e.id = {of}.employer LEFT JOIN official o ON o.id = l.actor"
    )
    foreign = f"o.id IS NULL OR (NOT EXISTS ({_MOVED}) AND o.region <> {its})"
    own = f"{entries} AND l.verb NOT IN {_following(noun)}"
    return {
        "owner-acted": ("有一次操作由他人作出", f"{start} WHERE {entries} AND ({owned})"),
        "office-acted": (
            "有一次审核由辖区之外的部门作出",
            f"{start} WHERE {own} AND l.actor_kind IN ('county', 'city') AND ({foreign})",
        ),
    }


def _offices_of_filing(entries: str) -> dict[str, tuple[str, str]]:
    """It is its city's, and nobody's but the city and the province have to do with it."""
    its = "CASE l.actor_kind WHEN 'city' THEN r.city ELSE substr(r.city, 1, 2) || '0000' END"
    start = "SELECT DISTINCT l.record AS id FROM log_entry l JOIN filing r ON r.id = l.record"
    foreign = f"o.id IS NULL OR (NOT EXISTS ({_MOVED}) AND o.region <> {its})"
    joined = f"{start} LEFT JOIN official o ON o.id = l.actor"
    return {"office-acted": ("有一次操作由其他部门作出", f"{joined} WHERE {entries} AND ({foreign})")}


_AMENDED = f"l.noun = 'base' AND (({_OF_AMENDMENT.format('l')}) OR l.verb IN ('amend', 'revoke'))"
_STANDS = (
    "CASE WHEN l.verb = 'amend' THEN 'waiting_county' "
    "WHEN l.verb = 'revoke' OR l.target = 'approved' THEN '' ELSE l.target END"
)
AMENDMENTS = Invariant(
    "base-amendment-as-logged",
    "base",
    "变更申请的状态与最近一次操作的结果不一致",
    f"SELECT r.id FROM log_entry l JOIN base r ON r.id = l.record WHERE {within('l.record')} AND {_AMENDED} "
    f"AND {_last(_AMENDED.replace('l.', 'm.'))} AND r.amendment_state <> {_STANDS}",
)
DIGESTS = Invariant(
    "log-digest",
    "log_entry",
    "内容与写入时的摘要不一致",
    f"SELECT * FROM log_entry WHERE {within('id')}",
    broken=lambda row: digest(row) != row["digest"],
)

OF_LOG: tuple[Invariant, ...] = (*(rule for flow in FLOWS for rule in _of_flow(flow)), AMENDMENTS, DIGESTS)
