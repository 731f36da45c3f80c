"""Templates: the one Jinja environment, for pages, partials and papers, with its filters and globals."""

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from jianxi.domain import labels, money, periods
from jianxi.domain.regions import Directory, Region
from jianxi.domain.viewers import Anyone, EmployerViewer, OfficialViewer, PersonKind, PersonViewer, Viewer

_PERSON_KINDS = {
    PersonKind.CURRENT_GRADUATE: "应届毕业生",
    PersonKind.EARLIER_GRADUATE: "往届毕业生",
    PersonKind.YOUTH: "社会青年",
}
_in_use: list[tuple[Directory, str]] = []
"""The directory and the province whose cities are offered: one pair, replaced as a whole."""


def use_directory(directory: Directory, province: str = "370000") -> None:
    """Name regions after this directory and offer the cities of this province in choosers."""
    _in_use[:] = [(directory, province)]


def render(name: str, context: Mapping[str, object]) -> str:
    """A template's text. What belongs to one request (viewer, csrf_token, url_for …) is part of the context."""
    return environment().get_template(name).render(context)


class _Environment(Environment):
    """Keeps what every template may use in one dict: a look into a chain of them, at each import, costs a twelfth of a
    list's time. Nothing is added to it once templates are loaded."""

    def make_globals(self, given: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(given or {})}


@cache
def environment() -> Environment:
    made = _Environment(
        loader=PackageLoader("jianxi"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )
    made.filters.update(_filters())
    made.globals.update(
        labels=labels,
        cities=cities,
        counties_by_city=counties_by_city,
        address=address,
        signed_in_as=signed_in_as,
    )
    return made


def _filters() -> dict[str, Callable[..., str]]:
    return {
        "region": region,
        "region_short": region_short,
        "yuan": money.format_short,
        "amount": money.format_yuan,
        "day": day,
        "day_cn": day_in_words,
        "md_cn": month_and_day,
        "at": at,
        "at_full": at_full,
        "thousands": thousands,
        "file_size": file_size,
    }


def region(code: str) -> str:
    """370103 → 济南市市中区."""
    return _directory().full_name(code) if code else ""


def region_short(code: str) -> str:
    """370103 → 市中区, for pages that fix the city."""
    return _directory().name(code) if code else ""


def cities() -> list[tuple[str, str]]:
    """Code and name of the installation's cities, to choose from."""
    return [(city.code, city.name) for city in _cities()]


def counties_by_city() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each city's code and name with the code and name of its counties."""
    directory = _directory()
    return [
        (city.code, city.name, [(county.code, county.name) for county in directory.counties_of(city.code)])
        for city in _cities()
    ]


def day(value: date) -> str:
    """2026-11-20."""
    return _day_of(value).isoformat()


def day_in_words(value: date) -> str:
    """2026年11月20日."""
    return periods.spoken(_day_of(value))


def month_and_day(value: date, today: date | None = None) -> str:
    """12月15日, with its year where that is not today's."""
    shown = _day_of(value)
    year = "" if today is None or shown.year == today.year else f"{shown.year}年"
    return f"{year}{shown.month}月{shown.day}日"


def _day_of(value: date) -> date:
    """An instant is shown by its date in Shanghai, never by the one it has in UTC; one without a zone is refused."""
    return periods.today(value) if isinstance(value, datetime) else value


def at(instant: datetime) -> str:
    """An aware instant as 11月20日 10:12, the local time of Shanghai."""
    local = periods.in_shanghai(instant)
    return f"{month_and_day(local)} {local:%H:%M}"


def at_full(instant: datetime) -> str:
    """An aware instant as 2026年11月20日 10:12."""
    local = periods.in_shanghai(instant)
    return f"{local.year}年{month_and_day(local)} {local:%H:%M}"


def thousands(number: int) -> str:
    """1840 → 1,840."""
    return f"{number:,}"


def file_size(count: int) -> str:
    """Bytes as 860KB or 1.2MB; the smallest is 1KB."""
    return f"{count / 2**20:.1f}MB" if count >= 1000 * 1024 else f"{max(1, round(count / 1024))}KB"


def address(current: str, **changes: object) -> str:
    """The local address with some of its query's fields set, or taken out with None; its page falls away first."""
    parts = urlsplit(current)
    changes = {"page": None} | changes
    kept = [(name, value) for name, value in parse_qsl(parts.query) if name not in changes]
    added = [(name, str(value)) for name, value in changes.items() if value is not None]
    query = "&".join(_encoded(name, value) for name, value in kept + added)
    return f"{parts.path}?{query}" if query else parts.path


@lru_cache(maxsize=256)
def _encoded(name: str, value: str) -> str:
    """A list says the same way back in each row."""
    return urlencode([(name, value)])


def signed_in_as(viewer: Viewer) -> str:
    """Who the page head says is here; empty for a visitor. A person's name is not broken in two."""
    match viewer:
        case Anyone():
            return ""
        case EmployerViewer():
            return viewer.name
        case PersonViewer():
            return Markup('<span class="nb">{}</span>（{}）').format(viewer.name, _PERSON_KINDS[viewer.kind])
        case OfficialViewer():
            return Markup('{}　<span class="nb">{}</span>').format(viewer.office, viewer.name)


def _directory() -> Directory:
    if not _in_use:
        raise LookupError("no directory of regions: call use_directory first")
    return _in_use[0][0]


def _cities() -> tuple[Region, ...]:
    return _directory().cities_of(_in_use[0][1])
