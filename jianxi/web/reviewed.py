"""What a noun brings to its review, and how a row stands after somebody tried to decide it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from starlette.requests import Request

from jianxi.domain.flow import Flow
from jianxi.domain.viewers import Viewer
from jianxi.forms.reading import Raw
from jianxi.queries.tabs import Tab
from jianxi.web.requests import Fields


@dataclass(frozen=True, slots=True)
class Asked:
    """How a row or page stands after somebody tried to decide. Nothing that was ticked or typed is lost."""

    outcome: str = ""
    """As components/review.html knows it: done, open (asks for reasons), stale, or nothing tried."""
    refusal: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    ticked: Sequence[str] = ()
    note: str = ""
    fields: Fields = field(default_factory=Fields)
    status: int = 200
    told: str = ""
    """After a decision: what happened and what comes next."""


class Record(Protocol):
    """What is reviewed, as one viewer sees it."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...

    @property
    def facts(self) -> Any: ...


V = TypeVar("V", bound=Viewer)
R = TypeVar("R", bound=Record)
Context = Mapping[str, Any]
Deed = Callable[[V, int, int, datetime], Awaitable[None]]
"""viewer, id, the version shown, now."""
Rejection = Callable[[V, int, int, Sequence[str], str, datetime], Awaitable[None]]
"""viewer, id, the version shown, the reasons ticked, the note, now."""


async def _nothing_more(viewer: Any, record: Any, fields: Fields, today: date) -> Context:
    return {}


# Without slots: Python 3.11 cannot call `Review[X, Y](…)` on a frozen class with slots.


@dataclass(frozen=True)
class Review(Generic[V, R]):
    """What is a noun's own about its review at one desk."""

    flow: Flow[Any]
    page: str
    """Template of the record with everything to decide by."""
    row: str
    """Partial of the record in the list."""
    list_route: str
    record_route: str
    viewer: Callable[[Request], V]
    get: Callable[[V, int, date], Awaitable[R]]
    """`Missing` for a record that is not there or not theirs."""
    for_page: Callable[[V, R, date], Awaitable[Context]]
    for_row: Callable[[V, R, date], Awaitable[Context]]
    told: Callable[[R], str]
    """What happened and what comes next, after a decision."""
    following: Callable[[V, R, Raw], Awaitable[int | None]]
    """The next one that waits for them in the list so narrowed."""
    tabs: Callable[[V, Raw], Awaitable[Sequence[Tab]]]
    """Those of the list so narrowed, with their numbers."""
    around: str = "partials/review/around.html"
    """Partial of what else a decision changes in the list: its tabs, the menu's number, and what is the noun's own."""
    for_around: Callable[[V, R, Fields, date], Awaitable[Context]] = _nothing_more
