"""The chain of reviewing levels of a position (区县 → 市): fixed when it is submitted and stored as text."""

from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import Role

BASE_CHAIN = (Role.COUNTY, Role.CITY)
"""A base is always reviewed by its county and then by its city."""

Chain = tuple[Role, ...]

POSSIBLE: tuple[Chain, ...] = ((Role.COUNTY, Role.CITY), (Role.COUNTY,), (Role.CITY,))


def chain_for(base_level: BaseLevel, city_review: bool) -> Chain:
    """Who reviews a position. `city_review` is the city's parameter 区县级岗位需市级复审."""
    if base_level is BaseLevel.CITY:
        return (Role.CITY,)
    return (Role.COUNTY, Role.CITY) if city_review else (Role.COUNTY,)


def first(chain: Chain) -> Role:
    """L1: the first reviewing level."""
    return chain[0]


def publisher(chain: Chain) -> Role:
    """The office that publishes: the last that reviews."""
    return chain[-1]


def before(chain: Chain, level: Role) -> Role | None:
    """The level that passed it before this one; None for the first."""
    place = chain.index(level)
    return chain[place - 1] if place else None


def encode(chain: Chain) -> str:
    """As stored: "county,city"."""
    return ",".join(chain)


def decode(text: str) -> Chain:
    """From the stored text; ValueError when it is no chain."""
    chain = tuple(Role(part) for part in text.split(","))
    if chain not in POSSIBLE:
        raise ValueError(f"not a chain of review: {text!r}")
    return chain
