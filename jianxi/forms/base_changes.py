"""What a 变更申请 changes, field by field: before and after."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jianxi.forms.base_contacts import CONTACTS
from jianxi.forms.base_drafts import ROWS, Draft, facts
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import labels

_COUNTED = {"wanted": "需求{}人", "to_retain": "拟留用{}人", "years": "从业{}年", "capacity": "可带{}人"}
_COUNTED |= {"age": "{}岁", "year": "{}年"}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, or one list of rows with only the rows that differ, a line each."""

    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(before: Draft, after: Draft) -> tuple[Change, ...]:
    """What the offices review, in the order of the form. Contacts and account are left out: no office decides them."""
    named = labels(BaseForm)
    at_once = {named[name] for name in CONTACTS}
    single = [
        Change(label, _line(old), _line(new))
        for (label, old), (_, new) in zip(facts(before), facts(after), strict=True)
        if old != new and label not in at_once
    ]
    introductions = before.values["introduction"], after.values["introduction"]
    if introductions[0] != introductions[1]:
        single.append(Change(named["introduction"], *map(_line, introductions)))
    return (*single, *_of_rows(before, after, named))


def contact_changes(before: Draft, after: Draft) -> tuple[Change, ...]:
    """联系方式和账户, which no office reviews."""
    named = labels(BaseForm)
    pairs = ((name, before.values[name], after.values[name]) for name in CONTACTS)
    return tuple(Change(named[name], _line(old), _line(new)) for name, old, new in pairs if old != new)


def _of_rows(before: Draft, after: Draft, named: Mapping[str, str]) -> Iterable[Change]:
    for prefix in ROWS:
        old, new = (tuple(_told(row) for row in draft.rows(prefix)) for draft in (before, after))
        if old != new:
            gone, come = (Counter(old) - Counter(new)).elements(), (Counter(new) - Counter(old)).elements()
            moved = () if Counter(old) != Counter(new) else ("内容不变，顺序有调整",)
            yield Change(named[prefix], tuple(gone), tuple(come) or moved)


def _told(row: Mapping[str, str]) -> str:
    return "，".join(_COUNTED.get(name, "{}").format(text) for name, text in row.items() if text)


def _line(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
