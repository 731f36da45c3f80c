"""Fields added by hand have no effect: what is written is what the same form writes without them."""

from typing import Any

import pytest

from tests.hostile.forms import FORMS, Form, numbers
from tests.hostile.records import TABLES, changes, everything
from tests.hostile.town import Town, settle
from tests.hostile.visiting import Fields, visiting

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    # What is asked here is answered before a database is asked, or the same whichever it is.
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
FORGED = "777777"
COLUMNS = {column._meta.name for table in TABLES for column in table.all_columns()}
LIKELY = {
    "state": "approved",
    "version": "999",
    "accepted": "0",
    "level": "city",
    "decided_by": "city",
    "role": "province",
    "kind": "official",
    "disabled": "true",
    "chance_used_at": "",
    "viewer": "1",
    "now": "2020-01-01",
}
Changes = dict[str, list[dict[str, Any]]]


async def effect(form: Form, town: Town, added: Fields) -> Changes:
    """Fills the form in and sends it; the rows that it made or changed. Its own fields win over what is added."""
    async with visiting(town.who(form.who)) as visitor:
        path, fields = await form.fill(town, next(numbers))
        before = await everything()
        answer = await visitor.post(path, added | fields)
    assert answer.status_code == form.answer
    return changes(before, await everything())


def steady(one: Changes, other: Changes) -> Changes:
    """What two runs of the same form have in common: ids, numbers and sealed texts differ."""
    return {
        name: [
            {column: value for column, value in row.items() if mate.get(column) == value}
            for row, mate in zip(rows, other[name], strict=True)
        ]
        for name, rows in one.items()
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.route)
async def test_fields_that_the_form_does_not_have_change_nothing(form: Form) -> None:
    """Every column of every table at once, and then what somebody would try first."""
    town = await settle()
    own = {name.partition("-")[0] for name in form.names}
    first, second = await effect(form, town, {}), await effect(form, town, {})
    # What counts up from one run to the next differs in every pair of runs, and so does not stay.
    expected = steady(steady(first, second), steady(first, second))
    for added in (dict.fromkeys(COLUMNS, FORGED), LIKELY):
        forged = {name: [value] for name, value in added.items() if name not in own}
        written = await effect(form, town, forged)
        assert {name: len(rows) for name, rows in written.items()} == {
            name: len(rows) for name, rows in first.items()
        }
        assert steady(expected, written) == expected
        assert FORGED not in str(written) and "forged" not in str(written)
