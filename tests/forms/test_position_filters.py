"""What a list of positions is narrowed to by its address."""

from jianxi.forms.position_filters import Filters, read_filters


def test_an_address_that_says_nonsense_narrows_nothing() -> None:
    raw = {"state": ["x"], "county": ["abc"], "level": ["x"], "kind": ["x"], "q": ["  "]}
    assert read_filters(raw, "waiting_city") == Filters(state="waiting_city")
