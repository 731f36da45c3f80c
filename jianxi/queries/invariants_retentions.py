"""What holds of 留用 as it is stored, whatever led to it."""

from jianxi.queries.invariants_rule import Invariant, each
from jianxi.queries.standing import STANDS

MOST_FILES = 20
_PLACEMENT = "JOIN placement p ON p.id = r.placement"
_STANDS = "r.state = 'recorded'"

OF_RETENTIONS: tuple[Invariant, ...] = (
    each(
        "retention-placement",
        "retention",
        "所属的上岗从未审核通过",
        f"{_STANDS} AND p.state <> 'approved' AND NOT p.was_on_duty",
        _PLACEMENT,
    ),
    each(
        "retention-contract",
        "retention",
        "劳动合同不晚于上岗日期开始，或终止日期不在起始日期之后",
        f"{_STANDS} AND (r.contract_from <= p.starts_on OR r.contract_to <= r.contract_from)",
        _PLACEMENT,
    ),
    each(
        "retention-insured",
        "retention",
        "社会保险参保日期早于上岗日期，或晚于劳动合同终止日期",
        f"{_STANDS} AND (r.insured_on < p.starts_on OR r.insured_on > r.contract_to)",
        _PLACEMENT,
    ),
    each(
        "retention-departure",
        "retention",
        "此人同时有正在办理或已审核通过的离岗",
        f"{_STANDS} AND EXISTS (SELECT 1 FROM departure d WHERE d.placement = r.placement AND d.{STANDS})",
    ),
    each(
        "retention-started",
        "retention",
        "早于上岗登记",
        f"{_STANDS} AND r.recorded_at < p.registered_at",
        _PLACEMENT,
    ),
    each(
        "retention-files",
        "retention",
        f"佐证材料超过{MOST_FILES}个",
        f"(SELECT count(*) FROM retention_file f WHERE f.retention = r.id) > {MOST_FILES}",
    ),
)
