"""Whether an act on a 见习基地 is possible for an office now, and if not why: with the names of what stands in its way."""

from dataclasses import replace

from jianxi.domain import labels
from jianxi.domain.bases import FLOW, BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.viewers import OfficialViewer, Viewer, role_of
from jianxi.queries import base_positions
from jianxi.queries.base_positions import Relying
from jianxi.queries.bases import Base


async def undoing_objection(viewer: Viewer, base: Base) -> str:
    """For the office whose decision is the last one; "" where nothing is in the way or the decision is not its own."""
    role = role_of(viewer)
    is_own = isinstance(viewer, OfficialViewer) and FLOW.find(BaseVerb.REOPEN, base.facts, role)
    if not is_own or BaseVerb.REOPEN in base.offers:
        return ""
    return objection(viewer, base, BaseVerb.REOPEN, await base_positions.relying_on(base.id))


def objection(viewer: Viewer, base: Base, verb: BaseVerb, relying: Relying) -> str:
    """The refusal of the table of moves; where positions are the reason, these are named."""
    role, facts = role_of(viewer), base.facts_for(verb)
    doers = frozenset[Role]().union(*(move.possible_doers() for move in FLOW.moves if move.verb == verb))
    if role not in doers:
        by = "、".join(labels.role(each) for each in Role if each in doers)
        return f"“{labels.verb(FLOW.noun, verb)}”由{by}办理，您所在的部门不能办理。"
    refusal = FLOW.objection(verb, facts, role)
    without = FLOW.objection(verb, replace(facts, has_reviewed_position=False), role)
    if refusal == without or not relying.reviewed:
        return refusal
    names = "".join(f"“{title}”" for title in relying.reviewed)
    more = "等" if relying.reviewed_in_all > len(relying.reviewed) else ""
    return f"{refusal}通过初审的有{relying.reviewed_in_all}个岗位：{names}{more}。"
