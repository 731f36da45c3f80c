"""What holds of 花名册 as they are stored: sums that add up, one version that counts, and nothing that was sent ever altered."""

from collections.abc import Mapping
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain import roster_texts
from jianxi.domain.roster_contents import Digest, figure_stands, line_stands
from jianxi.queries import roster_lines
from jianxi.queries.invariants_rule import Invariant, each, within

_ROUNDS = "SELECT {} FROM roster_round n WHERE n.roster = r.id"
_ROSTER = "JOIN roster g ON g.id = r.roster AND r.round <= g.round"
"""What lies above the newest sending is being written and was not sent."""
_LINES = "SELECT {} FROM roster_line l WHERE l.roster = r.roster AND l.round = r.round"
_MONTHS = "SELECT {} FROM roster_month m WHERE m.roster = r.roster AND m.round = r.round AND m.placement = r.placement"
_COUNTED = "g.counts AND r.round = g.round AND r.standing <> 'pending'"

_GRANTED = (
    "SELECT 1 FROM roster_month m WHERE m.kind = 'period' AND m.counted AND m.standing = 'payable' "
    "AND m.placement = r.placement AND m.month = r.month"
)
_CORRECTED_SINCE = (
    "SELECT 1 FROM roster c JOIN roster_round d ON d.roster = c.id AND d.decision = 'accepted' "
    "WHERE c.employer = g.employer AND c.kind = 'period' AND c.corrects IS NOT NULL AND c.first_day <= r.month "
    "AND c.last_day >= r.month AND d.decided_at >= s.decided_at"
)
"""Then both sides have been told that the settlement needs a 更正 of its own."""


async def _is_altered(row: Mapping[str, Any]) -> bool:
    """What was sent no longer has the digest of that day, opens no more, or its numbers do not come out again when they are
    computed from nothing but itself."""
    try:
        return not await _stands(row["roster"], row["round"], row["digest"])
    except (sealing.Unreadable, LookupError, TypeError, ValueError):
        return True


async def _stands(roster: int, round: int, digest: str) -> bool:
    """The digest is of the texts as they lie there, whichever release wrote them."""
    text = await roster_lines.head_text(roster, round)
    head, made, services = roster_texts.to_head(text), Digest(text), []
    async for written in roster_lines.texts(roster, round):
        made.add_texts((written,))
        line = roster_texts.to_line(written)
        if not line_stands(head, line):
            return False
        services.append(line.service)
    return made.hexadecimal == digest and figure_stands(head, services)


