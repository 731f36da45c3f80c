"""The named cast: employers, offices, people and their records in any state, written straight into the tables.

Every builder may be called again; numbers and names never repeat. The stranger is whoever is not named in a test:
`employer(county=SHIZHONG)`, `official(ZAOZHUANG)`."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from jianxi.crypto import sealing
from jianxi.crypto.passwords import hash_password
from jianxi.domain import chains, citizen_id, credit_code
from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import Role
from jianxi.domain.regions import level_of
from jianxi.domain.texts import fold
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonKind, PersonViewer
from jianxi.forms import base_drafts
from jianxi.queries import regions
from jianxi.tables.accounts import Account, Official
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base, BaseVersion, Employer
from jianxi.tables.persons import Graduate, Intention, Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.cast_facts import BASE_FORM, INTENTION, MOMENT, POSITION

LIXIA, SHIZHONG, JINAN = "370102", "370103", "370100"
ZAOZHUANG_SHIZHONG, ZAOZHUANG, SHANDONG = "370402", "370400", "370000"
PASSWORD = "a-Long-enough-Password-26"
BORN = {
    PersonKind.YOUTH: date(2005, 6, 1),
    PersonKind.CURRENT_GRADUATE: date(2003, 6, 1),
    PersonKind.EARLIER_GRADUATE: date(2002, 6, 1),
}
COHORT = {PersonKind.YOUTH: None, PersonKind.CURRENT_GRADUATE: 2026, PersonKind.EARLIER_GRADUATE: 2024}

_numbers = count(1)
_hash = ""


async def account(kind: str, username: str = "") -> int:
    """One whose password is PASSWORD."""
    global _hash
    _hash = _hash or await hash_password(PASSWORD)
    name = username or f"{kind}{next(_numbers)}"
    row = Account(username=name, username_key=name.lower(), password_hash=_hash, kind=kind, created_at=MOMENT)
    return await _save(row)


async def employer(county: str = LIXIA, name: str = "", username: str = "") -> EmployerViewer:
    number = next(_numbers)
    name = name or f"济南第{number}精工有限公司"
    owner = await account("employer", username)
    row = Employer(
        account=owner,
        name=name,
        name_key=fold(name),
        credit_code=credit_code.compose(county, number),
        county=county,
        contact="王芳",
        phone=sealing.seal("13800138000", "employer.phone"),
        created_at=MOMENT,
    )
    return EmployerViewer(owner, await _save(row), name)


async def official(region: str, name: str = "李建国", username: str = "") -> OfficialViewer:
    owner = await account("official", username)
    number = await _save(Official(account=owner, name=name, region=region))
    place = (await regions.directory()).name(region)
    return OfficialViewer(
        owner, number, name, Role(str(level_of(region))), region, f"{place}人力资源和社会保障局"
    )


async def base(of: EmployerViewer, state: str = "approved", level: str = "county", **columns: Any) -> int:
    """With one submitted version unless it is a draft; `level` counts once it was approved."""
    text = base_drafts.to_text(base_drafts.typed(BASE_FORM))
    form = sealing.seal(text, "base.form")
    submitted = state != "draft"
    decided = state in {"approved", "suspended", "revoked"}
    past_county = decided or state == "waiting_city"
    facts: dict[str, Any] = {
        **{"employer": of.employer, "state": state, "level": level if decided else "", "draft": form},
        **{"draft_saved_at": MOMENT, "round": int(submitted), "nature": "企业", "industry": "C"},
        **{"wanted_level": level, "yearly_posts": 20, "staff": 120},
        "chain": chains.encode(chains.BASE_CHAIN) if submitted else "",
        "submitted_at": MOMENT if submitted else None,
        "county_passed_at": MOMENT if past_county else None,
        "decided_at": MOMENT if decided or state == "rejected" else None,
        "decided_by": "city" if decided else "county" if past_county or state == "rejected" else "",
        "approved_at": MOMENT if decided else None,
        "rejection": "材料不全" if state == "rejected" else "",
    }
    number = await _save(Base(**{**facts, **columns}))
    if submitted:
        await _save(BaseVersion(base=number, round=1, content=form, submitted_at=MOMENT))
    return number


async def position(base: int, state: str = "published", headcount: int = 5, **columns: Any) -> int:
    """Of the base's level and the chain that belongs to it; `columns` go over what is made up."""
    known = Base.employer.all_columns()
    found = await Base.select(*known, Base.level).where(Base.id == base).output(nested=True).first()
    assert found is not None
    unit, level = found["employer"], BaseLevel(found["level"] or "county")
    chain = chains.chain_for(level, city_review=True)
    approved = state in {"approved", "published", "withdrawn"}
    once_out = state in {"published", "withdrawn"}
    past_county = level is BaseLevel.COUNTY and (approved or state == "waiting_city")
    facts: dict[str, Any] = {
        **POSITION,
        **{"base": base, "employer": unit["id"], "state": state, "headcount": headcount},
        **{"chain": chains.encode(chain), "base_level": str(level), "county": unit["county"]},
        **{"unit_name": unit["name"], "unit_key": fold(unit["name"]), "submitted_at": MOMENT},
        "county_passed_at": MOMENT if past_county else None,
        "decided_at": MOMENT if approved or past_county or state == "rejected" else None,
        "decided_by": "city" if approved else "county" if past_county else "",
        "approvals": len(chain) if approved else int(past_county),
        "published_at": MOMENT if once_out else None,
        "first_published_at": MOMENT if once_out else None,
        "rejection": "岗位职责不清楚" if state == "rejected" else "",
    }
    row = Position(**{**facts, **columns})
    row.title_key = fold(row.title)
    return await _save(row)


