"""What a handler may ask of a request: when, who, which fields, which record."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from starlette.applications import Starlette
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from jianxi.domain import periods
from jianxi.domain.outcomes import Forbidden, Missing, Stale
from jianxi.domain.viewers import Anyone, EmployerViewer, OfficialViewer, PersonViewer, Viewer

LARGEST_ID = 2**31 - 1
UNTELLABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database takes: NUL and halves of surrogate pairs. Shown as the replacement character, refused by the forms."""
STALE = "页面内容已过期，请刷新后按最新状态办理。"


@dataclass(frozen=True, slots=True)
class Fields:
    """A form as it came: every value is text that a database can take."""

    values: Mapping[str, list[str]] = field(default_factory=dict)
    files: Mapping[str, list[UploadFile]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The last value of that name, as browsers send a hidden default before a ticked box; empty when absent."""
        return self.values[name][-1] if self.values.get(name) else ""

    def many(self, name: str) -> list[str]:
        return list(self.values.get(name, ()))

    def raw(self) -> dict[str, list[str]]:
        return {name: list(values) for name, values in self.values.items()}

    def file(self, name: str) -> UploadFile | None:
        """The uploaded file, or None when the chooser was left empty."""
        found = self.uploads(name)
        return found[-1] if found else None

    def uploads(self, name: str) -> list[UploadFile]:
        """All files of that name. A chooser that was left empty sends one without name and content."""
        return [each for each in self.files.get(name, ()) if each.filename or each.size]


def fields_of(pairs: FormData) -> Fields:
    """Sorts what was parsed into texts and files."""
    values: dict[str, list[str]] = {}
    files: dict[str, list[UploadFile]] = {}
    for name, value in pairs.multi_items():
        if isinstance(value, UploadFile):
            files.setdefault(tellable(name), []).append(value)
        else:
            values.setdefault(tellable(name), []).append(tellable(value))
    return Fields(values, files)


def tellable(text: str) -> str:
    return UNTELLABLE.sub("\ufffd", text)


async def form_of(request: Request) -> Fields:
    """The fields of a POST: read once, with their limits, where the csrf token was checked (web/bodies.py)."""
    fields: Fields = getattr(request.state, "fields", None) or Fields()
    return fields


def query_of(request: Request) -> Fields:
    """The address's query as fields, as safe as a form's."""
    return fields_of(FormData([(name, value) for name, value in request.query_params.multi_items()]))


def query_in(path: str) -> Fields:
    """The query of a path that came as text, where the list is that a form goes back to."""
    return fields_of(FormData([(name, value) for name, value in parse_qsl(urlsplit(path).query)]))


def now_of(request: Request) -> datetime:
    now: datetime = request.state.now
    return now


def today_of(request: Request) -> date:
    return periods.today(now_of(request))


def viewer_of(request: Request) -> Viewer:
    viewer: Viewer = getattr(request.state, "viewer", None) or Anyone()
    return viewer


def employer_of(request: Request) -> EmployerViewer:
    viewer = viewer_of(request)
    if isinstance(viewer, EmployerViewer):
        return viewer
    raise Forbidden


def person_of(request: Request) -> PersonViewer:
    viewer = viewer_of(request)
    if isinstance(viewer, PersonViewer):
        return viewer
    raise Forbidden


def official_of(request: Request) -> OfficialViewer:
    viewer = viewer_of(request)
    if isinstance(viewer, OfficialViewer):
        return viewer
    raise Forbidden


def version_of(fields: Fields, name: str = "v") -> int:
    """The version of the record that the person saw; one that cannot be read is of no record that stands."""
    number = whole_number(fields.one(name))
    if number is None:
        raise Stale(STALE)
    return number


def record_id(request: Request, name: str = "id") -> int:
    """The record of the address. A number that no table can hold is a record that does not exist."""
    number = whole_number(str(request.path_params.get(name, "")))
    if number is None:
        raise Missing
    return number


def whole_number(text: str) -> int | None:
    """A number that a column can hold, written in plain digits, or None."""
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        return None
    return int(text) if int(text) <= LARGEST_ID else None


def local_path(text: str) -> str | None:
    """`text` when it is a path of this site, else None: nobody is sent elsewhere by an address handed in."""
    plain = text.startswith("/") and not text.startswith("//") and "\\" not in text
    return text if plain and len(text) <= 2000 and text.isprintable() else None


def back_of(fields: Fields, default: str, name: str = "back") -> str:
    return local_path(fields.one(name)) or default


def next_of(request: Request, default: str) -> str:
    """Where to go after sign-in."""
    return local_path(query_of(request).one("next")) or default


def address_of(request: Request) -> str:
    """The visitor's address, as trusted proxies tell it."""
    return request.client.host if request.client is not None else ""


@lru_cache(maxsize=4)
def addresses(app: Starlette) -> Callable[..., str]:
    """The addresses of the routes by name. Finding one is a walk along all of them: a list asks for it in each row, and
    the menu on each page."""
    return lru_cache(maxsize=4_096)(app.url_path_for)
