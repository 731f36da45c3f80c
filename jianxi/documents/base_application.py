"""就业见习基地申请表: the paper of one submission of a 见习基地, or of its draft."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from jianxi.documents import paper
from jianxi.documents.paper import Paper

TITLE = "就业见习基地申请表"
TEMPLATE = "documents/base_application.html"
WIDE = frozenset({"单位名称", "详细地址"})
"""Fields that take a whole row of the form."""

Row = Mapping[str, str]
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Attachment:
    """One of 附件: what it is, the file's name and how many pages it has."""

    label: str
    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one office said; `at` is None while it has not."""

    heading: str
    text: str
    official: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Application:
    """Everything that the paper says, as text."""

    paper: Paper
    submitted_at: datetime | None
    facts: Sequence[Fact]
    """单位基本信息, label and text."""
    note: str
    """What a reader of the facts must know, such as that contacts were changed later."""
    introduction: str
    needs: Sequence[Row]
    mentors: Sequence[Row]
    attachments: Sequence[Attachment]
    opinions: Sequence[Opinion]


def html(application: Application) -> str:
    """To be drawn."""
    return paper.html(TEMPLATE, application.paper, form=application, rows=rows(application.facts))


def rows(facts: Iterable[Fact]) -> list[tuple[Fact, ...]]:
    """Two fields a row, wide ones alone. A field before a wide one that finds no neighbour stands alone, too."""
    found: list[tuple[Fact, ...]] = []
    kept: tuple[Fact, ...] = ()
    for fact in facts:
        if fact[0] in WIDE:
            found += [kept, (fact,)] if kept else [(fact,)]
            kept = ()
        elif kept:
            found.append((*kept, fact))
            kept = ()
        else:
            kept = (fact,)
    return [*found, kept] if kept else found
