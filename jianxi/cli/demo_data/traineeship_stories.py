"""Whom the demo has on duty, before and after: one story each, told in days from today."""

from dataclasses import dataclass
from datetime import date

from jianxi.cli.demo_data.people import CURRENT, EARLIER

EMPLOYER, KUNYUN, QUANCHENG, MINGHU = "demo.employer", "demo.kunyun", "demo.quancheng", "demo.minghu"
"""Bases of two counties, and one of a city."""
YOUTH = "youth"
COPIED = "雍子昂", "祁若彤"
"""Both uploaded the same scan of their agreements."""

Steps = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Somebody's traineeship: its first and last day, and what was done on which day, by the names of `ACTS`."""

    name: str
    words: str
    """How the banner tells of it."""
    start: int
    steps: Steps
    unit: str = EMPLOYER
    kind: str = EARLIER
    end: int | None = None
    """Six months unless told."""
    phone: str = ""
    """A number of their own unless told."""
    born: date | None = None


def _soon(*steps: tuple[int, str]) -> Steps:
    """Accepted not long ago, just before the position's deadline."""
    return ((-14, "come"), (-13, "apply"), (-11, "accept"), *steps)


def since(start: int, *steps: tuple[int, str], record: str = "record") -> Steps:
    """On duty since that day, with everything in order."""
    coming = ((start - 10, "come"), (start - 9, "apply"), (start - 8, "accept"))
    return (*coming, (start - 5, record), (start - 4, "upload"), (start - 2, "approve"), *steps)


