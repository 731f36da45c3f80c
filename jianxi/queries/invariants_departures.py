"""What holds of 离岗 as it is stored, whatever led to it; that each certificate has its paper is said with the papers."""

from jianxi.domain.departure_reasons import BY_EMPLOYER, BY_PERSON, NEVER_CAME
from jianxi.queries.invariants_rule import Invariant, each
from jianxi.queries.standing import STANDS

_PLACEMENT = "JOIN placement p ON p.id = r.placement"
_STANDS = f"r.{STANDS}"
_NEVER_CAME = (
    "EXISTS (SELECT 1 FROM departure d WHERE d.placement = r.id AND d.state = 'approved' "
    f"AND d.reason = '{NEVER_CAME}')"
)
_NEWEST_ROUND = "(SELECT coalesce(max(f.round), 0) FROM certificate_file f WHERE f.departure = r.id)"


def _keys(reasons: dict[str, str]) -> str:
    return "(" + ", ".join(f"'{key}'" for key in reasons) + ")"


OF_DEPARTURES: tuple[Invariant, ...] = (
    each(
        "departure-placement",
        "departure",
        "所属的上岗从未审核通过",
        f"{_STANDS} AND p.state <> 'approved' AND NOT p.was_on_duty",
        _PLACEMENT,
    ),
    each(
        "departure-days",
        "departure",
        "离岗日期或期望离岗日期不在见习期间内，或与未上岗不符",
        f"{_STANDS} AND (r.last_day > p.ends_on OR (r.last_day < p.starts_on) <> (r.reason = '{NEVER_CAME}') "
        "OR r.wanted_on < p.starts_on OR r.wanted_on > p.ends_on)",
        _PLACEMENT,
    ),
    each(
        "departure-reason",
        "departure",
        "离岗原因不在可选的原因之内，或选择了其他却没有说明",
        f"(r.asked_by_person AND r.reason NOT IN {_keys(BY_PERSON)}) "
        f"OR (NOT r.asked_by_person AND r.reason NOT IN {_keys(BY_EMPLOYER)}) "
        "OR (r.reason = 'other' AND r.note = '')",
    ),
    each(
        "departure-side",
        "departure",
        "状态与提出的一方不符",
        "NOT r.asked_by_person AND (r.state IN ('waiting_employer', 'refused', 'waiting_office', 'lapsed') "
        "OR r.decided_from = 'waiting_office')",
    ),
    each(
        "departure-decided",
        "departure",
        "审核决定与其时间、经办人、原因或决定前的状态不一致",
        "(r.state IN ('approved', 'rejected') AND (r.decided_by = '' "
        "OR r.decided_from NOT IN ('waiting', 'waiting_office'))) "
        "OR (r.state NOT IN ('approved', 'rejected', 'recalled') AND (r.decided_from <> '' "
        "OR r.decided_at IS NOT NULL)) OR (r.state = 'rejected') AND r.rejection = '' "
        "OR (r.state <> 'rejected' AND r.state <> 'recalled' AND r.rejection <> '')",
    ),
    each("departure-refused", "departure", "单位未同意却没有原因", "r.state = 'refused' AND r.refusal = ''"),
    each(
        "departure-papers",
        "departure",
        "状态需要解除协议证明或其上传，却没有",
        "(r.state IN ('waiting_certificate', 'waiting') AND r.certificate = 0) "
        "OR ((r.state = 'waiting' OR r.decided_from = 'waiting') AND r.uploads = 0)",
    ),
    each("departure-uploads", "departure", "上传次数与保存的上传不一致", f"r.uploads <> {_NEWEST_ROUND}"),
    each(
        "certificate-file-version",
        "certificate_file",
        "属于尚未有过的解除协议证明，或没有随旧版证明作废",
        "r.certificate > d.certificate OR (r.round = 0 AND r.certificate <> d.certificate "
        "AND d.state IN ('waiting_certificate', 'rejected'))",
        "JOIN departure d ON d.id = r.departure",
    ),
    each(
        "placement-never-came",
        "placement",
        "是否未上岗与审核通过的离岗不一致",
        f"r.never_came <> {_NEVER_CAME}",
    ),
)
