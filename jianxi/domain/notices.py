"""通知: which side is told of which transition, and in which sentences: what, why, what next, whom to ask.

One table for all flows. A move that is in none of `TOLD` stands in `SILENT` with its reason; a test goes through all."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianxi.domain import (
    notices_of_applications,
    notices_of_bases,
    notices_of_departures,
    notices_of_placements,
    notices_of_positions,
    notices_of_retentions,
    notices_of_rosters,
)
from jianxi.domain.notice_lines import ANY, Audience, Line

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    **notices_of_bases.TOLD,
    **notices_of_positions.TOLD,
    **notices_of_applications.TOLD,
    **notices_of_placements.TOLD,
    **notices_of_departures.TOLD,
    **notices_of_retentions.TOLD,
    **notices_of_rosters.TOLD,
}
"""By noun, verb and target state."""

SILENT: Mapping[tuple[str, ...], str] = {
    ("base", "save"): "A draft is nobody's but the employer's.",
    (
        "base",
        "update",
    ): "Contacts and bank account change at once; offices see them where they look, and decide nothing.",
    ("position", "edit"): "Nobody has reviewed it yet, and whoever does reviews what it says then.",
    ("position", "delete"): "Nobody has reviewed it or applied, and there is nothing left to look at.",
    (
        "placement",
        "cancel",
        "unsigned",
    ): "Nothing was at the office, and the notice of the application says the rest.",
    (
        "placement",
        "cancel",
        "rejected",
    ): "Nothing was at the office, and the notice of the application says the rest.",
    (
        "identity_case",
        "hand_over",
    ): "Whoever held the number is signed out and told at the next try to sign in.",
    ("application", "release"): "It follows from 审核通过 of a 离岗 as 未上岗, whose notice says so.",
    ("application", "restore"): "It follows from 撤销审核 of a 离岗 as 未上岗, whose notice says so.",
    ("roster", "prepare"): "A draft is nobody's but the employer's.",
    (
        "roster",
        "discard",
    ): "Nobody else has seen it; of a 更正 that an office takes back it tells the employer (services/roster_withdrawals.py).",
    ("roster", "begin"): "It follows from 更正 of the accepted version, whose notice says so.",
}
"""Moves of which nobody else is told, by noun and verb (and the state they leave, where others tell), with the reason."""

PATHS: Mapping[tuple[str, str], str] = {
    ("employer", "base"): "/employer/base",
    ("employer", "position"): "/employer/positions/{position}",
    ("employer", "application"): "/employer/applications/{application}",
    ("employer", "placement"): "/employer/placements/{placement}",
    ("employer", "departure"): "/employer/departures/{departure}",
    ("employer", "retention"): "/employer/placements/{placement}",
    ("employer", "roster"): "/employer/rosters/{newest}",
    ("person", "base"): "/applicant/applications/{application}",
    ("person", "position"): "/applicant/applications/{application}",
    ("person", "application"): "/applicant/applications/{application}",
    ("person", "placement"): "/applicant/applications/{application}",
    ("person", "departure"): "/applicant/applications/{application}",
    ("person", "retention"): "/applicant/applications/{application}",
    ("person", "identity_case"): "/applicant/applications",
    ("office", "base"): "/authority/bases/{base}",
    ("office", "position"): "/authority/positions/{position}",
    ("office", "placement"): "/authority/placements/{placement}",
    ("office", "departure"): "/authority/departures/{departure}",
    ("office", "retention"): "/authority/placements/{placement}",
    ("office", "filing"): "/authority/filings/{filing}",
    ("office", "roster"): "/authority/rosters/{roster}",
    ("office", "identity_case"): "/authority/identity-cases/{identity_case}",
}
"""Where each side finds the record."""


@dataclass(frozen=True, slots=True)
class Text:
    """A notice as it is written down."""

    title: str
    body: str


def lines(noun: str, verb: str, source: str, target: str, *, never_came: bool = False) -> tuple[Line, ...]:
    """Whom a transition tells, and what; empty for everything that is no transition or silent."""
    found = TOLD.get((noun, verb, target)) or TOLD.get((noun, verb, ANY), ())
    fits = (line for line in found if not line.sources or source in line.sources)
    return tuple(line for line in fits if line.never_came in (None, never_came))


def text(line: Line, words: Mapping[str, str], reason: str, ask: str) -> Text:
    """`words`: what the sentences speak of, by name."""
    body = (line.what, f"原因：{reason.rstrip('。')}。" if reason else "", line.next, ask)
    said = "\n".join(
        part.format_map(words) if part in (line.what, line.next) else part for part in body if part
    )
    return Text(line.title.format_map(words), said)


def path(side: str, noun: str, ids: Mapping[str, object]) -> str:
    return PATHS[side, noun].format_map(ids)


def side_of(audience: Audience) -> str:
    """employer, person or office."""
    if audience in (Audience.EMPLOYER, Audience.PERSON):
        return audience.value
    return "person" if audience is Audience.WAITING else "office"


def whom_to_ask(actor: str, side: str, words: Mapping[str, str]) -> str:
    """The last line: whoever has acted answers for it. `actor`: employer, person, office or nobody (a date)."""
    if actor == "employer" and words.get("contact"):
        return "如有疑问，请联系{unit}{contact}（{phone}）。".format_map(words)
    if actor == "employer":
        return "如有疑问，请联系{unit}，电话见单位信息。".format_map(words)
    if actor == "person" and side == "employer":
        return "如有疑问，请联系{name}，电话见其报名信息。".format_map(words)
    if actor == "person":
        return "如有疑问，请联系{name}或{unit}。".format_map(words) if words.get("unit") else ""
    return "如有疑问，请联系{acted_by}。".format_map(words) if words.get("acted_by") else ""
