"""The forms behind the desks: each call makes the record that the form is about."""

from jianxi.domain.viewers import PersonKind
from jianxi.tables.applications import Application
from jianxi.tables.persons import Intention
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import application, base, employer, person, position
from tests.cast import graduate as in_register
from tests.cast_facts import BASE_FORM
from tests.hostile import forms_of_entry as entry
from tests.hostile.networks import listed
from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.position_forms import TYPED

Filled = tuple[str, Fields]
BASE: Fields = {
    **BASE_FORM,
    "office_phone": [""],
    "mail": [""],
    "account_name": [""],
    "bank": [""],
    "account_number": [""],
    "needs-0-to_retain": [""],
    "needs-0-remark": [""],
    "mentors-0-major": [""],
    "mentors-0-phone": [""],
}
POSITION: Fields = dict(TYPED)
INTENTION: Fields = {
    "nation": ["汉族"],
    "politics": [""],
    "degree": ["大专"],
    "school": [""],
    "major": [""],
    "unemployed": ["yes"],
    "unemployment_number": [""],
    "household": ["济南市历下区"],
    "address": ["济南市历下区文化东路1号2单元"],
    "mail": [""],
    "phone": ["13912345678"],
    "jobs": ["数控编程"],
    "places": ["370102"],
    "industry": [""],
    "months": [""],
    "allowance": [""],
    "available_on": [""],
    "skills": [""],
    "about": [""],
}
KEPT = ("kept_id_front", "kept_id_back")
"""What a youth's form carries along of pictures that were taken already."""
REJECTION = ("v", "back", "reason-ID", "note-ID", "confirm-ID")
GRADUATE: Fields = {
    "name": ["赵敏"],
    "id_number": [""],
    "sex": ["女"],
    "nation": ["汉族"],
    "politics": [""],
    "school": ["山东大学"],
    "major": [""],
    "degree": ["本科"],
    "cohort": ["2026"],
    "graduated_on": [""],
    "origin": ["济南市历下区"],
    "household": [""],
    "address": [""],
    "mail": [""],
    "phone": [""],
}


async def position_new(_: Town, __: int) -> Filled:
    return "/employer/positions/new", dict(POSITION)


async def position_edit(town: Town, _: int) -> Filled:
    id = await position(town.base, "waiting_county")
    return f"/employer/positions/{id}/edit", {**POSITION, "v": ["1"]}


async def position_deletion(town: Town, _: int) -> Filled:
    id = await position(town.base, "waiting_county")
    return f"/employer/positions/{id}/deletion", {"v": ["1"]}


async def acceptance(town: Town, _: int) -> Filled:
    id = await application(await person(PersonKind.YOUTH), await position(town.base))
    return f"/employer/applications/{id}/approval", {"v": ["1"]}


async def application_rejection(town: Town, _: int) -> Filled:
    id = await application(await person(PersonKind.YOUTH), await position(town.base))
    return f"/employer/applications/{id}/rejection", _reasons(id, "major")


async def intention(town: Town, _: int) -> Filled:
    row = await Intention.select(Intention.version).where(Intention.person == town.youth.person).first()
    assert row is not None
    return "/applicant/intention", {**INTENTION, "v": [str(row["version"])]}


async def applying(town: Town, _: int) -> Filled:
    """Whatever was applied for before is given up first, with the traineeship that came of it."""
    async with unit_of_work():
        await Placement.update({Placement.never_came: True}).where(Placement.person == town.youth.person)
        await Application.update({Application.state: "withdrawn"}).where(
            Application.person == town.youth.person
        )
    return "/applicant/applications", {"position": [str(await position(town.base))]}


async def withdrawal(town: Town, place: int) -> Filled:
    await applying(town, place)
    id = await application(town.youth, await position(town.base))
    return f"/applicant/applications/{id}/withdrawal", {"v": ["1"]}


async def base_approval(_: Town, __: int) -> Filled:
    id = await base(await employer(), "waiting_county")
    return f"/authority/bases/{id}/approval", {"v": ["1"]}


async def base_city_approval(_: Town, __: int) -> Filled:
    id = await base(await employer(), "waiting_city")
    return f"/authority/bases/{id}/approval", {"v": ["1"], f"level-{id}": ["city"]}


async def base_rejection(_: Town, __: int) -> Filled:
    id = await base(await employer(), "waiting_county")
    return f"/authority/bases/{id}/rejection", _reasons(id, "other")


async def position_approval(town: Town, _: int) -> Filled:
    id = await position(town.base, "waiting_county")
    return f"/authority/positions/{id}/approval", {"v": ["1"]}


async def position_rejection(town: Town, _: int) -> Filled:
    id = await position(town.base, "waiting_county")
    return f"/authority/positions/{id}/rejection", _reasons(id, "other")


async def publication(town: Town, _: int) -> Filled:
    id = await position(town.base, "approved")
    return f"/authority/positions/{id}/publication", {"v": ["1"]}


async def look_up(_: Town, place: int) -> Filled:
    await in_register(entry.id_number(place), 2026)
    return "/authority/register", {"id_number": [entry.id_number(place)]}


async def graduate(_: Town, place: int) -> Filled:
    id = await in_register(entry.id_number(place), 2026)
    return f"/authority/register/{id}", {**GRADUATE, "id_number": [entry.id_number(place)], "v": ["1"]}


async def network(_: Town, place: int) -> Filled:
    typed = {"network": [f"198.51.100.{place % 256}"], "what": ["济南大学"], "until_on": ["2026-12-31"]}
    return "/authority/addresses", typed


async def network_removal(town: Town, place: int) -> Filled:
    return f"/authority/addresses/{await listed(town, place)}/removal", {"v": ["1"]}


def _reasons(id: int, reason: str) -> Fields:
    return {"v": ["1"], f"reason-{id}": [reason], f"note-{id}": ["请核对"], f"confirm-{id}": ["yes"]}
