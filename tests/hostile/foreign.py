"""Whose record each address with a number shows, and who must not be told that it is there."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

from starlette.routing import BaseRoute, Mount, Route

from jianxi.domain.viewers import PersonKind
from tests.cast import application, base, employer, person, position
from tests.cast import graduate as in_register
from tests.hostile.forms_of_accounts import of_a_stranger
from tests.hostile.forms_of_entry import id_number
from tests.hostile.networks import listed
from tests.hostile.town import Town

OFFICES = ("other_county", "other_city")
EVERYBODY = frozenset(
    {
        "anybody",
        "unit",
        "other_unit",
        "youth",
        "other_person",
        "county",
        "city",
        "province",
        "other_county",
        "other_city",
    }
)


@dataclass(frozen=True, slots=True)
class Record:
    """`make` gives the number of a record; `strangers` are those of the desk's kind who must not see it."""

    make: Callable[[Town], Awaitable[int]]
    strangers: tuple[str, ...]


async def of_waiting_position(town: Town) -> int:
    return await position(town.base, "waiting_county")


async def of_approved_position(town: Town) -> int:
    return await position(town.base, "approved")


async def of_application(town: Town) -> int:
    return await application(town.youth, await position(town.base))


async def of_accepted_application(town: Town) -> int:
    return await application(await person(PersonKind.YOUTH), await position(town.base), "accepted")


async def of_waiting_base(town: Town) -> int:
    return await base(await employer(), "waiting_county")


async def of_graduate(_: Town) -> int:
    return await in_register(id_number(77), 2026)


async def of_network(town: Town) -> int:
    return await listed(town, 1)


async def of_account(town: Town) -> int:
    return town.unit.account


_OWN_POSITION = Record(of_waiting_position, ("other_unit",))
_OWN_APPLICATION = Record(of_application, ("other_unit",))
_MY_APPLICATION = Record(of_application, ("other_person",))
_ACCEPTED = Record(of_accepted_application, (*OFFICES, "city", "province"))
_BASE = Record(of_waiting_base, (*OFFICES, "city", "province"))
_POSITION = Record(of_waiting_position, (*OFFICES, "province"))
_GRADUATE = Record(of_graduate, ("other_city",))

RECORDS: dict[str, Record] = {
    "position": Record(of_approved_position, tuple(sorted(EVERYBODY))),
    "employer:position": _OWN_POSITION,
    "employer:position_edit": _OWN_POSITION,
    "employer:position_copy": _OWN_POSITION,
    "employer:position_deletion": _OWN_POSITION,
    "employer:position_extension": _OWN_POSITION,
    "employer:position_republication": _OWN_POSITION,
    "employer:position_withdrawal": _OWN_POSITION,
    "employer:application": _OWN_APPLICATION,
    "employer:application_approval": _OWN_APPLICATION,
    "employer:application_rejection": _OWN_APPLICATION,
    "applicant:position": Record(of_approved_position, ("youth", "other_person")),
    "applicant:application": _MY_APPLICATION,
    "applicant:application_withdrawal": _MY_APPLICATION,
    "applicant:application_switch": _MY_APPLICATION,
    "applicant:application_declination": _MY_APPLICATION,
    "employer:application_cancellation": _OWN_APPLICATION,
    "authority:application": _ACCEPTED,
    "authority:application_cancellation": _ACCEPTED,
    "authority:base": _BASE,
    "authority:base_approval": _BASE,
    "authority:base_rejection": _BASE,
    "authority:base_version": _BASE,
    "authority:base_reopening": _BASE,
    "authority:base_suspension": _BASE,
    "authority:base_resumption": _BASE,
    "authority:base_revocation": _BASE,
    "authority:position": _POSITION,
    "authority:position_approval": _POSITION,
    "authority:position_rejection": _POSITION,
    "authority:position_reopening": _POSITION,
    "authority:position_withdrawal": _POSITION,
    "authority:position_publication": Record(of_approved_position, (*OFFICES, "province")),
    "authority:graduate": _GRADUATE,
    "authority:account_reset": Record(of_account, (*OFFICES, "city", "province")),
    "account_session": Record(of_a_stranger, tuple(sorted(EVERYBODY - {"anybody"}))),
    "authority:address_removal": Record(of_network, (*OFFICES, "city", "province")),
}
OF_THE_VIEWER = frozenset({"employer:base_version", "authority:graduate_reset", "password_reset"})
"""Its number counts the viewer's own submissions, or is a secret: nobody else's can be named."""


@dataclass(frozen=True, slots=True)
class Address:
    """A route as it stands in the routing table."""

    name: str
    path: str
    methods: frozenset[str]


def addresses(routes: Sequence[BaseRoute], prefix: str = "", under: str = "") -> Iterator[Address]:
    """Every address; those that share a path share the name that one of them has."""
    for route in routes:
        if isinstance(route, Mount):
            yield from addresses(route.routes, f"{route.name}:", under + route.path)
        elif isinstance(route, Route):
            named = [r.name for r in routes if isinstance(r, Route) and r.path == route.path]
            known = next((name for name in named if prefix + name in RECORDS), route.name)
            yield Address(prefix + known, under + route.path, frozenset(route.methods or ()))
