"""生活费 of a placement: what is in force on a day, and 生活费调整, from a day on and only upwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain.money import format_short
from jianxi.domain.periods import Period, spoken


@dataclass(frozen=True, slots=True)
class Raise:
    """From a day on, in 分 a month."""

    starts_on: date
    allowance_fen: int


def allowance_on(registered_fen: int, raises: Sequence[Raise], day: date) -> int:
    """In force on a day, in 分 a month. `raises` are in the order in which they take effect."""
    began = [each.allowance_fen for each in raises if each.starts_on <= day]
    return began[-1] if began else registered_fen


def raise_faults(
    asked: Raise, service: Period, registered_fen: int, raises: Sequence[Raise]
) -> dict[str, str]:
    """Why 生活费 cannot be raised so, by field. `service` is what is left of the period by 离岗."""
    if asked.starts_on not in service:
        span = f"{spoken(service.first)}至{spoken(service.last)}之间"
        return {"starts_on": f"调整起始日期应在见习期内（{span}），请核对"}
    if raises and asked.starts_on <= raises[-1].starts_on:
        return {"starts_on": f"已有从{spoken(raises[-1].starts_on)}起的调整，调整起始日期应晚于该日，请核对"}
    in_force = allowance_on(registered_fen, raises, asked.starts_on)
    if asked.allowance_fen <= in_force:
        told = f"生活费只能调高：{spoken(asked.starts_on)}执行的是每月{format_short(in_force)}元，请填写更高的数额"
        return {"allowance": told}
    return {}
