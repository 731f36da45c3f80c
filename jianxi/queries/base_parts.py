"""The task list of 见习基地申请: each part with its state, and what a rejection that stands says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jianxi.domain.base_parts import OF_REASON, PARTS, PartState, state_of
from jianxi.domain.reasons import SUGGESTED
from jianxi.domain.state_shapes import SHAPES
from jianxi.forms.base_changes import Attached, files_differ
from jianxi.forms.base_drafts import Draft
from jianxi.forms.base_parts import counted, differing, faults
from jianxi.queries import base_amendments, base_files, base_rounds
from jianxi.queries.base_pages import OwnPage


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form as typed."""

    key: str
    label: str
    state: PartState
    reasons: tuple[str, ...]
    """What the rejection that stands says of it."""
    is_changed: bool
    """Since the submission that was rejected, or of what is in force."""
    is_unsaved: bool
    left: int
    """Fields that 提交 would still ask for."""

    @property
    def shape(self) -> str:
        return SHAPES.get(self.state, "")

    @property
    def is_done(self) -> bool:
        return self.state is PartState.DONE

    @property
    def is_to_amend(self) -> bool:
        return self.state is PartState.AMEND


@dataclass(frozen=True, slots=True)
class _Earlier:
    """The submission that the form is held against."""

    draft: Draft
    files: tuple[Attached, ...]
    reasons: tuple[str, ...]


async def tasks(page: OwnPage, draft: Draft, errors: Mapping[str, str], today: date) -> tuple[Part, ...]:
    """In the order of the form. A part of which `errors` are told is 需修改, whatever else it is."""
    earlier, files = await _earlier(page), frozenset(["files"])
    changed = await _changed(page, draft, earlier) if earlier else frozenset[str]()
    typed_in = differing(draft, page.blank or draft) | (files if page.files else frozenset())
    left = faults(draft, today) + counted(base_files.missing(page.files))
    told, unsaved = counted(errors), differing(draft, page.draft)
    found = []
    for key, label in PARTS.items():
        reasons = _of_part(key, earlier)
        state = state_of(
            is_blank=key not in typed_in,
            is_faulty=bool(left[key]),
            is_named=bool(reasons) or bool(told[key]),
            is_changed=key in changed and not told[key],
        )
        found.append(Part(key, label, state, reasons, key in changed, key in unsaved, left[key]))
    return tuple(found)


async def _earlier(page: OwnPage) -> _Earlier | None:
    """What was rejected; else what is in force; else what was submitted last."""
    base = page.base
    if base is None or not base.round:
        return None
    if base.refused or not base.approved_round:
        said = await base_rounds.content(base, base.round)
        files = await base_amendments.attached(base, base.round)
        return _Earlier(said, files, page.rounds[0].rejected_for if base.refused else ())
    files = await base_amendments.attached(base, base.approved_round)
    return _Earlier(await base_rounds.in_force(base), files, ())


async def _changed(page: OwnPage, draft: Draft, earlier: _Earlier) -> frozenset[str]:
    of_files = files_differ(earlier.files, base_amendments.as_attached(page.files))
    return differing(draft, earlier.draft) | (frozenset(["files"]) if of_files else frozenset())


def _of_part(part: str, earlier: _Earlier | None) -> tuple[str, ...]:
    """In the words of the reasons to tick."""
    ticked = earlier.reasons if earlier else ()
    return tuple(
        text for key, text in SUGGESTED["base"].items() if key in ticked and OF_REASON.get(key) == part
    )
