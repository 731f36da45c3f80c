"""What a printed paper is worth, whatever became of its base."""

import pytest

from jianxi.domain.base_papers import Printed
from jianxi.domain.names import mask_unit
from jianxi.domain.paper_codes import check, grouped
from jianxi.domain.texts import Malformed


@pytest.mark.parametrize(
    ("printed", "standing"),
    [
        (Printed(1, "", "waiting_county", 1, 0), "审核中，尚未生效"),
        (Printed(1, "", "waiting_city", 1, 0), "审核中，尚未生效"),
        (Printed(1, "", "rejected", 1, 0), "未通过"),
        (Printed(1, "", "waiting_county", 2, 0), "未通过"),
        (Printed(1, "city", "approved", 1, 1), "审核通过"),
        (Printed(1, "city", "suspended", 1, 1), "已暂停"),
        (Printed(1, "city", "revoked", 1, 1), "已取消资格"),
        (Printed(2, "", "revoked", 2, 1), "已取消资格"),
        (Printed(1, "city", "approved", 2, 1, "waiting_city"), "审核通过"),
        (Printed(2, "", "approved", 2, 1, "waiting_city"), "审核中，尚未生效"),
        (Printed(2, "", "approved", 2, 1, "rejected"), "未通过"),
        (Printed(2, "", "approved", 3, 3), "未通过"),
        (Printed(1, "city", "approved", 2, 2), "已被第2次提交取代"),
        (Printed(1, "city", "waiting_county", 2, 0), "已被第2次提交取代"),
    ],
)
def test_a_submission_is_worth_what_its_base_and_its_approval_say(printed: Printed, standing: str) -> None:
    assert printed.standing == standing
    assert printed.is_draft == (printed.level == "")


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("济南精密机械有限公司", "济南***公司"),
        ("鲁能集团总部", "鲁能***总部"),
        ("鲁能集团", "鲁***团"),
        ("鲁能", "鲁***"),
        ("𠮷祥", "𠮷***"),
    ],
)
def test_a_units_name_is_masked_and_never_told_whole(name: str, masked: str) -> None:
    assert mask_unit(name) == masked


def test_a_code_is_read_in_groups_in_small_letters_and_with_misread_symbols() -> None:
    assert check(" 7k2m-90qx 4lbd　wwe8 ") == "7K2M90QX41BDWWE8"
    assert check("７Ｋ２Ｍ９ＯＱＸ４１ＢＤＷＷＥ８") == "7K2M90QX41BDWWE8"
    assert check(grouped("7K2M90QX41BDWWE8")) == "7K2M90QX41BDWWE8"


@pytest.mark.parametrize("text", ["", "7K2M90QX41BDWWE", "7K2M90QX41BDWWE88", "7K2M90QX41BDWWU8", "济" * 16])
def test_anything_else_is_no_code(text: str) -> None:
    with pytest.raises(Malformed):
        check(text)
