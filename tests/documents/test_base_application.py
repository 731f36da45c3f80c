"""就业见习基地申请表 as it is printed: what it says, how it breaks over pages, and what it never does."""

import re
from io import BytesIO

import pikepdf
import pytest

from jianxi.documents import base_application, pdf
from jianxi.documents.base_application import TITLE, Attachment, rows
from jianxi.documents.paper import Paper
from tests.documents.reading import CODE, MENTOR, NEED, RARE, SITE, application, fonts, scanned, texts

HEADS = {"需求": "序号年度专业学历需求人数拟留用人数备注", "指导师": "序号姓名性别年龄学历专业"}


def test_every_character_of_a_rare_name_is_drawn_and_read_back(caplog: pytest.LogCaptureFixture) -> None:
    document = pdf.draw(base_application.html(application()))

    text = "".join(texts(document))
    assert RARE in text and "济南𠮷祥公司" in text
    assert "notdef" not in caplog.text and "〔U+" not in text


def test_fonts_are_in_the_file_and_only_what_is_used_of_them() -> None:
    found = fonts(pdf.draw(base_application.html(application())))

    assert any(name.endswith("Paper") for name in found)
    assert any("HanaMin" in name for name in found)
    assert all(0 < size < 60_000 for size in found.values())


def test_a_character_of_no_font_is_printed_as_its_number() -> None:
    document = pdf.draw(base_application.html(application(introduction="姓\U0002ebf0")))

    assert "姓〔U+2EBF0〕" in "".join(texts(document))


def test_the_code_is_scanned_and_printed_and_every_page_says_which_paper_it_is() -> None:
    document = pdf.draw(base_application.html(application(needs=[NEED] * 40)))

    assert scanned(document) == [f"{SITE}/verify/{CODE}"]
    pages = texts(document)
    assert "7K2M90QX41BDWWE8" in pages[0]
    for number, page in enumerate(pages, 1):
        assert "编号JX3701-26-02H5T-8第1次提交" in page
        assert f"第{number}页，共{len(pages)}页" in page


def test_the_file_says_its_title_and_its_language_and_is_tagged() -> None:
    with pikepdf.open(BytesIO(pdf.draw(base_application.html(application())))) as file:
        assert str(file.docinfo["/Title"]) == "就业见习基地申请表　JX3701-26-02H5T-8"
        assert str(file.Root["/Lang"]) == "zh-CN"
        assert file.Root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("is_draft", [True, False])
def test_every_page_is_marked_as_a_draft_until_the_city_has_approved(is_draft: bool) -> None:
    pages = texts(pdf.draw(base_application.html(application(is_draft, needs=[NEED] * 40))))

    assert len(pages) > 1
    assert {"草稿" in page for page in pages} == {is_draft}


def test_long_tables_repeat_their_head_and_no_row_is_cut() -> None:
    long = {**NEED, "remark": "需要熟练使用三维设计软件。" * 8, "major": "W" * 60}
    needs = [{**long, "year": str(2001 + place)} for place in range(40)]
    mentors = [{**MENTOR, "name": "阿" * 50, "phone": f"0531{place:08d}"} for place in range(30)]
    form = application(needs=needs, mentors=mentors, introduction="很长的介绍，" * 300 + "Z" * 200)

    pages = texts(pdf.draw(base_application.html(form)))

    for needed in needs:
        (page,) = (page for page in pages if f"{needed['year']}{'W' * 60}" in page)
        assert HEADS["需求"] in page
        assert f"本科52{long['remark']}" in page.split(needed["year"])[1]
    for mentor in mentors:
        (page,) = (page for page in pages if mentor["phone"] in page)
        assert HEADS["指导师"] in page
        assert "阿" * 50 in page
    assert "".join(pages).count("Z") == 200


def test_what_was_typed_is_printed_as_text() -> None:
    nasty = "<b>粗</b></style></table>{{ 7*7 }}{% raw %}<img src=http://a.test/x>&amp;<!--"

    pages = texts(pdf.draw(base_application.html(application(introduction=nasty, note=nasty))))

    assert "".join(pages).count(re.sub(r"\s", "", nasty)) == 2


def test_what_was_never_submitted_has_no_number_and_nothing_to_scan() -> None:
    blank = Paper(TITLE, "尚未提交", is_draft=True)
    form = application(paper=blank, submitted_at=None, needs=[], mentors=[], attachments=[])

    document = pdf.draw(base_application.html(form))

    assert scanned(document) == []
    assert "尚未提交，没有编号和核验码" in texts(document)[0]
    assert texts(document)[0].count("编号") == 1


def test_files_are_named_with_their_pages() -> None:
    form = application(attachments=[Attachment("单位证件信息", "营业执照<1>.jpg", 12)])

    assert "1单位证件信息营业执照<1>.jpg12" in "".join(texts(pdf.draw(base_application.html(form))))


def test_fields_stand_two_in_a_row_and_wide_ones_alone() -> None:
    labels = ["单位名称", "统一社会信用代码", "注册地", "单位性质", "详细地址", "成立日期"]

    found = rows([(label, "") for label in labels])

    assert [[label for label, _ in row] for row in found] == [
        ["单位名称"],
        ["统一社会信用代码", "注册地"],
        ["单位性质"],
        ["详细地址"],
        ["成立日期"],
    ]
