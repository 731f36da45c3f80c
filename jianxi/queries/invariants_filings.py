"""What holds of 报省厅备案 as it is stored, whatever led to it."""

from jianxi.queries.invariants_rule import Invariant, each

_ROUNDS = "SELECT {} FROM filing_round n WHERE n.filing = r.id"
_NEWEST = "JOIN filing_round n ON n.filing = r.id AND n.round = r.round"
_FILING = "JOIN filing g ON g.id = r.filing"

OF_FILINGS: tuple[Invariant, ...] = (
    each(
        "filing-rounds",
        "filing",
        "报送次数与保存的各次报送不一致",
        f"r.round <> ({_ROUNDS.format('count(*)')}) "
        f"OR r.round <> ({_ROUNDS.format('coalesce(max(n.round), 0)')})",
    ),
    each(
        "filing-decided",
        "filing",
        "状态与最近一次报送的办理时间、退回原因不一致",
        "(r.state = 'sent') <> (n.decided_at IS NULL) OR (r.state = 'returned') <> (n.reason <> '')",
        _NEWEST,
    ),
    each(
        "filing-round-returned",
        "filing_round",
        "以前的报送没有退回，却又报送了一次",
        "r.round < g.round AND r.reason = ''",
        _FILING,
    ),
    each(
        "filing-round-bases",
        "filing_round",
        "基地数与保存的基地不一致，或序号不连续",
        "r.bases <> (SELECT count(*) FROM filed_base f WHERE f.filing = r.filing AND f.round = r.round "
        "AND f.standing = 'approved') OR (SELECT count(*) FROM filed_base f WHERE f.filing = r.filing "
        "AND f.round = r.round) <> (SELECT coalesce(max(f.place), 0) FROM filed_base f "
        "WHERE f.filing = r.filing AND f.round = r.round)",
    ),
    each(
        "filed-base-city",
        "filed_base",
        "不是报送的市的基地",
        "substr(e.county, 1, 4) <> substr(g.city, 1, 4)",
        f"{_FILING} JOIN base b ON b.id = r.base JOIN employer e ON e.id = b.employer",
    ),
    each(
        "filed-base-standing",
        "filed_base",
        "告知省厅的状态不是审核通过、已暂停或已取消资格",
        "r.standing NOT IN ('approved', 'suspended', 'revoked')",
    ),
    each(
        "filed-base-since",
        "filed_base",
        "与之相比的以前备案不是同一基地的另一备案",
        "r.since <> 0 AND NOT EXISTS (SELECT 1 FROM filed_base o WHERE o.id = r.since AND o.base = r.base "
        "AND o.filing <> r.filing)",
    ),
    each(
        "filed-base-in-force",
        "filed_base",
        "已报送或已接收，之后没有取消资格，审核通过却已被撤销",
        "r.round = g.round AND r.standing = 'approved' AND g.state IN ('sent', 'received') "
        "AND b.state IN ('draft', 'waiting_county', 'waiting_city', 'rejected') "
        "AND NOT EXISTS (SELECT 1 FROM log_entry l WHERE l.noun = 'base' AND l.record = b.id AND l.verb = 'revoke' "
        "AND l.at >= n.sent_at)",
        f"{_FILING} JOIN base b ON b.id = r.base JOIN filing_round n ON n.filing = r.filing AND n.round = r.round",
    ),
)
