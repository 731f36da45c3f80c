"""Placements and parameters at random, for what must hold of every 补贴经费."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from jianxi.domain.allowances import Raise
from jianxi.domain.policy import PolicyValue
from jianxi.domain.subsidies import Contract, Service

FIRST, LAST = date(2021, 10, 1), date(2026, 12, 31)
_DAYS = st.dates(date(2021, 11, 1), date(2026, 6, 30))
_FEN = st.integers(180_000, 280_000)
_CHOICES: dict[str, st.SearchStrategy[int | bool | str]] = {
    "subsidy_rate": st.integers(0, 10_000),
    "part_month_method": st.sampled_from(["by_day", "from_15_days", "full_months"]),
    "insurance_subsidy": st.integers(0, 3_001),
    "subsidy_cap_months": st.integers(1, 15),
    "early_contract": st.booleans(),
    "retention_bonus": st.integers(0, 2_000),
}


@st.composite
def values(draw: st.DrawFn) -> tuple[PolicyValue, ...]:
    """A wage from the first day on, and a few changes of anything, on any day."""
    found = [PolicyValue("minimum_wage", "370102", draw(_FEN), FIRST, "通知")]
    for key in draw(st.lists(st.sampled_from(["minimum_wage", *_CHOICES]), max_size=6)):
        region = "370102" if key == "minimum_wage" else draw(st.sampled_from(["370100", "370000"]))
        new = draw(_CHOICES.get(key, _FEN))
        found.append(PolicyValue(key, region, new, draw(_DAYS), f"{key}的依据"))
    return tuple(found)


@st.composite
def services(draw: st.DrawFn, most_days: int = 480) -> Service:
    """Any length; left, leaving, or employed before, at or after the end; raised up to three times."""
    starts = draw(_DAYS)
    ends = starts + timedelta(days=draw(st.integers(0, most_days)))
    plain = Service(1, starts, ends, draw(st.sampled_from([True, True, True, False])), draw(_FEN))
    inside = st.integers(-1, (ends - starts).days + 30).map(lambda ahead: starts + timedelta(days=ahead))
    raised = sorted(draw(st.sets(inside, max_size=3)))
    raises = tuple(Raise(since, plain.allowance_fen + 7_000 * place) for place, since in enumerate(raised, 1))
    match draw(st.sampled_from(["stays", "left", "leaving", "employed", "employed"])):
        case "left":
            return replace(plain, raises=raises, left_on=min(draw(inside), ends))
        case "leaving":
            return replace(plain, raises=raises, leaving_on=draw(inside))
        case "employed":
            return replace(plain, raises=raises, contract=draw(_contracts(max(starts, draw(inside)))))
        case _:
            return replace(plain, raises=raises)


@st.composite
def _contracts(draw: st.DrawFn, begins: date) -> Contract:
    days, later = draw(st.integers(300, 420)), draw(st.integers(-30, 60))
    insured = draw(st.sampled_from([None, begins + timedelta(days=later)]))
    return Contract(7, begins, begins + timedelta(days=days), insured)
