"""审核不通过: reasons ticked and free text of one row."""

from dataclasses import dataclass

from jianxi.domain.outcomes import Invalid
from jianxi.domain.texts import Malformed, clean_text
from jianxi.forms.reading import Raw


@dataclass(frozen=True, slots=True)
class Reasons:
    """What was ticked and typed at a row."""

    ticked: tuple[str, ...]
    note: str
    confirmed: bool
    """Whether 确认审核不通过 was pressed; before that the row has only been opened."""


def read_reasons(raw: Raw, record: int) -> Reasons:
    """The fields reason-ID, note-ID and confirm-ID of a record's open row; `Invalid` for text that cannot be kept."""
    ticked = tuple(raw.get(f"reason-{record}", ()))
    typed = next(iter(raw.get(f"note-{record}", ())), "")
    try:
        note = clean_text(typed)
    except Malformed as malformed:
        raise Invalid({"note": f"补充说明：{malformed.sentence}"}) from None
    confirmed = f"confirm-{record}" in raw or bool(ticked) or bool(note)
    return Reasons(ticked, note, confirmed)
