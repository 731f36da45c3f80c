"""The addresses of 补贴经费 at the offices: of county and city; the province has no such list."""

from tests.authorization.entry import Entry
from tests.authorization.people import CITIES, COUNTIES

_DESKS = COUNTIES | CITIES
_ONE = "/authority/rosters/{id}"
ENTRIES: dict[str, Entry] = {
    "/authority/rosters": Entry(kinds=_DESKS),
    "/authority/rosters/export": Entry(kinds=_DESKS),
    "/authority/subsidies": Entry(kinds=_DESKS),
    "/authority/subsidies/export": Entry(kinds=_DESKS),
    **{f"{_ONE}{part}": Entry("roster") for part in ("", "/acceptance", "/return", "/correction", "/export")},
    f"{_ONE}/withdrawal": Entry("roster"),
    f"{_ONE}/differences": Entry("roster", more=frozenset({404})),
    f"{_ONE}/lines/{{placement}}": Entry("roster_line"),
    f"{_ONE}/lines/{{placement}}/questions": Entry("roster_line", acts=True),
    **{f"{_ONE}/files/{{file}}{part}": Entry("roster_file") for part in ("", "/content", "/pages/{page}")},
}
