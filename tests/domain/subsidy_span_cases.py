"""Worked examples of 补贴经费, a case a line: the 12-month cap, leaving, labour contracts before the period ends."""

from tests.domain.subsidy_cases import Case
from tests.domain.subsidy_facts import contract, placement, value

EARLY_AGAIN = (value("early_contract", "2024-01-01", True),)
HALF_YEAR = (value("subsidy_cap_months", "2025-07-01", 6),)

# PRODUCT.md 12: at most 12 months from 上岗日期, the parameter of that day. DOMAIN.md 2.4.
CAPS: dict[str, Case] = {
    "eighteen months agreed": (placement("2025-01-01…2026-06-30"), "2025-12…2026-02", "1440.00", ()),
    "to the middle of a month": (placement("2025-01-16…2026-06-30"), "2025-12…2026-02", "1440.00 696.77", ()),
    "from a leap day": (placement("2024-02-29…2025-06-30"), "2025-01…2025-03", "1320.00 1320.00", ()),
    "to the 27th of February": (placement("2025-02-28…2026-12-31"), "2026-02…2026-03", "1388.57", ()),
    "exactly twelve months": (
        placement("2024-10-01…2025-09-30"),
        "2024-09…2025-10",
        " ".join(["1320.00"] * 12),
        (),
    ),
    "six, from its day": (placement("2025-07-01…2026-06-30"), "2025-12…2026-01", "1440.00", HALF_YEAR),
    "begun the day before": (
        placement("2025-06-30…2026-06-29"),
        "2025-12…2026-01",
        "1440.00 1440.00",
        HALF_YEAR,
    ),
    "fifteen": (
        placement("2024-07-01…2025-12-31"),
        "2025-09…2025-10",
        "1320.00",
        (value("subsidy_cap_months", "2024-01-01", 15),),
    ),
    "one, from the 31st": (
        placement("2025-01-31…2025-06-30"),
        "2025-01…2025-03",
        "42.58 1320.00",
        (value("subsidy_cap_months", "2025-01-01", 1),),
    ),
}
# PRODUCT.md 12: to the approved 离岗日期; 待定 from the month of a departure that is under way. DOMAIN.md 2.1, 2.4.
LEAVING: dict[str, Case] = {
    "on the first day": (
        placement("2025-10-01…2026-03-31", left="2025-10-01"),
        "2025-10…2025-11",
        "46.45",
        (),
    ),
    "on the last day": (
        placement("2025-10-01…2025-12-31", left="2025-12-31"),
        "2025-12…2026-01",
        "1440.00",
        (),
    ),
    "on the last day of a month": (
        placement("2025-08-01…2026-01-31", left="2025-09-30"),
        "2025-08…2025-10",
        "1320.00 1320.00",
        (),
    ),
    "on the first of a month": (
        placement("2025-08-01…2026-01-31", left="2025-10-01"),
        "2025-09…2025-11",
        "1320.00 46.45",
        (),
    ),
    "never came": (placement("2025-10-01…2026-03-31", left="2025-09-30"), "2025-09…2025-11", "", ()),
    "under way": (
        placement("2025-08-01…2025-11-30", leaving="2025-10-10"),
        "2025-08…2025-11",
        "1320.00 1320.00 待定1440.00 待定1440.00",
        (),
    ),
    "under way for the first": (
        placement("2025-08-01…2025-10-31", leaving="2025-10-01"),
        "2025-09…2025-10",
        "1320.00 待定1440.00",
        (),
    ),
    "under way for the last": (
        placement("2025-08-01…2025-10-31", leaving="2025-09-30"),
        "2025-08…2025-10",
        "1320.00 待定1320.00 待定1440.00",
        (),
    ),
    "under way, never came": (
        placement("2025-10-01…2025-10-31", leaving="2025-09-30"),
        "2025-10",
        "待定1440.00",
        (),
    ),
}
# PRODUCT.md 12: subsidised span, where the rule is in force on the contract's first day. DOMAIN.md 2.6.
CONTRACTS: dict[str, Case] = {
    "after the rule": (
        placement("2025-10-01…2026-01-31", contract=contract("2025-11-16")),
        "2025-10…2025-12",
        "1440.00 720.00",
        (),
    ),
    "its last day": (
        placement("2023-10-01…2024-02-29", contract=contract("2023-12-31")),
        "2023-12…2024-03",
        "1320.00 1320.00 1320.00",
        (),
    ),
    "the day after": (
        placement("2023-10-01…2024-02-29", contract=contract("2024-01-01")),
        "2023-12…2024-03",
        "1320.00",
        (),
    ),
    "its first day": (
        placement("2019-10-01…2020-02-29", contract=contract("2020-01-01")),
        "2019-12…2020-03",
        "955.00 955.00 955.00",
        (),
    ),
    "the day before": (
        placement("2019-10-01…2020-02-29", contract=contract("2019-12-31")),
        "2019-12…2020-03",
        "924.19",
        (),
    ),
    "the cap stays": (
        placement("2023-03-01…2024-08-31", contract=contract("2023-11-01")),
        "2024-01…2024-03",
        "1320.00 1320.00",
        (),
    ),
    "a day after the period": (
        placement("2025-08-01…2025-10-31", contract=contract("2025-11-01")),
        "2025-10…2025-11",
        "1440.00",
        (),
    ),
    "on the first of a month": (
        placement("2025-08-01…2025-12-31", contract=contract("2025-10-01")),
        "2025-09…2025-10",
        "1320.00",
        (),
    ),
    "on the second day": (
        placement("2025-10-01…2025-12-31", contract=contract("2025-10-02")),
        "2025-10…2025-12",
        "46.45",
        (),
    ),
    "the rule set again by the city": (
        placement("2025-10-01…2025-12-31", contract=contract("2025-11-16")),
        "2025-11…2026-01",
        "1440.00 1440.00",
        EARLY_AGAIN,
    ),
    "no allowance is compared after the service": (
        placement("2023-07-01…2023-12-31", contract=contract("2023-09-01"), allowance=210_000),
        "2023-08…2023-10",
        "1260.00 1260.00 1320.00",
        (),
    ),
}
