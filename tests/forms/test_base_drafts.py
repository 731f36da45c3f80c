"""A draft of 见习基地申请: it keeps what was typed, and no more than the form holds."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Invalid
from jianxi.forms import base_drafts
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from tests.cast_facts import BASE_FORM

TODAY = date(2026, 11, 20)


def test_a_draft_survives_being_written_down() -> None:
    draft = base_drafts.typed({**BASE_FORM, "staff": ["约一百人\n䶮"], "mentors-4-name": ["吴𬭎"]})
    assert base_drafts.from_text(base_drafts.to_text(draft)) == draft


def test_fields_that_the_form_does_not_have_are_left_behind() -> None:
    draft = base_drafts.typed({"state": ["approved"], "needs-0-state": ["x"], "needs-01-major": ["y"]})
    assert "approved" not in base_drafts.to_text(draft)
    assert "x" not in draft.rows("needs")[0].values()
    assert len(draft.rows("needs")) == 1


def test_a_whole_form_is_kept_in_its_one_spelling() -> None:
    form = read(BaseForm, {**BASE_FORM, "staff": [" １２０ "], "founded_on": ["2012年5月1日"]}, TODAY)
    draft = base_drafts.settled(form)
    assert (draft.values["staff"], draft.values["founded_on"]) == ("120", "2012-05-01")
    assert read(BaseForm, draft.raw(), TODAY) == form


def test_large_numbers_are_shown_with_commas() -> None:
    draft = base_drafts.typed({**BASE_FORM, "capital": ["12000"], "staff": ["约一千人"]})
    shown = dict(base_drafts.facts(draft))
    assert (shown["注册资本（万元）"], shown["职工人数"]) == ("12,000", "约一千人")


def test_a_form_has_so_many_rows_and_no_more() -> None:
    draft = base_drafts.typed({f"needs-{index}-major": ["机械"] for index in range(100)})
    with pytest.raises(Invalid):
        base_drafts.with_row(draft, "needs")


def test_a_draft_beyond_its_bound_is_told_so() -> None:
    with pytest.raises(Invalid):
        base_drafts.to_text(base_drafts.empty(introduction="长" * base_drafts.LONGEST))


def test_mentors_are_pointed_out_only_by_numbers_beyond_the_limits() -> None:
    draft = base_drafts.typed(
        {"mentors-0-years": ["1"], "mentors-1-years": ["一"], "mentors-2-capacity": ["6"]}
    )
    assert base_drafts.mentor_flags(draft, 2, 5) == {
        "mentors-0-years": "少于2年",
        "mentors-2-capacity": "多于5人",
    }
