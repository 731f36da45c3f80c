"""How much there is to a roster (花名册): a row a person and one a person and month, as its workbook has them."""

from piccolo.querystring import QueryString

from jianxi.domain.periods import Period, calendar_months
from jianxi.tables.engine import current
from jianxi.tables.rosters import RosterLine, RosterMonth

_TOUCHES = "starts_on <= {} AND ends_on >= {}"


async def of_employer(employer: int, period: Period) -> int:
    """At most so many rows a roster of these months has now; one statement."""
    months = list(calendar_months(period))
    parts = " + ".join([f"CASE WHEN {_TOUCHES} THEN 1 ELSE 0 END"] * len(months))
    statement = f"SELECT sum(1 + {parts}) AS many FROM placement WHERE employer = {{}} AND {_TOUCHES}"
    days = [day for month in months for day in (month.last, month.first)]
    asked = QueryString(statement, *days, employer, period.last, period.first)
    rows = await current().run_querystring(asked)
    return int(rows[0]["many"] or 0)


async def of_sending(roster: int, round: int) -> int:
    """As it was sent."""
    people = await RosterLine.count().where(RosterLine.roster == roster, RosterLine.round == round)
    months = await RosterMonth.count().where(RosterMonth.roster == roster, RosterMonth.round == round)
    return int(people) + int(months)