async def graduate(
    cohort: int = 2026, name: str = "赵敏", born: date = BORN[PersonKind.CURRENT_GRADUATE]
) -> int:
    """A row of the 生源信息库."""
    number = citizen_id.compose(LIXIA, born, next(_numbers))
    row = Graduate(
        id_index=sealing.blind_index(number),
        id_number=sealing.seal(number, "person.id"),
        **{"name": name, "sex": citizen_id.parse(number, MOMENT.date()).sex, "born": born, "nation": "汉族"},
        **{"school": "山东大学", "major": "机械工程", "degree": "本科", "cohort": cohort, "origin": LIXIA},
        graduated_on=date(cohort, 7, 1),
        phone=sealing.seal("13900139000", "person.phone"),
        digest="0" * 64,
        imported_at=MOMENT,
    )
    return await _save(row)


async def person(
    kind: PersonKind = PersonKind.CURRENT_GRADUATE, name: str = "赵敏", *, intention: bool = True
) -> PersonViewer:
    """Current graduates have an account; the others came in by name and ID number."""
    cohort, born = COHORT[kind], BORN[kind]
    listed = await graduate(cohort, name, born) if cohort else None
    found = await Graduate.select(Graduate.id_number).where(Graduate.id == (listed or 0)).first()
    number = sealing.unseal(found["id_number"], "person.id") if found else _youth_number(born)
    by_identity = kind is not PersonKind.CURRENT_GRADUATE
    row = Person(
        account=None if by_identity else await account("graduate"),
        graduate=listed,
        kind="graduate" if listed else "youth",
        **{"name": name, "sex": citizen_id.parse(number, MOMENT.date()).sex, "born": born, "cohort": cohort},
        **{"nation": "汉族", "degree": "本科", "school": "山东大学" if listed else "", "major": "机械工程"},
        id_index=sealing.blind_index(number),
        id_number=sealing.seal(number, "person.id"),
        household=sealing.seal("济南市历下区", "person.household"),
        address=sealing.seal("济南市历下区文化东路1号", "person.address"),
        phone=sealing.seal("13900139000", "person.phone"),
        created_at=MOMENT,
    )
    id = await _save(row)
    if intention:
        await _save(Intention(person=id, content=INTENTION, submitted_at=MOMENT))
    return PersonViewer(id, kind, name, by_identity)


async def application(
    of: PersonViewer, position: int, state: str = "waiting", applied_at: datetime = MOMENT
) -> int:
    """An accepted one takes its seat."""
    found = await Position.select(Position.employer).where(Position.id == position).first()
    assert found is not None
    decided = applied_at + timedelta(hours=1) if state in {"accepted", "rejected", "cancelled"} else None
    async with unit_of_work():
        if state == "accepted":
            await Position.update({Position.accepted: Position.accepted + 1}).where(Position.id == position)
        return await insert(
            Application(
                **{"person": of.person, "position": position, "employer": found["employer"], "state": state},
                applied_at=applied_at,
                decided_at=decided,
                rejection="专业不符" if state == "rejected" else "",
            )
        )


def _youth_number(born: date) -> str:
    return citizen_id.compose(SHIZHONG, born, next(_numbers))


async def _save(row: Any) -> int:
    async with unit_of_work():
        return await insert(row)
