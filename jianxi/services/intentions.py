"""就业见习意向填表: submitted and changed. The first one writes the row of somebody signed in provisionally."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from piccolo.columns import Column

from jianxi.crypto import marks
from jianxi.crypto.sealing import blind_index, needs_resealing, seal, unseal
from jianxi.domain import citizen_id, periods
from jianxi.domain.identity_cases import GIVEN_UP, is_released
from jianxi.domain.identity_pictures import Side
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.viewers import PersonViewer
from jianxi.forms.intentions import GraduateIntention, YouthIntention
from jianxi.queries import accounts, intentions, persons, regions
from jianxi.queries.sessions import Claim
from jianxi.services import identity_pictures, log
from jianxi.services.identity import CONTESTED
from jianxi.services.identity_cases import office_for
from jianxi.services.register_people import hold
from jianxi.tables.persons import Intention, Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, change, insert

HERE_ALREADY = (
    "该身份证号的就业见习意向已在另一页面提交，本页没有保存。请退出登录后重新登录，查看或修改已提交的内容。"
)
REGISTER_CHANGED = (
    "您登录后，生源信息库中您的信息已有更正，本页没有保存。请退出登录，用更正后的姓名和身份证号重新登录。"
)
_WISHES = ("jobs", "industry", "places", "months", "allowance", "skills", "about")


async def submit(
    viewer: PersonViewer,
    claim: Claim | None,
    version: int,
    form: GraduateIntention,
    province: str,
    now: datetime,
    pictures: Mapping[Side, int] = identity_pictures.NONE,
) -> int:
    """提交; answers the person's id, a new one for a provisional session. 0 is the version of a first form. `pictures`:
    the files of a youth's 身份证件信息 that are new."""
    await _check_places(form, province)
    try:
        async with unit_of_work():
            person = viewer.person
            if person is None:
                person = await _begin(claim, form, now)
            else:
                await _update(person, form, now)
            facts: dict[str, object] = {"version": version + 1}
            if sides := await identity_pictures.attach(person, pictures):
                facts["pictures"] = [side.value for side in sides]
            await _keep(replace(viewer, person=person), version, form, facts, now)
            return person
    except Conflict as conflict:
        if conflict.constraint_name == "person_id_index_key":
            raise Refused(HERE_ALREADY) from None
        if conflict.constraint_name == "intention_person_key":
            raise Stale(await intentions.stale_sentence(viewer.person, periods.today(now))) from None
        raise


async def _begin(claim: Claim | None, form: GraduateIntention, now: datetime) -> int:
    """The row of somebody who has none. That the ID number is free is the database's to say in the end."""
    if claim is None:
        raise Missing
    holder = await accounts.holder(claim.id_number)
    if holder is not None:
        if same_name(holder.name, claim.name):
            raise Refused(HERE_ALREADY)
        raise Refused(CONTESTED.format(await regions.office_name(await office_for(claim))))
    number = citizen_id.parse(claim.id_number, periods.today(now))
    row = await _register_row(claim)
    facts: dict[str, Any] = {"kind": "graduate" if row else "youth"}
    if row:
        facts |= {"graduate": row["id"], "cohort": row["cohort"]}
        facts |= {name: row[name] for name in persons.FACTS}
    return await insert(
        Person(
            **facts,
            **_typed(form),
            name=row["name"] if row else claim.name,
            **_numbered(number.number),
            sex=number.sex,
            born=number.born,
            created_at=now,
        )
    )


async def _register_row(claim: Claim) -> dict[str, Any] | None:
    """What the register says of the claimant now, held. A sign-in may be two hours old."""
    if claim.graduate is None:
        return None
    await hold(claim.graduate)
    row = await persons.graduate(claim)
    if row is None:
        raise Refused(REGISTER_CHANGED)
    return row


def _numbered(number: str) -> dict[str, Any]:
    return {"id_index": blind_index(number), "id_number": seal(number, "person.id")}


async def _update(person: int, form: GraduateIntention, now: datetime) -> None:
    columns = (Person.version, Person.id_number, Person.id_index)
    row = await Person.select(*columns).where(Person.id == person).first()
    if row is None:
        raise Missing
    if is_released(row["id_index"]):
        raise Refused(GIVEN_UP)
    column = Person._meta.get_column_by_name
    typed = _typed(form)
    if needs_resealing(row["id_number"]):
        typed |= _numbered(unseal(row["id_number"], "person.id"))
    values: dict[Column, object] = {column(name): value for name, value in typed.items()}
    if await change(Person, person, version=row["version"], states=None, values=values) is None:
        raise Stale(await intentions.stale_sentence(person, periods.today(now)))


async def _keep(
    viewer: PersonViewer,
    version: int,
    form: GraduateIntention,
    facts: Mapping[str, object],
    now: datetime,
) -> None:
    """The intention itself, if it is still as it was shown."""
    person = viewer.person
    found = await intentions.of_person(person)
    if (found.version if found else 0) != version:
        raise Stale(await intentions.stale_sentence(person, periods.today(now)))
    content = _content(form)
    if found is None:
        id = await insert(Intention(person=person, content=content, submitted_at=now))
    else:
        id = found.id
        values: dict[Column, object] = {Intention.content: content, Intention.submitted_at: now}
        if await change(Intention, id, version=version, states=None, values=values) is None:
            raise Stale(await intentions.stale_sentence(person, periods.today(now)))
    await log.record(viewer, now, "intention", id, "submit", facts=facts)


def _typed(form: GraduateIntention) -> dict[str, Any]:
    """The person's columns that the form fills; contacts sealed."""
    contacts = {name: getattr(form, name) for name in persons.CONTACTS}
    sealed: dict[str, Any] = {
        name: seal(text, f"person.{name}") if text else None for name, text in contacts.items()
    }
    sealed["phone_mark"] = marks.of_phone(form.phone)
    if not isinstance(form, YouthIntention):
        return sealed
    own = {name: getattr(form, name) or "" for name in (*persons.FACTS, "unemployment_number")}
    return sealed | own


def _content(form: GraduateIntention) -> str:
    """The JSON that is kept: wishes only, nothing that tells who somebody is."""
    wishes: dict[str, object] = {name: getattr(form, name) for name in _WISHES}
    wishes["available_on"] = _iso(form.available_on)
    wishes["unemployed"] = isinstance(form, YouthIntention)
    return json.dumps({name: value for name, value in wishes.items() if value}, ensure_ascii=False)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


async def _check_places(form: GraduateIntention, province: str) -> None:
    known = await regions.directory()
    cities = known.cities_of(province)
    allowed = {region.code for city in cities for region in (city, *known.counties_of(city.code))}
    if not set(form.places) <= allowed:
        raise Invalid({"places": "意向地区：请从列表中选择本省的市或区县"})
