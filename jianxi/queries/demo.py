"""The demo's roles: whom the banner's buttons sign in."""

from dataclasses import dataclass

from jianxi.crypto.sealing import unseal
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import PersonKind
from jianxi.queries.sessions import Claim
from jianxi.tables.accounts import Account
from jianxi.tables.persons import Graduate, Person

CONTESTED = "高明媛"
"""Whom the register names for an ID number that somebody else has used."""


@dataclass(frozen=True, slots=True)
class Role:
    """A button of the banner and the user name behind it, or the name of a person who needs none, or of somebody whom
    only the register knows."""

    value: str
    label: str
    username: str = ""
    person: str = ""
    registered: str = ""


ROLES = (
    Role("employer", "单位", username="demo.employer"),
    Role("current_graduate", "应届毕业生", username="demo.graduate"),
    Role("earlier_graduate", "往届毕业生", person="周雨桐"),
    Role("youth", "社会青年", person="孟晓䶮"),
    Role("trainee", "在岗的见习人员", username="demo.trainee"),
    Role("contested", "身份待核实的个人", registered=CONTESTED),
    Role("county", "区县主管部门", username="demo.county"),
    Role("city", "市级主管部门", username="demo.city"),
    Role("province", "省级主管部门", username="demo.province"),
)
"""Made by cli/demo_data; the names are agreed here."""


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Who is signed in for a role: an account, a person without one, or a claim that is held provisionally."""

    label: str
    kind: str
    account: int | None
    person: int
    claim: Claim | None = None


async def account(value: str) -> DemoAccount:
    """Whoever plays that role; `Missing` for a role that there is not."""
    role = next((each for each in ROLES if each.value == value), None)
    found = await _played(role) if role is not None else None
    if found is None:
        raise Missing
    return found


async def accounts() -> list[DemoAccount]:
    """All roles that the demo's data have somebody for."""
    played = [await _played(role) for role in ROLES]
    return [found for found in played if found is not None]


async def _played(role: Role) -> DemoAccount | None:
    if role.registered:
        return await _claimed(role)
    if role.person:
        without_account = (Person.name == role.person) & Person.account.is_null()
        row = await Person.select(Person.id).where(without_account).order_by(Person.id).first()
        return DemoAccount(role.label, "person", None, row["id"]) if row else None
    columns = (Account.id, Account.kind)
    row = await Account.select(*columns).where(Account.username_key == role.username).first()
    return DemoAccount(role.label, row["kind"], row["id"], 0) if row else None


async def _claimed(role: Role) -> DemoAccount | None:
    columns = (Graduate.id, Graduate.name, Graduate.id_number)
    row = (
        await Graduate.select(*columns).where(Graduate.name == role.registered).order_by(Graduate.id).first()
    )
    if row is None:
        return None
    number = unseal(row["id_number"], "person.id")
    claim = Claim(row["name"], number, PersonKind.EARLIER_GRADUATE, row["id"])
    return DemoAccount(role.label, "person", None, 0, claim)
