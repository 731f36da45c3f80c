"""The parts of 见习基地申请 in a form as typed: which field belongs to which, and how far each is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from jianxi.domain.base_parts import FILE_KINDS
from jianxi.domain.outcomes import Invalid
from jianxi.forms.base_drafts import SINGLE, Draft, without_blank_rows
from jianxi.forms.base_merging import as_shown
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read

PART_OF_ROWS = {"needs": "demand", "mentors": "teachers"}


def part_of(field: str) -> str:
    """By a field's HTML name: needs-0-major is of demand. What speaks of the whole form is of its first part."""
    start = field.partition("-")[0]
    if start in FILE_KINDS:
        return "files"
    return "profile" if start == "introduction" else PART_OF_ROWS.get(start, "basics")


def with_part(kept: Draft, typed: Draft, part: str) -> Draft:
    """What is kept, with this part as typed."""
    filled = without_blank_rows(typed)
    if part == "demand":
        return replace(kept, needs=filled.needs)
    if part == "teachers":
        return replace(kept, mentors=filled.mentors)
    own = {name: typed.values[name] for name in SINGLE if part_of(name) == part}
    return replace(kept, values={**kept.values, **own})


def differing(one: Draft, other: Draft) -> frozenset[str]:
    """The parts in which two forms say something else; blank rows and spellings of a line's end aside."""
    first, second = as_shown(one), as_shown(other)
    return frozenset(
        part_of(name.partition("-")[2]) for name, text in first.items() if second.get(name) != text
    )


def faults(draft: Draft, today: date) -> Counter[str]:
    """How many fields of each part would be told at 提交."""
    try:
        read(BaseForm, draft.raw(), today)
    except Invalid as invalid:
        return counted(invalid.messages)
    return Counter()


def counted(messages: Mapping[str, str]) -> Counter[str]:
    """Messages by part."""
    return Counter(part_of(field) for field in messages)
