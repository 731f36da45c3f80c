"""Regions: codes, scope and names."""

import pytest

from jianxi.domain import regions
from jianxi.domain.regions import Directory, Level
from jianxi.domain.texts import Malformed


@pytest.fixture(scope="module")
def china() -> Directory:
    return Directory(regions.read_csv())


def test_a_code_tells_its_level_and_those_above() -> None:
    levels = [regions.level_of(code) for code in ("370000", "370100", "370102")]
    assert levels == [Level.PROVINCE, Level.CITY, Level.COUNTY]
    assert regions.chain("370102") == ("370102", "370100", "370000")
    assert regions.chain("370000") == ("370000",)


@pytest.mark.parametrize(
    ("office", "record", "inside"),
    [
        ("370102", "370102", True),
        ("370102", "370103", False),
        ("370100", "370102", True),
        ("370100", "370202", False),
        ("370000", "371728", True),
        ("370000", "410100", False),
        ("370102", "370100", False),
    ],
)
def test_an_office_reaches_its_own_region_and_those_below(office: str, record: str, inside: bool) -> None:
    first, last = regions.span(office)
    assert regions.contains(office, record) is inside
    assert (first <= record <= last) is inside


def test_shandong_has_16_cities_and_136_counties(china: Directory) -> None:
    cities = china.cities_of("370000")
    assert len(cities) == 16
    assert sum(len(china.counties_of(city.code)) for city in cities) == 136


def test_two_counties_of_one_name_are_told_apart_by_their_city(china: Directory) -> None:
    assert china.name("370103") == china.name("370402") == "市中区"
    assert china.full_name("370103") == "济南市市中区"
    assert china.full_name("370402") == "枣庄市市中区"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("370000", "山东省"),
        ("370100", "济南市"),
        ("110101", "北京市东城区"),
        ("500229", "重庆市城口县"),
        ("429004", "仙桃市"),
    ],
)
def test_every_kind_of_region_has_a_full_name(china: Directory, code: str, name: str) -> None:
    assert china.full_name(code) == name


def test_an_abolished_code_is_shown_as_it_is(china: Directory) -> None:
    assert china.full_name("371202") == "371202"


def test_every_county_has_the_city_its_code_speaks_of(china: Directory) -> None:
    counties = [region for region in china.values() if region.level is Level.COUNTY]
    assert all(
        county.parent == regions.city_of(county.code) and county.parent in china for county in counties
    )


def test_parents_come_before_their_children() -> None:
    seen = {""}
    for region in regions.read_csv():
        assert region.parent in seen
        seen.add(region.code)


def test_a_city_without_counties_stands_for_itself(china: Directory) -> None:
    assert [region.name for region in china.counties_of("441900")] == ["东莞市"]


def test_codes_are_six_digits() -> None:
    assert regions.parse_code(" ３７０１０２ ") == "370102"
    with pytest.raises(Malformed):
        regions.parse_code("37010")
