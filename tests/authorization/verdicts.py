"""What each cell of the harness must answer: desk's gate, page's own people, seen or not seen."""

from tests.addresses import Address
from tests.authorization.asking import FORBIDDEN_TO_FORMS, Answer, Way
from tests.authorization.entry import Entry
from tests.authorization.people import DESKS, NOBODY
from tests.authorization.record import Record

DONE = frozenset({200, 204, 303, 409, 422})
"""Somebody who may: the page, or a word on why not now."""


def fault(
    kind: str, address: Address, entry: Entry, record: Record | None, way: Way, own: Answer, none: Answer
) -> str:
    """What is wrong with this answer, beside that for a number that no record has; "" when nothing is."""
    expected = _expected(kind, address, entry, record, way)
    if own.status not in expected:
        return f"{own.status} instead of one of {sorted(expected)}"
    outside = kind not in DESKS.get(address.desk, frozenset({kind})) or not _is_theirs(kind, entry)
    unseen = record is not None and kind not in record.seen_by
    if (outside or unseen) and not own.tells_the_same_as(none):
        return "not what a missing record answers"
    if own.status == 303 and own.location.startswith("/login?") and kind not in NOBODY:
        return "sent to sign in"
    return ""


def _is_theirs(kind: str, entry: Entry) -> bool:
    return not entry.kinds or kind in entry.kinds


def _expected(kind: str, address: Address, entry: Entry, record: Record | None, way: Way) -> frozenset[int]:
    if address.desk and kind not in DESKS[address.desk]:
        unproven = {403} if way.method in FORBIDDEN_TO_FORMS else set()
        return frozenset({204 if way.script else 303} | unproven if kind in NOBODY else {403})
    if way.method not in address.methods:
        return frozenset({403, 404, 405})
    if not _is_theirs(kind, entry):
        return frozenset({403, 404} | ({204 if way.script else 303} if kind in NOBODY else set()))
    if record is not None and kind not in record.seen_by:
        return frozenset({404}) if not entry.field else frozenset({200, 204, 303, 404, 409, 422})
    return DONE | entry.more
