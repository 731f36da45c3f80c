"""The menu of a desk (菜单): only what exists, with the number that waits behind each entry."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

from jianxi.domain.flow import Role
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.web.requests import addresses, viewer_of


@dataclass(frozen=True, slots=True)
class Line:
    """One place of a desk: its route and exact label, and the heading it stands under."""

    route: str
    label: str
    group: str = ""
    counted: str = "待办"
    """What its number counts."""
    besides: tuple[str, ...] = ()
    """What else of the desk belongs to this place, though its addresses do not begin alike."""
    passing: bool = False
    """In the menu only while something is there to be counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as one viewer sees it on one page."""

    route: str
    label: str
    group: str
    url: str
    current: bool
    waiting: int
    counted: str = "待办"


GRADUATES = "未就业毕业生见习"
EMPLOYER = (
    Line("employer:base", "见习基地申请"),
    Line("employer:positions", "见习岗位管理"),
    Line("employer:applications", "见习报名管理"),
    Line("employer:placements", "上岗人员管理", besides=("departures", "retentions", "rosters")),
    Line("employer:notices", "通知", counted="未读"),
    Line("employer:jobs", "后台任务", counted="进行中", passing=True),
)
APPLICANT = (
    Line("applicant:intention", "就业见习意向填表", GRADUATES),
    Line("applicant:positions", "见习岗位报名", GRADUATES),
    Line("applicant:applications", "已报见习岗位管理", GRADUATES, besides=("placements", "departures")),
    Line("applicant:notices", "通知", "消息", "未读"),
)
BASES = Line("authority:bases", "见习基地审核", "审核")
POSITIONS = Line("authority:positions", "见习岗位审核", "审核")
PLACEMENTS = Line("authority:placements", "见习上岗审核", "审核")
DEPARTURES = Line("authority:departures", "终止见习审核", "审核")
FILINGS = Line("authority:filings", "报省厅备案", "审核")
ACCEPTED = Line("authority:applications", "录用名单", "管理")
ROSTERS = Line("authority:rosters", "补贴经费", "管理", besides=("subsidies",))
STATISTICS = Line("authority:statistics", "统计", "管理")
REGISTER = Line("authority:register", "毕业生信息库", "管理")
CASES = Line("authority:identity_cases", "身份冲突", "管理")
ACCOUNTS = Line("authority:accounts", "账号管理", "管理")
NOTICES = Line("authority:notices", "通知", "消息", "未读")
JOBS = Line("authority:jobs", "后台任务", "消息", "进行中", passing=True)
PARAMETERS = Line("authority:parameters", "参数", "管理", besides=("wages",))
ADDRESSES = Line("authority:addresses", "放宽登录限制的地址", "管理")
OFFICES = {
    Role.COUNTY: (BASES, POSITIONS, PLACEMENTS, DEPARTURES, ROSTERS, ACCEPTED, STATISTICS, CASES, ACCOUNTS),
    Role.CITY: (
        *(BASES, POSITIONS, PLACEMENTS, DEPARTURES, FILINGS, ROSTERS, ACCEPTED, STATISTICS),
        *(REGISTER, CASES, ACCOUNTS),
    ),
    Role.PROVINCE: (BASES, FILINGS, STATISTICS, REGISTER, ACCOUNTS),
}


def lines(viewer: Viewer) -> tuple[Line, ...]:
    match viewer:
        case EmployerViewer():
            return EMPLOYER
        case PersonViewer():
            return APPLICANT
        case OfficialViewer():
            return (*OFFICES[viewer.role], PARAMETERS, ADDRESSES, NOTICES, JOBS)
    return ()


def entries(request: Request) -> list[Entry]:
    """The viewer's menu. The numbers are there on the pages of a desk (see its gate), elsewhere nothing waits."""
    waiting: Mapping[str, int] = getattr(request.state, "waiting", None) or {}
    path = request.scope["path"]
    shown: list[Entry] = []
    for line in lines(viewer_of(request)):
        url = str(addresses(request.app)(line.route))
        places = (url, *(f"{url.rpartition('/')[0]}/{noun}" for noun in line.besides))
        current = any(path == place or path.startswith(f"{place}/") for place in places)
        number = waiting.get(line.route, 0)
        if line.passing and not number and not current:
            continue
        shown.append(Entry(line.route, line.label, line.group, url, current, number, line.counted))
    return shown
