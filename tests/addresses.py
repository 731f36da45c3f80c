"""Every address of the live routing table, once: with the names of its routes and the methods they take together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from starlette.routing import BaseRoute, Mount, Route

DESKS = frozenset({"employer", "applicant", "authority"})


@dataclass(frozen=True, slots=True)
class Address:
    """A page and the form on it share one."""

    path: str
    names: tuple[str, ...]
    methods: frozenset[str]

    @property
    def name(self) -> str:
        """That of its first route."""
        return self.names[0]

    @property
    def desk(self) -> str:
        """Behind whose gate it lies; "" outside."""
        first = self.path.split("/")[1]
        return first if first in DESKS and self.path.count("/") > 1 else ""


def addresses(routes: Sequence[BaseRoute]) -> list[Address]:
    found: dict[str, tuple[list[str], set[str]]] = {}
    for path, name, methods in _walk(routes):
        names, taken = found.setdefault(path, ([], set()))
        names.append(name)
        taken.update(methods)
    return [Address(path, tuple(names), frozenset(taken)) for path, (names, taken) in found.items()]


def _walk(
    routes: Sequence[BaseRoute], under: str = "", prefix: str = ""
) -> Iterator[tuple[str, str, set[str]]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _walk(route.routes, under + route.path, f"{prefix}{route.name}:")
        elif isinstance(route, Route):
            yield under + route.path, prefix + route.name, set(route.methods or ())
