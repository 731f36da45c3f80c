"""Worked examples of 补贴经费, a case a line: days, months' ends, wages and rates that change."""

from jianxi.domain.policy import PolicyValue
from jianxi.domain.subsidies import Service
from tests.domain.subsidy_facts import placement, value, wage

Case = tuple[Service, str, str, tuple[PolicyValue, ...]]
"""Who, which months, what they come to, and what is in force besides the standard."""

MARCH = (wage("2026-03-16", 250_000),)

# PRODUCT.md 12, worked examples.
GIVEN: dict[str, Case] = {
    "half a year": (placement("2025-08-01…2026-01-31"), "2025-08…2025-10", "1320.00 1320.00 1440.00", ()),
    "from the 16th": (
        placement("2025-09-16…2025-12-15"),
        "2025-09…2025-12",
        "660.00 1440.00 1440.00 696.77",
        (),
    ),
    "the same, left": (
        placement("2025-09-16…2025-12-15", left="2025-10-10"),
        "2025-09…2025-10",
        "660.00 464.52",
        (),
    ),
    "one day": (placement("2026-02-28"), "2026-02", "51.43", ()),
}
# PRODUCT.md 12, first bullet: all dates inclusive; d days of n. DOMAIN.md 2.4: daysServed / daysIn.
DAYS: dict[str, Case] = {
    "the last day of January": (placement("2025-01-31"), "2025-01", "42.58", ()),
    "the last day of April": (placement("2025-04-30"), "2025-04", "44.00", ()),
    "the first day of February": (placement("2025-02-01"), "2025-02", "47.14", ()),
    "the 28th of February": (placement("2025-02-28"), "2025-02", "47.14", ()),
    "a leap day": (placement("2024-02-29"), "2024-02", "45.52", ()),
    "a whole leap February": (placement("2024-02-01…2024-02-29"), "2024-02", "1320.00", ()),
    "a leap February less its day": (placement("2024-02-01…2024-02-28"), "2024-02", "1274.48", ()),
    "over a leap February": (
        placement("2024-01-31…2024-03-01"),
        "2024-01…2024-03",
        "42.58 1320.00 42.58",
        (),
    ),
    "over the year's end": (placement("2025-12-31…2026-01-01"), "2025-12…2026-01", "46.45 46.45", ()),
    "all but the last day": (placement("2025-08-01…2025-08-30"), "2025-08", "1277.42", ()),
    "all but the first day": (placement("2025-08-02…2025-08-31"), "2025-08", "1277.42", ()),
    "half a 分 goes up": (
        placement("2026-04-01…2026-04-15"),
        "2026-04",
        "720.05",
        (wage("2026-04-01", 240_015),),
    ),
    "less than half goes down": (placement("2026-04-01"), "2026-04", "48.00", (wage("2026-04-01", 240_020),)),
    "months before and after are not told": (
        placement("2025-08-31…2025-09-01"),
        "2025-06…2025-11",
        "42.58 44.00",
        (),
    ),
    "months in which nobody served": (placement("2025-08-01…2025-08-31"), "2025-09…2025-12", "", ()),
}
# PRODUCT.md 12: w per day, where it changes inside the month; one rounding. DOMAIN.md 2.4 (Xinxiang), 2.7.
WAGE_CHANGES: dict[str, Case] = {
    "from the first of a month": (placement("2025-09-30…2025-10-01"), "2025-09…2025-10", "44.00 46.45", ()),
    "in the middle, rounded once": (placement("2026-03-01…2026-03-31"), "2026-03", "1470.97", MARCH),
    "only days before it": (placement("2026-03-01…2026-03-15"), "2026-03", "696.77", MARCH),
    "only days after it": (placement("2026-03-16…2026-03-31"), "2026-03", "774.19", MARCH),
    "a day on each side": (placement("2026-03-15…2026-03-16"), "2026-03", "94.84", MARCH),
    "on the last day": (
        placement("2026-03-01…2026-03-31"),
        "2026-03",
        "1441.94",
        (wage("2026-03-31", 250_000),),
    ),
    "twice": (
        placement("2026-03-01…2026-03-31"),
        "2026-03",
        "1494.19",
        (*MARCH, wage("2026-03-20", 260_000)),
    ),
    "corrected for the same day": (
        placement("2026-03-16…2026-03-31"),
        "2026-03",
        "780.39",
        (*MARCH, wage("2026-03-16", 252_000)),
    ),
}
# PRODUCT.md 12: r in force on the month's first day; the nearest region's value. DOMAIN.md 2.1.
RATES: dict[str, Case] = {
    "2019: half": (placement("2019-01-01…2019-01-31"), "2019-01", "955.00", ()),
    "2021 into 2022": (placement("2021-12-01…2022-01-31"), "2021-12…2022-01", "1050.00 1260.00", ()),
    "a day on each side": (placement("2021-12-31…2022-01-01"), "2021-12…2022-01", "33.87 40.65", ()),
    "changed in the middle: the next month": (
        placement("2026-03-01…2026-04-30"),
        "2026-03…2026-04",
        "1440.00 1680.00",
        (value("subsidy_rate", "2026-03-16", 7_000),),
    ),
    "changed before the first day served": (
        placement("2026-03-20…2026-03-31"),
        "2026-03",
        "557.42",
        (value("subsidy_rate", "2026-03-16", 7_000),),
    ),
    "62.5 %": (
        placement("2026-04-01…2026-04-30"),
        "2026-04",
        "1500.00",
        (value("subsidy_rate", "2026-01-01", 6_250),),
    ),
    "the city's own stays when the province's changes": (
        placement("2026-04-01…2026-04-30"),
        "2026-04",
        "1560.00",
        (value("subsidy_rate", "2026-01-01", 6_500), value("subsidy_rate", "2026-02-01", 8_000, "370000")),
    ),
}
