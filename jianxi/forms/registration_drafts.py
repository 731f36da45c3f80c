"""录用上岗登记 as it stands on the page: typed, stored or prefilled, always as text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from jianxi.domain.money import format_short
from jianxi.domain.outcomes import Invalid
from jianxi.domain.registration_warnings import Caution, from_mark
from jianxi.domain.registrations import MOST_ROWS, Registration
from jianxi.forms.reading import Form, Raw
from jianxi.forms.registrations import InsuranceRow, NearDay
from jianxi.forms.typed_rows import Row, blank, first, is_filled, typed_rows

SINGLE = ("starts_on", "ends_on", "allowance", "mentor")


class _Start(Form):
    starts_on: NearDay


@dataclass(frozen=True, slots=True)
class RegistrationDraft:
    """Every field as text; rows in their order; the warnings whose boxes are shown, ticked or not."""

    fields: Mapping[str, str]
    insurance: tuple[Row, ...]
    cautions: tuple[Caution, ...] = ()
    ticked: frozenset[str] = frozenset()

    @property
    def start(self) -> date | None:
        """上岗日期 where it is a day."""
        try:
            return _Start.model_validate({"starts_on": self.fields["starts_on"]}).starts_on
        except ValueError:
            return None


def typed(raw: Raw) -> RegistrationDraft:
    """What a browser sent. The boxes that it ticked are shown again."""
    ticked = frozenset(raw.get("ticked", ()))
    known = (from_mark(mark) for mark in sorted(ticked))
    return RegistrationDraft(
        {name: first(raw, name) for name in SINGLE},
        typed_rows(InsuranceRow, raw, "insurance"),
        tuple(each for each in known if each is not None),
        ticked,
    )


def prefilled(allowance_fen: int, mentor: str) -> RegistrationDraft:
    """A new registration: what the position says, and one row to fill in."""
    known = {"allowance": format_short(allowance_fen), "mentor": mentor}
    return RegistrationDraft({**dict.fromkeys(SINGLE, ""), **known}, (blank(InsuranceRow),))


def stored(known: Registration, cautions: tuple[Caution, ...]) -> RegistrationDraft:
    """A registration to be edited; what was ticked for it stays ticked."""
    fields = {
        "starts_on": str(known.starts_on),
        "ends_on": str(known.ends_on),
        "allowance": format_short(known.allowance_fen),
        "mentor": known.mentor,
    }
    rows = tuple(
        {name: str(getattr(row, name)) for name in InsuranceRow.model_fields} for row in known.insurance
    )
    return RegistrationDraft(fields, rows, cautions, frozenset(each.mark for each in cautions))


def with_row(draft: RegistrationDraft) -> RegistrationDraft:
    """One more blank row; `Invalid` where there are as many as a registration takes."""
    if len(draft.insurance) >= MOST_ROWS:
        raise Invalid({"insurance": f"保险最多{MOST_ROWS}项，不能再增加"})
    return replace(draft, insurance=(*draft.insurance, blank(InsuranceRow)))


def without_row(draft: RegistrationDraft, index: int) -> RegistrationDraft:
    return replace(draft, insurance=draft.insurance[:index] + draft.insurance[index + 1 :])


def without_blank_rows(draft: RegistrationDraft) -> RegistrationDraft:
    """As the form is read: its messages count only the rows that hold something."""
    return replace(draft, insurance=tuple(filter(is_filled, draft.insurance)))


def for_filling(draft: RegistrationDraft) -> RegistrationDraft:
    """With at least one row to type into."""
    return draft if draft.insurance else replace(draft, insurance=(blank(InsuranceRow),))


def with_cautions(draft: RegistrationDraft, cautions: tuple[Caution, ...]) -> RegistrationDraft:
    """With the boxes that are to be ticked now; those for other figures are gone."""
    return replace(draft, cautions=cautions)
