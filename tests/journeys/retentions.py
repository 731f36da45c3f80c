"""Steps of 留用: recorded with evidence, withdrawn."""

from jianxi.storage import samples
from tests.journeys import placements
from tests.journeys.accepted import Accepted
from tests.journeys.attachments import File
from tests.journeys.visitor import Visitor, fill_all

CONTRACT: File = ("劳动合同.pdf", samples.document().content)
KEPT = {
    "留用岗位": "软件测试工程师",
    "劳动合同起始日期": "2026-12-01",
    "劳动合同终止日期": "2028-11-30",
    "社会保险参保日期": "2026-12-01",
}


def record(employer: Visitor, who: Accepted) -> None:
    placements.open_page(employer, who)
    employer.follow("留用登记")
    fill_all(employer, KEPT)
    employer.attach("佐证材料", CONTRACT)
    employer.press("确认留用登记")
    employer.sees("已留用")
    employer.sees(CONTRACT[0])


def withdraw(employer: Visitor, who: Accepted) -> None:
    placements.open_page(employer, who)
    employer.follow("撤销留用")
    employer.press("确认撤销留用")
    placements.stands(employer, (who, "在岗"))
