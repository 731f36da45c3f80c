"""The sheet of the 生源信息库: columns in the order of PRODUCT.md 11, and its template."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianxi.domain.citizen_id import compose
from jianxi.exports import limited
from jianxi.exports.workbook import Column, Table, write

TITLE = "生源信息库"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: the name of its value, its heading, how it is filled in with an example, its width in characters."""

    name: str
    heading: str
    advice: str
    shown: str
    width: int = 12
    must: bool = False
    as_text: bool = False

    def example(self, today: date) -> str:
        """In its column `shown` is written of a graduate of this year: {year}."""
        return self.shown.format(year=today.year)


FIELDS = (
    Field("name", "姓名", "证件上的完整姓名，少数民族姓名的间隔点写作“·”", "林晓明", must=True),
    Field(
        *("id_number", "身份证号", "18位，列已设为文本格式，末位的X也可以写成x"),
        *(compose("370102", date(2003, 3, 15), 1), 22),
        must=True,
        as_text=True,
    ),
    Field("sex", "性别", "男或女，须与身份证号一致", "男", 8, must=True),
    Field("nation", "民族", "民族的全称", "汉族"),
    Field("politics", "政治面貌", "如中共党员、共青团员、群众", "共青团员"),
    Field("school", "毕业院校", "毕业证书上的学校全称", "济南大学", 24, must=True),
    Field("major", "专业", "毕业证书上的专业", "软件工程", 20),
    Field("degree", "学历", "如大专、本科、硕士", "本科", must=True),
    Field("cohort", "毕业年份", "四位数字的年份", "{year}", must=True, as_text=True),
    Field("graduated_on", "毕业时间", "年月日", "{year}-06-30"),
    Field("origin", "生源地", "市和区县的全称，或行政区划代码", "济南市历下区", 18, must=True),
    Field("household", "户籍所在地", "户口簿上的住址", "济南市历下区文化东路1号", 30),
    Field("address", "通讯地址", "能收到信件的地址", "济南市历下区文化东路1号", 30),
    Field("mail", "联系邮箱", "常用邮箱", "linxiaoming@example.com", 24),
    Field("phone", "联系手机", "11位，列已设为文本格式", "13800138000", 16, as_text=True),
)
HEADINGS = tuple(field.heading for field in FIELDS)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as typed. `lost` are headings of cells that a spreadsheet kept as a number and cut the last digits of."""

    number: int
    values: dict[str, list[str]]
    lost: tuple[str, ...]


def template(today: date) -> bytes:
    """A workbook to fill in: the headings alone, and a second sheet that says how. Only the first is imported."""
    columns = [Column(field.heading, field.width, field.as_text) for field in FIELDS]
    explained = [Column("列名", 14), Column("是否必填", 12), Column("填写方法", 48), Column("示例", 28)]
    rows = [
        (field.heading, "必填" if field.must else "可不填", field.advice, field.example(today))
        for field in FIELDS
    ]
    return write(Table(TITLE, columns), Table("填写说明", explained, rows))


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
