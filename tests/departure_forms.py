"""离岗登记 and 申请终止见习 as they are filled in, and a departure as it is stored."""

from datetime import UTC, date, datetime
from typing import Any

from jianxi.forms.departures import DepartureForm, RequestForm
from jianxi.forms.reading import read
from jianxi.tables.departures import Departure

TODAY = date(2026, 11, 20)
LATER = datetime(2027, 3, 1, 2, 0, tzinfo=UTC)
"""After the period of every trainee of tests.traineeships."""


def wish(day: str = "2026-11-30", **fields: str) -> RequestForm:
    values = {"reason": "unpaid", "wanted_on": day, **fields}
    return read(RequestForm, {name: [value] for name, value in values.items()}, TODAY)


def registration(day: str = "2026-11-19", reason: str = "absent", note: str = "") -> DepartureForm:
    values = {"reason": reason, "last_day": day, "note": note}
    return read(DepartureForm, {name: [value] for name, value in values.items()}, TODAY)


async def row(id: int) -> dict[str, Any]:
    return dict((await Departure.select().where(Departure.id == id))[0])
