"""What the 生源信息库 says of people who are here already: their rows (个人) follow it."""

from collections.abc import Sequence
from datetime import datetime

from jianxi.domain.viewers import OfficialViewer
from jianxi.queries.persons import FACTS
from jianxi.services import log
from jianxi.services.log import System
from jianxi.tables.persons import Graduate, Person

FOLLOWED = ("name", "cohort", *FACTS, "id_index")
"""Stand in both rows, and the register has the word. Contacts are the person's own. The index differs only while the
keys are being changed: the number itself cannot."""
_SETS = ", ".join(f"{name} = g.{name}" for name in (*FOLLOWED, "id_number"))
_DIFFERS = " OR ".join(f"person.{name} IS DISTINCT FROM g.{name}" for name in FOLLOWED)


async def hold(graduate: int) -> None:
    """Lock a row of the register until the end of the unit of work, so that nobody corrects it between our reading
    and the writing of its person."""
    await Graduate.update({Graduate.name: Graduate.name}).where(Graduate.id == graduate)


async def follow(viewer: OfficialViewer | System, graduates: Sequence[int], now: datetime) -> None:
    """After a correction or an import, in the same unit of work: the people of these rows, where they differ."""
    if not graduates:
        return
    marks = ", ".join(["{}"] * len(graduates))
    changed = await Person.raw(
        f"UPDATE person SET version = person.version + 1, {_SETS} FROM graduate g "
        f"WHERE person.graduate = g.id AND g.id IN ({marks}) AND ({_DIFFERS}) RETURNING person.id",
        *graduates,
    )
    for row in changed:
        await log.record(viewer, now, "person", row["id"], "follow")
