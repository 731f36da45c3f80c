"""花名册 of the cast in any state, made by the services that make them; months are round NOW, 2026-11-20."""

from datetime import date, datetime, timedelta
from typing import Any

from jianxi.domain.periods import Period, today
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import rosters as reading
from jianxi.queries.rosters import Roster
from jianxi.services import roster_review, rosters
from jianxi.tables.policies import PolicyRow
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.cast_people import save

AUTUMN = Period(date(2026, 9, 1), date(2026, 10, 31))
"""Two whole months that are over, of those who began on 2026-09-01."""
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
NEW_YEAR = NOW + timedelta(days=60)
"""2027: the year is over."""
FULL = 144_000
"""A whole month of it in 历下区: 60 % of 2,400 yuan."""


async def wage(yuan: str, since: date = AUTUMN.first, region: str = cast.LIXIA) -> None:
    """Another 最低工资标准 of a county than the one that is shipped, 2,400 yuan."""
    row: dict[str, Any] = {"key": "minimum_wage", "region": region, "value": yuan, "effective_from": since}
    await save(PolicyRow(**row, source="测试文件", entered_by="测试", entered_at=NOW))


async def roster(
    unit: EmployerViewer,
    state: str = "sent",
    kind: RosterKind = RosterKind.PERIOD,
    period: Period = AUTUMN,
    *,
    office: OfficialViewer | None = None,
    now: datetime = NOW,
) -> int:
    """Of everybody whom the unit has then."""
    id = await rosters.prepare(unit, kind, period, now)
    if state != "draft":
        await rosters.submit(unit, id, (await seen(unit, id, now)).version, now)
    if state in {"accepted", "returned"}:
        office = office or await cast.official(cast.LIXIA)
        version = (await seen(office, id, now)).version
        if state == "accepted":
            await roster_review.accept(office, id, version, now)
        else:
            await roster_review.send_back(office, id, version, "请补充考勤表", now)
    return id


async def seen(viewer: EmployerViewer | OfficialViewer, id: int, now: datetime = NOW) -> Roster:
    """As it is now."""
    return await reading.get(viewer, id, today(now))
