"""A 身份冲突 to begin with: somebody holds under another name the number that the register has for 林晓."""

from typing import Any

from jianxi.domain.periods import today
from jianxi.domain.viewers import OfficialViewer, PersonViewer
from jianxi.forms.accounts import IdentitySignIn
from jianxi.forms.reading import read
from jianxi.queries import identity_cases
from jianxi.services import sign_in
from jianxi.tables.persons import Person
from tests.acquaintances import id_number
from tests.cast import LIXIA, graduate, official, youth
from tests.conftest import NOW

NUMBER, TRUE_NAME, OTHER_NAME = id_number(), "林晓", "冒名者"
DAY = NOW.date()


async def squatted() -> PersonViewer:
    """A youth of another name under a number that the register has for 林晓, 2024届."""
    await graduate(NUMBER, 2024, TRUE_NAME)
    return await youth(OTHER_NAME, number=NUMBER)


async def signs_in(name: str) -> Any:
    given = read(IdentitySignIn, {"name": [name], "id_number": [NUMBER]}, DAY)
    return (await sign_in.by_identity(given, "203.0.113.9", "370000", NOW)).found


async def case_of(viewer: OfficialViewer) -> identity_cases.Case:
    (case,) = await identity_cases.page(viewer, identity_cases.ALL, today(NOW), offset=0, size=5)
    return case


async def contested() -> tuple[PersonViewer, OfficialViewer, identity_cases.Case]:
    squatter = await squatted()
    await signs_in(TRUE_NAME)
    office = await official(LIXIA)
    return squatter, office, await case_of(office)


async def row_of(viewer: PersonViewer) -> dict[str, Any]:
    row = await Person.select().where(Person.id == viewer.person).first()
    assert row is not None
    return row
