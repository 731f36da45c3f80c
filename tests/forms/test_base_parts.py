"""The parts of 见习基地申请: what belongs to which, and how far each is."""

from dataclasses import replace

import pytest

from jianxi.domain.base_parts import FILE_KINDS, OF_REASON, PARTS, PartState, state_of
from jianxi.domain.reasons import SUGGESTED
from jianxi.forms.base_drafts import Draft, empty, typed
from jianxi.forms.base_parts import differing, faults, part_of, with_part
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

WHOLE, TODAY = typed(BASE_FORM), NOW.date()


def with_values(draft: Draft, **values: str) -> Draft:
    return replace(draft, values={**draft.values, **values})


def test_every_suggested_reason_names_a_part() -> None:
    assert set(OF_REASON) == set(SUGGESTED["base"])
    assert set(OF_REASON.values()) == set(PARTS)


def test_every_field_belongs_to_a_part() -> None:
    fields = ("staff", "introduction", "needs", "needs-0-major", "mentors-3-name", *FILE_KINDS)
    assert [part_of(field) for field in fields] == [
        *("basics", "profile", "demand", "demand", "teachers", "files", "files")
    ]


def test_a_part_is_kept_without_what_was_typed_elsewhere() -> None:
    other = with_values(replace(WHOLE, needs=()), staff="7", introduction="还没有写完")
    kept = with_part(WHOLE, other, "profile")
    assert kept == with_values(WHOLE, introduction="还没有写完")
    assert with_part(WHOLE, other, "demand") == replace(WHOLE, needs=())
    assert with_part(WHOLE, other, "basics") == with_values(WHOLE, staff="7")


def test_two_forms_differ_in_parts_whatever_ends_their_lines() -> None:
    one = with_values(WHOLE, introduction="一\n二")
    other = with_values(replace(WHOLE, mentors=()), introduction="一\r\n二")
    assert differing(one, other) == {"teachers"}


def test_faults_are_counted_by_part_each_for_itself() -> None:
    """More kept than wanted is told while other parts are blank."""
    (need,) = WHOLE.needs
    begun = replace(empty(), needs=({**need, "to_retain": "9"},))
    found = faults(begun, TODAY)
    assert (found["demand"], found["profile"], found["teachers"]) == (1, 1, 1)
    assert not faults(WHOLE, TODAY)


@pytest.mark.parametrize(
    ("state", "is_blank", "is_faulty", "is_named", "is_changed"),
    [
        (PartState.BLANK, True, True, False, False),
        (PartState.BEGUN, False, True, False, False),
        (PartState.DONE, False, False, False, False),
        (PartState.AMEND, False, False, True, False),
        (PartState.DONE, False, False, True, True),
        (PartState.BEGUN, False, True, True, True),
        (PartState.BLANK, True, True, True, True),
    ],
)
def test_the_state_of_a_part(
    state: PartState, is_blank: bool, is_faulty: bool, is_named: bool, is_changed: bool
) -> None:
    how = {"is_blank": is_blank, "is_faulty": is_faulty, "is_named": is_named, "is_changed": is_changed}
    assert state_of(**how) is state
