"""What a submission changes of an earlier one, field by field, row by row, file by file: before and after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianxi.domain.base_parts import FILE_KINDS
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
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """One file, as far as it is compared."""

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs."""

    lines: tuple[Change, ...]
    against: int
    """Number of the earlier submission."""
    amends: bool = False
    """Whether it is a 变更申请 held against what is in force."""
    is_first: bool = True
    """Of two comparisons of one submission, the one that it is reviewed by."""

    @property
    def title(self) -> str:
        return "变更内容" if self.amends else f"与第{self.against}次提交相比的变化"

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.lines)


def compared(
    before: Draft, after: Draft, files: tuple[Sequence[Attached], Sequence[Attached]]
) -> tuple[Change, ...]:
    """Everything, contacts and account with it: for a submission that is reviewed as a whole."""
    return (*_changed(before, after, ()), *file_changes(*files))


def changes(before: Draft, after: Draft) -> tuple[Change, ...]:
    """What the offices review, in the order of the form. Contacts and account are left out: no office decides them."""
    return _changed(before, after, CONTACTS)


def _changed(before: Draft, after: Draft, but: Sequence[str]) -> tuple[Change, ...]:
    named = labels(BaseForm)
    at_once = {named[name] for name in but}
    single = [
        Change(label, _line(old), _line(new))
        for (label, old), (_, new) in zip(facts(before), facts(after), strict=True)
        if old != new and label not in at_once
    ]
    old, new = before.values["introduction"], after.values["introduction"]
    if old != new:
        single.append(Change(named["introduction"], _line(old), _line(new)))
    return (*single, *_of_rows(before, after, named))


def contact_changes(before: Draft, after: Draft) -> tuple[Change, ...]:
    """联系方式和账户, which no office reviews."""
    named = labels(BaseForm)
    pairs = ((name, before.values[name], after.values[name]) for name in CONTACTS)
    return tuple(
        Change(named[name], _line(old), _line(new), "立即生效，不需审核")
        for name, old, new in pairs
        if old != new
    )


def file_changes(before: Sequence[Attached], after: Sequence[Attached]) -> tuple[Change, ...]:
    """By kind the files that went and came; one of the same name with another content is said to be renewed."""
    return tuple(
        Change(label, tuple(gone), tuple(come))
        for kind, label in FILE_KINDS.items()
        for gone, come in [
            _of_files(*([each for each in side if each.kind == kind] for side in (before, after)))
        ]
        if gone or come
    )


def files_differ(one: Sequence[Attached], other: Sequence[Attached]) -> bool:
    return Counter(one) != Counter(other)


def _of_files(before: list[Attached], after: list[Attached]) -> tuple[list[str], list[str]]:
    old, new = (Counter((each.name, each.digest) for each in side) for side in (before, after))
    gone = [name for name, _ in (old - new).elements()]
    come = [f"{name}（内容有更新）" if name in gone else name for name, _ in (new - old).elements()]
    return gone, come


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
