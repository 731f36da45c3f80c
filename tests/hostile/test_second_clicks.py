"""A second click, or a page that was left open: 409 with one sentence, and nothing written."""

import re

import pytest

from tests.hostile.forms import FORMS, Form, numbers
from tests.hostile.records import everything
from tests.hostile.town import settle
from tests.hostile.visiting import visiting
from tests.sharing import asked_on, databases

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
DECISIONS = [form for form in FORMS if "v" in form.names]
AGAIN = {
    "employer:position_deletion": {404},
    "authority:address_removal": {404},
    "employer:departure_upload_act": {200, 303},
    "employer:base_act save": {204, 303},
    "employer:base_act submit": {200},
    "employer:base_amendment save": {204, 303},
    "employer:base_amendment submit": {200},
    "employer:base_contacts": {204, 303},
    "employer:retention_registration": {204, 303},
    "authority:roster_acceptance": {204, 303},
    "employer:roster_submission": {204, 303},
    "employer:roster_discard": {404},
}
"""What was deleted is gone; a text that is kept already is kept."""
WAYS = [(True, kind) for kind in databases("postgres")] + [(False, kind) for kind in databases("sqlite")]
"""By script and plainly. Of two who come at once the races ask both databases."""


def told(page: str) -> str:
    """The sentence of the refusal."""
    found = re.search(r'role="alert"[^>]*>(.*?)</', page, re.DOTALL)
    return found[1].strip() if found else ""


@pytest.mark.parametrize(("script", "database_kind"), WAYS, indirect=["database_kind"])
@pytest.mark.parametrize("form", DECISIONS, ids=lambda form: form.route)
async def test_a_form_sent_twice_is_taken_once(form: Form, script: bool) -> None:
    town = await settle()
    async with visiting(town.who(form.who)) as visitor:
        path, fields = await form.fill(town, next(numbers))
        await visitor.post(path, fields, script)
        before = await everything()
        again = await visitor.post(path, fields, script)
    assert await everything() == before
    assert again.status_code in AGAIN.get(form.route, {409})
    assert again.status_code != 409 or told(again.text)


NEVER_SHOWN = ("0", "99", "", "-1", "x", "1.0", "１", "2147483648", "9" * 5000)


@asked_on("sqlite")
@pytest.mark.parametrize("form", DECISIONS, ids=lambda form: form.route)
async def test_a_version_that_was_never_shown_decides_nothing(form: Form) -> None:
    town = await settle()
    async with visiting(town.who(form.who)) as visitor:
        path, fields = await form.fill(town, next(numbers))
        before = await everything()
        answers = {v[:9]: (await visitor.post(path, fields | {"v": [v]})).status_code for v in NEVER_SHOWN}
    assert answers == {v[:9]: 409 for v in NEVER_SHOWN}
    assert await everything() == before
