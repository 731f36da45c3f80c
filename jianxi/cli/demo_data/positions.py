"""The demo's forty positions, in every state that they can reach."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jianxi.cli.demo_data.employers import Unit
from jianxi.cli.demo_data.names import CONTACTS, MENTORS
from jianxi.cli.demo_data.offices import Staff
from jianxi.domain import chains
from jianxi.domain.periods import today
from jianxi.domain.regions import city_of
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import positions as reading
from jianxi.services import position_publication, position_review, positions

TITLES: dict[str, tuple[str, ...]] = {
    "demo.employer": (
        *("软件测试技术员", "前端开发助理", "产品运营助理", "网络运维技术员", "技术文档专员", "客户支持专员"),
        *("数据标注与质检技术员", "项目管理助理", "UI设计助理", "信息安全技术员"),
    ),
    "demo.minghu": (
        *("数控机床操作员", "机械制图员", "电气装配技术员", "质量检验员", "工艺助理工程师", "设备维护技术员"),
        *("仓储管理员", "采购助理", "安全管理助理"),
    ),
    "demo.quancheng": (
        "新媒体运营专员",
        "影视后期技术助理",
        "活动策划助理",
        "文案编辑",
        "摄影助理",
        "展览讲解员",
    ),
    "demo.kunyun": (
        "数据分析助理",
        "云平台运维技术员",
        "建筑信息模型（BIM）技术员",
        "人工智能训练师",
        "售前技术支持",
    ),
    "demo.haiyou": ("实验室技术助理", "生物制剂质检员", "研发助理", "注册专员", "市场推广专员"),
    "demo.luqi": ("仓储设备管理员", "物流调度员", "行政助理", "财务助理", "叉车作业技术员"),
}
FATES = (
    "published",
    "published",
    "published",
    "waiting",
    "published",
    "approved",
    "rejected",
    "closed",
    "half",
)
"""Dealt out in turn. half: passed by the county, waiting at the city."""


@dataclass(frozen=True, slots=True)
class Open:
    """A published position that takes applications."""

    id: int
    employer: EmployerViewer
    headcount: int


async def open_positions(staff: Staff, units: list[tuple[Unit, EmployerViewer]], now: datetime) -> list[Open]:
    """Adds every position, has it reviewed and publishes it where it belongs."""
    opened, turn = [], 0
    for unit, viewer in units:
        for title in TITLES[unit.username]:
            fate, turn = FATES[turn % len(FATES)], turn + 1
            headcount = (3, 5, 2, 8, 1, 4)[turn % 6]
            form = _form(unit, title, headcount, turn, fate, now)
            then = now - timedelta(days=30 if fate in {"published", "closed"} else 4, minutes=3 * turn)
            id = await positions.add(viewer, read(PositionForm, form, today(then)), then)
            await _review(staff, unit, viewer, id, fate, then + timedelta(hours=4))
            if fate == "published":
                opened.append(Open(id, viewer, headcount))
    return opened


async def _review(
    staff: Staff, unit: Unit, viewer: EmployerViewer, id: int, fate: str, then: datetime
) -> None:
    position = await reading.get(viewer, id, today(then))
    chain = position.facts.chain
    passing = {"waiting": (), "rejected": (), "half": chain[:-1]}.get(fate, chain)
    if fate == "rejected":
        office = staff.at(chains.first(chain), unit.county)
        note = "请写明每日工作内容和指导安排。"
        await position_review.reject(office, id, position.version, ("duties",), note, then)
    for step, role in enumerate(passing):
        office, later = staff.at(role, unit.county), then + timedelta(hours=24 * step)
        await position_review.approve(office, id, position.version + step, later)
    if fate in {"published", "closed"}:
        office = staff.at(chains.publisher(chain), unit.county)
        version = position.version + len(passing)
        await position_publication.publish(office, id, version, then + timedelta(hours=48))


def _form(
    unit: Unit, title: str, headcount: int, turn: int, fate: str, now: datetime
) -> dict[str, list[str]]:
    fields = {
        "title": title,
        "category": "管理类" if "管理" in title or "助理" in title else "技术技能类",
        "headcount": str(headcount),
        "degree": ("本科", "大专", "不限", "中专/高中")[turn % 4],
        "major": ("计算机类", "机械类", "", "新闻传播学类")[turn % 4],
        "months": str((6, 12, 3)[turn % 3]),
        "allowance": str((2600, 2800, 2450, 3000, 2100)[turn % 5]),
        "benefits": ("提供工作午餐", "", "提供住宿和班车")[turn % 3],
        "work_city": city_of(unit.county),
        "work_county": unit.county,
        "work_address": "产业园2号楼",
        "duties": f"在指导教师带领下完成{title}的日常工作，每周小结，期满提交见习总结。",
        "requirements": "责任心强，愿意学习。",
        "mentor": MENTORS[turn % len(MENTORS)],
        "deadline": _deadline(fate, turn, today(now)).isoformat(),
        "contact": CONTACTS[turn % len(CONTACTS)],
        "phone": f"0531-8266{turn:04d}",
    }
    return {name: [text] for name, text in fields.items()}


def _deadline(fate: str, turn: int, today: date) -> date:
    return today - timedelta(days=4) if fate == "closed" else today + timedelta(days=9 + 3 * (turn % 12))
