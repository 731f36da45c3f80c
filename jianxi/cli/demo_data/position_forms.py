"""What the demo's units write into 新增岗位."""

from datetime import date, timedelta

from jianxi.cli.demo_data.names import CONTACTS, MENTORS
from jianxi.domain.regions import city_of

PAST = {"closed": 4, "overdue": 4, "extended": 6}
"""Days since 报名截止, of fates that have one."""
SEATS = {"full": 2, "extended": 6}


def raw_form(county: str, title: str, turn: int, fate: str, today: date) -> dict[str, list[str]]:
    """The fields as typed."""
    fields = {
        "title": title,
        "category": "管理类" if "管理" in title or "助理" in title else "技术技能类",
        "headcount": str(SEATS.get(fate, (3, 5, 2, 8, 1, 4)[turn % 6])),
        "degree": ("本科", "大专", "不限", "中专/高中")[turn % 4],
        "major": ("计算机类", "机械类", "", "新闻传播学类")[turn % 4],
        "months": str((6, 12, 3)[turn % 3]),
        "allowance": str((2600, 2800, 2450, 3000, 2100)[turn % 5]),
        "benefits": ("提供工作午餐", "", "提供住宿和班车")[turn % 3],
        "work_city": city_of(county),
        "work_county": county,
        "work_address": "产业园2号楼",
        "duties": f"在指导教师带领下完成{title}的日常工作，每周小结，期满提交见习总结。",
        "requirements": "责任心强，愿意学习。",
        "mentor": MENTORS[turn % len(MENTORS)],
        "deadline": _deadline(fate, turn, today).isoformat(),
        "contact": CONTACTS[turn % len(CONTACTS)],
        "phone": f"0531-8266{turn:04d}",
    }
    return {name: [text] for name, text in fields.items()}


def improved(raw: dict[str, list[str]]) -> dict[str, list[str]]:
    """As the unit writes it after an office has asked for more."""
    more = "上午跟随指导教师处理当日任务，下午独立完成一项练习，由指导教师当日讲评。"
    return {**raw, "duties": [raw["duties"][0] + more]}


def _deadline(fate: str, turn: int, today: date) -> date:
    if fate in PAST:
        return today - timedelta(days=PAST[fate])
    return today + timedelta(days=9 + 3 * (turn % 12))
