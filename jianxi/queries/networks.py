"""放宽登录限制的地址: which networks offices have listed, and whether an address lies in one."""

from dataclasses import dataclass
from datetime import date, datetime

from jianxi.domain import networks
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.tables.sign_in import ListedNetwork


@dataclass(frozen=True, slots=True)
class Listed:
    """One network as its office sees it."""

    id: int
    network: str
    what: str
    until_on: date
    added_by: str
    added_at: datetime
    version: int
    ended: bool

    @property
    def shown(self) -> str:
        """One address without its length."""
        return networks.spoken(self.network)


_COLUMNS = (
    *(ListedNetwork.id, ListedNetwork.network, ListedNetwork.what, ListedNetwork.until_on),
    *(ListedNetwork.added_by, ListedNetwork.added_at, ListedNetwork.version),
)


async def is_listed(address: str, today: date) -> bool:
    """Whether an office, whichever, has listed a network with this address, and it still holds today."""
    around = networks.around(address)
    if not around:
        return False
    holds = ListedNetwork.network.is_in(around) & (ListedNetwork.until_on >= today)
    return bool(await ListedNetwork.exists().where(holds))


async def listed_by(viewer: OfficialViewer, today: date) -> list[Listed]:
    """Those of the viewer's office, the newest first."""
    asked = ListedNetwork.select(*_COLUMNS).where(ListedNetwork.region == viewer.region)
    rows = await asked.order_by(ListedNetwork.id, ascending=False)
    return [Listed(**row, ended=row["until_on"] < today) for row in rows]


async def get(viewer: OfficialViewer, id: int, today: date) -> Listed:
    """One of the viewer's office; another office's is `Missing`."""
    mine = (ListedNetwork.id == id) & (ListedNetwork.region == viewer.region)
    row = await ListedNetwork.select(*_COLUMNS).where(mine).first()
    if row is None:
        raise Missing
    return Listed(**row, ended=row["until_on"] < today)