OF_ROSTERS: tuple[Invariant, ...] = (
    each(
        "roster-rounds",
        "roster",
        "报送次数与保存的各次报送不一致",
        f"r.round <> ({_ROUNDS.format('count(*)')}) "
        f"OR r.round <> ({_ROUNDS.format('coalesce(max(n.round), 0)')})",
    ),
    each(
        "roster-sums",
        "roster",
        "人数或合计与最近一次报送不一致",
        "r.people <> coalesce(n.people, 0) OR r.fen <> coalesce(n.fen, 0) "
        "OR r.insurance_fen <> coalesce(n.insurance_fen, 0)",
        "LEFT JOIN roster_round n ON n.roster = r.id AND n.round = r.round",
    ),
    each(
        "roster-decided",
        "roster",
        "状态与最近一次报送的办理结果不一致",
        "r.state <> CASE n.decision WHEN '' THEN 'sent' ELSE n.decision END",
        "JOIN roster_round n ON n.roster = r.id AND n.round = r.round",
    ),
    each(
        "roster-corrects",
        "roster",
        "与所更正的一版不是同一单位、种类和月份，或版次不相接",
        "c.employer <> r.employer OR c.kind <> r.kind OR c.first_day <> r.first_day OR c.last_day <> r.last_day "
        "OR c.county <> r.county OR c.level <> r.level OR r.serial <> c.serial + 1 OR c.state <> 'accepted' "
        "OR r.reason = ''",
        "JOIN roster c ON c.id = r.corrects",
    ),
    each(
        "roster-counts",
        "roster",
        "接受的各版中，计入的不是最新的一版",
        "r.state = 'accepted' AND r.counts = EXISTS (SELECT 1 FROM roster c WHERE c.corrects = r.id "
        "AND c.state = 'accepted')",
    ),
    each(
        "roster-round-returned",
        "roster_round",
        "以前的报送没有退回，却又报送了一次",
        "r.round < g.round AND r.decision <> 'returned'",
        _ROSTER,
    ),
    each(
        "roster-round-lines",
        "roster_round",
        "人数、序号或合计与保存的各行不一致",
        f"r.people <> ({_LINES.format('count(*)')}) OR r.people <> ({_LINES.format('coalesce(max(l.place), 0)')}) "
        f"OR r.fen <> ({_LINES.format('coalesce(sum(l.fen), 0)')}) "
        f"OR r.insurance_fen <> ({_LINES.format('coalesce(sum(l.insurance_fen), 0)')})",
        _ROSTER,
    ),
    Invariant(
        "roster-round-digest",
        "roster_round",
        "内容与报送时的摘要不一致，或不能由自身重新计算得出",
        f"SELECT id, roster, round, digest FROM roster_round WHERE {within('id')}",
        looked_into=_is_altered,
    ),
    each(
        "roster-line-months",
        "roster_line",
        "合计或核算月数与各月不一致",
        f"r.fen <> ({_MONTHS.format('coalesce(sum(m.fen), 0)')}) "
        f"OR r.insurance_fen <> ({_MONTHS.format('coalesce(sum(m.insurance_fen), 0)')}) "
        f"OR r.months <> ({_MONTHS.format('count(*)')} AND m.standing = 'payable')",
        _ROSTER,
    ),
    each(
        "roster-line-placement",
        "roster_line",
        "不是本单位的上岗，或离岗、留用不是此人的",
        "p.employer <> g.employer OR p.person <> r.person "
        "OR (r.departure IS NOT NULL AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.id = r.departure "
        "AND d.placement = r.placement)) OR (r.retention IS NOT NULL AND NOT EXISTS (SELECT 1 FROM retention t "
        "WHERE t.id = r.retention AND t.placement = r.placement))",
        f"{_ROSTER} JOIN placement p ON p.id = r.placement",
    ),
    each(
        "roster-month-of",
        "roster_month",
        "不在花名册的月份之内、种类不同，或没有对应的一行",
        "r.kind <> g.kind OR r.month < g.first_day OR r.month > g.last_day OR NOT EXISTS (SELECT 1 "
        "FROM roster_line l WHERE l.roster = r.roster AND l.round = r.round AND l.placement = r.placement "
        "AND l.person = r.person)",
        _ROSTER,
    ),
    each(
        "roster-month-counted",
        "roster_month",
        "计入与否，与花名册是否计入、该月是否待定不一致",
        f"r.counted <> ({_COUNTED})",
        "JOIN roster g ON g.id = r.roster",
    ),
    each(
        "roster-month-once",
        "roster_month",
        "此人的这个月在同类花名册中计入两次",
        "r.counted AND EXISTS (SELECT 1 FROM roster_month o WHERE o.counted AND o.person = r.person "
        "AND o.month = r.month AND o.kind = r.kind AND o.id <> r.id)",
    ),
    each(
        "roster-month-settled",
        "roster_month",
        "清算的这个月有金额，但没有计入的花名册给予补贴，此后也没有更正",
        f"r.counted AND r.kind = 'settlement' AND (r.fen <> 0 OR r.insurance_fen <> 0) "
        f"AND NOT EXISTS ({_GRANTED}) AND NOT EXISTS ({_CORRECTED_SINCE})",
        "JOIN roster g ON g.id = r.roster JOIN roster_round s ON s.roster = r.roster AND s.round = r.round",
    ),
    each(
        "roster-question-of",
        "roster_question",
        "所问的人不在那一次报送中，或回复与回复时间不一致",
        "(r.answer <> '') <> (r.answered_at IS NOT NULL) OR NOT EXISTS (SELECT 1 FROM roster_line l "
        "WHERE l.roster = r.roster AND l.round = r.round AND l.placement = r.placement)",
    ),
)
