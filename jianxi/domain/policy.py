"""Policy 参数: dated values by region, which one is in force, and how a value is typed and shown."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain import money
from jianxi.domain.regions import Level, level_of
from jianxi.domain.texts import Malformed, compact

Value = int | bool | str


class Kind(StrEnum):
    """What a value is. Shares are whole hundredths of a percent: 6000 is 60 %."""

    WHOLE = "whole"
    SHARE = "share"
    MONEY = "money"
    SWITCH = "switch"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class PolicyValue:
    """One dated value. The region "" is everywhere; a shipped value was entered by nobody."""

    key: str
    region: str
    value: Value
    effective_from: date
    source: str
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a parameter is called and holds, where it may be set, and the values that are shipped."""

    key: str
    label: str
    kind: Kind
    unit: str = ""
    shipped: tuple[PolicyValue, ...] = ()
    least: int = 0
    most: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    levels: tuple[Level, ...] = (Level.PROVINCE,)


class Unset(LookupError):
    """No value is in force. Nothing is guessed: the caller says for which place and day."""

    def __init__(self, parameter: Parameter, day: date) -> None:
        super().__init__(f"缺少{day.year}年{day.month}月的{parameter.label}")
        self.parameter = parameter
        self.day = day


def in_force(
    parameter: Parameter, values: Iterable[PolicyValue], regions: Sequence[str], day: date
) -> PolicyValue | None:
    """The value for a region on a day: of the nearest region in its chain that has one, the newest.

    Shipped values count as if entered for their region, those for everywhere as the province's. An entered
    value goes before a shipped one of the same day; so an older value entered later hides no newer one.
    """
    entered = [value for value in values if value.key == parameter.key]
    begun = [value for value in (*parameter.shipped, *entered) if value.effective_from <= day]
    for region in regions or ("",):
        everywhere = not region or level_of(region) is Level.PROVINCE
        here = [value for value in begun if value.region == region or (everywhere and not value.region)]
        if here:
            # max keeps the first of equals: entered before shipped, the latest entered foremost.
            return max(reversed(here), key=lambda value: value.effective_from)
    return None


def whole(parameter: Parameter, values: Iterable[PolicyValue], regions: Sequence[str], day: date) -> int:
    """The number in force (a count, 分, or hundredths of a percent); raises `Unset`."""
    found = in_force(parameter, values, regions, day)
    if found is None:
        raise Unset(parameter, day)
    return int(found.value)


def is_on(parameter: Parameter, values: Iterable[PolicyValue], regions: Sequence[str], day: date) -> bool:
    """Whether a switch is on; one that nobody set is off."""
    found = in_force(parameter, values, regions, day)
    return found is not None and found.value is True


def choice(parameter: Parameter, values: Iterable[PolicyValue], regions: Sequence[str], day: date) -> str:
    """The choice in force; raises `Unset`."""
    found = in_force(parameter, values, regions, day)
    if found is None:
        raise Unset(parameter, day)
    return str(found.value)


def check_region(parameter: Parameter, region: str) -> None:
    """Refuse a value for a kind of region that may not have its own; raises `Malformed`."""
    if level_of(region) not in parameter.levels:
        words = {Level.PROVINCE: "省", Level.CITY: "市", Level.COUNTY: "区县"}
        allowed = "、".join(words[level] for level in parameter.levels)
        raise Malformed(f"参数“{parameter.label}”只能按{allowed}设置，{region}不是{allowed}的代码")


def parse_value(parameter: Parameter, text: str) -> Value:
    """A typed or stored value; raises `Malformed`. Reads everything that `format_value` writes."""
    typed = compact(text)
    match parameter.kind:
        case Kind.SWITCH:
            return _switch(parameter, typed)
        case Kind.CHOICE:
            return _choice(parameter, typed)
        case Kind.MONEY:
            number = money.parse_yuan(typed)
        case Kind.SHARE:
            number = _share(parameter, typed)
        case Kind.WHOLE:
            number = _whole(parameter, typed)
    if not parameter.least <= number <= parameter.most:
        least, most = format_value(parameter, parameter.least), format_value(parameter, parameter.most)
        raise Malformed(
            f"参数“{parameter.label}”应在{least}至{most}{parameter.unit if parameter.kind is Kind.SHARE else ''}之间"
        )
    return number


def format_value(parameter: Parameter, value: Value) -> str:
    """A value as it is stored and shown, without its unit: 3, 60%, 10 (个百分点), 2,400.00, 是, 按天."""
    match parameter.kind:
        case Kind.SWITCH:
            return "是" if value else "否"
        case Kind.CHOICE:
            return dict(parameter.choices)[str(value)]
        case Kind.MONEY:
            return money.format_yuan(int(value))
        case Kind.SHARE:
            return money.format_yuan(int(value)).rstrip("0").rstrip(".") + ("" if parameter.unit else "%")
        case Kind.WHOLE:
            return str(value)


def _switch(parameter: Parameter, typed: str) -> bool:
    if typed.lower() in {"是", "开", "开启", "on", "yes", "true", "1"}:
        return True
    if typed.lower() in {"否", "关", "关闭", "off", "no", "false", "0"}:
        return False
    raise Malformed(f"参数“{parameter.label}”应为“是”或“否”")


def _choice(parameter: Parameter, typed: str) -> str:
    for key, label in parameter.choices:
        if typed in {key, label}:
            return key
    raise Malformed(
        f"参数“{parameter.label}”应为：" + "、".join(f"{key}（{label}）" for key, label in parameter.choices)
    )


def _share(parameter: Parameter, typed: str) -> int:
    number = (
        typed.removesuffix(parameter.unit).removesuffix("%") if parameter.unit else typed.removesuffix("%")
    )
    found = re.fullmatch(r"(-?)([0-9]{1,9})(?:\.([0-9]+))?", number)
    if found is None:
        wrong = f"应为数字，例如10{parameter.unit}" if parameter.unit else "应为带百分号的数，例如60%"
    elif found[1]:
        wrong = "不能为负数"
    elif len(found[3] or "") > 2:
        wrong = "最多两位小数"
    elif number == typed and not parameter.unit:
        # Without the sign, 0.6 might mean 60 % or 0.6 %: money hangs on it, so the sign is asked for.
        wrong = "缺少百分号，应为带百分号的数，例如60%"
    else:
        return int(found[2]) * 100 + int(f"{found[3] or '':0<2}")
    raise Malformed(f"参数“{parameter.label}”{wrong}")


def _whole(parameter: Parameter, typed: str) -> int:
    number = typed.removesuffix(parameter.unit) if parameter.unit else typed
    if not re.fullmatch("[0-9]{1,9}", number):
        raise Malformed(
            f"参数“{parameter.label}”应为整数" + (f"（单位：{parameter.unit}）" if parameter.unit else "")
        )
    return int(number)
