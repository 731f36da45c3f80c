"""A whole ID number or mobile number is found in a text however it is spaced; other long numbers are let alone."""

from jianxi.domain.personal_numbers import kinds

CASES = {
    "请核对370102200306010040的考勤": ("身份证号",),
    "身份证 370102 20030601 0040。": ("身份证号",),
    "３７０１０２２００３０６０１００４０": ("身份证号",),
    "请拨打13900139000": ("手机号码",),
    "+86 139-0013-9000": ("手机号码",),
    "370102200306010040，139 0013 9000": ("身份证号", "手机号码"),
    "37**************40、139****9000": (),
    "370102200306010041": (),
    "账号6222021602000000012": (),
    "订单213900139000、电话0531-88881234": (),
    "花名册JX3701-26-H0001-5，合计1,440.00元，2026-10-15": (),
    "91370102MA0000001W": (),
}


def test_whole_numbers_of_people_are_found_and_nothing_else() -> None:
    assert {text: kinds(text) for text in CASES} == CASES
