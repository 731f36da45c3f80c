"""What the workbook and the correction form say of a graduate, as a row of the 生源信息库 is stored."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.crypto.sealing import indexes, seal
from jianxi.domain.outcomes import Invalid
from jianxi.domain.places import Places
from jianxi.domain.regions import contains
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.graduates import GraduateRow
from jianxi.tables.persons import Graduate

Stored = dict[str, Any]
"""Everything that a workbook's row says of a graduate, by the names of the columns of `Graduate`."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A row ready to be stored, and what the same number and the same content are known by, also under the old secret."""

    values: Stored
    indexes: tuple[str, ...]
    digests: tuple[str, ...]

    @property
    def index(self) -> str:
        return self.indexes[0]


def origin_of(viewer: OfficialViewer | None, places: Places, text: str) -> str:
    """The code of a 生源地 as written, in the viewer's region; else `Invalid`."""
    origin = places.find(text)
    if origin is None:
        raise Invalid({"origin": f"生源地“{text}”不能识别，请写成“济南市历下区”或6位行政区划代码"})
    if not is_ours(viewer, origin):
        raise Invalid({"origin": f"生源地“{text}”不在本地区，由其所在地区办理"})
    return origin


def is_ours(viewer: OfficialViewer | None, region: str) -> bool:
    return viewer is None or contains(viewer.region, region)


def sealed_row(form: GraduateRow, origin: str, now: datetime, written: str | None = None) -> Sealed:
    """With what identifies a person sealed. Known by the place as `written`: an old file stays the same after a merger."""
    content = form.model_dump(mode="json") | {"id_number": form.id_number.number, "origin": written or origin}
    known = indexes(form.id_number.number)
    digests = indexes(json.dumps(content, ensure_ascii=False, sort_keys=True))
    values = {
        "id_index": known[0],
        "id_number": seal(form.id_number.number, "person.id"),
        "name": form.name,
        "sex": form.sex,
        "born": form.id_number.born,
        "nation": form.nation or "",
        "politics": form.politics or "",
        "school": form.school,
        "major": form.major or "",
        "degree": form.degree,
        "cohort": form.cohort,
        "graduated_on": form.graduated_on,
        "origin": origin,
        "household": _sealed(form.household, "person.household"),
        "address": _sealed(form.address, "person.address"),
        "mail": _sealed(form.mail, "person.mail"),
        "phone": _sealed(form.phone, "person.phone"),
        "digest": digests[0],
        "imported_at": now,
    }
    return Sealed(values, known, digests)


def _sealed(text: str | None, purpose: str) -> bytes | None:
    return seal(text, purpose) if text else None


def columns_of(row: Stored) -> Mapping[Column, object]:
    """The same by column."""
    return {Graduate._meta.get_column_by_name(name): value for name, value in row.items()}
