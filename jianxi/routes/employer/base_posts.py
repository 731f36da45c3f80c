"""What comes with the form of 见习基地申请 or its 变更申请, and what either does with it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jianxi.domain.bases import BaseVerb
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.base_drafts import Draft, typed
from jianxi.forms.base_merging import shown_in
from jianxi.forms.bases import BaseForm
from jianxi.queries.base_pages import OwnPage
from jianxi.routes.employer.base_views import Paper
from jianxi.web.requests import Fields, whole_number

Keep = Callable[[EmployerViewer, int, Draft, datetime, date], Awaitable[int]]
"""Answers the base's version then."""
Submit = Callable[[EmployerViewer, int, BaseForm, datetime, str | None], Awaitable[str]]
"""Of the files that the check page showed; answers the reference number, empty where nothing is to be reviewed."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What one of the two papers does with what was typed."""

    paper: Paper
    becomes: BaseVerb
    keep: Keep
    kept: str
    """What is told after 保存草稿."""
    submit: Submit
    told: Callable[[str, str], str]
    """Of the reference number and the county, after 确认提交."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What came with the form."""

    deeds: Deeds
    viewer: EmployerViewer
    version: int
    draft: Draft
    shown: Mapping[str, str]
    """The form as this tab was given it."""
    on: str
    """What follows the act's colon: the row, the part or the file."""
    files: str
    """The mark of the files that the check page showed."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """What is said of files that came along and were not taken, by field."""

    def is_of(self, page: OwnPage) -> bool:
        """Whether nothing was saved since. A first file begins a base in which nothing is typed yet."""
        return self.version == page.version or (self.version == 0 and page.saved_at is None)


def pressed(fields: Fields) -> tuple[str, str]:
    """The act and what it is about. 删除 of a file names that alone."""
    if fields.one("drop"):
        return "drop", fields.one("drop")
    name, _, on = fields.one("act").partition(":")
    return name, on


def posted_of(deeds: Deeds, viewer: EmployerViewer, fields: Fields, on: str) -> Posted:
    """A version that is no number is none that was ever shown."""
    shown, raw = whole_number(fields.one("v")), fields.raw()
    version = -1 if shown is None else shown
    return Posted(deeds, viewer, version, typed(raw), shown_in(raw), on, fields.one("files"))
