"""Two tabs on one 见习基地申请: only what a tab changed is held against what was saved meanwhile."""

from dataclasses import replace

from jianxi.forms.base_drafts import Draft, empty
from jianxi.forms.base_merging import as_shown, merged

SHOWN = replace(empty(contact="王芳", introduction="一\n二"), needs=({"year": "2026"},))


def changed(draft: Draft, **values: str) -> Draft:
    return replace(draft, values={**draft.values, **values})


def test_a_field_that_the_tab_did_not_touch_is_fresh() -> None:
    typed, fresh = changed(SHOWN, introduction="一\r\n二"), changed(SHOWN, contact="李娜", introduction="三")
    assert merged(typed, as_shown(SHOWN), fresh) == fresh


def test_a_field_that_the_tab_changed_stays() -> None:
    typed, fresh = changed(SHOWN, contact="王伟"), changed(SHOWN, contact="李娜", bank="工商银行")
    assert merged(typed, as_shown(SHOWN), fresh) == changed(fresh, contact="王伟")


def test_rows_are_fresh_or_typed_as_a_whole() -> None:
    fresh, typed = replace(SHOWN, needs=()), replace(SHOWN, needs=({"year": "2027"},))
    assert merged(SHOWN, as_shown(SHOWN), fresh) == fresh
    assert merged(typed, as_shown(SHOWN), fresh) == typed


def test_without_what_was_shown_everything_stays_as_typed() -> None:
    typed = changed(SHOWN, contact="王伟")
    assert merged(typed, {}, SHOWN) == typed
