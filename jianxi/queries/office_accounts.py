"""「账号管理」: the accounts that an office may give a new password: a county's units, and graduates who are named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable

from jianxi.crypto.sealing import indexes, unseal
from jianxi.domain import citizen_id
from jianxi.domain.flow import Role
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Missing
from jianxi.domain.texts import fold
from jianxi.domain.viewers import OfficialViewer, Viewer
from jianxi.queries.conditions import pattern
from jianxi.tables.employers import Employer
from jianxi.tables.persons import Person

COLUMNS = (
    *(Employer.id, Employer.name, Employer.credit_code, Employer.account.id, Employer.account.username),
    *(Employer.account.disabled, Employer.account.last_sign_in_at, Employer.account.version),
)
CONTAINS = (
    "(employer.name_key LIKE {} ESCAPE '!' OR lower(employer.credit_code) LIKE {} ESCAPE '!' OR EXISTS "
    "(SELECT 1 FROM account a WHERE a.id = employer.account AND a.username_key LIKE {} ESCAPE '!'))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """An account as an office sees it."""

    account: int
    version: int
    name: str
    told: str
    """By what it is told apart: the credit code, or the ID number as it is masked."""
    told_as: str
    username: str
    is_locked: bool
    last_sign_in_at: datetime | None


def visible_to(viewer: Viewer) -> Combinable:
    """Units ask their county for a new password, and no other office."""
    match viewer:
        case OfficialViewer(role=Role.COUNTY, region=region):
            return Employer.county == region
    return Employer.id < 0


async def count(viewer: OfficialViewer, words: str) -> int:
    return int(await Employer.count().where(*_wanted(viewer, words)))


async def page(viewer: OfficialViewer, words: str, *, offset: int, size: int) -> list[Line]:
    query = Employer.select(*COLUMNS).where(*_wanted(viewer, words)).order_by(Employer.id, ascending=False)
    return [_unit(row) for row in await query.limit(size).offset(offset)]


async def unit(viewer: Viewer, account: int) -> Line:
    """The account of a unit of the viewer's county; `Missing` for any other."""
    row = await Employer.select(*COLUMNS).where(visible_to(viewer), Employer.account == account).first()
    if row is None:
        raise Missing
    return _unit(row)


async def find_graduate(name: str, id_number: str) -> int | None:
    """The account of the graduate with this name and number; only both together find anybody."""
    known = Person.id_index.is_in(list(indexes(id_number))) & Person.account.is_not_null()
    row = await Person.select(Person.account, Person.name).where(known).first()
    return int(row["account"]) if row is not None and same_name(row["name"], name) else None


async def graduate(account: int) -> Line:
    """Whoever asks has shown that they know the name and the number (routes/authority/accounts.py)."""
    columns = (Person.name, Person.id_number, Person.account.id, Person.account.username)
    more = (Person.account.disabled, Person.account.last_sign_in_at, Person.account.version)
    row = await Person.select(*columns, *more).where(Person.account == account).first()
    if row is None:
        raise Missing
    return _line(row, citizen_id.mask(unseal(row["id_number"], "person.id")), "身份证号")


def _unit(row: Mapping[str, Any]) -> Line:
    return _line(row, row["credit_code"], "统一社会信用代码")


def _line(row: Mapping[str, Any], told: str, told_as: str) -> Line:
    return Line(
        row["account.id"],
        row["account.version"],
        row["name"],
        told,
        told_as,
        row["account.username"],
        bool(row["account.disabled"]),
        row["account.last_sign_in_at"],
    )


def _wanted(viewer: OfficialViewer, words: str) -> Sequence[Combinable]:
    return [visible_to(viewer), *(_contains(word) for word in fold(words).split())]


def _contains(word: str) -> Combinable:
    return WhereRaw(CONTAINS, *(pattern(word),) * 3)
