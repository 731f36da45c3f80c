"""Every field of every form is sent everything nasty: a message or a change, never a failure, nothing half done."""

import re
from dataclasses import dataclass

import httpx
import pytest

from tests.hostile.forms import FORMS, Form, numbers
from tests.hostile.records import pulse
from tests.hostile.texts import MARKS, TEXTS
from tests.hostile.town import Town, settle
from tests.hostile.visiting import Visitor, visiting
from tests.sharing import asked_on, step

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
REFUSALS = {400, 403, 404, 409, 413, 422}
ALONE = frozenset({"v", "act", "id", "position"})
"""A fault here hides every other one, so these are abused by themselves."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What was wrong with the answer, and which of the abused fields got a message."""

    fault: str
    told: tuple[str, ...]


def fault_of(answer: httpx.Response, wrote: bool = False) -> str:
    """What is wrong with an answer, if anything."""
    if answer.status_code not in REFUSALS | {200, 204, 303}:
        return f"answered {answer.status_code}"
    if wrote and answer.status_code in REFUSALS:
        return f"answered {answer.status_code} and wrote"
    if answer.status_code >= 400 and not re.search("[\u4e00-\u9fff]{4}", answer.text):
        return "says nothing"
    shown = [mark for mark in MARKS if mark in answer.text]
    return f"lets {shown} through" if shown else ""


async def followed(visitor: Visitor, answer: httpx.Response) -> str:
    """The page after a change, where what was kept is shown."""
    while answer.status_code == 303:
        answer = await visitor.get(answer.headers["location"])
    return fault_of(answer)


async def abuse(form: Form, town: Town, visitor: Visitor, names: tuple[str, ...], texts: list[str]) -> Fault:
    """Right but for these fields, which all hold these texts."""
    path, fields = await form.fill(town, next(numbers))
    number = (re.findall("[0-9]+", path) or [""])[-1]
    before = await pulse()
    answer = await visitor.post(path, fields | {name.replace("ID", number): texts for name in names})
    fault = fault_of(answer, await pulse() != before) or await followed(visitor, answer)
    await (visitor.leave() if form.who == "anybody" else visitor.move_on())
    told = [name for name in names if f'id="{name.replace("ID", number)}-e"' in answer.text]
    return Fault(fault, tuple(told))


async def faults(form: Form, values: dict[str, list[str]]) -> list[str]:
    """Each field of a kind alone; the others all at once, and then those that got no message once more."""
    town, found = await settle(), []
    alone = [(name,) for name in form.names if name in ALONE]
    others = tuple(name for name in form.names if name not in ALONE)
    async with visiting(town.who(form.who)) as visitor:
        for label, texts in values.items():
            tries = [(names, await abuse(form, town, visitor, names, texts)) for names in (*alone, others)]
            taken = tuple(name for name in others if name not in tries[-1][1].told)
            if taken and taken != others:
                tries.append((taken, await abuse(form, town, visitor, taken, texts)))
            found += [f"{form.route} {names} {label}: {told.fault}" for names, told in tries if told.fault]
    return found


def in_turn(form: Form) -> str:
    return form.route


def texts_for(form: Form, kind: str) -> dict[str, list[str]]:
    """On SQLite every eighth, on PostgreSQL every twenty-fourth, each form beginning at another: each text is sent to many
    forms, and forms of the same fields are many."""
    one_in = step(8 if kind == "sqlite" else 24)
    return {label: [text] for label, text in list(TEXTS.items())[FORMS.index(form) % one_in :: one_in]}


@pytest.mark.parametrize("form", FORMS, ids=in_turn)
async def test_a_nasty_value_gets_a_message_or_is_kept_whole(form: Form, database_kind: str) -> None:
    assert await faults(form, texts_for(form, database_kind)) == []


@asked_on("sqlite")
@pytest.mark.parametrize("form", FORMS, ids=in_turn)
async def test_a_field_that_is_missing_or_comes_many_times_is_no_failure(form: Form) -> None:
    # A request holds 2,000 fields: a thousand of each do not fit and are refused as too many.
    values = {"none": [], "twice": ["甲", "乙"], "a thousand": [str(number) for number in range(1000)]}
    assert await faults(form, values) == []


@asked_on("sqlite")
@pytest.mark.parametrize("form", FORMS, ids=in_turn)
async def test_the_form_as_it_should_be_is_taken(form: Form) -> None:
    """Else the tests above would look at refusals alone."""
    town = await settle()
    async with visiting(town.who(form.who)) as visitor:
        path, fields = await form.fill(town, next(numbers))
        answer = await visitor.post(path, fields)
    assert answer.status_code == form.answer, answer.text
