"""Step 5 of the story: people apply, employers decide."""

from tests.journeys.cast import Human
from tests.journeys.visitor import Visitor


def find(person: Visitor, label: str, words: str) -> None:
    """By the search's own button; as one types is another test."""
    person.go_to("见习岗位报名")
    person.fill(label, words)
    person.press("搜索")


def apply(person: Visitor, title: str) -> None:
    person.press("报名", within=title)
    person.go_to("已报见习岗位管理")
    person.sees(title)
    person.sees("等待审核")


def withdraw(person: Visitor, title: str) -> None:
    person.go_to("已报见习岗位管理")
    person.follow("撤销报名", within=title)
    person.press("确认撤销报名")
    person.sees("已撤销")


def read_form(employer: Visitor, human: Human) -> None:
    """The name opens the person's form and intention."""
    employer.go_to("见习报名管理")
    employer.follow(human.name)
    for words in ("软件测试", "愿意学习，能吃苦。", "13900139000"):
        employer.sees(words)
    employer.misses(human.id_number)


def rejects(employer: Visitor, human: Human, reason: str) -> None:
    employer.go_to("见习报名管理")
    employer.press("审核不通过", within=human.name)
    employer.tick(reason)
    employer.press("确认审核不通过")
    employer.open("/employer/applications?state=all")
    employer.sees("审核不通过", within=human.name)


def accepts(employer: Visitor, human: Human) -> None:
    employer.go_to("见习报名管理")
    employer.press("审核通过", within=human.name)
    employer.open("/employer/applications?state=accepted")
    employer.sees("审核通过", within=human.name)
