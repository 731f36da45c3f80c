"""The sheet of the 生源信息库: columns in the order of PRODUCT.md 11, and its template."""

from collections.abc import Iterator
from datetime import date

from jianxi.domain.citizen_id import compose
from jianxi.exports.workbook import Column, read_rows, write
from jianxi.forms.graduates import GraduateRow
from jianxi.forms.reading import labels

TITLE = "生源信息库"
_WIDTHS = {
    "id_number": 22,
    "school": 24,
    "major": 20,
    "household": 30,
    "address": 30,
    "mail": 24,
    "phone": 16,
}
FIELDS = (
    *(
        "name",
        "id_number",
        "sex",
        "nation",
        "politics",
        "school",
        "major",
        "degree",
        "cohort",
        "graduated_on",
    ),
    *("origin", "household", "address", "mail", "phone"),
)
HEADINGS = tuple(labels(GraduateRow)[name] for name in FIELDS)


def template() -> bytes:
    """A workbook with the headings and one made-up row that shows how to fill them in."""
    year = date.today().year  # noqa: DTZ011 -- only the example's year; no rule hangs on it.
    example: dict[str, str | date] = {
        "name": "示例·请删除本行",
        "id_number": compose("370102", date(2003, 3, 15), 1),
        "sex": "男",
        "nation": "汉族",
        "politics": "共青团员",
        "school": "济南大学",
        "major": "软件工程",
        "degree": "本科",
        "cohort": str(year),
        "graduated_on": date(year, 6, 30),
        "origin": "济南市历下区",
        "household": "济南市历下区",
    }
    columns = [Column(heading, _WIDTHS.get(name, 12)) for name, heading in zip(FIELDS, HEADINGS, strict=True)]
    return write(TITLE, columns, [[example.get(name) for name in FIELDS]])


def rows(data: bytes) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """Row number and the fields of `GraduateRow`, as typed; raises `Malformed`."""
    for number, cells in read_rows(data, HEADINGS):
        yield number, {name: [cells[heading]] for name, heading in zip(FIELDS, HEADINGS, strict=True)}
