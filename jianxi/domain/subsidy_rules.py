"""The rules of 补贴经费: every parameter that an amount hangs on, as one county has it, and what is lacking."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from jianxi.domain import parameters, timelines
from jianxi.domain.policy import PolicyValue
from jianxi.domain.subsidies import InForce, Rules, Timeline

_BY_FIELD = {
    "wage": parameters.MINIMUM_WAGE,
    "rate": parameters.SUBSIDY_RATE,
    "method": parameters.PART_MONTH_METHOD,
    "insurance": parameters.INSURANCE_SUBSIDY,
    "cap_months": parameters.SUBSIDY_CAP_MONTHS,
    "early_contract": parameters.EARLY_CONTRACT,
    "bonus": parameters.RETENTION_BONUS,
    "threshold": parameters.RETENTION_THRESHOLD,
    "contract_months": parameters.RETENTION_CONTRACT_MONTHS,
}
KEYS = frozenset(parameter.key for parameter in _BY_FIELD.values())
"""Which parameters money depends on."""


class Lacking(LookupError):
    """Values that nobody has entered. Nothing is guessed: the whole computation stops and says what to enter."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(dict.fromkeys(sentences))
        """One for each parameter and month, each once."""
        super().__init__("；".join(self.sentences))


def rules_for(county: str, place: str, values: Iterable[PolicyValue], regions: Sequence[str]) -> Rules:
    """The rules of a county: `place` is its name in sentences, `regions` the county and those above it."""
    entered = [value for value in values if value.key in KEYS]
    lines = {field: timelines.timeline(each, entered, regions) for field, each in _BY_FIELD.items()}
    return shared(Rules(county, place, **lines))


@lru_cache(maxsize=256)
def shared(rules: Rules) -> Rules:
    """One object for equal rules, so that what was looked up by them is found again without comparing them whole."""
    return rules


def lacks(rules: Rules, line: Timeline, day: date) -> Lacking:
    """缺少 济南市历下区 2025年8月 的最低工资标准."""
    label = parameters.PARAMETERS[line.key].label
    return Lacking((f"缺少 {rules.place} {day.year}年{day.month}月 的{label}",))


def needed(rules: Rules, line: Timeline, day: date) -> InForce:
    """What is in force on a day; raises `Lacking`."""
    found = timelines.on(line, day)
    if found is None:
        raise lacks(rules, line, day)
    return found
