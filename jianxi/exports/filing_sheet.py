"""报省厅备案表: the bases of one sending in the columns of the province, what the filing is, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain.filed_facts import LABELS, Difference, FiledFacts
from jianxi.exports.workbook import Column, Table, Value, fitting, write

TITLE = "报省厅备案表"
PLACE, BATCH, SENT_ON = "序号", "备案批次", "备案日期"
AS_TEXT = {"credit_code", "phone"}
FIRST = "首次备案"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands for all of the rows."""

    number: str
    city: str
    round: int
    """第几次报送."""
    sent_on: date


@dataclass(frozen=True, slots=True)
class Row:
    """One base, in force or told of because it is no longer."""

    place: int
    facts: FiledFacts
    is_first: bool
    changes: Sequence[Difference]
    is_in_force: bool = True


def workbook(head: Head, rows: Sequence[Row]) -> bytes:
    """Three sheets: the bases in force, 备案信息, 变化情况."""
    listed = [row for row in rows if row.is_in_force]
    return write(_bases(head, listed), _about(head, listed), _changes(rows))


def _bases(head: Head, rows: Sequence[Row]) -> Table:
    fields = [Column(label, 8, name in AS_TEXT) for name, label in LABELS.items()]
    columns = [Column(PLACE, 6), *fields, Column(BATCH, 20), Column(SENT_ON, 12)]
    cells = [(row.place, *_values(row.facts), head.number, head.sent_on) for row in rows]
    return Table(TITLE, fitting(columns, cells), cells)


def _values(facts: FiledFacts) -> list[Value]:
    return [getattr(facts, name) for name in LABELS]


def _about(head: Head, rows: Sequence[Row]) -> Table:
    first = sum(row.is_first for row in rows)
    changed = sum(bool(row.changes) for row in rows)
    cells: list[tuple[Value, Value]] = [
        ("市", head.city),
        ("编号", head.number),
        ("报送次数", head.round),
        (SENT_ON, head.sent_on),
        ("基地数", len(rows)),
        ("其中首次备案", first),
        ("其中有变化", changed),
    ]
    return Table("备案信息", fitting([Column("项目", 16), Column("内容", 24)], cells), cells)


def _changes(rows: Sequence[Row]) -> Table:
    """One row a difference; a base filed for the first time has one that says so."""
    headings = ("单位名称", "信用代码", "项目", "上次备案", "本次备案")
    columns = [Column(heading, 12, heading == "信用代码") for heading in headings]
    cells: list[tuple[Value, ...]] = []
    for row in rows:
        told = (row.facts.unit, row.facts.credit_code)
        if row.is_first:
            cells.append((*told, FIRST, "", ""))
        cells += [(*told, each.label, each.before, each.after) for each in row.changes]
    return Table("变化情况", fitting(columns, cells), cells)
