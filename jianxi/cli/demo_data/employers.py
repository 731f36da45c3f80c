"""The demo's units, one or more in every state that a base can reach."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jianxi.cli.demo_data import attachments
from jianxi.cli.demo_data.base_forms import raw_form
from jianxi.cli.demo_data.base_moves import AFTER_APPROVAL, move_on
from jianxi.cli.demo_data.names import CONTACTS, PASSWORD
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.quarters import Quarters
from jianxi.cli.demo_data.signing_in import as_account
from jianxi.domain.bases import BaseLevel
from jianxi.domain.credit_code import compose
from jianxi.domain.periods import today
from jianxi.domain.regions import city_of
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.accounts import EmployerRegistration
from jianxi.forms.base_drafts import typed
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import Raw, read
from jianxi.queries import bases as reading
from jianxi.services import account_locks, accounts, base_review, bases


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit and how far its base has come."""

    username: str
    name: str
    county: str
    industry: str
    fate: str
    """none, draft, county, city, county_no, city_no, approved or one of `AFTER_APPROVAL`."""
    level: BaseLevel = BaseLevel.COUNTY
    is_locked: bool = False
    since: int = 44
    """Days ago on which it was registered; `LONG` is as soon as the offices were there."""


LONG = 0
"""Of those that have had trainees since the year that is settled."""
UNITS = (
    Unit("demo.employer", "济南云杉信息技术有限公司", "370102", "I", "approved", since=LONG),
    Unit("demo.minghu", "山东明湖智能装备有限公司", "370112", "C", "approved", BaseLevel.CITY, since=LONG),
    Unit("demo.quancheng", "济南泉城文化传媒有限公司", "370103", "R", "approved", since=LONG),
    Unit("demo.kunyun", "山东鲲云数据服务有限公司", "370102", "I", "approved", since=LONG),
    Unit("demo.haiyou", "青岛海佑生物科技有限公司", "370202", "M", "approved", BaseLevel.CITY),
    Unit("demo.luqi", "枣庄鲁齐仓储物流有限公司", "370402", "G", "approved"),
    Unit("demo.kangze", "济南康泽医学检验所有限公司", "370102", "Q", "city"),
    Unit("demo.anyuan", "济南安远机电设备有限公司", "370102", "C", "county"),
    Unit("demo.qizhu", "济南齐筑工程设计有限公司", "370103", "M", "county"),
    Unit("demo.anheng", "山东安衡检测技术有限公司", "370112", "M", "county_no"),
    Unit("demo.lanse", "青岛蓝色海岸旅游服务有限公司", "370202", "L", "city_no"),
    Unit("demo.taoyuan", "枣庄桃园农业科技有限公司", "370402", "A", "draft"),
    Unit("demo.lanhai", "济南蓝海数控设备有限公司", "370102", "C", "amending"),
    Unit("demo.hengtai", "济南恒泰供应链管理有限公司", "370102", "G", "amending_city", BaseLevel.CITY),
    Unit("demo.dingxin", "济南鼎信会计师事务所", "370103", "L", "amend_no"),
    Unit("demo.zhihui", "济南智汇软件园管理有限公司", "370102", "L", "reopened"),
    Unit("demo.heyuan", "山东和源电力工程有限公司", "370112", "D", "suspended"),
    Unit("demo.boyuan", "济南博远教育咨询有限公司", "370102", "P", "revoked"),
    Unit("demo.yuanhang", "济南远航职业培训学校", "370102", "P", "resubmitted"),
    Unit("demo.qingmu", "济南青木设计工作室", "370102", "M", "none", is_locked=True),
    Unit("demo.xinye", "济南新叶社会工作服务中心", "370102", "Q", "none"),
)
APPROVED = {"approved", *AFTER_APPROVAL}
PASSED = {"city", "city_no", *APPROVED}
SUBMITTED = PASSED | {"county", "county_no"}


async def open_employers(staff: Staff, now: datetime) -> list[tuple[Unit, EmployerViewer]]:
    """Registers every unit and takes its base through the first review; answers those whose base was approved."""
    opened, quarters = [], Quarters(today(now))
    for number, unit in enumerate(UNITS):
        since = unit.since or -1 - quarters.days(quarters.begin)
        viewer = await _register(unit, number, now - timedelta(days=since))
        applied = now - timedelta(days=since - 2 if unit.fate in APPROVED else 6)
        await _apply(unit, viewer, number, applied)
        await _review(unit, viewer, staff, applied + timedelta(days=2))
        if unit.fate in APPROVED:
            opened.append((unit, viewer))
        if unit.is_locked:
            await account_locks.lock(unit.username, now - timedelta(days=6))
    return opened


async def settle(staff: Staff, units: list[tuple[Unit, EmployerViewer]], now: datetime) -> None:
    """What comes of their bases after positions are out and people have applied."""
    for unit, viewer in units:
        raw = _raw(unit, UNITS.index(unit), now)
        await move_on(unit.fate, unit.county, viewer, raw, staff, now)


async def _register(unit: Unit, number: int, now: datetime) -> EmployerViewer:
    raw = {
        "name": [unit.name],
        "credit_code": [compose(unit.county, 2000 + number)],
        "city": [city_of(unit.county)],
        "county": [unit.county],
        "contact": [CONTACTS[number % len(CONTACTS)]],
        "phone": [f"1386412{number:04d}"],
        "username": [unit.username],
        "password": [PASSWORD],
        "password_again": [PASSWORD],
    }
    account = await accounts.register_employer(read(EmployerRegistration, raw, today(now)), "370000", now)
    return await as_account(account, EmployerViewer, now)


async def _apply(unit: Unit, viewer: EmployerViewer, number: int, now: datetime) -> None:
    if unit.fate == "none":
        return
    raw = _raw(unit, number, now)
    version = await bases.save(viewer, 0, typed(raw), now)
    await attachments.attach(viewer, now + timedelta(minutes=20))
    if unit.fate in SUBMITTED:
        await bases.submit(viewer, version, read(BaseForm, raw, today(now)), now + timedelta(hours=1))


def _raw(unit: Unit, number: int, now: datetime) -> Raw:
    return {**raw_form(unit.industry, unit.level, number, today(now)), "account_name": [unit.name]}


async def _review(unit: Unit, viewer: EmployerViewer, staff: Staff, now: datetime) -> None:
    base = await reading.of_employer(viewer)
    if base is None:
        return
    county, city = staff.county(unit.county), staff.city(unit.county)
    if unit.fate == "county_no":
        reason = "请补充指导师的职务，并重新上传清晰的营业执照。"
        await base_review.reject(county, base.id, base.version, ("mentors", "papers", "other"), reason, now)
    if unit.fate in PASSED:
        await base_review.approve(county, base.id, base.version, now)
    if unit.fate == "city_no":
        reason = "请按实际用人计划核对人数后重新提交。"
        later = now + timedelta(hours=24)
        await base_review.reject(city, base.id, base.version + 1, ("needs", "other"), reason, later)
    if unit.fate in APPROVED:
        await base_review.approve(city, base.id, base.version + 1, now + timedelta(hours=26), unit.level)


def told() -> list[str]:
    words = {
        "none": "尚未申请",
        "draft": "基地草稿",
        "county": "等待区县审核",
        "city": "等待市级审核",
        "county_no": "区县审核不通过",
        "city_no": "市级审核不通过",
        "approved": "基地审核通过",
        **AFTER_APPROVAL,
    }
    told = [(unit, "，账号已锁定" if unit.is_locked else "") for unit in UNITS]
    return [f"单位（{words[unit.fate]}{more}）{unit.name}：{unit.username}" for unit, more in told]
