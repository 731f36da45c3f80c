"""A rejection says why: ticked reasons, and text where 其他 is ticked."""

import pytest

from jianxi.domain.outcomes import Invalid
from jianxi.domain.reasons import NOTE_LENGTH, SUGGESTED, reason_text, suggested


@pytest.mark.parametrize("noun", ["base", "position", "application", "placement", "departure"])
def test_other_is_the_last_suggestion_everywhere(noun: str) -> None:
    assert suggested(noun)[-1].text == "其他"
    assert len(suggested(noun)) == len(SUGGESTED[noun]) + 1 > 3


def test_ticked_reasons_are_joined_in_the_order_of_the_list() -> None:
    text = reason_text("position", ["mentor", "duties"], "")

    assert text == "岗位职责或任职要求不清楚；指导教师信息不完整"


def test_what_was_written_follows_what_was_ticked() -> None:
    text = reason_text("placement", ["seal", "other"], " 第2页缺少甲方盖章 ")

    assert text == "协议缺少单位盖章，请补盖后重新上传；第2页缺少甲方盖章"


@pytest.mark.parametrize(
    ("ticked", "note", "field"),
    [
        ([], "有说明", "reason"),
        (["made_up"], "", "reason"),
        (["other"], "  ", "note"),
        (["duties"], "长" * (NOTE_LENGTH + 1), "note"),
    ],
)
def test_what_is_missing_is_said_by_its_field(ticked: list[str], note: str, field: str) -> None:
    with pytest.raises(Invalid) as caught:
        reason_text("position", ticked, note)

    assert list(caught.value.messages) == [field]
