"""The demo's sixty people: current graduates with an account, earlier graduates and youths by name and ID number."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from jianxi.cli.demo_data import names
from jianxi.cli.demo_data.intentions import fill_in
from jianxi.cli.demo_data.signing_in import as_account, holding
from jianxi.domain.periods import today
from jianxi.domain.viewers import PersonViewer
from jianxi.exports import register_sheet
from jianxi.exports.workbook import Column, Table, write
from jianxi.forms.accounts import GraduateRegistration, IdentitySignIn
from jianxi.forms.reading import read
from jianxi.queries.sessions import Claim
from jianxi.services import identity, registers, registration, sessions

SCHOOLS = ("济南大学", "山东师范大学", "青岛科技大学", "齐鲁工业大学", "枣庄学院", "山东建筑大学")
MAJORS = (
    "软件工程",
    "机械工程",
    "新闻学",
    "数据科学与大数据技术",
    "物流管理",
    "生物技术",
    "会计学",
    "电气工程及其自动化",
)
HOMES = ("370102", "370103", "370112", "370202", "370402")
CURRENT, EARLIER = "current", "earlier"
TRAINEE = "demo.trainee"
"""Of the one current graduate who is on duty."""
PROVINCE = "370000"


@dataclass(frozen=True, slots=True)
class Someone:
    """One made-up person before the system knows of them."""

    name: str
    kind: str
    """current, earlier or youth."""
    id_number: str
    school: str
    major: str
    cohort: int
    home: str
    phone: str
    woman: bool


@cache
def everyone(today: date) -> list[Someone]:
    """The same people whenever they are asked for, so that the numbers which are printed are theirs. 周雨桐 must be an
    earlier graduate and 孟晓䶮 a youth: the banner signs in as them."""
    kinds = (CURRENT, "youth", EARLIER)
    made = []
    for number, name in enumerate(names.PERSONS):
        kind = kinds[number % 3]
        years = {CURRENT: 22, EARLIER: 24 + number % 2, "youth": 18 + number % 6}[kind]
        born = date(today.year - years, 1 + number % 10, 1 + number % 27)
        woman, home = number % 2 == 1, HOMES[number % len(HOMES)]
        cohort = came(number, today).year if kind == CURRENT else today.year - 1 - number % 3
        school, major = SCHOOLS[number % len(SCHOOLS)], MAJORS[number % len(MAJORS)]
        id_number, phone = names.id_number(born, woman, home), f"1586413{number:04d}"
        made.append(Someone(name, kind, id_number, school, major, cohort, home, phone, woman))
    return made


async def gather(now: datetime) -> list[tuple[Someone, PersonViewer]]:
    """Imports the graduates' rows, brings everybody in and has all but a few fill in their intention."""
    people = everyone(today(now))
    await import_rows([one for one in people if one.kind != "youth"], now - timedelta(days=43))
    persons = []
    for number, one in enumerate(people):
        then = now - (today(now) - came(number, today(now))) - timedelta(minutes=2 * number)
        viewer, claim = await enter(one, then)
        if has_intention(number):
            persons.append((one, await fill_in(viewer, claim, one, then + timedelta(minutes=20))))
    return persons


def came(number: int, today: date) -> date:
    """When somebody first signed in; in January that was in the year before."""
    return today - timedelta(days=25 - number % 20)


def has_intention(number: int) -> bool:
    """A few have not filled in 就业见习意向."""
    return number % 10 != 7


async def import_rows(people: list[Someone], now: datetime) -> None:
    """Into 生源信息库, as a workbook of the province."""
    columns = [Column(field.heading, field.width) for field in register_sheet.FIELDS]
    book = write(Table(register_sheet.TITLE, columns, [_row(one) for one in people]))
    await registers.import_workbook(None, book, now)


def _row(one: Someone) -> list[str | date | None]:
    cells: dict[str, str | date] = {
        "name": one.name,
        "id_number": one.id_number,
        "sex": "女" if one.woman else "男",
        "nation": "维吾尔族" if "·" in one.name else "汉族",
        "politics": "共青团员",
        "school": one.school,
        "major": one.major,
        "degree": "本科",
        "cohort": str(one.cohort),
        "graduated_on": date(one.cohort, 6, 30),
        "origin": one.home,
        "household": "户籍地址登记于当地派出所",
        "phone": one.phone,
    }
    return [cells.get(field.name) for field in register_sheet.FIELDS]


async def enter(one: Someone, now: datetime) -> tuple[PersonViewer, Claim | None]:
    """By registration, or by name and ID number."""
    if one.kind == CURRENT:
        return await _register(one, now), None
    raw = {"name": [one.name], "id_number": [one.id_number]}
    claim = await identity.recognise(read(IdentitySignIn, raw, today(now)), PROVINCE, today(now))
    if not isinstance(claim, Claim):
        raise LookupError("a made-up person is not known before the first sign-in")
    return await holding(await sessions.start_for_claim(claim, now), PersonViewer, now), claim


async def _register(one: Someone, now: datetime) -> PersonViewer:
    raw = {
        "name": one.name,
        "id_number": one.id_number,
        "school": one.school,
        "phone": one.phone,
        "username": username(one),
        "password": names.PASSWORD,
        "password_again": names.PASSWORD,
    }
    form = read(GraduateRegistration, {name: [text] for name, text in raw.items()}, today(now))
    return await as_account(await registration.register_graduate(form, PROVINCE, now), PersonViewer, now)


def username(one: Someone) -> str:
    """Of a current graduate's account."""
    if one.name not in names.PERSONS:
        return TRAINEE
    return f"demo.graduate{names.PERSONS.index(one.name) or ''}"


def told(now: datetime) -> list[str]:
    people = everyone(today(now))
    by_identity = [one for one in people if one.kind != CURRENT and one.name in {"周雨桐", "孟晓䶮"}]
    words = {EARLIER: "往届毕业生", "youth": "社会青年"}
    lines = [f"{words[one.kind]}（姓名和身份证号登录）：{one.name} {one.id_number}" for one in by_identity]
    return [f"应届毕业生（查找岗位）{people[0].name}：{username(people[0])}", *lines]
