"""Networks that offices list: what is taken, how it is kept, and what lies around an address."""

import pytest

from jianxi.domain.networks import around, parse, spoken
from jianxi.domain.texts import Malformed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("203.0.113.7", "203.0.113.7/32"),
        ("203.0.113.77/24", "203.0.113.0/24"),
        (" ２０３．０．１１３．７ ", "203.0.113.7/32"),
        ("203。0。113。7", "203.0.113.7/32"),
        ("2001:db8:1:2:3::7", "2001:db8:1:2::/64"),
        ("2001:db8:1::/48", "2001:db8:1::/48"),
        ("10.1.2.0/25", "10.1.2.0/25"),
        ("::ffff:203.0.113.7", "203.0.113.7/32"),
        ("::ffff:203.0.113.0/120", "203.0.113.0/24"),
    ],
)
def test_an_address_or_network_is_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert parse(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("山东大学", "应为IP地址或网段"),
        ("203.0.113", "应为IP地址或网段"),
        ("203.0.113.7/33", "应为IP地址或网段"),
        ("203.0.0.0/16", "最大为/24"),
        ("0.0.0.0/0", "最大为/24"),
        ("2001:db8::/32", "最大为/48"),
        ("127.0.0.1", "不会是访问者的地址"),
        ("224.0.0.1", "不会是访问者的地址"),
        ("::1", "不会是访问者的地址"),
        ("::ffff:127.0.0.1", "不会是访问者的地址"),
        ("::ffff:203.0.0.0/112", "最大为/24"),
    ],
)
def test_what_is_no_network_of_visitors_is_told(typed: str, says: str) -> None:
    with pytest.raises(Malformed, match=says):
        parse(typed)


def test_every_network_around_an_address_is_one_that_may_be_listed() -> None:
    found = around("203.0.113.7")
    assert (found[0], found[-1], len(found)) == ("203.0.113.0/24", "203.0.113.7/32", 9)
    assert "2001:db8:1::/48" in around("2001:db8:1:2::/64")
    assert around("unknown") == []


def test_one_address_is_shown_as_one() -> None:
    assert (spoken("203.0.113.7/32"), spoken("203.0.113.0/24")) == ("203.0.113.7", "203.0.113.0/24")
