"""What the list of 报省厅备案 is filtered by, as it stands in the address."""

from dataclasses import dataclass

from jianxi.domain.filings import FilingState
from jianxi.forms.addresses import one
from jianxi.forms.reading import Raw

ALL = "all"


@dataclass(frozen=True, slots=True)
class FilingFilters:
    """What is no known value counts as no filter."""

    state: str = ""
    city: str = ""
    """For the province."""


def read_filters(raw: Raw) -> FilingFilters:
    """From an address, which anybody may have written."""
    state, city = one(raw, "state"), one(raw, "city")
    is_code = len(city) == 6 and city.isascii() and city.isdigit()
    return FilingFilters(state if state in {*FilingState, ALL} else "", city if is_code else "")
