"""The addresses of 补贴经费花名册 at the desk of the employer."""

from tests.authorization.entry import Entry

_ONE = "/employer/rosters/{id}"
ENTRIES: dict[str, Entry] = {
    "/employer/rosters": Entry(),
    "/employer/rosters/preview": Entry(),
    "/employer/rosters/preview/export": Entry(),
    **{
        f"{_ONE}{part}": Entry("roster") for part in ("", "/submission", "/correction", "/discard", "/export")
    },
    f"{_ONE}/lines/{{placement}}": Entry("roster_line"),
    f"{_ONE}/questions/{{question}}/answer": Entry("roster", more=frozenset({404})),
    **{f"{_ONE}/files/{{file}}{part}": Entry("roster_file") for part in ("", "/content", "/pages/{page}")},
}
