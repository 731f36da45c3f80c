"""What is done about 身份冲突: opened by a sign-in, decided by the office of 生源地 with both sides before it."""

from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain import periods
from jianxi.domain.flow import NEW, Role
from jianxi.domain.identity_cases import FLOW, CaseFacts, CaseVerb
from jianxi.domain.names import same_name
from jianxi.domain.outcomes import Stale
from jianxi.domain.regions import Level
from jianxi.domain.viewers import OfficialViewer, PersonViewer
from jianxi.forms.free_reasons import read_free_reason
from jianxi.queries import accounts, identity_cases, regions
from jianxi.queries.identity_cases import Case
from jianxi.queries.sessions import Claim
from jianxi.services import holds, identity_handover, log, moves
from jianxi.tables.identity_cases import IdentityCase as Row
from jianxi.tables.persons import Graduate
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

NOUN = FLOW.noun
REASON = "核实说明"
"""The label of what the office says; both sides can ask for it."""
ANSWERED = "该身份证号已在另一次核实中更正为登记本人，不再需要核实"
"""Ends whatever else was open about whoever lost the number."""
TRIES = 5
STILL_APPLYING = "没有办理：原登录人正在报名或改报。请再试一次。"


async def open_case(claim: Claim, now: datetime) -> None:
    """For a claim whose number somebody here holds under another name. A second sign-in finds the case there."""
    holder = await accounts.holder(claim.id_number)
    if holder is None or claim.graduate is None:
        return
    if await identity_cases.state_of(holder.id, claim.graduate) is not None:
        return
    made = FLOW.decide(CaseVerb.OPEN, CaseFacts(NEW), Role.PERSON)
    row = Row(
        person=holder.id,
        graduate=claim.graduate,
        person_name=holder.name,
        graduate_name=claim.name,
        region=await office_for(claim),
        state=made.target,
        opened_at=now,
    )
    claimant = PersonViewer(None, claim.kind, claim.name, by_identity=True)
    try:
        async with unit_of_work():
            if not await _still_holds(claim, claim.graduate, holder.id):
                return
            id = await insert(row)
            await log.record(claimant, now, NOUN, id, made.verb, made.source, made.target)
    except Conflict as conflict:
        if conflict.constraint_name != "identity_case_open":
            raise


async def _still_holds(claim: Claim, graduate: int, person: int) -> bool:
    """Asked with both rows locked: the number may just have been handed over."""
    await holds.graduate(graduate)
    await holds.person(person)
    holder = await accounts.holder(claim.id_number)
    return holder is not None and holder.id == person and not same_name(holder.name, claim.name)


async def merge(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """合并: the two are one. What was done under the other name stays; name and schooling follow the register."""
    async with unit_of_work():
        case = await _held(viewer, id, now)
        await _decide(viewer, case, CaseVerb.MERGE, version, reason, now)
        await identity_handover.join(case)


async def hand_over(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """更正为登记本人: the number goes free for whom the register names; what the other has running under it ends."""
    for _ in range(TRIES):
        if await _hand_over(viewer, id, version, reason, now):
            return
    raise Stale(STILL_APPLYING)


async def _hand_over(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> bool:
    """False when it has to be begun anew, see `identity_handover.hold`."""
    today = periods.today(now)
    async with unit_of_work():
        if not await identity_handover.hold(await identity_cases.get(viewer, id, today), now):
            return False
        case = await identity_cases.get(viewer, id, today)
        await _decide(viewer, case, CaseVerb.HAND_OVER, version, reason, now)
        for other in await identity_cases.others(viewer, case, today):
            await _decide(viewer, other, CaseVerb.DISMISS, other.version, ANSWERED, now)
        await identity_handover.end_application(viewer, case, now)
        await identity_handover.release(viewer, case, now)
        return True


async def dismiss(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """维持原登录人: whoever gave the register's name is not let in under this number any more."""
    async with unit_of_work():
        await _decide(viewer, await _held(viewer, id, now), CaseVerb.DISMISS, version, reason, now)


async def reopen(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """重新核实 of one that was dismissed."""
    async with unit_of_work():
        await _decide(viewer, await _held(viewer, id, now), CaseVerb.REOPEN, version, reason, now)


async def _held(viewer: OfficialViewer, id: int, now: datetime) -> Case:
    """The case with its row of the register and its person locked: nobody corrects a name or gives the number away in
    between."""
    found = await identity_cases.get(viewer, id, periods.today(now))
    await holds.graduate(found.graduate)
    await holds.person(found.person)
    return await identity_cases.get(viewer, id, periods.today(now))


async def _decide(
    viewer: OfficialViewer, case: Case, verb: CaseVerb, version: int, typed: str, now: datetime
) -> None:
    await moves.check_version(NOUN, case, version, periods.today(now))
    reason = read_free_reason(typed, REASON)
    decision = FLOW.decide(verb, case.facts, viewer.role, reason)
    values: dict[Column, object] = {Row.decided_at: now, Row.reason: decision.reason}
    await moves.write(viewer, NOUN, Row, case, decision, values, now)


async def office_for(claim: Claim) -> str:
    """The county of 生源地; where that names none of this province, the county or city of the ID number's first
    digits; in the end the province's first city, so that no case is without an office."""
    known, province = await regions.directory(), regions.province()
    row: dict[str, Any] | None = (
        await Graduate.select(Graduate.origin).where(Graduate.id == claim.graduate).first()
    )
    wanted = (row["origin"] if row else "", claim.id_number[:6], f"{claim.id_number[:4]}00")
    for code in (known.current(code) for code in wanted if code in known):
        if code[:2] == province[:2] and known[code].level in {Level.COUNTY, Level.CITY}:
            return code
    return known.cities_of(province)[0].code
