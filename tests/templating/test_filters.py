"""How values are written on a page."""

from datetime import UTC, date, datetime

import pytest

from jianxi import templating
from jianxi.domain.regions import Directory, read_csv

EVENING = datetime(2026, 11, 19, 16, 5, tzinfo=UTC)
"""00:05 of the next day in Shanghai."""


def test_an_instant_is_shown_in_the_time_of_shanghai() -> None:
    assert templating.at(EVENING) == "11月20日 00:05"
    assert templating.at_full(EVENING) == "2026年11月20日 00:05"


def test_a_day_is_shown_for_tables_and_for_sentences() -> None:
    assert templating.day(date(2026, 1, 5)) == "2026-01-05"
    assert templating.month_and_day(date(2026, 12, 15)) == "12月15日"


def test_an_instant_shown_as_a_day_is_the_day_of_shanghai() -> None:
    assert templating.day(EVENING) == "2026-11-20"
    assert templating.day_in_words(EVENING) == "2026年11月20日"
    assert templating.month_and_day(EVENING) == "11月20日"


def test_an_instant_without_a_zone_is_not_shown_as_a_day() -> None:
    with pytest.raises(ValueError, match="time zone"):
        templating.month_and_day(EVENING.replace(tzinfo=None))


def test_a_day_of_another_year_than_todays_is_shown_with_its_year() -> None:
    today = date(2026, 11, 20)
    assert templating.month_and_day(date(2027, 1, 5), today) == "2027年1月5日"
    assert templating.month_and_day(date(2026, 12, 15), today) == "12月15日"


def test_a_county_is_named_with_its_city() -> None:
    templating.use_directory(Directory(read_csv()))

    assert templating.region("370103") == "济南市市中区"
    assert templating.region("370402") == "枣庄市市中区"
    assert templating.region_short("370103") == "市中区"


def test_a_filter_taken_out_of_the_address_starts_again_on_the_first_page() -> None:
    assert templating.address("/p?q=a&kind=b&page=3", kind=None) == "/p?q=a"


def test_a_page_keeps_the_filters_of_the_address() -> None:
    assert templating.address("/p?q=a&page=3", page=4) == "/p?q=a&page=4"


def test_every_city_of_the_province_has_counties_to_choose_from() -> None:
    templating.use_directory(Directory(read_csv()))

    assert len(templating.cities()) == 16
    assert all(counties for _, _, counties in templating.counties_by_city())


def test_every_template_can_be_read() -> None:
    environment = templating.environment()

    assert all(environment.get_template(name) for name in environment.list_templates())


def test_the_size_of_a_file_is_told_in_kilobytes_or_megabytes() -> None:
    sizes = (1, 4_301, 1_023_999, 1_024_000, 10 * 2**20)
    assert [templating.file_size(size) for size in sizes] == ["1KB", "4KB", "1000KB", "1.0MB", "10.0MB"]
