"""What holds of 上岗 as it is stored, whatever led to it; that each version of the agreement has its paper is said with the
papers. How long a period may be is none: parameters change."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jianxi.domain.periods import Period, first_gap
from jianxi.domain.registrations import NOT_INSURED_PRIVATELY
from jianxi.queries.invariants_rule import Invariant, each, within

_APPLICATION = "JOIN application a ON a.id = r.application"
_ROUNDS = "(SELECT coalesce(max(f.round), 0) FROM agreement_file f WHERE f.placement = r.id)"
_DAYS = "CAST(i.first_day AS TEXT) || '/' || CAST(i.last_day AS TEXT)"
_USED = (
    "EXISTS (SELECT 1 FROM placement t WHERE t.person = r.id AND (t.state = 'approved' OR t.was_on_duty) "
    "AND NOT t.never_came)"
)
_DECIDED = "r.decided_at IS NOT NULL AND r.decided_by <> ''"


def _is_not_insured(row: Mapping[str, Any]) -> bool:
    """Some day of the period that no row of insurance covers. The days come as texts, which both databases can join."""
    rows = (text.split("/") for text in (row["covers"] or "").split(",") if text)
    parts = [Period(date.fromisoformat(first), date.fromisoformat(last)) for first, last in rows]
    whole = Period(*(date.fromisoformat(str(row[name])) for name in ("starts_on", "ends_on")))
    return first_gap(parts, whole) is not None


INSURED = Invariant(
    "placement-insured",
    "placement",
    "保险没有覆盖整个见习期",
    f"SELECT r.id, r.starts_on, r.ends_on, (SELECT string_agg({_DAYS}, ',') FROM insurance i "
    f"WHERE i.placement = r.id) AS covers FROM placement r WHERE {within('r.id')}",
    _is_not_insured,
)
OF_PLACEMENTS: tuple[Invariant, ...] = (
    INSURED,
    each(
        "insurance-company",
        "insurance",
        "不是工伤保险，却没有保险公司或保单号",
        f"r.kind <> '{NOT_INSURED_PRIVATELY}' AND (r.company = '' OR r.policy_number = '')",
    ),
    each(
        "placement-owner",
        "placement",
        "单位、岗位或个人与其报名不一致",
        "a.employer <> r.employer OR a.position <> r.position OR a.person <> r.person",
        _APPLICATION,
    ),
    each(
        "placement-accepted",
        "placement",
        "有效，而报名不是审核通过；或已取消、未上岗，而报名仍是审核通过",
        "(r.state = 'cancelled' OR r.never_came) = (a.state = 'accepted')",
        _APPLICATION,
    ),
    each(
        "person-chance",
        "person",
        "见习机会是否已用，与其上岗不一致",
        f"(r.chance_used_at IS NOT NULL) <> {_USED}",
    ),
    each(
        "placement-uploads",
        "placement",
        "已送审却没有上传过协议，或上传次数与保存的文件不一致",
        f"(r.state IN ('waiting', 'approved', 'rejected') AND r.uploads = 0) OR r.uploads <> {_ROUNDS}",
    ),
    each(
        "placement-waits",
        "placement",
        "等待审核却没有起始时间",
        "r.state = 'waiting' AND r.waits_since IS NULL",
    ),
    each(
        "placement-decided",
        "placement",
        "审核的时间、经办人或原因与状态不符",
        f"(r.state IN ('approved', 'rejected') AND NOT ({_DECIDED})) "
        f"OR (r.state IN ('unsigned', 'waiting') AND ({_DECIDED})) "
        "OR (r.state <> 'cancelled' AND (r.state = 'rejected') <> (r.rejection <> ''))",
    ),
    each(
        "allowance-raise",
        "allowance_raise",
        "不在见习期内，或没有高于此前执行的生活费",
        "r.starts_on < p.starts_on OR r.starts_on > p.ends_on OR r.allowance_fen <= p.allowance_fen OR EXISTS "
        "(SELECT 1 FROM allowance_raise o WHERE o.placement = r.placement AND o.starts_on < r.starts_on "
        "AND o.allowance_fen >= r.allowance_fen)",
        "JOIN placement p ON p.id = r.placement",
    ),
)
