"""Ages 周岁 by the calendar: reached on the birthday itself."""

from datetime import date


def birthday(born: date, years: int) -> date:
    """The day on which someone turns `years`; a 29 February is 1 March in common years."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def age_on(born: date, day: date) -> int:
    """Full years of age on a day; negative before birth."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def reached(born: date, years: int, today: date) -> bool:
    """Whether the birthday of that age has come."""
    return birthday(born, years) <= today


def within(born: date, youngest: int, not_reached: int, today: date) -> bool:
    """From the birthday of the first age to the day before the birthday of the second, both days inside."""
    return reached(born, youngest, today) and not reached(born, not_reached, today)