_BEFORE = (
    Story("陶子谦", "待上传协议", 4, _soon((-1, "record"))),
    Story(
        *("白若彤", "修改登记后待重新上传协议", -5),
        _soon((-8, "record"), (-7, "upload"), (-5, "reject"), (-1, "edit")),
    ),
    Story("龙思睿", "等待审核", 5, _soon((-2, "record"), (-1, "upload"))),
    Story("秦雅琴", "等待审核，生活费提示已勾选", 6, _soon((-3, "record_low"), (-1, "upload"))),
    Story("万俊豪", "等待审核，扫描件二维码已识别", 3, _soon((-3, "record"), (-2, "upload_read"))),
    Story("史晓彤", "等待审核，社会青年", 7, _soon((-4, "record"), (-2, "upload")), kind=YOUTH),
    Story("孔令仪", "审核不通过", 2, _soon((-9, "record"), (-8, "upload"), (-4, "reject_seal"))),
    Story("常雨泽", "待上岗", 8, _soon((-7, "record"), (-6, "upload"), (-3, "approve"))),
    Story("武思琪", "放弃录用后已取消", 9, _soon((-8, "record"), (-7, "upload"), (-3, "decline"))),
    Story("侯明轩", "等待审核已超过办理期限", -2, _soon((-10, "record"), (-9, "upload_read")), KUNYUN),
    Story("华宇宁", "等待审核", 6, _soon((-3, "record"), (-2, "upload_read")), QUANCHENG),
    Story("贺子墨", "等待审核", 5, _soon((-4, "record"), (-3, "upload_read")), MINGHU),
    Story(
        "顾一诺", "等待审核，生活费提示已勾选", 7, _soon((-3, "record_low"), (-2, "upload")), MINGHU, YOUTH
    ),
    Story("毛俊凯", "审核不通过", 3, _soon((-8, "record"), (-7, "upload"), (-2, "reject")), MINGHU),
    Story("邱雨薇", "待上岗", 12, _soon((-7, "record"), (-5, "upload"), (-4, "approve")), MINGHU),
)
_DURING = (
    Story("秋小满", "在岗", -75, since(-75, (-1, "raise")), kind=CURRENT),
    Story("段天翊", "在岗，生活费已调整", -100, since(-100, (-30, "raise"))),
    Story("雷诗涵", "在岗，7天后期满", -175, since(-175), end=7),
    Story("汤宇轩", "在岗，保险即将到期", -90, since(-90, record="record_two")),
    Story("尹若兰", "在岗，审核已撤销，重新等待审核", -30, since(-30, (-1, "reopen"))),
    Story("黎书瑶", "在岗，终止见习申请已撤回", -80, since(-80, (-15, "request"), (-14, "recall"))),
    Story("易凌霄", "在岗，离岗登记已撤销", -70, since(-70, (-10, "depart"), (-9, "cancel"))),
    Story("温以恒", "在岗", -45, since(-45), KUNYUN, YOUTH),
    Story("牧子衿", "在岗", -52, since(-52), QUANCHENG),
    Story("乔安然", "在岗", -60, since(-60), MINGHU),
    Story("赖明哲", "在岗，30天后期满", -150, since(-150), MINGHU, YOUTH, end=30),
)
_LEAVING = (
    Story("文静姝", "终止见习申请等待单位审核", -95, since(-95, (-1, "request"))),
    Story("庞天佑", "单位未同意终止见习", -85, since(-85, (-6, "request"), (-4, "refuse"))),
    Story(
        *("樊星辰", "终止见习已提请主管部门", -88),
        since(-88, (-9, "request"), (-7, "refuse"), (-2, "appeal")),
    ),
    Story("兰亦菲", "待上传解除协议证明", -66, since(-66, (-4, "depart"), (-2, "amend"))),
    Story(
        *("殷浩然", "离岗撤销审核后重新等待审核", -92),
        since(-92, (-12, "depart"), (-11, "stamp"), (-9, "let_go"), (-1, "take_back")),
    ),
    Story("施语桐", "离岗审核不通过", -77, since(-77, (-7, "depart"), (-5, "stamp"), (-3, "object"))),
    Story("洪嘉树", "已离岗", -110, since(-110, (-40, "depart"), (-38, "stamp"), (-36, "let_go"))),
    Story(
        *("安以宁", "主管部门决定离岗，已离岗", -105),
        since(-105, (-25, "request"), (-24, "refuse"), (-23, "appeal"), (-20, "let_go")),
    ),
    Story("颜子涵", "未上岗", -40, since(-40, (-33, "never_came"), (-31, "stamp"), (-29, "let_go"))),
    Story("封子昂", "离岗等待审核", -78, since(-78, (-5, "depart"), (-3, "stamp_read")), KUNYUN),
    Story("柯梦洁", "等待单位审核已超过5个工作日", -99, since(-99, (-12, "request")), MINGHU),
    Story("梅映雪", "待上传解除协议证明", -97, since(-97, (-9, "request"), (-5, "consent")), MINGHU),
    Story(
        *("章书豪", "离岗等待审核", -91),
        since(-91, (-12, "request"), (-10, "consent"), (-2, "stamp_read")),
        MINGHU,
    ),
    Story(
        *("鲁晓东", "终止见习已提请主管部门", -94),
        since(-94, (-9, "request"), (-7, "refuse"), (-1, "appeal")),
        MINGHU,
    ),
)
_AFTER = (
    Story("葛文博", "见习期满", -160, since(-160), end=-30),
    Story("韦佳宁", "已留用", -150, since(-150, (-6, "retain"), (-2, "complete")), end=-10),
    Story("佘子轩", "留用已撤销，见习期满", -140, since(-140, (-10, "retain"), (-2, "revoke")), end=-15),
    Story("祝雨晨", "申请失效后已留用", -125, since(-125, (-24, "request"), (-8, "retain")), end=-20),
    Story("左思远", "见习期满，终止见习申请已失效", -110, since(-110, (-6, "request")), MINGHU, end=-3),
    Story("季云舒", "在岗时留用，没有填写社会保险", -120, since(-120, (-4, "retain_bare")), MINGHU),
)
STORIES = (*_BEFORE, *_DURING, *_LEAVING, *_AFTER)


def told() -> list[str]:
    """Of each unit, two in a line."""
    lines = []
    for unit in (EMPLOYER, KUNYUN, QUANCHENG, MINGHU):
        each = [f"{one.name}（{one.words}）" for one in STORIES if one.unit == unit]
        rows = ["　".join(each[first : first + 2]) for first in range(0, len(each), 2)]
        lines += [f"{unit}的上岗人员：", *(f"  {row}" for row in rows)]
    return lines
