"""What holds between a record and its 操作日志: every move is one of the table, each begins where the last one ended."""

from collections.abc import Iterable
from typing import Any

from jianxi.domain import applications, bases, positions
from jianxi.domain.entries import digest
from jianxi.domain.flow import GONE, Flow
from jianxi.queries.invariants_rule import Invariant, within

FLOWS: tuple[Flow[Any], ...] = (bases.FLOW, positions.FLOW, applications.FLOW)
_JOINS = {
    "base": "JOIN base r ON r.id = l.record JOIN employer e ON e.id = r.employer",
    "position": "JOIN position r ON r.id = l.record JOIN employer e ON e.id = r.employer",
    "application": "JOIN application r ON r.id = l.record JOIN employer e ON e.id = r.employer",
}
_OWNER = {"base": "r.employer", "position": "r.employer", "application": "r.employer"}


def _texts(values: Iterable[str]) -> str:
    return "(" + ", ".join(f"'{value}'" for value in sorted(values)) + ")"


def _moves(flow: Flow[Any], alias: str = "l") -> str:
    """The entries of the flow's moves; logged looks and the like are none."""
    verbs = _texts({str(move.verb) for move in flow.moves})
    return f"{alias}.noun = '{flow.noun}' AND {alias}.verb IN {verbs} AND {within(f'{alias}.record')}"


def _known(flow: Flow[Any]) -> str:
    """Every line of the table, spelled as the query spells an entry."""
    return _texts(
        f"{source}>{move.verb}>{target}>{role}"
        for move in flow.moves
        for source in move.sources
        for target in move.possible_targets()
        for role in move.possible_doers()
    )


def _of_flow(flow: Flow[Any]) -> tuple[Invariant, ...]:
    noun, moves = flow.noun, _moves(flow)
    last = (
        f"(SELECT max(id) FROM log_entry m WHERE m.noun = l.noun AND m.record = l.record AND {_verbs(flow)})"
    )
    spelled = "l.source || '>' || l.verb || '>' || l.target || '>' || l.actor_kind"
    return (
        Invariant(
            f"{noun}-logged",
            noun,
            "没有任何操作记录",
            f"SELECT r.id FROM {noun} r WHERE {within('r.id')} AND NOT EXISTS "
            f"(SELECT 1 FROM log_entry m WHERE m.noun = '{noun}' AND m.record = r.id AND {_verbs(flow)})",
        ),
        Invariant(
            f"{noun}-state-as-logged",
            noun,
            "状态与最近一次操作的结果不一致",
            f"SELECT r.id FROM log_entry l JOIN {noun} r ON r.id = l.record "
            f"WHERE {moves} AND l.target <> r.state AND l.id = {last}",
        ),
        Invariant(
            f"{noun}-log-unbroken",
            noun,
            "某次操作开始时的状态不是上一次操作的结果",
            f"SELECT DISTINCT record AS id FROM (SELECT l.record, l.source, "
            f"coalesce(lag(l.target) OVER (PARTITION BY l.record ORDER BY l.id), '') AS was "
            f"FROM log_entry l WHERE {moves}) AS chain WHERE source <> was",
        ),
        Invariant(
            f"{noun}-moves-known",
            noun,
            "有一次操作不在流程之内",
            f"SELECT DISTINCT l.record AS id FROM log_entry l "
            f"WHERE {moves} AND {spelled} NOT IN {_known(flow)}",
        ),
        Invariant(
            f"{noun}-versions-counted",
            noun,
            "版本号与操作次数不一致",
            f"SELECT r.id FROM {noun} r WHERE {within('r.id')} AND r.version <> "
            f"(SELECT count(*) FROM log_entry m WHERE m.noun = '{noun}' AND m.record = r.id AND {_verbs(flow)})",
        ),
        Invariant(
            f"{noun}-not-lost",
            noun,
            "有操作记录，却已不存在",
            f"SELECT l.record AS id FROM log_entry l WHERE {moves} AND l.id = {last} AND l.target <> '{GONE}' "
            f"AND NOT EXISTS (SELECT 1 FROM {noun} r WHERE r.id = l.record)",
        ),
        _reasons(flow),
        *_doers(flow),
    )


def _verbs(flow: Flow[Any]) -> str:
    return f"m.verb IN {_texts({str(move.verb) for move in flow.moves})}"


def _reasons(flow: Flow[Any]) -> Invariant:
    verbs = _texts({str(move.verb) for move in flow.moves if move.reason} or {"-"})
    return Invariant(
        f"{flow.noun}-reasons",
        flow.noun,
        "有一次需要说明原因的操作没有原因",
        f"SELECT DISTINCT l.record AS id FROM log_entry l WHERE {_moves(flow)} "
        f"AND l.verb IN {verbs} AND l.reason = ''",
    )


def _doers(flow: Flow[Any]) -> tuple[Invariant, ...]:
    """Somebody else's hand: another employer, another person, an office of another region. An official who has moved
    office since is told from the entry no more and is left out."""
    noun = flow.noun
    stayed = "NOT EXISTS (SELECT 1 FROM log_entry m WHERE m.noun = 'official' AND m.record = o.id AND m.verb = 'move')"
    its = "CASE l.actor_kind WHEN 'county' THEN e.county ELSE substr(e.county, 1, 4) || '00' END"
    owned = f"l.actor_kind = 'employer' AND l.actor <> {_OWNER[noun]}"
    if noun == "application":
        owned = f"({owned}) OR (l.actor_kind = 'person' AND l.actor <> r.person)"
    start = f"SELECT DISTINCT l.record AS id FROM log_entry l {_JOINS[noun]}"
    return (
        Invariant(
            f"{noun}-owner-acted", noun, "有一次操作由他人作出", f"{start} WHERE {_moves(flow)} AND ({owned})"
        ),
        Invariant(
            f"{noun}-office-acted",
            noun,
            "有一次审核由辖区之外的部门作出",
            f"{start} LEFT JOIN official o ON o.id = l.actor WHERE {_moves(flow)} "
            f"AND l.actor_kind IN ('county', 'city') AND (o.id IS NULL OR ({stayed} AND o.region <> {its}))",
        ),
    )


DIGESTS = Invariant(
    "log-digest",
    "log_entry",
    "内容与写入时的摘要不一致",
    f"SELECT * FROM log_entry WHERE {within('id')}",
    broken=lambda row: digest(row) != row["digest"],
)

OF_LOG: tuple[Invariant, ...] = (*(rule for flow in FLOWS for rule in _of_flow(flow)), DIGESTS)
