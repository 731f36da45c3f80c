"""Opens what was kept of a 协议书 or 证明 when its version was made, and lays it out to be drawn."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from jianxi.crypto import sealing
from jianxi.documents import agreement, certificate
from jianxi.documents.paper import Paper as Printed
from jianxi.domain import agreements, certificates, paper_codes
from jianxi.domain.agreements import Agreement
from jianxi.domain.certificates import Certificate
from jianxi.domain.outcomes import Missing
from jianxi.domain.paper_contents import typed
from jianxi.queries import files
from jianxi.queries.files import File
from jianxi.tables.papers import Paper

SEAL = "paper.content"


class Altered(Exception):
    """What was kept does not have the digest that was written down with it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One version as it was issued."""

    id: int
    kind: str
    version: int
    number: str
    code: str
    digest: str
    issued_at: datetime
    content: Agreement | Certificate
    file: int | None

    @property
    def code_grouped(self) -> str:
        return paper_codes.grouped(self.code)

    @property
    def name(self) -> str:
        """To save it under."""
        return f"{TITLES[self.kind]}_{self.content.trainee.name}_第{self.version}版.pdf"


TITLES = {agreements.KIND: agreement.TITLE, certificates.KIND: certificate.TITLE}


async def kept(kind: str, record: int, version: int) -> Kept:
    """`Missing` where no such version was issued."""
    return (await drawn(kind, record, version))[0]


async def drawn(kind: str, record: int, version: int) -> tuple[Kept, File | None]:
    """The same with its PDF, once that was drawn; in one statement."""
    wanted = (Paper.kind == kind) & (Paper.record == record) & (Paper.version == version)
    row = await Paper.select(*Paper.all_columns(), *files.joined(Paper.file)).where(wanted).first()
    if row is None or row["content"] is None:
        raise Missing
    return opened(row), files.of_row(row) if row["file"] is not None else None


def opened(row: Mapping[str, Any]) -> Kept:
    """A row of a paper whose content is kept; raises `Unreadable`, `Altered` and `NotAContent`."""
    text = sealing.unseal(row["content"], SEAL)
    if sha256(text.encode()).hexdigest() != row["digest"]:
        raise Altered
    of: type[Agreement] | type[Certificate] = Agreement if row["kind"] == agreements.KIND else Certificate
    content: Agreement | Certificate = typed(of, json.loads(text))
    return Kept(**{name: row[name] for name in _COPIED}, content=content)


_COPIED = ("id", "kind", "version", "number", "code", "digest", "issued_at", "file")


def html(kept: Kept, site: str) -> str:
    """To be drawn."""
    title, words = TITLES[kept.kind], f"第{kept.version}版"
    paper = Printed(title, words, is_draft=False, number=kept.number, code=kept.code, site=site)
    if isinstance(kept.content, Agreement):
        return agreement.html(paper, kept.content, kept.digest)
    return certificate.html(paper, kept.content, kept.digest)
