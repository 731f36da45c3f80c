"""Gives each version of a record that can be printed its 核验码, with which anybody verifies the paper, keeps what an
agreement or certificate says, and draws its PDF once."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from jianxi.crypto import sealing
from jianxi.documents import pool
from jianxi.domain.entries import canonical
from jianxi.domain.paper_codes import ALPHABET, LENGTH
from jianxi.queries import paper_contents
from jianxi.queries.files import File
from jianxi.queries.paper_contents import Kept
from jianxi.services import files
from jianxi.storage import checking
from jianxi.storage.checking import Checked, Kind
from jianxi.tables.papers import Paper
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert


async def issue(
    kind: str,
    record: int,
    version: int,
    number: str,
    now: datetime,
    content: Mapping[str, object] | None = None,
) -> str:
    """The code of a version, inside the unit of work that makes it. `number` is the 编号 that the paper shows, `content`
    what it says (domain.paper_contents), where the record's rows will not always say the same."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    row = Paper(code=code, kind=kind, record=record, version=version, number=number, issued_at=now)
    if content is not None:
        text = canonical(content)
        row.digest = sha256(text.encode()).hexdigest()
        row.content = sealing.seal(text, paper_contents.SEAL)
    await insert(row)
    return code


class _Overtaken(Exception):
    """Somebody else's drawing of the same paper was kept first."""


async def file_of(kind: str, record: int, version: int, site: str) -> File:
    """The PDF of a version: drawn when it is first asked for, and the same bytes ever after. Not in a unit of work: it takes
    its time. Who may see it was decided before. Raises `Missing`, `Overloaded` and `Unavailable`."""
    kept, file = await paper_contents.drawn(kind, record, version)
    if file is None:
        await _draw(kept, site)
        kept, file = await paper_contents.drawn(kind, record, version)
    if file is None:
        raise LookupError(f"the paper {kept.number} was drawn and is not there")
    return file


async def _draw(kept: Kept, site: str) -> None:
    """Where two draw at once one drawing stays; the other's object has no row, and is swept. What we drew ourselves is
    kept with its title, language and tags, which are taken out of what others send; the check counts its pages."""
    drawn = await pool.draw(paper_contents.html(kept, site))
    pages = (await checking.checked(drawn, kept.name, (Kind.PDF,))).pages
    stored = await files.store_checked(kept.name, Checked(Kind.PDF, drawn, pages))
    try:
        async with unit_of_work():
            id = await files.add(stored, kept.issued_at)
            unlinked = Paper.update({Paper.file: id}).where(Paper.id == kept.id, Paper.file.is_null())
            if not await unlinked.returning(Paper.id):
                raise _Overtaken
    except _Overtaken:
        return
