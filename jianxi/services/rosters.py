"""花名册 of an employer: begun as a draft, deleted again, 报送 to the office; and 更正 of an accepted one, by either side."""

from datetime import datetime
from typing import Any

from jianxi.domain import periods, roster_words
from jianxi.domain.flow import NEW, Decision, Role
from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.domain.periods import Period
from jianxi.domain.rosters import FLOW, RosterFacts, RosterKind, RosterVerb
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.forms.free_reasons import read_without_numbers
from jianxi.queries import roster_others, rosters
from jianxi.queries.rosters import Roster
from jianxi.services import holds, log, moves, roster_files, roster_writing
from jianxi.services.roster_holds import held, told
from jianxi.services.roster_submission import submit
from jianxi.tables.employers import Employer
from jianxi.tables.rosters import Roster as Row
from jianxi.tables.rosters import RosterFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

__all__ = ["correct", "discard", "prepare", "submit"]
NOUN = FLOW.noun
REASON = "更正原因"
NO_BASE = "还没有审核通过的见习基地，没有可以列入花名册的人员。"
NOT_MONTHS = "请选择完整的月份。"
NOT_A_YEAR = "年度清算按自然年办理，请选择一年的1月至12月。"


async def prepare(viewer: EmployerViewer, kind: RosterKind, period: Period, now: datetime) -> int:
    """A roster to be put together: the one of just these months that is in hand already, be it 已退回, or a new draft."""
    _check(kind, period)
    async with unit_of_work():
        try:
            base = await holds.base_of(viewer.employer)
        except Missing:
            raise Refused(NO_BASE) from None
        if (found := await roster_others.going_on(viewer.employer, kind, period)) is not None:
            return found
        if not base.level:
            raise Refused(NO_BASE)
        today = periods.today(now)
        facts = await rosters.beginning(viewer.employer, base.level, kind, period, today)
        made = FLOW.decide(RosterVerb.PREPARE, facts, Role.EMPLOYER)
        county = (await Employer.select(Employer.county).where(Employer.id == viewer.employer))[0]["county"]
        of = {"employer": viewer.employer, "kind": kind.value, "county": county, "level": base.level}
        days = {"first_day": period.first, "last_day": period.last}
        return await _begun(viewer, made, {**of, **days}, now)


async def discard(viewer: EmployerViewer, id: int, version: int, now: datetime) -> None:
    """删除 of a draft with its evidence and whatever was written for its sending."""
    async with unit_of_work():
        roster = await held(viewer, id, version, now)
        made = FLOW.decide(RosterVerb.DISCARD, roster.facts, Role.EMPLOYER)
        await take_away(viewer, roster, made, now)


async def take_away(viewer: Viewer, roster: Roster, made: Decision, now: datetime) -> None:
    """Inside a unit of work that holds it."""
    await RosterFile.delete().where(RosterFile.roster == roster.id)
    while await roster_writing.clear(roster.id, 0):
        pass
    await Row.delete().where(Row.id == roster.id)
    await log.record(viewer, now, NOUN, roster.id, made.verb, made.source, made.target, facts=told(roster))


async def correct(
    viewer: EmployerViewer | OfficialViewer, id: int, version: int, reason: str, now: datetime
) -> int:
    """更正: another version of the accepted one with its evidence, for the employer to send; its id. The accepted one counts
    until the new one is accepted."""
    async with unit_of_work():
        roster = await held(viewer, id, version, now)
        made = FLOW.decide(
            RosterVerb.CORRECT, roster.facts, role_of(viewer), read_without_numbers(reason, REASON)
        )
        await moves.change(NOUN, Row, roster, made, {}, now)
        copied = {name: getattr(roster, name) for name in _CARRIED}
        begun = FLOW.follow(RosterVerb.BEGIN, RosterFacts(NEW, roster.facts.base_level))
        new = {"serial": roster.serial + 1, "corrects": id, "reason": made.reason}
        next_one = await _begun(viewer, begun, {**copied, "kind": roster.kind.value, **new}, now)
        await roster_files.carry_over(id, next_one)
        # Last, since its notice leads to the new version.
        said = (made.verb, made.source, made.target, made.reason)
        await log.record(viewer, now, NOUN, id, *said, facts=told(roster))
        return next_one


_CARRIED = ("employer", "first_day", "last_day", "county", "level")


async def _begun(viewer: Viewer, made: Decision, of: dict[str, Any], now: datetime) -> int:
    begun: dict[str, Any] = {
        "begun_at": now,
        "begun_by": role_of(viewer).value,
        "state_since": now,
        "state": made.target,
    }
    id = await insert(Row(**of, **begun))
    number = roster_words.number(of["county"], periods.today(now).year, id)
    days = {name: of[name].isoformat() for name in ("first_day", "last_day")}
    facts = {"kind": of["kind"], "serial": of.get("serial", 1), "number": number, **days}
    if of.get("corrects"):
        facts["corrects"] = of["corrects"]
    sums = {"people": 0, "fen": 0, "insurance_fen": 0, "round": 0}
    await log.record(
        viewer,
        now,
        NOUN,
        id,
        made.verb,
        target=made.target,
        reason=of.get("reason", ""),
        facts={**facts, **sums},
    )
    return id


def _check(kind: RosterKind, period: Period) -> None:
    if kind is RosterKind.SETTLEMENT and not roster_words.is_whole_year(period):
        raise Invalid({"to": NOT_A_YEAR})
    if not roster_words.is_whole_months(period):
        raise Invalid({"to": NOT_MONTHS})
