"""Steps of 离岗: asked for, recorded, agreed to or not, certified, decided."""

from tests.journeys import placements, signed
from tests.journeys.accepted import Accepted
from tests.journeys.attachments import File
from tests.journeys.visitor import Visitor, fill_all

TODAY = "2026-11-20"


def ask(person: Visitor, reason: str, day: str) -> None:
    """申请终止见习."""
    person.go_to("已报见习岗位管理")
    person.follow("申请终止见习")
    fill_all(person, {"期望离岗日期": day, "离岗原因": reason})
    person.press("确认申请终止见习")
    person.sees("等待单位审核")


def consent(employer: Visitor, who: Accepted) -> None:
    """离岗审核 通过, with the day that was wished for."""
    placements.open_page(employer, who)
    employer.follow("离岗审核")
    employer.press("通过")
    employer.sees("待上传证明")


def refuse(employer: Visitor, who: Accepted, why: str) -> None:
    placements.open_page(employer, who)
    employer.follow("离岗审核")
    employer.follow("不通过")
    employer.fill("不通过原因", why)
    employer.press("确认不通过")
    employer.sees("单位未同意")


def appeal(person: Visitor, why: str) -> None:
    """提请主管部门, having read why the employer did not agree."""
    person.go_to("已报见习岗位管理")
    person.sees(why)
    person.follow("提请主管部门")
    person.press("确认提请主管部门")
    person.sees("等待主管部门")


def record(employer: Visitor, who: Accepted, reason: str, day: str) -> None:
    """离岗登记."""
    placements.open_page(employer, who)
    employer.follow("离岗登记")
    fill_all(employer, {"离岗日期": day, "离岗原因": reason})
    employer.press("确认离岗登记")
    employer.sees("待上传证明")


def amend(employer: Visitor, reason: str, day: str) -> None:
    """修改离岗登记, on the page of the departure: the certificate is of a new version."""
    employer.follow("修改离岗登记")
    fill_all(employer, {"离岗日期": day, "离岗原因": reason})
    employer.press("确认修改离岗登记")
    employer.sees("第2版")


def certify(employer: Visitor, who: Accepted) -> File:
    """The certificate printed, stamped and uploaded."""
    placements.open_page(employer, who)
    name, certificate = employer.download("下载解除协议证明")
    assert who.name in name
    employer.follow("上传解除协议证明")
    signed.sends(employer, "上传解除协议证明", *signed.scanned((name, certificate)).files)
    return name, certificate


def approve(official: Visitor, who: Accepted) -> None:
    """In the list."""
    official.go_to("终止见习审核")
    official.press("审核通过", within=who.name)
    official.open("/authority/departures?state=approved")
    official.sees("审核通过", within=who.name)


def decide(official: Visitor, who: Accepted, day: str) -> None:
    """Nothing else waits: the list opens there. The office sets the day itself, without a certificate."""
    official.go_to("终止见习审核")
    official.follow("确定日期", within=who.name)
    official.sees("由您部门确定离岗日期")
    official.fill("离岗日期", day)
    official.press("审核通过")
    official.open("/authority/departures?state=approved")
    official.sees(day, within=who.name)
