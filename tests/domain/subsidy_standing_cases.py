"""Worked examples of 补贴经费, a case a line: 生活费 under the wage, 上岗审核, the three methods of part months, insurance."""

from tests.domain.subsidy_cases import MARCH, Case
from tests.domain.subsidy_facts import contract, placement, value

FIFTEEN = (value("part_month_method", "2020-01-01", "from_15_days"),)
WHOLE = (value("part_month_method", "2020-01-01", "full_months"),)
COVER = (value("insurance_subsidy", "2020-01-01", 1_500),)
RAISED = (("2025-10-15", 240_000),)

# PRODUCT.md 12: payable when 上岗审核 has passed and 生活费 is not under the wage on the month's last day of service.
ALLOWANCES: dict[str, Case] = {
    "just the wage": (placement("2025-10-01…2025-10-31", allowance=240_000), "2025-10", "1440.00", ()),
    "a 分 under": (placement("2025-10-01…2025-10-31", allowance=239_999), "2025-10", "不予0.00", ()),
    "overtaken by the wage": (
        placement("2025-08-01…2025-10-31", allowance=230_000),
        "2025-08…2025-10",
        "1320.00 1320.00 不予0.00",
        (),
    ),
    "raised inside the month": (
        placement("2025-09-01…2025-10-31", allowance=220_000, raises=RAISED),
        "2025-09…2025-10",
        "1320.00 1440.00",
        (),
    ),
    "raised a month late": (
        placement("2025-10-01…2025-11-30", allowance=220_000, raises=(("2025-11-01", 240_000),)),
        "2025-10…2025-11",
        "不予0.00 1440.00",
        (),
    ),
    "raised twice, the first not enough": (
        placement(
            "2025-10-01…2025-11-30",
            allowance=220_000,
            raises=(("2025-10-10", 230_000), ("2025-11-30", 240_000)),
        ),
        "2025-10…2025-11",
        "不予0.00 1440.00",
        (),
    ),
    "raised on the last day served": (
        placement("2025-10-01…2025-10-15", allowance=220_000, raises=RAISED),
        "2025-10",
        "696.77",
        (),
    ),
    "raised the day after the last": (
        placement("2025-10-01…2025-12-31", left="2025-10-14", allowance=220_000, raises=RAISED),
        "2025-10",
        "不予0.00",
        (),
    ),
    "the wage rises after the last day": (
        placement("2026-03-01…2026-03-15", allowance=240_000),
        "2026-03",
        "696.77",
        MARCH,
    ),
    "the wage rises on the last day": (
        placement("2026-03-01…2026-03-16", allowance=240_000),
        "2026-03",
        "不予0.00",
        MARCH,
    ),
    "the day before a contract is the last": (
        placement("2026-03-01…2026-05-31", allowance=240_000, contract=contract("2026-03-16")),
        "2026-03",
        "696.77",
        MARCH,
    ),
    "not reviewed": (placement("2025-10-01…2025-10-31", approved=False), "2025-10", "不予0.00", ()),
    "not reviewed, and leaving": (
        placement("2025-10-01…2025-10-31", approved=False, leaving="2025-10-10"),
        "2025-10",
        "不予0.00",
        (),
    ),
    "under the wage, and leaving": (
        placement("2025-10-01…2025-11-30", allowance=1, leaving="2025-11-10"),
        "2025-10…2025-11",
        "不予0.00 待定1440.00",
        (),
    ),
}
# PRODUCT.md 12, 满15天按整月 and 仅计整月. DOMAIN.md 2.4 (台州 by days, 泰州 from 15 days).
METHODS: dict[str, Case] = {
    "14 days": (placement("2025-10-01…2025-10-14"), "2025-10", "0.00", FIFTEEN),
    "15 days": (placement("2025-10-17…2025-10-31"), "2025-10", "1440.00", FIFTEEN),
    "15 days around a wage: every day at its own": (
        placement("2026-03-10…2026-03-24"),
        "2026-03",
        "1470.97",
        (*MARCH, *FIFTEEN),
    ),
    "14 days of February": (placement("2026-02-01…2026-02-14"), "2026-02", "0.00", FIFTEEN),
    "15 days of February": (placement("2026-02-01…2026-02-15"), "2026-02", "1440.00", FIFTEEN),
    "14 and 15": (placement("2025-09-17…2025-10-15"), "2025-09…2025-10", "0.00 1440.00", FIFTEEN),
    "30 of 31": (placement("2025-10-02…2025-10-31"), "2025-10", "0.00", WHOLE),
    "31 of 31": (placement("2025-10-01…2025-10-31"), "2025-10", "1440.00", WHOLE),
    "28 of 28": (placement("2026-02-01…2026-02-28"), "2026-02", "1440.00", WHOLE),
    "28 of 29": (placement("2024-02-01…2024-02-28"), "2024-02", "0.00", WHOLE),
    "whole months between parts": (
        placement("2025-09-16…2025-12-15"),
        "2025-09…2025-12",
        "0.00 1440.00 1440.00 0.00",
        WHOLE,
    ),
    "changed after the first of the month": (
        placement("2026-03-20…2026-04-12"),
        "2026-03…2026-04",
        "557.42 0.00",
        (value("part_month_method", "2026-03-02", "full_months"),),
    ),
    "nothing is counted of who is under the wage": (
        placement("2025-10-01…2025-10-14", allowance=1),
        "2025-10",
        "不予0.00",
        FIFTEEN,
    ),
}
# PRODUCT.md 12: insurance in proportion of days like the rest, rounded by itself. DOMAIN.md 2.8 (Qingdao, 15 元).
INSURANCE: dict[str, Case] = {
    "none is shipped": (placement("2025-10-01…2025-10-31"), "2025-10", "0", ()),
    "a whole month": (placement("2025-10-01…2025-10-31"), "2025-10", "1500", COVER),
    "half a month": (placement("2025-09-16…2025-10-31"), "2025-09…2025-10", "750 1500", COVER),
    "10 of 31": (placement("2025-10-01…2025-10-10"), "2025-10", "484", COVER),
    "15 days for a whole month": (placement("2025-10-01…2025-10-15"), "2025-10", "1500", COVER + FIFTEEN),
    "14 days for nothing": (placement("2025-10-01…2025-10-14"), "2025-10", "0", COVER + FIFTEEN),
    "none of who is excluded": (placement("2025-10-01…2025-10-31", allowance=1), "2025-10", "0", COVER),
    "of the month's first day": (
        placement("2026-03-01…2026-04-30"),
        "2026-03…2026-04",
        "1500 2000",
        (*COVER, value("insurance_subsidy", "2026-03-02", 2_000)),
    ),
}
