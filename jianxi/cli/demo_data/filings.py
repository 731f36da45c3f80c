"""报省厅备案 in the demo: one received, one returned and two sent, of two cities."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from jianxi.cli.demo_data.employers import Unit
from jianxi.cli.demo_data.offices import Staff
from jianxi.domain.outcomes import Missing
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_contacts import ContactsForm, contacts_in
from jianxi.forms.reading import read
from jianxi.queries import base_rounds, bases
from jianxi.queries.bases import Base
from jianxi.services import base_amendments
from jianxi.services import filings as filing

Units = Sequence[tuple[Unit, EmployerViewer]]
PROVINCE, JINAN, ZAOZHUANG = "370000", "370100", "370400"
EARLIER = ("demo.minghu", "demo.dingxin", "demo.heyuan")
"""Received long ago, when it was sent again with the last of them. The first has another 联系人 since, the last is suspended since."""
SENT = ("demo.minghu", "demo.quancheng", "demo.kunyun")
RETURNED = ("demo.lanhai", "demo.hengtai")
NEW_CONTACT = {"contact": ["唐敏"], "phone": ["13864125566"]}
INCOMPLETE = "山东和源电力工程有限公司也已审核通过，请一并报送。"
WHY = "两个基地的变更申请正在审核，请审核结束后重新报送。"
TOLD = ("济南市：已接收、已退回、已报送各一份", "枣庄市：已报送一份，等待省厅接收")


async def open_filings(staff: Staff, units: Units, now: datetime) -> None:
    """Before anything comes of the bases: what the province has received already, once it was sent again."""
    then, city, province = now - timedelta(days=12), staff.by_region[JINAN], staff.by_region[PROVINCE]
    all_of_them = [_pick(base) for base in await _bases(units, EARLIER)]
    id = await filing.file(city, all_of_them[:-1], then)
    await filing.send_back(province, id, 1, INCOMPLETE, then + timedelta(hours=4))
    await filing.file_again(city, id, 2, all_of_them, then + timedelta(hours=24))
    await filing.receive(province, id, 3, then + timedelta(hours=28))
    minghu = next(viewer for unit, viewer in units if unit.username == EARLIER[0])
    await _change_contact(minghu, now - timedelta(days=5))


async def settle(staff: Staff, units: Units, now: datetime) -> None:
    """What waits for the province, and what waits for a city again."""
    city, province, then = staff.by_region[JINAN], staff.by_region[PROVINCE], now - timedelta(days=1)
    returned = await filing.file(city, [_pick(base) for base in await _bases(units, RETURNED)], then)
    await filing.send_back(province, returned, 1, WHY, then + timedelta(hours=4))
    await filing.file(city, [_pick(base) for base in await _bases(units, SENT)], now - timedelta(hours=3))
    (luqi,) = await _bases(units, ("demo.luqi",))
    await filing.file(staff.by_region[ZAOZHUANG], [_pick(luqi)], now - timedelta(hours=2))


async def _change_contact(viewer: EmployerViewer, now: datetime) -> None:
    base = await _own(viewer)
    known = contacts_in(await base_rounds.in_force(base))
    raw = {**{name: [text] for name, text in known.items()}, **NEW_CONTACT}
    await base_amendments.update_contacts(viewer, base.version, read(ContactsForm, raw, today(now)), now)


async def _bases(units: Units, usernames: Sequence[str]) -> list[Base]:
    return [await _own(viewer) for unit, viewer in units if unit.username in usernames]


async def _own(viewer: EmployerViewer) -> Base:
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    return base


def _pick(base: Base) -> tuple[int, int]:
    return base.id, base.version
