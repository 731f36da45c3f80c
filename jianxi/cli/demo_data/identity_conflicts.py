"""身份冲突 in the demo: two ID numbers that somebody used before the register named another; one waits, one is decided."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from jianxi.cli.demo_data import names, people
from jianxi.cli.demo_data.intentions import fill_in
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.people import EARLIER, Someone
from jianxi.domain.periods import today
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.accounts import IdentitySignIn
from jianxi.forms.reading import read
from jianxi.queries import demo, identity_cases
from jianxi.services import identity_cases as deciding
from jianxi.services import sign_in

COUNTY = "370102"
CONTESTED = demo.CONTESTED
PAIRS = (("高明远", CONTESTED, False), ("王梓晗", "王梓涵", True))
"""The name under which somebody came, the register's, and whether the office has found that they are one."""
FOUND = "已核对本人身份证原件，登录时姓名输入有误，两条信息为同一人。"
SCHOOL_NETWORK = "198.51.100.23"
"""From where they sign in: an address that is nobody's."""


async def dispute(staff: Staff, now: datetime) -> list[str]:
    """Somebody comes as a youth, the register is imported again, and whom it names signs in. Answers who they are."""
    lines = []
    first, later = now - timedelta(days=24), now - timedelta(days=9)
    for number, (typed, registered, is_decided) in enumerate(PAIRS):
        one = _someone(typed, number, today(now))
        viewer, claim = await people.enter(one, first)
        await fill_in(viewer, claim, one, first + timedelta(minutes=20))
        rightful = replace(one, name=registered, kind=EARLIER)
        await people.import_rows([rightful], later)
        raw = {"name": [registered], "id_number": [one.id_number]}
        given = read(IdentitySignIn, raw, today(now))
        then = now - timedelta(days=3 - number, hours=2)
        await sign_in.by_identity(given, SCHOOL_NETWORK, people.PROVINCE, then)
        if is_decided:
            await _merge(staff.county(COUNTY), registered, then + timedelta(hours=20))
        words = "身份冲突已合并" if is_decided else f"身份冲突，与{typed}同号，等待历下区核实"
        lines.append(f"往届毕业生（姓名和身份证号登录，{words}）：{registered} {one.id_number}")
    return lines


async def _merge(office: OfficialViewer, name: str, now: datetime) -> None:
    cases = await identity_cases.page(office, identity_cases.ALL, today(now), offset=0, size=len(PAIRS))
    case = next(each for each in cases if each.graduate_name == name)
    await deciding.merge(office, case.id, case.version, FOUND, now)


def _someone(name: str, number: int, today: date) -> Someone:
    born = date(today.year - 23, 6, 8 + number)
    id_number = names.id_number(born, woman=False, prefix=COUNTY)
    schooling = ("济南大学", "软件工程", today.year - 2)
    return Someone(name, "youth", id_number, *schooling, COUNTY, f"1586414{number:04d}", woman=False)
