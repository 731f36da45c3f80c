"""A workbook is read back by another library and by its bare XML: types, widths, and nothing that runs."""

import re
import tempfile
import zipfile
from datetime import date
from io import BytesIO

import pytest
from python_calamine import load_workbook

from jianxi.exports import cell_texts
from jianxi.exports.workbook import WIDEST, Column, Table, Value, fitting, write

RUNNING = (
    *("=1+1", "+1", "-1", "@x", "\t=1+1", "\r=1+1", "\n@x", " =1+1", "　＝1+1"),
    *("＝1+1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "=1+1\0"),
)


def sheet_xml(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return package.read(name).decode()


def read_back(*texts: Value) -> list[object]:
    data = write(Table("表", [Column("列", 10)], [[text] for text in texts]))
    rows = load_workbook(BytesIO(data)).get_sheet_by_index(0).to_python()
    return [row[0] for row in rows[1:]]


def styles_of(data: bytes) -> list[str]:
    styles = sheet_xml(data, "xl/styles.xml")
    return re.findall("<xf .*?>", styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])


def test_nothing_that_begins_like_a_formula_is_one_nor_becomes_one_when_it_is_edited() -> None:
    data = write(Table("表", [Column("列", 10)], [[text] for text in RUNNING]))
    cells = re.findall(r'<c r="A(\d+)"(?: s="(\d+)")? t="(\w+)">(.*?)</c>', sheet_xml(data), re.DOTALL)[1:]
    styles = styles_of(data)
    assert len(cells) == len(RUNNING)
    assert {kind for _, _, kind, _ in cells} == {"inlineStr"}
    assert "<f" not in sheet_xml(data).replace("<fileSharing", "")
    assert all('quotePrefix="1"' in styles[int(style)] for _, style, _, _ in cells)
    assert read_back("=1+1", "－1", "\t@x", "\r=1") == ["=1+1", "－1", "\t@x", "\n=1"]


def test_other_text_carries_no_mark_and_is_text_for_whoever_types_over_it() -> None:
    data = write(Table("表", [Column("列", 10)], [["a=1"], ["0531-82880000"]]))
    assert not any('quotePrefix="1"' in style for style in styles_of(data))
    assert '"@"' in sheet_xml(data, "xl/styles.xml") or 'numFmtId="49"' in "".join(styles_of(data))


def test_numbers_and_days_are_typed_and_long_codes_keep_every_digit() -> None:
    found = read_back(0, 12_000, date(2026, 11, 20), "370102200306085430", "013800138000", None, "末")
    assert found == [0, 12_000, date(2026, 11, 20), "370102200306085430", "013800138000", "", "末"]


def test_what_xml_cannot_hold_is_taken_out_and_what_looks_like_an_escape_stays_as_typed() -> None:
    hostile = "甲\0乙\x08丙\x1b丁\ufffe戊\ud800己\u0085庚"
    assert read_back(hostile, "_x0041_", "a\r\nb", "龙䶮㛃𬭎𫍲𠮷·") == [
        *("甲乙丙丁戊己庚", "_x0041_", "a\nb", "龙䶮㛃𬭎𫍲𠮷·"),
    ]


@pytest.mark.parametrize("letter", ["长", "𠮷"])
def test_what_is_longer_than_a_cell_holds_is_cut_and_says_so(letter: str) -> None:
    (cut,) = read_back(letter * 40_000)
    assert isinstance(cut, str)
    assert len(cut.encode("utf-16-le")) // 2 in (cell_texts.LONGEST, cell_texts.LONGEST - 1)
    assert cut.endswith(cell_texts.CUT)
    assert read_back("长" * cell_texts.LONGEST) == ["长" * cell_texts.LONGEST]


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    columns = [
        Column("单位名称", 4),
        Column("人数", 4),
        Column("日期", 4),
        Column("意见", 4),
        Column("备注", 20),
    ]
    rows: list[list[Value]] = [["济南精工有限公司", 12_000, date(2026, 11, 20), "长" * 500, "短"]]
    fitted = fitting(columns, rows)
    assert [column.width for column in fitted] == [18, 8, 12, WIDEST, 20]
    xml = sheet_xml(write(Table("表", fitted, rows)))
    assert [float(width) for width in re.findall(r'<col [^>]*width="([\d.]+)"', xml)] == [
        18,
        8,
        12,
        WIDEST,
        20,
    ]
    assert re.search(r'<pane [^>]*state="frozen"', xml) and 'topLeftCell="A2"' in xml


def test_nothing_lies_in_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a workbook was written in the clear")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", never)
    monkeypatch.setattr("openpyxl.worksheet._writer.NamedTemporaryFile", never)
    assert write(Table("表", [Column("列", 10)], [["甲"]]), Table("二", [Column("列", 10)]))
