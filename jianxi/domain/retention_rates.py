"""留用率: who of an employer's trainees was retained in a year, who completed it, and whether that raises the rate."""

from collections.abc import Iterable
from datetime import date

from jianxi.domain.periods import end_after
from jianxi.domain.subsidies import Contract, RetentionFigure, Rules, Service
from jianxi.domain.subsidy_months import WHOLE
from jianxi.domain.subsidy_rules import needed


def figure(services: Iterable[Service], year: int, rules: Rules) -> RetentionFigure:
    """Each placement counts once: as retained in the year of its contract and insurance, else as completed in the year
    in which it ended as agreed. Who left early is in neither. The threshold is that of the year's last day."""
    last_day = date(year, 12, 31)
    threshold = needed(rules, rules.threshold, last_day)
    least = int(needed(rules, rules.contract_months, last_day).value)
    retained: list[int] = []
    completed: list[int] = []
    for service in services:
        if not service.is_approved:
            continue
        since = retained_on(service.contract, least)
        if since is not None:
            retained += [service.placement] if since.year == year else []
        elif service.left_on is None and service.ends_on.year == year:
            completed.append(service.placement)
    total = len(retained) + len(completed)
    is_reached = total > 0 and len(retained) * WHOLE >= int(threshold.value) * total
    return RetentionFigure(
        year, tuple(retained), tuple(completed), int(threshold.value), threshold.source, is_reached
    )


def retained_on(contract: Contract | None, least_months: int) -> date | None:
    """From when on a contract counts: the later of its start and 社会保险参保日期. None, when it is too short or the
    person is not insured."""
    if contract is None or contract.insured_on is None:
        return None
    if contract.last_day < end_after(contract.first_day, least_months):
        return None
    return max(contract.first_day, contract.insured_on)
