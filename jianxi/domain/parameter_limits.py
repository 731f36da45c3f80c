"""Parameters 参数 that hold each other within bounds: the shortest is never longer than the longest."""

from collections.abc import Sequence
from datetime import date

from jianxi.domain import parameters, policy
from jianxi.domain.policy import Parameter, PolicyValue, Value

LOWER_AND_UPPER = (
    (parameters.YOUTH_MIN_AGE, parameters.YOUTH_MAX_AGE, False),
    (parameters.PLACEMENT_MIN_MONTHS, parameters.PLACEMENT_MAX_MONTHS, True),
)
"""The lower, the upper, and whether the two may be equal."""


def contradiction(
    parameter: Parameter, value: Value, values: Sequence[PolicyValue], regions: Sequence[str], day: date
) -> str:
    """Why a value cannot begin on that day beside the others that are in force then; "" when it can."""
    for lower, upper, may_equal in LOWER_AND_UPPER:
        if parameter not in (lower, upper):
            continue
        other = upper if parameter is lower else lower
        found = policy.in_force(other, values, regions, day)
        if found is None:
            continue
        least, most = (value, found.value) if parameter is lower else (found.value, value)
        if int(least) < int(most) or (may_equal and least == most):
            continue
        shown = policy.format_value(other, found.value) + other.unit
        side = "不能大于" if parameter is lower else "不能小于"
        side = side if may_equal else side.replace("不能大于", "应小于").replace("不能小于", "应大于")
        return f"{side}该日的“{other.label}”（{shown}），请核对"
    return ""
