"""What a printed 就业见习协议书 or 解除就业见习协议证明 is worth today, in the words of its verification."""

from jianxi.domain.departures import DepartureState
from jianxi.domain.placements import PlacementState

UNREVIEWED = "有效版本，未审核"
REJECTED = "有效版本，审核不通过"
APPROVED = "审核通过"
ENDED = "审核通过，见习已提前结束"
CANCELLED = "已取消"
RECALLED = "已撤回"
PASSED_OVER = "未经审核，这次离岗由主管部门直接办理"


def superseded(in_force: int) -> str:
    return f"已被第{in_force}版取代"


def agreement_standing(version: int, in_force: int, state: str, *, has_left: bool) -> str:
    """`state` of the placement; `has_left`: an approved departure stands."""
    if state == PlacementState.CANCELLED:
        return CANCELLED
    if version < in_force:
        return superseded(in_force)
    if state == PlacementState.APPROVED:
        return ENDED if has_left else APPROVED
    return REJECTED if state == PlacementState.REJECTED else UNREVIEWED


def certificate_standing(version: int, in_force: int, state: str, decided_from: str) -> str:
    """`state` of the departure. What an office decides over the employer's head it decides without a certificate, and may
    set another day than this one says."""
    if state in {DepartureState.RECALLED, DepartureState.LAPSED}:
        return RECALLED
    if version < in_force:
        return superseded(in_force)
    if state in {DepartureState.APPROVED, DepartureState.REJECTED} and decided_from != DepartureState.WAITING:
        return PASSED_OVER
    if state == DepartureState.APPROVED:
        return APPROVED
    return REJECTED if state == DepartureState.REJECTED else UNREVIEWED
