"""Cohorts of graduates 届: the current one, and the earlier ones still admitted."""

from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where a graduate's cohort lies, seen from the current one."""

    CURRENT = "current"
    EARLIER = "earlier"
    OUTSIDE = "outside"


def current(entered: int | None, today: date) -> int:
    """The current cohort: as the parameter says, else the calendar year."""
    return today.year if entered is None else entered


def earlier(cohort: int, window: int) -> range:
    """The earlier cohorts still admitted: Y-window … Y-1."""
    return range(cohort - window, cohort)


def standing(graduated: int, cohort: int, window: int) -> Standing:
    """应届, 往届 or outside. A cohort that is still to come is outside too."""
    if graduated == cohort:
        return Standing.CURRENT
    return Standing.EARLIER if graduated in earlier(cohort, window) else Standing.OUTSIDE


def label(cohort: int) -> str:
    return f"{cohort}届"
