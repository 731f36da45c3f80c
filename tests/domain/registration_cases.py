"""Periods of 上岗 at their edges, a case a line: months' ends, leap days, gaps of a day, birthdays, limits."""

LENGTHS = {
    "three months from the 1st": ("2026-12-01", "2027-02-28", True),
    "three months from the 1st less a day": ("2026-12-01", "2027-02-27", False),
    "30 Nov + 3 months ends 28 Feb": ("2026-11-30", "2027-02-28", True),
    "30 Nov + 3 months less a day": ("2026-11-30", "2027-02-27", False),
    "29 Nov + 3 months ends 28 Feb": ("2026-11-29", "2027-02-28", True),
    "28 Nov + 3 months ends 27 Feb": ("2026-11-28", "2027-02-27", True),
    "30 Nov of before a leap year ends 29 Feb": ("2027-11-30", "2028-02-29", True),
    "30 Nov of before a leap year, 28 Feb is a day short": ("2027-11-30", "2028-02-28", False),
    "29 Nov of before a leap year ends 28 Feb": ("2027-11-29", "2028-02-28", True),
    "31 Jan + 3 months ends 30 Apr": ("2027-01-31", "2027-04-30", True),
    "31 Jan + 3 months, 29 Apr is a day short": ("2027-01-31", "2027-04-29", False),
    "31 Mar + 3 months ends 30 Jun": ("2027-03-31", "2027-06-30", True),
    "31 Aug + 3 months ends 30 Nov": ("2027-08-31", "2027-11-30", True),
    "29 Feb + 3 months ends 28 May": ("2028-02-29", "2028-05-28", True),
    "28 Feb + 3 months ends 27 May": ("2027-02-28", "2027-05-27", True),
    "twelve months from the 1st": ("2026-12-01", "2027-11-30", True),
    "a day more than twelve months": ("2026-12-01", "2027-12-01", False),
    "twelve months over a leap day": ("2028-01-01", "2028-12-31", True),
    "twelve months over a leap day, 366 days": ("2027-03-01", "2028-02-29", True),
    "a year and a day over a leap day": ("2027-03-01", "2028-03-01", False),
    "29 Feb + 12 months ends 28 Feb": ("2028-02-29", "2029-02-28", True),
    "29 Feb + 12 months and a day": ("2028-02-29", "2029-03-01", False),
    "one day": ("2026-12-01", "2026-12-01", False),
    "the last day before the first": ("2026-12-01", "2026-11-30", False),
}
STARTS = {
    "today": ("2026-11-20", True),
    "30 days back": ("2026-10-21", True),
    "31 days back": ("2026-10-20", False),
    "a year ahead": ("2027-11-20", True),
    "a year and a day ahead": ("2027-11-21", False),
    "a slip in the year": ("2062-11-20", False),
    "before the first publication": ("2026-08-31", False),
}
PUBLISHED = {
    "published since, on the day itself": ("2026-11-10", "2026-11-10", True),
    "published since, the day before": ("2026-11-10", "2026-11-09", False),
    "published today, yesterday": ("2026-11-20", "2026-11-19", False),
    "published 30 days ago, on that day": ("2026-10-21", "2026-10-21", True),
    "published 31 days ago, on that day": ("2026-10-20", "2026-10-20", False),
}
COVERED = {
    "the very period": ((("2026-12-01", "2027-05-31"),), None),
    "longer at both ends": ((("2026-11-01", "2027-12-31"),), None),
    "a day late": ((("2026-12-02", "2027-05-31"),), "2026-12-01"),
    "a day short": ((("2026-12-01", "2027-05-30"),), "2027-05-31"),
    "two that meet": ((("2026-12-01", "2027-02-28"), ("2027-03-01", "2027-05-31")), None),
    "two a day apart": ((("2026-12-01", "2027-02-27"), ("2027-03-01", "2027-05-31")), "2027-02-28"),
    "two a leap day apart": ((("2026-12-01", "2027-02-28"), ("2027-03-02", "2027-05-31")), "2027-03-01"),
    "two that overlap": ((("2026-12-01", "2027-04-30"), ("2027-01-01", "2027-05-31")), None),
    "one inside another": ((("2026-12-01", "2027-05-31"), ("2027-01-01", "2027-01-31")), None),
    "three in any order": (
        (("2027-04-01", "2027-05-31"), ("2026-12-01", "2027-01-31"), ("2027-02-01", "2027-03-31")),
        None,
    ),
    "three with a gap before the last": (
        (("2026-12-01", "2027-01-31"), ("2027-02-01", "2027-03-30"), ("2027-04-01", "2027-05-31")),
        "2027-03-31",
    ),
    "none in the period": ((("2025-12-01", "2026-11-30"),), "2026-12-01"),
}
AGES = {
    "16 that very day": ("2010-12-01", "2026-12-01", True),
    "16 the next day": ("2010-12-02", "2026-12-01", False),
    "25 that very day": ("2001-12-01", "2026-12-01", False),
    "25 the next day": ("2001-12-02", "2026-12-01", True),
    "25 after the start": ("2001-12-02", "2026-11-30", True),
    "born on 29 Feb, 16 in a leap year": ("2012-02-29", "2028-02-29", True),
    "born on 29 Feb, 16 the day before": ("2012-02-29", "2028-02-28", False),
    "born on 29 Feb, still 24 on 28 Feb": ("2004-02-29", "2029-02-28", True),
    "born on 29 Feb, 25 on 1 Mar": ("2004-02-29", "2029-03-01", False),
}
COHORTS = {
    "of the current cohort": (2026, True),
    "of the oldest one": (2023, True),
    "of one before": (2022, False),
    "of the next one": (2027, False),
}
LAPSES = {
    "waiting on the last day": ("waiting_employer", "2027-05-31", False),
    "waiting on the day after": ("waiting_employer", "2027-06-01", True),
    "refused, on the day after": ("refused", "2027-06-01", False),
    "before the office, on the day after": ("waiting_office", "2027-06-01", False),
}
