"""上传次数限制: files and bytes an hour and a day, and the sentence that says from when there is room again."""

from datetime import UTC, datetime, timedelta

import pytest

from jianxi.domain.upload_limits import CARD, MEGABYTE, UNIT, Budget, Exhausted, Sent, check, too_many

NOW = datetime(2026, 11, 20, 6, 23, tzinfo=UTC)
"""14:23 in Shanghai."""


def sent(number: int, megabytes: int, minutes_ago: int) -> list[Sent]:
    return [Sent(NOW - timedelta(minutes=minutes_ago), megabytes * MEGABYTE)] * number


@pytest.mark.parametrize(
    ("budget", "before", "says"),
    [
        (UNIT, sent(119, 1, 48), ""),
        (UNIT, sent(120, 1, 48), "每小时最多可上传120个文件，请在14:35以后（约12分钟后）再上传"),
        (UNIT, sent(120, 1, 60), ""),
        (UNIT, sent(59, 10, 5), ""),
        (
            UNIT,
            [*sent(1, 9, 48), *sent(1, 5, 30), *sent(59, 10, 5)],
            "每小时最多可上传600MB，请在14:53以后（约30分钟后）再上传",
        ),
        (
            UNIT,
            sent(150, 10, 240),
            "每24小时最多可上传1500MB，请在11月21日10:23以后（约20小时后）再上传",
        ),
        (
            CARD,
            [*sent(18, 1, 600), *sent(12, 1, 10)],
            "每24小时最多可上传30个文件，请在11月21日04:23以后（约14小时后）再上传",
        ),
    ],
)
def test_whoever_has_sent_much_is_told_how_much_may_be_sent_and_from_when(
    budget: Budget, before: list[Sent], says: str
) -> None:
    told = ""
    try:
        check(budget, before, 10 * MEGABYTE, NOW)
    except Exhausted as no:
        told = no.sentence
    assert told == says


def test_files_beyond_those_of_a_record_are_told_with_what_to_do() -> None:
    assert too_many(2, 17, 20) == (
        "最多可上传20个文件，此前已有17个，有2个没有上传。请先删除不需要的文件，或合并后再上传"
    )
    assert "此前" not in too_many(1, 0, 20)
