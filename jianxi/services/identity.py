"""往届毕业生/社会青年登录: whether a name and an ID number let somebody in, in the order of PRODUCT.md 3. Writes nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from jianxi.domain import eligibility
from jianxi.domain.cohorts import label
from jianxi.domain.eligibility import Limits
from jianxi.domain.identity_cases import CaseState
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Invalid
from jianxi.domain.viewers import PersonKind
from jianxi.forms.accounts import IdentitySignIn
from jianxi.queries import accounts, identity_cases, regions
from jianxi.queries.accounts import Holder, Registered
from jianxi.queries.sessions import Claim

ANOTHER_NAME = "该身份证号已登录过，请输入正确的姓名"
DISMISSED = "{}。人社部门已核实，维持原登录人；如有异议，请携带身份证到{}办理。"
HAS_PASSWORD = "请从首页账号登录"
CONTESTED = "该身份证号已以其他姓名登录过，须由人社部门核实身份后才能提交。请携带身份证到{}办理。"
"""What somebody reads who was let in provisionally by the third check and submits the intention form."""


@dataclass(frozen=True, slots=True)
class Known:
    """Signed in as this person."""

    person: int
    previous: datetime | None


@dataclass(frozen=True, slots=True)
class ByAccount:
    """Not here, but at 账号登录."""

    sentence: str


async def recognise(given: IdentitySignIn, province: str, today: date) -> Known | Claim | ByAccount:
    """A person known here, a claim to be held provisionally, or the way to 账号登录; else `Invalid`.

    Both look-ups are made whatever the first one finds, so that no answer tells by its time which of them did.
    """
    number = given.id_number.number
    limits = await accounts.limits(province, today)
    holder = await accounts.holder(number)
    row = await accounts.registered(number)
    matching = row if row is not None and same_name(row.name, given.name) else None
    if holder is not None:
        await _not_dismissed(holder, matching)
        return _held(given, holder, matching, today, limits)
    if row is not None and matching is None and await identity_cases.was_handed_over(row.id):
        raise Invalid({"name": ANOTHER_NAME})
    return _new(given, matching, today, limits)


async def _not_dismissed(holder: Holder, matching: Registered | None) -> None:
    """An office has looked at the two names, and the other one stands."""
    if matching is None or same_name(holder.name, matching.name):
        return
    case = await identity_cases.state_of(holder.id, matching.id)
    if case is not None and case[0] == CaseState.DISMISSED:
        office = await regions.office_name(case[1])
        raise Invalid({"name": DISMISSED.format(ANOTHER_NAME, office)})


def _held(
    given: IdentitySignIn, holder: Holder, matching: Registered | None, today: date, limits: Limits
) -> Known | Claim | ByAccount:
    """Checks 2 and 3: somebody here has this ID number."""
    if same_name(holder.name, given.name):
        known = Known(holder.id, holder.last_sign_in_at)
        return known if holder.account is None else ByAccount(HAS_PASSWORD)
    if matching is None:
        raise Invalid({"name": ANOTHER_NAME})
    kind = eligibility.sign_in_kind(given.id_number.born, matching.cohort, today, limits)
    return _claim(given, kind or PersonKind.EARLIER_GRADUATE, matching)


def _new(
    given: IdentitySignIn, matching: Registered | None, today: date, limits: Limits
) -> Claim | ByAccount:
    """Checks 4 to 6: nobody here has it."""
    cohort = matching.cohort if matching is not None else None
    kind = eligibility.sign_in_kind(given.id_number.born, cohort, today, limits)
    if kind is None:
        raise Invalid({"id_number": eligibility.sign_in_refusal(limits)})
    if kind is PersonKind.CURRENT_GRADUATE:
        return ByAccount(f"{label(limits.cohort)}毕业生请从首页登录")
    return _claim(given, kind, None if kind is PersonKind.YOUTH else matching)


def _claim(given: IdentitySignIn, kind: PersonKind, matching: Registered | None) -> Claim:
    """The register's spelling of the name goes before the typed one."""
    name = matching.name if matching is not None else given.name
    return Claim(name, given.id_number.number, kind, matching.id if matching is not None else None)
