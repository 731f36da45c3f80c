"""Whose an account is: for the command line, and for the name under which an act is logged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import Anyone, EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.queries.accounts import username_key
from jianxi.queries.sessions import viewer_in
from jianxi.tables.accounts import Account

STATEMENT = """
SELECT a.id AS account, a.username, a.kind AS account_kind, a.disabled, a.version, a.password_hash,
       e.id AS employer, e.name AS employer_name, e.county, o.id AS official, o.name AS official_name, o.region,
       p.id AS person, p.name AS person_name, p.kind AS person_kind, p.cohort
FROM account a
LEFT JOIN employer e ON e.account = a.id
LEFT JOIN official o ON o.account = a.id
LEFT JOIN person p ON p.account = a.id
WHERE {}
"""


@dataclass(frozen=True, slots=True)
class Owner:
    """An account with whom it belongs to."""

    account: int
    username: str
    kind: str
    disabled: bool
    version: int
    password_hash: str
    viewer: Viewer
    region: str
    """An official's office, a unit's county; "" for a graduate."""

    @property
    def name(self) -> str:
        match self.viewer:
            case EmployerViewer(name=name) | PersonViewer(name=name) | OfficialViewer(name=name):
                return name
        return self.username

    @property
    def official(self) -> OfficialViewer:
        """`Missing` for an account of another kind."""
        if isinstance(self.viewer, OfficialViewer):
            return self.viewer
        raise Missing


async def of(account: int, today: date) -> Owner:
    return await _owner("a.id = {}", account, today)


async def named(username: str, today: date) -> Owner:
    """`Missing` when there is no such user name."""
    return await _owner("a.username_key = {}", username_key(username), today)


async def _owner(condition: str, value: object, today: date) -> Owner:
    rows = await Account.raw(STATEMENT.format(condition), value)
    if not rows:
        raise Missing
    return _read(rows[0], await viewer_in(rows[0], None, today) or Anyone())


def _read(row: Mapping[str, Any], viewer: Viewer) -> Owner:
    return Owner(
        row["account"],
        row["username"],
        row["account_kind"],
        bool(row["disabled"]),
        row["version"],
        row["password_hash"],
        viewer,
        row["region"] or row["county"] or "",
    )
