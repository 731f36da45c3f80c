"""Step 3 of the story: positions are added, reviewed and published."""

from tests.journeys.cast import POSITION
from tests.journeys.visitor import Visitor, fill_all


def add(employer: Visitor, title: str, headcount: int = 2, **more: str) -> None:
    employer.go_to("见习岗位管理")
    employer.follow("新增")
    fill_all(employer, {"职位名称": title, "见习人数": str(headcount)} | POSITION | more)
    employer.press("提交")
    employer.sees("等待审核")


def passes(official: Visitor, title: str) -> None:
    """Inline, in the list of what waits."""
    official.go_to("见习岗位审核")
    official.press("审核通过", within=title)


def rejects(official: Visitor, title: str, reason: str) -> None:
    """The first press asks why; without a reason it stays, with one it is done."""
    official.go_to("见习岗位审核")
    official.press("审核不通过", within=title)
    official.sees("不通过原因")
    official.press("确认审核不通过")
    official.sees("请至少勾选一个不通过原因")
    official.tick(reason)
    official.press("确认审核不通过")
    official.open("/authority/positions?state=all")
    official.sees("审核不通过", within=title)


def publishes(official: Visitor, titles: list[str]) -> None:
    """Several at once: a page that counts, then a result for each."""
    official.open("/authority/positions?state=approved")
    for title in titles:
        official.tick(f"选择{title}")
    official.press("发布", within="取消选择")
    official.sees("确认发布")
    official.sees(f"将发布 {len(titles)} 个岗位")
    official.press("确认发布")
    official.sees(f"已发布{len(titles)}个")
    for title in titles:
        official.sees("发布中", within=title)
