"""What a 留用登记 must agree with: the placement's days, and the days of the contract among themselves."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.periods import DAY, end_after, spoken

LATEST_MONTHS = 12
"""A contract begins at the latest so many months after the period; later is somebody's new job, or another year typed."""
LONGEST_YEARS = 50
"""From a first contract to the retirement age."""
LEAST_MONTHS = 12
"""How long a contract must be to count for the retention rate (留用率)."""


@dataclass(frozen=True, slots=True)
class Contract:
    """劳动合同 and 社会保险 of somebody retained; both days of the contract are days of it."""

    first: date
    last: date
    insured_on: date | None = None


def faults(contract: Contract, starts_on: date, ends_on: date) -> dict[str, str]:
    """A sentence by field of what does not fit a placement of these days."""
    latest = end_after(ends_on + DAY, LATEST_MONTHS)
    found: dict[str, str] = {}
    if contract.first <= starts_on:
        found["contract_from"] = f"劳动合同起始日期应在上岗日期（{spoken(starts_on)}）之后，请核对"
    elif contract.first > latest:
        found["contract_from"] = (
            f"劳动合同起始日期最晚为{spoken(latest)}（见习结束后{LATEST_MONTHS}个月），请核对年份"
        )
    return found | _of_end(contract) | _of_insurance(contract, starts_on)


def _of_end(contract: Contract) -> dict[str, str]:
    if contract.last <= contract.first:
        return {"contract_to": f"劳动合同终止日期应在起始日期（{spoken(contract.first)}）之后，请核对"}
    if contract.last > end_after(contract.first, 12 * LONGEST_YEARS):
        return {"contract_to": f"劳动合同期限超过{LONGEST_YEARS}年，请核对终止日期的年份"}
    return {}


def _of_insurance(contract: Contract, starts_on: date) -> dict[str, str]:
    day = contract.insured_on
    if day is None:
        return {}
    if day < starts_on:
        return {"insured_on": f"社会保险参保日期不能早于上岗日期（{spoken(starts_on)}），请核对"}
    if contract.first < contract.last < day:
        return {"insured_on": f"社会保险参保日期不能晚于劳动合同终止日期（{spoken(contract.last)}），请核对"}
    return {}


def shortfalls(contract: Contract) -> tuple[str, ...]:
    """Why it does not count for the retention rate yet, a clause each; none when it does."""
    found = []
    if contract.last < end_after(contract.first, LEAST_MONTHS):
        found.append("劳动合同不满一年")
    if contract.insured_on is None:
        found.append("没有填写社会保险参保日期")
    return tuple(found)
