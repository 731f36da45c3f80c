"""The demo's offices: the province, three cities and five counties, both 市中区 among them."""

from dataclasses import dataclass
from datetime import datetime

from jianxi.cli.demo_data.names import PASSWORD
from jianxi.cli.demo_data.quarters import Quarters, at
from jianxi.cli.demo_data.signing_in import as_username
from jianxi.domain.flow import Role
from jianxi.domain.periods import today
from jianxi.domain.regions import city_of
from jianxi.domain.viewers import OfficialViewer
from jianxi.services import officials


@dataclass(frozen=True, slots=True)
class Seat:
    """One official's account."""

    username: str
    region: str
    name: str
    office: str


SEATS = (
    Seat("demo.province", "370000", "宋振华", "山东省"),
    Seat("demo.city", "370100", "王敏", "济南市"),
    Seat("demo.city2", "370100", "张立新", "济南市"),
    Seat("demo.qingdao", "370200", "于海涛", "青岛市"),
    Seat("demo.zaozhuang", "370400", "孙晋", "枣庄市"),
    Seat("demo.county", "370102", "李建国", "济南市历下区"),
    Seat("demo.shizhong", "370103", "刘晓燕", "济南市市中区"),
    Seat("demo.licheng", "370112", "陈志强", "济南市历城区"),
    Seat("demo.shinan", "370202", "曲文静", "青岛市市南区"),
    Seat("demo.zzshizhong", "370402", "王志刚", "枣庄市市中区"),
)


@dataclass(frozen=True, slots=True)
class Staff:
    """Who decides, by region."""

    by_region: dict[str, OfficialViewer]

    def county(self, region: str) -> OfficialViewer:
        return self.by_region[region]

    def city(self, region: str) -> OfficialViewer:
        return self.by_region[city_of(region)]

    def at(self, role: Role, region: str) -> OfficialViewer:
        return self.county(region) if role is Role.COUNTY else self.city(region)


async def open_offices(now: datetime) -> Staff:
    """Adds every seat as `jianxi official add` does, before anybody else comes."""
    then = at(now, Quarters(today(now)).begin)
    viewers: dict[str, OfficialViewer] = {}
    for seat in SEATS:
        await officials.add(seat.username, seat.region, seat.name, PASSWORD, then)
        viewer = await as_username(seat.username, OfficialViewer, then)
        viewers.setdefault(seat.region, viewer)
    return Staff(viewers)


def told() -> list[str]:
    return [f"{seat.office}主管部门（{seat.name}）：{seat.username}" for seat in SEATS]
