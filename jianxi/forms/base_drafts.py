"""见习基地申请 as typed: what a draft keeps, right or wrong, and what a submitted version lays out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from jianxi.domain.codes import INDUSTRIES
from jianxi.domain.outcomes import Invalid
from jianxi.forms.bases import LEVELS, BaseForm, Mentor, Need
from jianxi.forms.reading import Form, Raw, labels
from jianxi.forms.typed_rows import Row, blank, first, is_filled, typed_rows

ROWS: Final[dict[str, type[Form]]] = {"needs": Need, "mentors": Mentor}
SINGLE: Final = tuple(name for name in BaseForm.model_fields if name not in ROWS)
COUNTED: Final = frozenset({"capital", "staff", "yearly_posts"})
MOST_ROWS: Final = 100
LONGEST: Final = 300_000
"""Characters of a whole draft. A request cannot bring more; the bound holds for every other way in, too."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Every field as text; rows in their order, each field of a row present."""

    values: Row
    needs: tuple[Row, ...] = ()
    mentors: tuple[Row, ...] = ()

    def rows(self, prefix: str) -> tuple[Row, ...]:
        return self.needs if prefix == "needs" else self.mentors

    def pairs(self) -> list[tuple[str, str]]:
        """Html name and text of every field."""
        found = list(self.values.items())
        for prefix in ROWS:
            for index, row in enumerate(self.rows(prefix)):
                found += [(f"{prefix}-{index}-{name}", text) for name, text in row.items()]
        return found

    def raw(self) -> Raw:
        """As forms.reading takes it."""
        return {name: [text] for name, text in self.pairs()}


def typed(raw: Raw) -> Draft:
    """What a browser sent, blank rows included; fields that the form does not have are left behind."""
    values = {name: first(raw, name) for name in SINGLE}
    return Draft(values, typed_rows(Need, raw, "needs"), typed_rows(Mentor, raw, "mentors"))


def empty(**known: str) -> Draft:
    """A form not yet filled in, but for what is known."""
    return Draft({name: known.get(name, "") for name in SINGLE})


def settled(form: BaseForm) -> Draft:
    """A form that was read, in its one spelling: what a version keeps."""
    values = {name: text_of(getattr(form, name)) for name in SINGLE}
    return Draft(values, _settled_rows(form.needs), _settled_rows(form.mentors))


def without_blank_rows(draft: Draft) -> Draft:
    """As the form is read: its messages count only the rows that hold something."""
    kept = {prefix: tuple(row for row in draft.rows(prefix) if is_filled(row)) for prefix in ROWS}
    return replace(draft, needs=kept["needs"], mentors=kept["mentors"])


def with_row(draft: Draft, prefix: str) -> Draft:
    """One more blank row; `Invalid` where there are as many as a form takes."""
    rows = draft.rows(prefix)
    if len(rows) >= MOST_ROWS:
        raise Invalid({prefix: f"最多{MOST_ROWS}项，不能再增加"})
    return _with_rows(draft, prefix, (*rows, blank(ROWS[prefix])))


def without_row(draft: Draft, prefix: str, index: int) -> Draft:
    rows = draft.rows(prefix)
    return _with_rows(draft, prefix, rows[:index] + rows[index + 1 :])


def for_filling(draft: Draft) -> Draft:
    """With at least one row of each kind to type into."""
    for prefix in ROWS:
        if not draft.rows(prefix):
            draft = _with_rows(draft, prefix, (blank(ROWS[prefix]),))
    return draft


def to_text(draft: Draft) -> str:
    """To be sealed. `Invalid` for more than anybody types."""
    kept = {"values": draft.values, "needs": draft.needs, "mentors": draft.mentors}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    if len(text) > LONGEST:
        raise Invalid({"": "填写的内容过多，无法保存。请删减单位简介或各项明细后再保存。"})
    return text


def from_text(text: str) -> Draft:
    """The reverse of `to_text`; a field that the form has gained since is blank."""
    kept = json.loads(text)
    values = {name: kept["values"].get(name, "") for name in SINGLE}
    rows = {prefix: tuple({**blank(ROWS[prefix]), **row} for row in kept[prefix]) for prefix in ROWS}
    return Draft(values, rows["needs"], rows["mentors"])


def facts(draft: Draft) -> list[tuple[str, str]]:
    """Label and text of 单位基本信息, as it is shown."""
    words = {"industry": INDUSTRIES, "wanted_level": LEVELS}
    named = labels(BaseForm)
    shown = ((name, draft.values[name]) for name in SINGLE if name != "introduction")
    return [(named[name], words.get(name, {}).get(text) or _parted(name, text)) for name, text in shown]


def mentor_flags(draft: Draft, least_years: int, most_people: int) -> dict[str, str]:
    """What deserves a look at a mentor, by field name. A warning to both sides, never a refusal."""
    flags: dict[str, str] = {}
    for index, row in enumerate(draft.mentors):
        years, people = _number(row["years"]), _number(row["capacity"])
        if years is not None and years < least_years:
            flags[f"mentors-{index}-years"] = f"少于{least_years}年"
        if people is not None and people > most_people:
            flags[f"mentors-{index}-capacity"] = f"多于{most_people}人"
    return flags


def marked_mentors(draft: Draft, flags: Row) -> list[tuple[str, str]]:
    """Name of each mentor who deserves a look, and why."""
    told = ((row["name"], _flags_of(index, flags)) for index, row in enumerate(draft.mentors))
    return [(name, "，".join(why)) for name, why in told if why]


def text_of(value: object) -> str:
    """Dates are ISO, numbers plain digits, nothing is blank."""
    return "" if value is None else str(value)


def _flags_of(index: int, flags: Row) -> list[str]:
    said = {name: flags.get(f"mentors-{index}-{name}") for name in ("years", "capacity")}
    words = labels(Mentor)
    return [f"{words[name]}{flag}" for name, flag in said.items() if flag]


def _parted(name: str, text: str) -> str:
    """12000 → 12,000 where the field counts something."""
    number = _number(text) if name in COUNTED else None
    return text if number is None else f"{number:,}"


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _settled_rows(rows: Iterable[Form]) -> tuple[Row, ...]:
    return tuple({name: text_of(getattr(row, name)) for name in type(row).model_fields} for row in rows)


def _with_rows(draft: Draft, prefix: str, rows: tuple[Row, ...]) -> Draft:
    return replace(draft, needs=rows) if prefix == "needs" else replace(draft, mentors=rows)
