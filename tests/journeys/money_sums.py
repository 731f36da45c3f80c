"""The amounts of the story of 补贴经费, worked out by hand, and where the sums of them are read.

A whole month of 历下区 is 2,400 × 60 % = 1,440; with the wage of September 2,500 × 60 % = 1,500; with the rate of August
2,400 × 65 % = 1,560 and 2,500 × 65 % = 1,625. With the bonus: 1,680, 1,800, 1,875. Parts: 16/31 of July, 10/30 and then
20/30 of September."""

from collections.abc import Mapping

from tests.journeys import rosters
from tests.journeys.on_duty import OnDuty
from tests.journeys.visitor import Visitor

Amounts = Mapping[str, tuple[str, ...]]
SHEET = {"林晓䶮": 4_320.00, "周子涵": 3_623.23, "吴思远": 3_360.00}
"""补贴合计 of the first workbook."""
BY_COUNTY = {"历下区": ("12,636.56", "1,990.54", "14,627.10"), "槐荫区": ("1,440.00", "0.00", "1,440.00")}
"""花名册, 年度清算 and both."""
BY_MONTH = {
    "2026-07": ("3,623.23", "603.87", "4,227.10"),
    "2026-08": ("4,680.00", "720.00", "5,400.00"),
    "2026-09": ("5,773.33", "666.67", "6,440.00"),
}
TOTAL = "16,067.10"


def first(who: OnDuty) -> Amounts:
    """As sent at first."""
    return {
        who.kept: ("7月 1,440.00", "8月 1,440.00", "9月 1,440.00", "4,320.00"),
        who.completes: ("7月 743.23", "8月 1,440.00", "9月 1,440.00", "3,623.23"),
        who.leaves: ("7月 1,440.00", "8月 1,440.00", "9月 480.00", "3,360.00"),
    }


def second(who: OnDuty) -> Amounts:
    """As accepted at first, with another wage and another rate."""
    return {
        who.kept: ("7月 1,440.00", "8月 1,560.00", "9月 1,625.00", "4,625.00"),
        who.completes: ("7月 743.23", "8月 1,560.00", "9月 1,625.00", "3,928.23"),
        who.leaves: ("7月 1,440.00", "8月 1,560.00", "9月 541.67", "3,541.67"),
    }


def settled(who: OnDuty) -> Amounts:
    """What the bonus adds, at 70 % of July and 75 % of August and September: by the sum, since names stand elsewhere, too."""
    return {
        "730.00": (who.kept, "7月 240.00", "8月 240.00", "9月 250.00"),
        "613.87": (who.completes, "7月 123.87", "8月 240.00", "9月 250.00"),
        "646.67": (who.leaves, "7月 240.00", "8月 240.00", "9月 166.67"),
    }


def add_up(city: Visitor) -> None:
    """补贴经费汇总 of the year and its workbook say the same."""
    city.go_to("补贴经费")
    city.follow("补贴经费汇总")
    city.fill("年度", "2026")
    city.press("搜索")
    for place, sums in (BY_COUNTY | BY_MONTH).items():
        for words in (place, *sums[1:]):
            city.sees(words, within=sums[0])
    city.sees(TOTAL)
    book = rosters.workbook(city)
    _agrees(book["按区县"], "区县", BY_COUNTY)
    _agrees(book["按月份"], "月份", BY_MONTH)


def _agrees(sheet: rosters.Sheet, by: str, expected: Amounts) -> None:
    headings = ("花名册补贴（元）", "年度清算补贴（元）", "合计（元）")
    for place, heading in enumerate(headings):
        found = rosters.column(sheet, heading, by).items()
        told = {str(key).removeprefix("济南市"): f"{value:,.2f}" for key, value in found}
        assert {key: told[key] for key in expected} == {key: sums[place] for key, sums in expected.items()}
    assert told["合计"] == TOTAL
