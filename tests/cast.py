"""The named cast: employers, offices, people and their records in any state, written straight into the tables.

Every builder may be called again; numbers and names never repeat. The stranger is whoever a test does not name:
`employer(county=SHIZHONG)`, `official(ZAOZHUANG)`."""

from datetime import datetime, timedelta
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain import chains, credit_code, reference_numbers
from jianxi.domain.bases import BaseLevel
from jianxi.domain.texts import fold
from jianxi.domain.viewers import EmployerViewer, PersonViewer
from jianxi.forms import base_drafts
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base, BaseVersion, Employer
from jianxi.tables.papers import Paper
from jianxi.tables.positions import Position
from tests.attachments import add_samples
from tests.cast_facts import BASE, BASE_FORM, MOMENT, POSITION
from tests.cast_people import PASSWORD, account, graduate, id_number, numbers, official, person, save, youth

__all__ = [
    "PASSWORD",
    "account",
    "application",
    "base",
    "employer",
    "graduate",
    "id_number",
    "official",
    "person",
    "position",
    "youth",
]

LIXIA, SHIZHONG, JINAN = "370102", "370103", "370100"
ZAOZHUANG_SHIZHONG, ZAOZHUANG, SHANDONG = "370402", "370400", "370000"


async def employer(county: str = LIXIA, name: str = "", username: str = "") -> EmployerViewer:
    number = next(numbers)
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
    return EmployerViewer(owner, await save(row), name)


async def base(of: EmployerViewer, state: str = "approved", level: str = "county", **columns: Any) -> int:
    """With one submitted version unless it is a draft, and 附件; it has its level once it was approved."""
    text = base_drafts.to_text(base_drafts.typed(BASE_FORM))
    form = sealing.seal(text, "base.form")
    facts = {
        **BASE,
        **_progress_of_base(state, level),
        "employer": of.employer,
        "state": state,
        "draft": form,
    }
    number = await save(Base(**{**facts, **columns}))
    if state != "draft":
        level = str(facts["level"])
        await save(BaseVersion(base=number, round=1, content=form, submitted_at=MOMENT, level=level))
        await save(paper(number))
    await add_samples(number, int(state != "draft"))
    return number


def paper(base: int, version: int = 1) -> Paper:
    """Its code and its 编号 are made up."""
    made = next(numbers)
    number = reference_numbers.compose(JINAN, 2026, made)
    code = f"{made:016d}"
    return Paper(code=code, kind="base", record=base, version=version, number=number, issued_at=MOMENT)


def _progress_of_base(state: str, level: str) -> dict[str, Any]:
    submitted = state != "draft"
    decided = state in {"approved", "suspended", "revoked"}
    past_county = decided or state == "waiting_city"
    rejected = state == "rejected"
    return {
        "wanted_level": level,
        "level": level if decided else "",
        "round": int(submitted),
        "approved_round": int(decided),
        "chain": chains.encode(chains.BASE_CHAIN) if submitted else "",
        "submitted_at": MOMENT if submitted else None,
        "county_passed_at": MOMENT if past_county else None,
        "decided_at": MOMENT if past_county or rejected else None,
        "decided_by": "city" if decided else "county" if past_county or rejected else "",
        "approved_at": MOMENT if decided else None,
        "rejection": "材料不全" if rejected else "",
    }


async def position(base: int, state: str = "published", headcount: int = 5, **columns: Any) -> int:
    """Of the base's level and the chain that belongs to it; `columns` go over what is made up."""
    found = await Base.select(Base.employer, Base.level).where(Base.id == base).first()
    assert found is not None
    unit = await Employer.select().where(Employer.id == found["employer"]).first()
    assert unit is not None
    level = BaseLevel(found["level"] or "county")
    facts: dict[str, Any] = {
        **POSITION,
        **_progress_of_position(state, level),
        "base": base,
        "employer": unit["id"],
        "state": state,
        "headcount": headcount,
        "base_level": str(level),
        "county": unit["county"],
        "unit_name": unit["name"],
        "unit_key": fold(unit["name"]),
    }
    row = Position(**{**facts, **columns})
    row.title_key = fold(row.title)
    return await save(row)


def _progress_of_position(state: str, level: BaseLevel) -> dict[str, Any]:
    chain = chains.chain_for(level, city_review=True)
    approved = state in {"approved", "published", "withdrawn"}
    once_out = state in {"published", "withdrawn"}
    past_county = level is BaseLevel.COUNTY and (approved or state == "waiting_city")
    rejected = state == "rejected"
    return {
        "chain": chains.encode(chain),
        "submitted_at": MOMENT,
        "county_passed_at": MOMENT if past_county else None,
        "decided_at": MOMENT if approved or past_county or rejected else None,
        "decided_by": "city" if approved else str(chain[0]) if past_county or rejected else "",
        "published_at": MOMENT if once_out else None,
        "first_published_at": MOMENT if once_out else None,
        "rejection": "岗位职责不清楚" if rejected else "",
    }


async def application(
    of: PersonViewer, position: int, state: str = "waiting", applied_at: datetime = MOMENT
) -> int:
    """The database counts the seat of an accepted one."""
    found = await Position.select(Position.employer).where(Position.id == position).first()
    assert found is not None
    decided = applied_at + timedelta(hours=1) if state in {"accepted", "rejected", "cancelled"} else None
    return await save(
        Application(
            person=of.person,
            position=position,
            employer=found["employer"],
            state=state,
            applied_at=applied_at,
            decided_at=decided,
            rejection="专业不符" if state == "rejected" else "",
        )
    )
