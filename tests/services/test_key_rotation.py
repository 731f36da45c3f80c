"""A change of the installation's secret: rows sealed under the old one are found, and sealed anew when written."""

import pytest

from jianxi.crypto import keys
from jianxi.crypto.sealing import blind_index, needs_resealing
from jianxi.domain.outcomes import Invalid
from jianxi.domain.viewers import PersonKind
from jianxi.queries import registers
from jianxi.services.registers import import_workbook
from jianxi.tables.persons import Graduate, Person
from tests import cast
from tests.conftest import NOW, SECRET
from tests.services.test_register_people import correct, register_row
from tests.sheets import id_number, row, workbook

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NEXT = "the secret after it that only the tests know"


def change_keys() -> None:
    keys.configure(NEXT, old=SECRET)


async def test_the_same_file_changes_nothing_under_another_secret() -> None:
    data = workbook(row(), row())
    await import_workbook(None, data, NOW)
    before = await Graduate.select().order_by(Graduate.id)
    change_keys()
    again = await import_workbook(None, data, NOW)
    assert (again.added, again.changed, again.same) == (0, 0, 2)
    assert await Graduate.select().order_by(Graduate.id) == before


async def test_a_row_under_the_old_secret_is_found_by_its_number() -> None:
    number = id_number()
    await import_workbook(None, workbook(row(id_number=number)), NOW)
    change_keys()
    assert await registers.find(await cast.official(cast.JINAN), number) == await register_row()


async def test_what_an_import_writes_is_sealed_anew_with_its_person() -> None:
    number = cast.id_number(PersonKind.CURRENT_GRADUATE)
    await cast.person(number=number)
    sex = (await Person.select(Person.sex))[0]["sex"]
    change_keys()
    outcome = await import_workbook(None, workbook(row(id_number=number, sex=sex)), NOW)
    assert (outcome.added, outcome.changed) == (0, 1)
    for table in (Graduate, Person):
        kept = (await table.select())[0]
        assert kept["id_index"] == blind_index(number)
        assert not needs_resealing(kept["id_number"])


async def test_a_correction_is_not_undone_by_the_old_file_under_another_secret() -> None:
    data = workbook(row(sex="女", id_number=id_number()))
    await import_workbook(None, data, NOW)
    await correct(await register_row(), school="济南大学")
    change_keys()
    await import_workbook(None, data, NOW)
    assert (await Graduate.select())[0]["school"] == "济南大学"


async def test_a_number_stored_under_the_old_secret_is_taken_all_the_same() -> None:
    number = id_number()
    await import_workbook(None, workbook(row(id_number=number)), NOW)
    change_keys()
    other = await cast.graduate(id_number(), 2026)
    with pytest.raises(Invalid, match="已在生源信息库中"):
        await correct(other, id_number=number)
