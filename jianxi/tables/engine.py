"""The database in use: opened from an address, bound to every table. The only place that tells the dialects apart."""

import asyncpg
from piccolo.table import Table
from pysqlite3 import dbapi2 as sqlite

from jianxi.domain.outcomes import Unavailable
from jianxi.tables.accounts import Account, Official, Session
from jianxi.tables.applications import Application
from jianxi.tables.credentials import (
    Arrival,
    HalfOpen,
    RecoveryCode,
    ResetLink,
    SecondFactor,
    SignInCode,
)
from jianxi.tables.departures import CertificateFile, Departure, Retention, RetentionFile
from jianxi.tables.employers import Base, BaseVersion, Employer
from jianxi.tables.files import BaseFile, IdentityPicture, SentFile, StoredFile
from jianxi.tables.filings import FiledBase, Filing, FilingRound
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.jobs import Job, JobFile
from jianxi.tables.log import LogEntry
from jianxi.tables.notices import Notice, Outbox, Reminder
from jianxi.tables.papers import Paper
from jianxi.tables.persons import Graduate, Intention, Person
from jianxi.tables.placements import AgreementFile, AllowanceRaise, Insurance, Placement
from jianxi.tables.policies import PolicyRow
from jianxi.tables.positions import Position
from jianxi.tables.postgres_engine import PostgresDatabase
from jianxi.tables.regions import Merger, RegionRow
from jianxi.tables.rosters import Roster, RosterFile, RosterLine, RosterMonth, RosterQuestion, RosterRound
from jianxi.tables.sign_in import ListedNetwork, SignInFailure, SignInHour, SignInTry
from jianxi.tables.sqlite_engine import SqliteDatabase

Engine = SqliteDatabase | PostgresDatabase

TABLES: tuple[type[Table], ...] = (
    *(RegionRow, PolicyRow, LogEntry, Account, Official, Session, Employer, Base, BaseVersion),
    *(Graduate, Person, Intention, Position, Application, IdentityCase),
    *(SignInTry, SignInFailure, SignInHour, ListedNetwork),
    *(ResetLink, SecondFactor, RecoveryCode, HalfOpen, Arrival, Merger),
    *(StoredFile, SentFile, BaseFile, IdentityPicture, Paper, Filing, FilingRound, FiledBase),
    *(Placement, Insurance, AllowanceRaise, AgreementFile),
    *(Departure, CertificateFile, Retention, RetentionFile),
    *(Notice, Outbox, Reminder, SignInCode),
    *(Roster, RosterRound, RosterLine, RosterMonth, RosterFile, RosterQuestion),
    *(Job, JobFile),
)
"""All tables, those that are referred to before those that refer."""

FAILURES = (OSError, sqlite.Error, asyncpg.PostgresError, asyncpg.InterfaceError, Unavailable)
"""What the drivers raise when a database cannot be reached, opened or used; `Conflict` is none of them."""

_current: Engine | None = None


def open_engine(database_url: str) -> Engine:
    """For `sqlite:///folder/file` (four slashes: an absolute path) or `postgresql://…`."""
    scheme, _, rest = database_url.partition("://")
    if scheme == "sqlite" and len(rest) > 1 and rest.startswith("/"):
        return SqliteDatabase(rest[1:])
    if scheme in {"postgresql", "postgres"}:
        return PostgresDatabase(database_url)
    raise ValueError("the database address must begin with sqlite:/// or postgresql://")


def use(engine: Engine) -> None:
    """Bind every table of this process to it."""
    global _current
    _current = engine
    for table in TABLES:
        table._meta.db = engine


def current() -> Engine:
    if _current is None:
        raise RuntimeError("no database is in use: call use(open_engine(…)) first")
    return _current


async def start() -> None:
    """Open the connections of the database in use."""
    await current().start()


async def stop() -> None:
    await current().stop()
