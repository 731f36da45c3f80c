"""The sheet of the 生源信息库: its template, and every kind of file that is none."""

import zipfile
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from jianxi.domain.texts import Malformed
from jianxi.exports import register_sheet
from jianxi.exports.limited import NOT_A_WORKBOOK, TOO_LARGE
from jianxi.exports.workbook import Column, Table, write
from jianxi.forms.graduates import GraduateRow
from jianxi.forms.reading import labels, read
from tests.sheets import row, workbook

TODAY = date(2026, 11, 20)


def refusal(data: bytes) -> str:
    with pytest.raises(Malformed) as caught:
        list(register_sheet.rows(data))
    return caught.value.sentence


def zipped(**entries: bytes) -> bytes:
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return kept.getvalue()


def test_the_headings_are_the_labels_of_the_form() -> None:
    assert {field.name: field.heading for field in register_sheet.FIELDS} == labels(GraduateRow)


def test_the_template_holds_nobody() -> None:
    assert len(register_sheet.rows(register_sheet.template(TODAY))) == 0


def test_the_template_takes_numbers_and_years_as_text_under_a_frozen_head() -> None:
    sheet = load_workbook(BytesIO(register_sheet.template(TODAY))).worksheets[0]
    as_text = {letter for letter, column in sheet.column_dimensions.items() if column.number_format == "@"}
    assert {sheet[f"{letter}1"].value for letter in as_text} == {"身份证号", "毕业年份", "联系手机"}
    assert (sheet.freeze_panes, sheet.max_row) == ("A2", 1)


def test_the_template_explains_each_column_on_a_second_sheet() -> None:
    sheet = load_workbook(BytesIO(register_sheet.template(TODAY))).worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert sheet.title == "填写说明"
    assert [row[0] for row in rows] == list(register_sheet.HEADINGS)
    assert all(row[2] and row[3] for row in rows)
    must = [field.title for field in GraduateRow.model_fields.values() if field.is_required()]
    assert [row[0] for row in rows if row[1] == "必填"] == must


def test_the_examples_of_the_template_make_a_good_row() -> None:
    values = {field.name: [field.example(TODAY)] for field in register_sheet.FIELDS}
    assert read(GraduateRow, values, TODAY).cohort == 2026


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_nothing_written_is_a_formula(text: str) -> None:
    sheet = load_workbook(BytesIO(write(Table("表", [Column("列", 10)], [[text]])))).worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (text, "s")


def test_columns_may_stand_in_another_order_with_others_between() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["备注", *reversed(register_sheet.HEADINGS)])
    given = row(name="㛃𬭎")
    sheet.append(["无", *(given.get(field.name) for field in reversed(register_sheet.FIELDS))])
    kept = BytesIO()
    book.save(kept)
    found = list(register_sheet.rows(kept.getvalue()))
    assert (found[0].number, found[0].values["name"], found[0].values["sex"]) == (2, ["㛃𬭎"], ["女"])


def test_blank_rows_are_passed_over_and_keep_their_numbers() -> None:
    found = list(register_sheet.rows(workbook(row(), {}, row())))
    assert [each.number for each in found] == [2, 4]


def test_missing_columns_are_named() -> None:
    headings = [heading for heading in register_sheet.HEADINGS if heading not in {"身份证号", "生源地"}]
    assert refusal(workbook(headings=headings)) == "第一行缺少这些列：身份证号、生源地。请使用模板"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "姓名,身份证号\n林晓,1".encode(),
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000,
        zipped(readme=b"not a workbook"),
    ],
    ids=["empty", "csv", "xls", "zip"],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(data: bytes) -> None:
    assert refusal(data) == NOT_A_WORKBOOK


def test_a_truncated_workbook_is_refused() -> None:
    data = workbook(row())
    assert refusal(data[: len(data) // 2]) == NOT_A_WORKBOOK


def test_a_workbook_with_a_broken_sheet_is_refused() -> None:
    kept = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook(row()))) as source, zipfile.ZipFile(kept, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    assert refusal(kept.getvalue()) in {NOT_A_WORKBOOK, TOO_LARGE}


def test_a_file_that_would_unpack_to_far_more_is_refused_unread() -> None:
    assert refusal(zipped(bomb=b"0" * 50_000_000)) == TOO_LARGE


def test_a_sheet_that_claims_all_rows_and_columns_harms_nobody() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "姓名"
    sheet["XFD1048576"] = "x"
    kept = BytesIO()
    book.save(kept)
    assert refusal(kept.getvalue()) == TOO_LARGE
