"""Steps of 上岗: registered, printed, uploaded, reviewed; and how everybody sees where it stands."""

from tests.journeys import signed
from tests.journeys.accepted import Accepted
from tests.journeys.attachments import File
from tests.journeys.visitor import Visitor, fill_all

STARTS, ENDS = "2026-11-02", "2027-02-01"
"""Three months that go on today."""
REGISTERED = {
    "上岗日期": STARTS,
    "见习结束日期": ENDS,
    "见习期间生活费（元/月）": "2,600",
    "指导教师": "周强",
    "保险类型": "人身意外伤害保险",
    "保险公司": "平安保险",
    "保单号": "PA20260001",
    "保险起始日期": STARTS,
    "保险终止日期": ENDS,
}


def open_page(employer: Visitor, who: Accepted) -> None:
    """By the name in the list."""
    employer.go_to("上岗人员管理")
    employer.follow(who.name)


def register(employer: Visitor, who: Accepted) -> None:
    """From the list of those accepted."""
    employer.open("/employer/applications?state=accepted")
    employer.follow("录用上岗登记", within=who.name)
    employer.sees(who.name)
    fill_all(employer, REGISTERED)
    employer.press("确认录用上岗登记")
    employer.sees("待上传协议")


def download(employer: Visitor, who: Accepted) -> File:
    open_page(employer, who)
    name, content = employer.download("下载协议")
    assert who.name in name
    return name, content


def upload(employer: Visitor, who: Accepted, *files: File) -> None:
    open_page(employer, who)
    employer.follow("上传协议")
    signed.sends(employer, "上传协议", *files)


def is_told_whose_it_is(employer: Visitor, who: Accepted, other: Accepted, *files: File) -> None:
    """上传协议 of somebody else's scan: said at once, and nothing of it is kept."""
    open_page(employer, who)
    employer.follow("上传协议")
    employer.upload("选择文件", *files)
    employer.sees(f"这是{other.name}的协议，这里请上传{who.name}的协议")
    assert not employer.offers("删除")


def replace_first(employer: Visitor, who: Accepted, new: File, why: str) -> None:
    """After 审核不通过: the reason stands over the pages, of which the first is replaced."""
    open_page(employer, who)
    employer.sees("审核不通过")
    employer.follow("上传协议")
    employer.sees(why)
    employer.press("替换", within="继续添加")
    employer.attach("用来替换的文件", new)
    employer.press("确认替换")
    employer.sees(new[0])
    employer.press("确认上传协议")
    employer.sees("等待审核")


def look_at(official: Visitor, who: Accepted) -> None:
    """The page of the review: both papers, what was checked, the full number by a logged look."""
    official.go_to("见习上岗审核")
    official.follow(who.name)
    for words in ("协议书原件", "上传协议书", "与本协议、本版本相符", "保单号PA20260001"):
        official.sees(words)
    official.misses(who.id_number)
    official.press("查看完整号码")
    official.sees(who.id_number)


def reject(official: Visitor, why: str) -> None:
    """On the page that is looked at."""
    official.press("审核不通过")
    official.tick(why)
    official.press("确认审核不通过")


def approve_many(official: Visitor, people: tuple[Accepted, ...]) -> None:
    official.go_to("见习上岗审核")
    for who in people:
        official.tick(f"选择{who.name}")
    official.press("审核通过", within="取消选择")
    official.sees(f"将审核通过 {len(people)} 个")
    official.press("确认审核通过")
    official.sees(f"已审核通过{len(people)}个")


def approve(official: Visitor, who: Accepted) -> None:
    """In the list of what waits."""
    official.go_to("见习上岗审核")
    official.press("审核通过", within=who.name)
    official.open("/authority/placements?state=approved")
    official.sees(who.name)


def reopen(official: Visitor, who: Accepted) -> None:
    official.open("/authority/placements?state=approved")
    official.follow("撤销审核", within=who.name)
    official.press("确认撤销审核")
    official.go_to("见习上岗审核")
    official.sees(who.name)


def stands(employer: Visitor, *standing: tuple[Accepted, str]) -> None:
    """In the employer's list."""
    employer.go_to("上岗人员管理")
    for who, word in standing:
        employer.sees(word, within=who.name)


def is_listed(official: Visitor, *standing: tuple[Accepted, str]) -> None:
    """In the office's list, whatever the state."""
    official.open("/authority/placements?state=all")
    for who, word in standing:
        official.sees(word, within=who.name)


def is_told(person: Visitor, word: str, *words: str) -> None:
    """On one's own page: the state, and whatever else is to be read there."""
    person.go_to("已报见习岗位管理")
    for each in (word, *words):
        person.sees(each)


def reads(visitor: Visitor, title: str, unread: int) -> None:
    """The number in the menu, then the newest notice of that title: 查看 leads to the record."""
    visitor.go_to("通知")
    visitor.sees(f"通知未读 {unread}")
    visitor.press("查看", within=title)
