"""见习基地申请 in two tabs: what one of them did not touch follows what was saved meanwhile in the other."""

import json
from collections.abc import Mapping
from dataclasses import replace

from jianxi.forms.base_drafts import ROWS, Draft, without_blank_rows
from jianxi.forms.reading import Raw

PREFIX = "was-"


def as_shown(draft: Draft) -> dict[str, str]:
    """The form as a tab was given it, by the names of its hidden fields; a list of rows is one text."""
    kept = without_blank_rows(draft)
    rows = {prefix: _text_of_rows(kept, prefix) for prefix in ROWS}
    return {PREFIX + name: _plain(text) for name, text in {**kept.values, **rows}.items()}


def shown_in(raw: Raw) -> dict[str, str]:
    """What came back of it. A text is only ever compared, so it may say anything."""
    return {name: texts[-1] for name, texts in raw.items() if name.startswith(PREFIX) and texts}


def merged(typed: Draft, shown: Mapping[str, str], fresh: Draft) -> Draft:
    """What was changed in this tab stays as typed; everything else is as it stands now."""
    now = as_shown(typed)
    untouched = {name for name, text in now.items() if name in shown and _plain(shown[name]) == text}
    values = {
        name: fresh.values[name] if PREFIX + name in untouched else text
        for name, text in typed.values.items()
    }
    rows = {prefix: (fresh if PREFIX + prefix in untouched else typed).rows(prefix) for prefix in ROWS}
    return replace(typed, values=values, needs=rows["needs"], mentors=rows["mentors"])


def _text_of_rows(draft: Draft, prefix: str) -> str:
    rows = [{name: _plain(text) for name, text in row.items()} for row in draft.rows(prefix)]
    return json.dumps(rows, ensure_ascii=False, sort_keys=True)


def _plain(text: str) -> str:
    """Browsers send every line's end as two characters."""
    return text.replace("\r\n", "\n").strip()
