"""放宽登录限制的地址: an office lists a school's or job fair's network until a day, and takes it out again."""

from datetime import datetime

from jianxi.domain.networks import spoken
from jianxi.domain.outcomes import Invalid, Stale
from jianxi.domain.periods import today
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.networks import NewNetwork
from jianxi.queries import networks
from jianxi.services import log
from jianxi.tables.sign_in import ListedNetwork
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

MOST = 200
TOO_MANY = f"每个部门最多登记{MOST}个地址，请先移除不再需要的"
LISTED_ALREADY = "该地址已在列表中，要改用途或日期，请先移除再登记"
CHANGED = "该地址的登记刚刚有变化。本页已更新为最新内容，请查看后再办理。"


async def add(viewer: OfficialViewer, given: NewNetwork, now: datetime) -> int:
    """登记. From there ten times as many tries to sign in are let through. Raises `Invalid`."""
    row = ListedNetwork(
        network=given.network,
        what=given.what,
        region=viewer.region,
        until_on=given.until_on,
        added_by=viewer.name,
        added_at=now,
    )
    facts = {"network": given.network, "until": given.until_on.isoformat()}
    try:
        async with unit_of_work():
            if await ListedNetwork.count().where(ListedNetwork.region == viewer.region) >= MOST:
                raise Invalid({"network": TOO_MANY})
            id = await insert(row)
            await log.record(viewer, now, "network", id, "add", reason=given.what, facts=facts)
    except Conflict:
        raise Invalid({"network": LISTED_ALREADY}) from None
    return id


async def remove(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """移除. Raises `Missing` for another office's."""
    async with unit_of_work():
        found = await networks.get(viewer, id, today(now))
        if found.version != version:
            raise Stale(CHANGED)
        as_shown = (ListedNetwork.id == id) & (ListedNetwork.version == version)
        if not await ListedNetwork.delete().where(as_shown).returning(ListedNetwork.id):
            raise Stale(CHANGED)
        facts = {"network": found.network, "until": found.until_on.isoformat()}
        await log.record(viewer, now, "network", id, "remove", reason=found.what, facts=facts)


def told_added(given: NewNetwork) -> str:
    return f"已登记{spoken(given.network)}，从该地址登录的次数限制放宽为十倍。"
