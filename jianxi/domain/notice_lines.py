"""What a line of the table of notices (通知) is made of."""

from dataclasses import dataclass
from enum import StrEnum

ANY = "*"
"""Stands for every target of a move."""


class Audience(StrEnum):
    """A side that can be told. Nobody is told of what they did themselves."""

    EMPLOYER = "employer"
    PERSON = "person"
    OFFICE = "office"
    """The office of the base's level, which acts on its people."""
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    PUBLISHER = "publisher"
    """The office that publishes a position: the last of its chain."""
    DECIDER = "decider"
    """The office that decides an identity case."""
    WAITING = "waiting"
    """Everybody whose application to the position, or to one of the base's, is not decided yet."""


@dataclass(frozen=True, slots=True)
class Line:
    """Who is told what. Sentences may name {unit} {title} {name} {matter} {acted_by} {level}; a headline names nobody."""

    audience: Audience
    title: str
    what: str
    next: str = ""
    sources: frozenset[str] = frozenset()
    """Only for a move from one of these; empty: from any."""
    never_came: bool | None = None
    """Only of 未上岗, or only of everything else; None: of either."""
