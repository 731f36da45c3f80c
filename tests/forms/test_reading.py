"""How untrusted fields become values or messages."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Invalid
from jianxi.forms.accounts import EmployerRegistration, IdentitySignIn
from jianxi.forms.bases import BaseForm
from jianxi.forms.intentions import YouthIntention
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import Form, Raw, read, row_values
from jianxi.forms.reasons import read_reasons

TODAY = date(2026, 11, 20)

POSITION: Raw = {
    "title": ["软件测试技术员"],
    "category": ["技术技能类"],
    "headcount": ["５"],
    "degree": ["本科"],
    "months": ["6"],
    "allowance": ["2,600.00"],
    "work_city": ["370100"],
    "work_county": ["370102"],
    "work_address": ["经十路1号"],
    "duties": ["编写并执行测试用例"],
    "mentor": ["周海峰"],
    "deadline": ["2026-12-15"],
    "contact": ["王芳"],
    "phone": ["0531-88881234"],
}


def messages(model: type[Form], raw: Raw) -> dict[str, str]:
    with pytest.raises(Invalid) as caught:
        read(model, raw, TODAY)
    return caught.value.messages


def test_a_full_width_number_is_read_as_the_number() -> None:
    assert read(PositionForm, POSITION, TODAY).headcount == 5


def test_money_is_read_as_whole_fen() -> None:
    assert read(PositionForm, POSITION, TODAY).allowance == 260_000


def test_a_blank_required_field_asks_to_be_filled_in_by_its_label() -> None:
    assert messages(PositionForm, {**POSITION, "title": ["　"]}) == {"title": "请填写职位名称"}


def test_a_blank_choice_asks_to_be_chosen() -> None:
    assert messages(PositionForm, {**POSITION, "category": [""]}) == {"category": "请选择岗位类别"}


def test_a_value_that_was_not_offered_is_refused() -> None:
    assert "category" in messages(PositionForm, {**POSITION, "category": ["其他类"]})


def test_a_county_outside_the_chosen_city_is_refused_at_the_county() -> None:
    found = messages(PositionForm, {**POSITION, "work_county": ["370402"]})
    assert found == {"work_county": "工作地点（区县）不在所选的市，请重新选择"}


@pytest.mark.parametrize("headcount", ["0", "501", "-1", "1.5", "一", "９" * 30])
def test_a_headcount_beyond_its_bounds_is_refused(headcount: str) -> None:
    assert "headcount" in messages(PositionForm, {**POSITION, "headcount": [headcount]})


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-3", "需求人数：应为1至10,000的整数，您填写了-3"),
        ("0", "需求人数：应为1至10,000的整数，您填写了0"),
        ("12345", "需求人数：应为1至10,000的整数，您填写了12,345"),
        ("1.5", "需求人数：应为整数，您填写了“1.5”"),
    ],
)
def test_a_whole_number_beyond_its_bounds_is_told_them(typed: str, sentence: str) -> None:
    assert messages(BaseForm, {"needs-0-wanted": [typed]})["needs-0-wanted"] == sentence


def test_a_whole_number_without_an_upper_bound_names_the_lower_one_and_a_year_has_no_comma() -> None:
    found = messages(BaseForm, {"capital": ["-5"], "needs-0-year": ["1999"]})
    assert found["capital"] == "注册资本（万元）：应为0以上的整数，您填写了-5"
    assert found["needs-0-year"] == "年度：应为2000至2100的整数，您填写了1999"


def test_a_message_names_its_field_once() -> None:
    found = messages(BaseForm, {"phone": ["1381234567"], "mail": ["a@b"], "founded_on": ["昨天"]})
    assert found["phone"] == "联系手机：应为11位，您输入了10位"
    assert found["mail"] == "电子邮箱：应类似name@example.com，请核对"
    assert found["founded_on"] == "成立日期：应写成2026-11-20这样的年月日"


@pytest.mark.parametrize("day", ["2026-02-31", "2027-02-29", "昨天", "2026-11-19", "20261215"])
def test_a_deadline_that_is_no_day_or_over_is_refused(day: str) -> None:
    assert "deadline" in messages(PositionForm, {**POSITION, "deadline": [day]})


def test_a_deadline_of_today_is_taken() -> None:
    assert read(PositionForm, {**POSITION, "deadline": ["2026年11月20日"]}, TODAY).deadline == TODAY


def test_ten_thousand_characters_are_refused_with_the_bound() -> None:
    found = messages(PositionForm, {**POSITION, "duties": ["长" * 10_000]})
    assert found == {"duties": "岗位职责：最多2000个字，您输入了10000个字"}


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u2066"])
def test_control_and_direction_characters_are_refused(character: str) -> None:
    assert "title" in messages(PositionForm, {**POSITION, "title": [f"测试{character}员"]})


def test_fields_added_by_hand_are_ignored() -> None:
    form = read(PositionForm, {**POSITION, "state": ["published"], "accepted": ["0"]}, TODAY)
    assert not hasattr(form, "state")


def test_rows_come_in_the_order_of_their_numbers_and_blank_ones_are_dropped() -> None:
    raw = {
        "needs-2-major": ["软件"],
        "needs-0-major": ["机械"],
        "needs-1-major": [" "],
        "other-0-major": ["x"],
    }
    assert [row["major"] for row in row_values(raw, "needs")] == [["机械"], ["软件"]]


def test_a_fault_in_a_row_is_named_by_row_and_field() -> None:
    found = messages(BaseForm, {"needs-0-year": ["2026"], "needs-0-wanted": ["一"]})
    assert found["needs-0-wanted"] == "需求人数：应为整数，您填写了“一”"


def test_an_application_without_rows_asks_for_one_row_of_each() -> None:
    found = messages(BaseForm, {})
    assert found["needs"] == "请至少填写1项近年专业及人数需求"


def test_a_fifteen_digit_number_is_answered_with_what_to_do() -> None:
    found = messages(IdentitySignIn, {"name": ["王芳"], "id_number": ["110105491231002"]})
    assert "18位" in found["id_number"]


@pytest.mark.parametrize("name", ["阿依古丽·买买提", "䶮 㛃", "𬭎𫍲", "阿依古丽•买买提"])
def test_rare_characters_and_dots_of_names_are_kept(name: str) -> None:
    form = read(IdentitySignIn, {"name": [name], "id_number": ["11010519491231002x"]}, TODAY)
    assert form.name == name.replace("•", "·").replace(" ", "")


def test_the_second_password_must_equal_the_first() -> None:
    raw = {
        "name": ["济南云杉信息技术有限公司"],
        "credit_code": ["91350100M000100Y43"],
        "city": ["370100"],
        "county": ["370102"],
        "contact": ["王芳"],
        "phone": ["13800138000"],
        "username": ["yunshan"],
        "password": ["三更灯火五更鸡正是读书时"],
        "password_again": ["三更灯火五更鸡"],
    }
    assert list(messages(EmployerRegistration, raw)) == ["password_again"]


def test_a_youth_must_state_to_be_unemployed() -> None:
    assert messages(YouthIntention, {})["unemployed"] == "请勾选目前未就业"


def test_more_than_three_wishes_are_refused_with_their_number() -> None:
    assert messages(YouthIntention, {"jobs": list("甲乙丙丁")})["jobs"] == "意向岗位最多3项，您提交了4项"


def test_an_open_row_without_reasons_is_not_yet_a_rejection() -> None:
    assert not read_reasons({"reason-8": ["pay"]}, 7).confirmed


def test_a_reason_ticked_at_a_row_is_read_for_that_row_alone() -> None:
    assert read_reasons({"reason-7": ["pay"], "reason-8": ["other"]}, 7).ticked == ("pay",)
