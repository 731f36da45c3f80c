"""The sheet of the 生源信息库: columns in the order of PRODUCT.md 11, and its template."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianxi.domain.citizen_id import compose
from jianxi.exports import limited
from jianxi.exports.workbook import Column, write

TITLE = "生源信息库"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: the name of its value, its heading, its width in characters."""

    name: str
    heading: str
    width: int = 12


FIELDS = (
    Field("name", "姓名"),
    Field("id_number", "身份证号", 22),
    Field("sex", "性别", 8),
    Field("nation", "民族"),
    Field("politics", "政治面貌"),
    Field("school", "毕业院校", 24),
    Field("major", "专业", 20),
    Field("degree", "学历"),
    Field("cohort", "毕业年份"),
    Field("graduated_on", "毕业时间"),
    Field("origin", "生源地", 18),
    Field("household", "户籍所在地", 30),
    Field("address", "通讯地址", 30),
    Field("mail", "联系邮箱", 24),
    Field("phone", "联系手机", 16),
)
HEADINGS = tuple(field.heading for field in FIELDS)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as typed. `lost` are headings of cells that a spreadsheet kept as a number and cut the last digits of."""

    number: int
    values: dict[str, list[str]]
    lost: tuple[str, ...]


def template(today: date) -> bytes:
    """A workbook with the headings and one made-up row that shows how to fill them in."""
    example: dict[str, str | date] = {
        "name": "示例·请删除本行",
        "id_number": compose("370102", date(2003, 3, 15), 1),
        "sex": "男",
        "nation": "汉族",
        "politics": "共青团员",
        "school": "济南大学",
        "major": "软件工程",
        "degree": "本科",
        "cohort": str(today.year),
        "graduated_on": date(today.year, 6, 30),
        "origin": "济南市历下区",
        "household": "济南市历下区",
    }
    columns = [Column(field.heading, field.width) for field in FIELDS]
    return write(TITLE, columns, [[example.get(field.name) for field in FIELDS]])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of an uploaded workbook, unpacked as they are asked for."""

    rows: limited.Rows

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[SheetRow]:
        return map(_row, self.rows)

    def part(self, start: int, many: int) -> "Sheet":
        return Sheet(self.rows.part(start, many))


def rows(data: bytes) -> Sheet:
    """Raises `Malformed`."""
    return Sheet(limited.read_rows(data, HEADINGS))


def _row(row: limited.Row) -> SheetRow:
    values = {field.name: [cell] for field, cell in zip(FIELDS, row.cells, strict=True)}
    return SheetRow(row.number, values, tuple(HEADINGS[place] for place in row.lost))
