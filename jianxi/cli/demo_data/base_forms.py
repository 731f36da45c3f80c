"""What the demo's units write into 见习基地申请."""

from datetime import date

from jianxi.cli.demo_data.names import CONTACTS, MENTORS
from jianxi.domain.bases import BaseLevel

MAJORS = (
    "软件工程",
    "机械设计制造及其自动化",
    "新闻传播学",
    "数据科学",
    "生物工程",
    "物流管理",
    "医学检验技术",
    "电气工程",
)
STREETS = ("经十路188号", "工业北路36号", "泺源大街22号", "文化东路51号", "香港中路10号", "光明大道66号")


SAME_ACCOUNT = {3: 0}
"""Of two units the one has written down the other's 银行账号."""


def raw_form(industry: str, level: BaseLevel, number: int, today: date) -> dict[str, list[str]]:
    """The fields as typed; every fourth unit has a mentor whose years are few, for the warning to be seen."""
    fields = {
        "nature": "社会组织" if industry == "Q" and number > 10 else "企业",
        "industry": industry,
        "address": STREETS[number % len(STREETS)],
        "founded_on": date(2008 + number % 9, 1 + number % 12, 15).isoformat(),
        "capital": str(300 + 100 * number),
        "legal_representative": MENTORS[-1 - number % len(MENTORS)],
        "staff": str(60 + 37 * number),
        "contact": CONTACTS[number % len(CONTACTS)],
        "phone": f"1386412{number:04d}",
        "office_phone": f"0531-8288{number:04d}",
        "wanted_level": level.value,
        "yearly_posts": str(10 + 5 * (number % 6)),
        "introduction": (
            "单位成立以来专注主业，设有人力资源部门和带教制度，近三年每年接收高校毕业生实习见习，"
            "见习人员由有经验的指导教师一对一带教，期满考核合格的优先留用。"
        ),
        "needs-0-year": str(today.year),
        "needs-0-major": MAJORS[number % len(MAJORS)],
        "needs-0-degree": "本科",
        "needs-0-wanted": str(6 + number % 5),
        "needs-0-to_retain": "3",
        "needs-1-year": str(today.year + 1),
        "needs-1-major": MAJORS[(number + 3) % len(MAJORS)],
        "needs-1-degree": "大专",
        "needs-1-wanted": "8",
    }
    return {name: [text] for name, text in {**fields, **_account(number), **_mentors(number)}.items()}


def _account(number: int) -> dict[str, str]:
    last = SAME_ACCOUNT.get(number, number)
    return {"bank": "中国银行济南分行", "account_number": f"37010188{last:08d}"}


def _mentors(number: int) -> dict[str, str]:
    rows: dict[str, str] = {}
    for index in range(2):
        years = 1 if index and number % 4 == 3 else 6 + number % 9
        row = {
            "name": MENTORS[(number + 5 * index) % len(MENTORS)],
            "sex": "男" if index else "女",
            "age": str(34 + number % 15),
            "degree": "本科",
            "major": MAJORS[number % len(MAJORS)],
            "post": "高级工程师" if index else "部门主管",
            "years": str(years),
            "capacity": str(3 + index),
        }
        rows |= {f"mentors-{index}-{name}": text for name, text in row.items()}
    return rows
