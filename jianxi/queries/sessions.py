"""Reads a session (登录状态) with everything that says who is looking, in one statement."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from jianxi.crypto import sealing
from jianxi.domain.flow import Role
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonKind, PersonViewer, Viewer
from jianxi.queries import policies, regions
from jianxi.queries.policies import Policies
from jianxi.tables.accounts import Session

SEAL = "session.claim"
STATEMENT = """
SELECT s.id, s.account, s.claim, s.seen_at, s.idle_seconds, s.ends_at, s.previous_sign_in_at,
       a.disabled, e.id AS employer, e.name AS employer_name, o.id AS official, o.name AS official_name, o.region,
       p.id AS person, p.name AS person_name, p.kind AS person_kind, p.cohort
FROM session s
LEFT JOIN account a ON a.id = s.account
LEFT JOIN employer e ON e.account = a.id
LEFT JOIN official o ON o.account = a.id
LEFT JOIN person p ON p.id = s.person
WHERE s.token_hash = {}
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody without a row said at sign-in by name and ID number; kept sealed until the intention form."""

    name: str
    id_number: str
    kind: PersonKind
    graduate: int | None = None
    """The register row that ID and name match."""


@dataclass(frozen=True, slots=True)
class Found:
    """A session that stands, and who it is."""

    id: int
    viewer: Viewer
    seen_at: datetime
    previous_sign_in_at: datetime | None
    claim: Claim | None
    idle: timedelta
    """After so long without a request it ends."""
    rules: Policies | None = None
    """参数 of the province on this day, where they were read to tell who it is."""


async def find(token_hash: str, now: datetime, today: date) -> Found | None:
    """The session of that token, unless it has ended: by idleness, by length or because its account was disabled."""
    rows = await Session.raw(STATEMENT, token_hash)
    if not rows:
        return None
    row = rows[0]
    idle = timedelta(seconds=row["idle_seconds"])
    if row["disabled"] or now >= row["ends_at"] or now - row["seen_at"] >= idle:
        return None
    claim = _claim(row["claim"])
    rules = await policies.snapshot("", today) if row["person_kind"] == "graduate" else None
    viewer = await viewer_in(row, claim, today, rules)
    if viewer is None:
        return None
    return Found(row["id"], viewer, row["seen_at"], row["previous_sign_in_at"], claim, idle, rules)


def seal(claim: Claim) -> bytes:
    facts = {"name": claim.name, "id": claim.id_number, "kind": claim.kind, "graduate": claim.graduate}
    return sealing.seal(json.dumps(facts, ensure_ascii=False), SEAL)


def _claim(sealed: bytes | None) -> Claim | None:
    if sealed is None:
        return None
    facts = json.loads(sealing.unseal(sealed, SEAL))
    return Claim(facts["name"], facts["id"], PersonKind(facts["kind"]), facts["graduate"])


async def viewer_in(
    row: Mapping[str, Any], claim: Claim | None, today: date, rules: Policies | None = None
) -> Viewer | None:
    """Whom a row with the columns of the statement above speaks of. `rules`, where they were read already."""
    if row["employer"] is not None:
        return EmployerViewer(row["account"], row["employer"], row["employer_name"])
    if row["official"] is not None:
        return await _official(row)
    if row["person"] is not None:
        kind = await person_kind(row["person_kind"], row["cohort"], today, rules)
        return PersonViewer(row["person"], kind, row["person_name"], by_identity=row["account"] is None)
    if claim is not None:
        return PersonViewer(None, claim.kind, claim.name, by_identity=True)
    return None


async def _official(row: Mapping[str, Any]) -> OfficialViewer | None:
    office = (await regions.directory()).get(row["region"])
    if office is None:
        return None
    name = await regions.office_name(office.code)
    role = Role(office.level)
    return OfficialViewer(row["account"], row["official"], row["official_name"], role, office.code, name)


async def person_kind(
    stored: str, cohort: int | None, today: date, rules: Policies | None = None
) -> PersonKind:
    """Graduates are 应届 in their cohort's year and 往届 after it: nothing is rewritten when the cohort moves on."""
    if stored == PersonKind.YOUTH:
        return PersonKind.YOUTH
    current = (rules or await policies.snapshot("", today)).cohort
    return PersonKind.CURRENT_GRADUATE if cohort == current else PersonKind.EARLIER_GRADUATE
