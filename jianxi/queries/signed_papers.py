"""Which papers the QR codes on an employer's scan lead to: what `domain.signed_pages` judges."""

from collections.abc import Iterable, Mapping
from typing import Any

from jianxi.domain.signed_pages import Paper, SignedKind, code_in
from jianxi.domain.viewers import EmployerViewer
from jianxi.tables.departures import Departure
from jianxi.tables.employers import Base
from jianxi.tables.papers import Paper as Row
from jianxi.tables.placements import Placement

FOREIGN = (0, "", 0)


async def found(viewer: EmployerViewer, texts: Iterable[str]) -> list[Paper]:
    """In the order of the texts. Codes of others (payments, seals, other systems) lead to none."""
    codes = list(dict.fromkeys(code for text in texts if (code := code_in(text))))
    if not codes:
        return []
    columns = (Row.code, Row.kind, Row.record, Row.version)
    rows = {row["code"]: row for row in await Row.select(*columns).where(Row.code.is_in(codes))}
    return [await _paper(viewer, rows[code]) for code in codes if code in rows]


async def _paper(viewer: EmployerViewer, row: Mapping[str, Any]) -> Paper:
    employer, name, placement = await _belongs(row["kind"], row["record"])
    is_own = employer == viewer.employer
    whose = (name, placement) if is_own else ("", 0)
    return Paper(row["kind"], row["record"], row["version"], *whose, is_own=is_own)


async def _belongs(kind: str, record: int) -> tuple[int, str, int]:
    """Of the paper's record: the employer, the person's name and the placement."""
    if kind == "base":
        base = await Base.select(Base.employer).where(Base.id == record).first()
        return (base["employer"], "", 0) if base else FOREIGN
    if kind == SignedKind.CERTIFICATE:
        departure = await Departure.select(Departure.placement).where(Departure.id == record).first()
        record = departure["placement"] if departure else 0
    of = Placement
    row = await of.select(of.employer, of.person.name.as_alias("name")).where(of.id == record).first()
    return (row["employer"], row["name"], record) if row else FOREIGN
