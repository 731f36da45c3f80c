"""The files of a form: read, checked and kept one after another; what cannot be taken is told, the others are kept."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.datastructures import UploadFile

from jianxi.domain.outcomes import Overloaded, Unavailable
from jianxi.domain.texts import Malformed
from jianxi.domain.upload_limits import Exhausted, Sender, too_many
from jianxi.forms import files as names
from jianxi.services import files, upload_limits
from jianxi.services.files import Stored
from jianxi.storage.checking import DOCUMENTS, Kind, check_size
from jianxi.storage.turns import Line, turn
from jianxi.web.logs import log, trace
from jianxi.web.requests import Fields

NAMED = 3
"""Of files that were left, so many are named."""
AWAY = "系统暂时不能保存文件，请稍后再上传"
"""Said by the field: those that were kept before go into the record, and what was typed stays on the page."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the files of one field."""

    stored: tuple[Stored, ...] = ()
    """In the store, still without row: the noun's service attaches them in its unit of work."""
    refusals: tuple[str, ...] = ()
    """A sentence for each that was not taken, which names it."""

    @property
    def message(self) -> str:
        """By the field; empty when every file was taken."""
        return "；".join(self.refusals)


async def keep(
    fields: Fields,
    name: str,
    sender: Sender,
    now: datetime,
    allowed: Collection[Kind] = DOCUMENTS,
    *,
    has: int = 0,
    most: int,
    codes: bool = False,
) -> Kept:
    """Takes what the chooser `name` sent, as long as its sender may send. The record `has` so many files already; one
    may have `most`. With `codes` their QR codes are read. When the store fails, the rest is left. Not in a unit of work: it takes its time. `Unavailable`
    only where the database is."""
    chosen = fields.uploads(name)
    room = max(0, most - has)
    stored, refusals = [], []
    for place, each in enumerate(chosen[:room]):
        try:
            stored.append(await _keep(each, sender, now, allowed, codes))
        except Malformed as no:
            refusals.append(no.sentence)
        except (Exhausted, Overloaded) as no:
            refusals.append(f"{_named(chosen[place:room])}没有上传：{no.sentence}")
            break
    if len(chosen) > room:
        refusals.append(too_many(len(chosen) - room, has, most))
    return Kept(tuple(stored), tuple(refusals))


async def _keep(
    file: UploadFile, sender: Sender, now: datetime, allowed: Collection[Kind], codes: bool
) -> Stored:
    name = names.plain_name(file.filename or "")
    size = file.size or 0
    check_size(size, name)
    async with turn(Line.SENT, sender.subject):
        await upload_limits.admit(sender, size, now)
        try:
            return await files.store_upload(names.Upload(name, await file.read()), allowed, codes=codes)
        except Unavailable as error:
            log.error("file not kept", said=str(error), **trace(error))
            raise Overloaded(AWAY) from error


def _named(left: Sequence[UploadFile]) -> str:
    told = "、".join(f"“{names.plain_name(each.filename or '')}”" for each in left[:NAMED])
    return f"{told}等{len(left)}个文件" if len(left) > NAMED else told
