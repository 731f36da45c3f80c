"""就业见习协议书 and 解除就业见习协议证明 as they are printed: what they say, on which pages, and what a scan still tells."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from jianxi.documents import pdf
from tests.documents import contents
from tests.documents.contents import AGREEMENT, CERTIFICATE, DIGEST, LONGEST, agreement_html, certificate_html
from tests.documents.reading import CODE, RARE, SITE, fonts, pictures, texts

ADDRESS = f"{SITE}/verify/{CODE}"


def test_an_agreement_says_what_was_registered_and_each_page_which_paper_it_is(
    caplog: pytest.LogCaptureFixture,
) -> None:
    document = pdf.draw(agreement_html())

    pages = texts(document)
    text = "".join(pages)
    for said in (
        *("编号：JX3701-26-X0001-8版本：第2版生成日期：2026年11月20日", "甲方（见习单位）济南𠮷祥公司"),
        *("统一社会信用代码91370102MA0000001W法定代表人孙·𫍲", "联系人王芳联系电话13800138000"),
        *(f"乙方（见习人员）{RARE}联系电话13900139000", "身份证号码370102200306010040"),
        *("“数控编程见习生”岗位（技术技能类）", "指定周·𬭎为指导教师", "编写数控程序。参加班组的工作。"),
        *(
            "见习期限为6个月，自2026年12月1日起至2027年5月31日止",
            "2,600.50元（大写：人民币贰仟陆佰元伍角整）",
        ),
        *("1人身意外伤害保险平安保险PA202600012026-12-012027-02-28", "2工伤保险——2027-03-012027-05-31"),
    ):
        assert said in text, said
    for number, page in enumerate(pages, 1):
        assert f"第{number}页，共{len(pages)}页" in page and CODE in page and DIGEST in page
        assert "JX3701-26-X0001-8" in page
    assert "草稿" not in text and "监护人" not in text
    assert "notdef" not in caplog.text and all(0 < size < 150_000 for size in fonts(document).values())


def test_the_longest_agreement_keeps_its_signatures_together_with_the_last_article() -> None:
    pages = texts(pdf.draw(agreement_html(LONGEST)))

    last = pages[-1]
    signed = (
        "第十一条",
        "甲方（单位盖章）",
        "法定代表人或委托代理人（签字）",
        "乙方（签字）",
        "监护人（签字）",
    )
    assert [word in last for word in signed] == [True] * 5 and last.count("日期：") == 2
    assert "".join(pages).count("每日完成岗位任务并记录。") == 160
    for kept in ("济" * 100, "阿" * 50, "岗" * 100, "周" * 50):
        assert kept in "".join(pages)
    headed = [page for page in pages if "P" * 60 in page]
    assert all("序号保险类型保险公司保单号起始日期终止日期" in page for page in headed)
    for page in pages[:-1]:
        body = re.sub(r"核验码.*", "", page)
        assert not re.search(r"第[一二三四五六七八九十]+条[^。]{0,12}$", body), "a heading ends a page"


def test_a_certificate_says_who_ended_what_and_when_also_where_nobody_came() -> None:
    left = "".join(texts(pdf.draw(certificate_html())))
    never = replace(CERTIFICATE, last_day=contents.START - timedelta(days=1), asked_by_person=False, note="")
    absent = "".join(texts(pdf.draw(certificate_html(never))))

    for said in (
        *("甲方（见习单位）济南𠮷祥公司", f"乙方（见习人员）{RARE}", "身份证号码370102200306010040"),
        *("协议编号JX3701-26-X0001-8（第2版）", "协议约定期限2026年12月1日至2027年5月31日"),
        *("实际见习期间2026年12月1日至2027年2月14日", "离岗日期2027年2月14日", "提出方乙方（个人）"),
        *("离岗原因其他原因说明家中有事，需要回原籍。", "已结清至年月日", "第1页，共1页"),
    ):
        assert said in left, said
    assert "实际见习期间未上岗" in absent and "提出方甲方（单位）" in absent and "原因说明无" in absent
    assert "已结清" not in absent


def test_the_code_of_every_page_is_read_from_a_grey_turned_and_blurred_scan() -> None:
    found = []
    for place, page in enumerate(pictures(pdf.draw(agreement_html()), 150 / 72)):
        for angle in (-10, -3, 1, 7):
            scan = page.convert("L").rotate(angle + place / 10, Image.Resampling.BICUBIC, True, fillcolor=255)
            codes = zxingcpp.read_barcodes(scan.filter(ImageFilter.GaussianBlur(1.2)))
            found.append([code.text for code in codes])

    assert len(found) >= 12
    assert found == [[ADDRESS]] * len(found)


def test_what_was_typed_is_printed_as_text() -> None:
    nasty = "<b>粗</b></div>{{ 7*7 }}<img src=http://a.test/x>"
    said = replace(AGREEMENT, post=replace(AGREEMENT.post, duties=nasty, title=nasty), mentor=nasty)

    text = "".join(texts(pdf.draw(agreement_html(said))))

    assert text.count(re.sub(r"\s", "", nasty)) == 3
