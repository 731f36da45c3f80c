"""How a deed of the plain model about 花名册 or 最低工资标准 is done by the services."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from jianxi.domain import parameters
from jianxi.domain.periods import Period
from jianxi.domain.policy import PolicyValue
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import parameters as reading
from jianxi.services import policies, roster_review, rosters
from tests.model.plain import Deed
from tests.model.town import UNITS, Town

Done = Coroutine[Any, Any, Any]
Doing = Callable[[Town, Deed], Done]
REASON = "考勤有误"


def _prepare(town: Town, deed: Deed) -> Done:
    viewer: Any = town.viewers[deed.actor.name]
    assert deed.day and deed.until
    return rosters.prepare(viewer, RosterKind(deed.why), Period(deed.day, deed.until), town.now)


def _of(service: Any, *, reason: bool = False) -> Doing:
    def done(town: Town, deed: Deed) -> Done:
        viewer = town.viewers[deed.actor.name]
        given = [REASON if deed.reasoned else ""] if reason else []
        made: Done = service(viewer, deed.record, deed.version, *given, town.now)
        return made

    return done


async def _set(town: Town, deed: Deed) -> None:
    """On a page that shows the newest value, or one from before anybody had entered any."""
    viewer = town.viewers[deed.actor.name]
    assert isinstance(viewer, OfficialViewer) and deed.day
    wage = parameters.MINIMUM_WAGE
    seen = await reading.newest(viewer, wage) if deed.version else -1
    new = PolicyValue(wage.key, UNITS[deed.record].region, deed.amount, deed.day, "演练")
    await policies.set_by_office(viewer, wage.key, [new], seen, town.now)


ROSTERS: Mapping[tuple[str, str], Doing] = {
    ("roster", "prepare"): _prepare,
    ("roster", "discard"): _of(rosters.discard),
    ("roster", "submit"): _of(rosters.submit),
    ("roster", "accept"): _of(roster_review.accept),
    ("roster", "send_back"): _of(roster_review.send_back, reason=True),
    ("roster", "correct"): _of(rosters.correct, reason=True),
    ("wage", "set"): _set,
}
