"""The sheet of 最低工资标准: its template with the city's counties, what is read from it, and the list as exported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports import limited
from jianxi.exports.workbook import Column, Table, Value, fitting, write, yuan

TITLE = "最低工资标准"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: the name of its value, its heading, how it is filled in with an example, its width in characters."""

    name: str
    heading: str
    advice: str
    shown: str
    width: int
    as_text: bool = False


FIELDS = (
    Field("code", "行政区划代码", "6位代码，已填好", "370102", 14, as_text=True),
    Field("county", "区县", "已填好，须与代码一致", "历下区", 18),
    Field("value", "月最低工资（元）", "以元为单位；空着的行不导入", "2400.00", 18),
    Field("effective_from", "起始日期", "从哪一天起执行，年月日", "2025-10-01", 14),
    Field("source", "依据", "文件名称和文号", "鲁政字〔2025〕140号", 36),
)
HEADINGS = tuple(field.heading for field in FIELDS)
BLANK = ("value", "effective_from", "source")
"""A row that has none of these is one of the template that nobody filled in."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as typed."""

    number: int
    values: dict[str, list[str]]

    @property
    def is_blank(self) -> bool:
        return not any(self.values[name][0].strip() for name in BLANK)


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a county, or a county that has none."""

    code: str
    city: str
    county: str
    wage_fen: int | None
    effective_from: date | None
    source: str
    set_by: str
    state: str


def template(counties: Sequence[tuple[str, str]]) -> bytes:
    """Code and name of each county, the rest to be filled in; a second sheet says how. Only the first is imported."""
    columns = [Column(field.heading, field.width, field.as_text) for field in FIELDS]
    rows: list[Sequence[Value]] = [(code, name, None, None, None) for code, name in counties]
    explained = [Column("列名", 18), Column("填写方法", 40), Column("示例", 28)]
    how = [(field.heading, field.advice, field.shown) for field in FIELDS]
    return write(Table(TITLE, columns, rows), Table("填写说明", explained, how))


def rows(data: bytes) -> Iterator[SheetRow]:
    """Those of an uploaded workbook. Raises `Malformed`."""
    for row in limited.read_rows(data, HEADINGS):
        values = {field.name: [cell] for field, cell in zip(FIELDS, row.cells, strict=True)}
        yield SheetRow(row.number, values)


def workbook(lines: Sequence[Line]) -> bytes:
    """The list, with the headings of the template among others, so that it can be handed in again."""
    code, county, wage, since, source = (
        Column(field.heading, field.width, field.as_text) for field in FIELDS
    )
    columns = [code, Column("市", 10), county, wage, since, source, Column("设置", 12), Column("状态", 12)]
    cells = [
        (
            *(line.code, line.city, line.county, None if line.wage_fen is None else yuan(line.wage_fen)),
            *(line.effective_from, line.source, line.set_by, line.state),
        )
        for line in lines
    ]
    return write(Table(TITLE, fitting(columns, cells), cells))
