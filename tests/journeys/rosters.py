"""Steps of 补贴经费花名册: looked at and exported, 报送, asked about, answered, 退回, 接受, 更正."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from python_calamine import load_workbook

from jianxi.storage import samples
from tests.journeys.attachments import File
from tests.journeys.visitor import Visitor

ATTENDANCE: File = ("考勤表7月至9月.pdf", samples.document().content)
SLIP: File = ("生活费转账凭证.png", samples.picture().content)
Sheet = Sequence[Sequence[object]]


def open_list(employer: Visitor) -> None:
    employer.go_to("上岗人员管理")
    employer.follow("导出补贴经费花名册")


def preview(employer: Visitor, first: str, last: str) -> None:
    """导出补贴经费花名册 of these months, as 2026-07."""
    open_list(employer)
    employer.fill("起始月份", first)
    employer.fill("截止月份", last)
    employer.press("查看花名册")


def reads_amounts(visitor: Visitor, amounts: Mapping[str, tuple[str, ...]], total: str) -> None:
    """What stands in each person's row, which is found by a name or by a sum; and the sum of all."""
    for row, told in amounts.items():
        for words in told:
            visitor.sees(words, within=row)
    visitor.sees(total)


def workbook(visitor: Visitor, link: str = "导出") -> dict[str, Sheet]:
    """Saved and read back, sheet by sheet."""
    name, content = visitor.download(link)
    assert name.endswith(".xlsx"), name
    book = load_workbook(BytesIO(content))
    return {sheet: book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names}


def column(sheet: Sheet, heading: str, by: str) -> dict[object, object]:
    """What stands in one column, by what stands in another; the head is the row that has both."""
    place = next(number for number, row in enumerate(sheet) if {heading, by} <= set(row))
    head = sheet[place]
    key, value = head.index(by), head.index(heading)
    return {row[key]: row[value] for row in sheet[place + 1 :] if row[key]}


def send(employer: Visitor, *told: str) -> None:
    """On the page before 报送; `told`: what is to be read there first."""
    for words in told:
        employer.sees(words)
    employer.press("确认报送")
    employer.sees("已报送，编号")


def send_with_evidence(employer: Visitor) -> None:
    """What is missing is told and refuses nothing; then both are there."""
    employer.press("报送")
    employer.sees("还没有上传考勤表、生活费发放凭证")
    employer.attach("考勤表", ATTENDANCE)
    employer.attach("生活费发放凭证", SLIP)
    employer.press("上传")
    employer.sees(ATTENDANCE[0])
    employer.sees(SLIP[0])
    employer.misses("还没有上传")
    send(employer)


def send_again(employer: Visitor, path: str, *told: str) -> None:
    employer.open(path)
    employer.follow("报送")
    send(employer, *told)


def answer(employer: Visitor, path: str, name: str, text: str, why: str) -> None:
    """Having read why it was sent back."""
    employer.open(path)
    employer.sees(why)
    employer.fill(f"回复{name}", text)
    employer.press("回复")
    employer.sees("已回复，主管部门可以看到。")


def look_at(official: Visitor, unit: str, *told: str) -> str:
    """The first that waits, from the list; its address."""
    official.go_to("补贴经费")
    official.follow(unit)
    for words in told:
        official.sees(words)
    return official.here


def ask(official: Visitor, name: str, question: str) -> None:
    """In the row of that person."""
    official.unfold("提问", within=name)
    official.fill("问题", question, within=name)
    official.press("提问", within=name)
    official.sees("待回复", within=name)


def send_back(official: Visitor, why: str) -> None:
    """On its page, or where it could not be accepted: one of the reasons."""
    official.follow("退回")
    official.tick(why)
    official.press("确认退回")
    official.sees("已退回，单位会看到退回原因")


def accept(official: Visitor, unit: str, *told: str) -> None:
    look_at(official, unit, *told)
    official.follow("接受")
    official.press("确认接受")
    official.sees("已接受，合计")


def correct(employer: Visitor, path: str, why: str) -> str:
    """更正: the address of the page on which the new version is sent."""
    employer.open(path)
    employer.follow("更正")
    employer.fill("更正原因", why)
    employer.press("确认更正")
    employer.sees("已生成新的一版，请核对并报送。")
    return employer.here
