"""Phones, mail and their masks."""

import pytest

from jianxi.domain import phones
from jianxi.domain.texts import Malformed


@pytest.mark.parametrize(
    "typed", ["13812345678", " 138 1234 5678", "138-1234-5678", "+8613812345678", "１３８１２３４５６７８"]
)
def test_a_mobile_is_brought_to_its_11_digits(typed: str) -> None:
    assert phones.clean_mobile(typed) == "13812345678"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "请输入手机号码"),
        ("1381234567", "应为11位，您输入了10位"),
        ("12812345678", "应以13至19开头，请核对"),
        ("1381234567a", "只能由数字组成，请核对"),
    ],
)
def test_each_fault_of_a_mobile_has_its_own_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(Malformed) as refused:
        phones.clean_mobile(typed)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0531-88881234", "0531-88881234"),
        ("（0531）88881234", "0531-88881234"),
        ("010—68881234转805", "010-68881234转805"),
        ("88881234", "88881234"),
        ("400-618-1234", "400-618-1234"),
        ("138-1234-5678", "13812345678"),
    ],
)
def test_land_lines_and_mobiles_are_telephones(typed: str, kept: str) -> None:
    assert phones.clean_telephone(typed) == kept


@pytest.mark.parametrize("typed", ["", "12345", "0531-1234", "电话"])
def test_what_nobody_can_dial_is_refused(typed: str) -> None:
    with pytest.raises(Malformed):
        phones.clean_telephone(typed)


def test_the_domain_of_a_mail_address_is_lower_case() -> None:
    assert phones.clean_mail(" Zhang.Wei＠Example.COM ") == "Zhang.Wei@example.com"


@pytest.mark.parametrize(
    "typed", ["", "a", "a@", "@b.cn", "a@b", ".a@b.cn", "a..b@c.cn", "a@b..cn", "张@b.cn"]
)
def test_what_is_no_mail_address_is_refused(typed: str) -> None:
    with pytest.raises(Malformed):
        phones.clean_mail(typed)


def test_masks_leave_enough_to_recognise_one_own_s() -> None:
    assert phones.mask_phone("13812345678") == "138****5678"
    assert phones.mask_phone("88881234") == "******34"
    assert phones.mask_mail("zhangwei@example.com") == "z***@example.com"
    assert phones.mask_address("山东省济南市历下区泉城路1号") == "山东省济南市****"


def test_a_short_address_is_never_shown_whole() -> None:
    assert phones.mask_address("泉城路1号") == "泉城****"
