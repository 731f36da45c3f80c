"""A small 花名册 with a payable, a half-month, a pending and an excluded person, computed by the domain itself."""

from datetime import date

from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.periods import Period
from jianxi.domain.policy import PolicyValue
from jianxi.domain.regions import chain
from jianxi.domain.roster_contents import months_of
from jianxi.domain.roster_parts import Columns, Head, Line, Unit
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Rules, Service
from jianxi.domain.subsidy_rules import rules_for

QUARTER = Period(date(2025, 8, 1), date(2025, 10, 31))
LIXIA = "370102"
WAGES = tuple(
    PolicyValue(MINIMUM_WAGE.key, LIXIA, fen, since, source, "张伟")
    for fen, since, source in (
        (220_000, date(2023, 10, 1), "鲁政字〔2023〕172号"),
        (240_000, date(2025, 10, 1), "鲁政字〔2025〕140号"),
    )
)


def rules() -> Rules:
    return rules_for(LIXIA, "济南市历下区", WAGES, chain(LIXIA))


def head() -> Head:
    bank = ("=济南测试科技", "齐鲁银行历下支行", "6222000000000000123")
    unit = Unit(
        "济南测试科技", "91370102MA3C000015", "county", LIXIA, "济南市历下区", *bank, "刘芳", "13900139000"
    )
    return Head(unit, RosterKind.PERIOD, QUARTER, rules())


def columns(name: str, id_number: str) -> Columns:
    return Columns(
        name=name,
        sex="女",
        id_number=id_number,
        kind="往届毕业生",
        school="山东大学",
        major="软件工程",
        degree="本科",
        graduated_on=date(2024, 6, 30),
        phone="13800138000",
        title="前端开发",
        mentor="周强",
        last_day=None,
        leaving_reason="",
        insurance="人身意外伤害保险",
    )


def services() -> tuple[tuple[str, Service], ...]:
    """The whole quarter; half of September on; leaving; not approved; under the wage in October."""
    begins, ends = date(2025, 8, 1), date(2026, 1, 31)
    half = Service(2, date(2025, 9, 16), date(2025, 12, 15), True, 260_000)
    leaving = Service(3, begins, ends, True, 260_000, leaving_on=date(2025, 10, 10))
    return (
        ("赵䶮·敏", Service(1, begins, ends, True, 260_000)),
        ("=1+1", half),
        ("孙七", leaving),
        ("钱八", Service(4, begins, ends, False, 260_000)),
        ("李九", Service(5, begins, ends, True, 230_000)),
    )


def lines() -> tuple[Line, ...]:
    found = head()
    return tuple(
        Line(
            place,
            service.placement,
            100 + place,
            columns(name, f"37010220030608543{place}"),
            service,
            months_of(service, found.kind, found.period, found.rules),
        )
        for place, (name, service) in enumerate(services(), start=1)
    )
