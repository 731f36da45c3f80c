"""What may be done to a 见习基地, by the table of PRODUCT.md 2."""

from tests.model.plain import Actor, Base, Deed, Verdict, World, city_of, holds_office, judged, missing
from tests.model.plain_positions import is_reviewed

OWN = ("save", "submit", "amend", "update")
REVIEW = ("approve", "reject", "reopen")
STANDING = ("suspend", "resume", "revoke")
REASONED = {"reject", *STANDING}
FROM = {
    "submit": {"draft", "rejected", "revoked"},
    "update": {"approved", "suspended"},
    "suspend": {"approved"},
    "resume": {"suspended"},
    "revoke": {"approved", "suspended"},
}
TO = {"submit": "waiting_county", "suspend": "suspended", "resume": "approved", "revoke": "revoked"}


def judge(world: World, deed: Deed) -> Verdict:
    base = world.bases[deed.record]
    if deed.verb in OWN:
        return _owned(base, deed)
    invalid = deed.verb in REASONED and not deed.reasoned
    if not _sees(base, deed.actor):
        return missing(deed, invalid=invalid)
    allowed = _may_review(world, base, deed) if deed.verb in REVIEW else _may_stop(base, deed)
    return judged(deed, base.version, allowed, lambda _: _decide(world, base, deed), invalid=invalid)


def _sees(base: Base, office: Actor) -> bool:
    county = base.owner.region
    if office.kind == "county":
        return base.submissions > 0 and office.region == county
    if office.kind == "city":
        return base.county_passed and office.region == city_of(county)
    return base.state == "approved"


def _owned(base: Base, deed: Deed) -> Verdict:
    if not base.state and deed.verb != "save":
        return missing(deed)
    pends = base.amendment in {"waiting_county", "waiting_city"}
    amends = base.state == "approved" and not pends
    allowed = {
        "save": base.state in {"", "draft", "rejected"} or amends,
        "amend": amends,
    }.get(deed.verb, base.state in FROM.get(deed.verb, ()))
    verdict = judged(deed, base.version, allowed, lambda _: _done_by_owner(base, deed))
    if deed.verb in {"save", "update"} and not allowed:
        # A form that is kept a second time changes nothing, so that the rule is asked before the version.
        return Verdict(verdict.outcomes | {"Refused"}, verdict.effect)
    return verdict


def _done_by_owner(base: Base, deed: Deed) -> None:
    base.version += 1
    if deed.verb == "save":
        base.state = base.state or "draft"
    if deed.verb in {"submit", "amend"}:
        base.submissions += 1
    if deed.verb == "submit":
        base.state, base.level, base.decided_by, base.levels = "waiting_county", "", "", []
        base.since = []
    if deed.verb == "amend":
        base.amendment = "waiting_county"


def _may_review(world: World, base: Base, deed: Deed) -> bool:
    """Of the 变更申请 that is under way, else of the base; one of a suspended base waits with it."""
    at, office = base.amendment or base.state, deed.actor.kind
    if office == "province" or (base.amendment and base.state == "suspended"):
        return False
    if deed.verb in {"approve", "reject"}:
        return at == f"waiting_{office}"
    if at == "rejected":
        return base.decided_by == office
    if office == "county":
        return at == "waiting_city"
    if at != "approved":
        return False
    if len(base.levels) > 1:
        return not rests_on_new_level(world, base)
    return not any(is_reviewed(each) for each in world.positions.values() if each.owner is base.owner)


def rests_on_new_level(world: World, base: Base) -> bool:
    """A position was submitted under the level that the last 变更申请 brought."""
    if len(base.levels) < 2 or base.levels[-1] == base.levels[-2]:
        return False
    mine = [each for each in world.positions.values() if each.owner is base.owner]
    return any(each.level == base.level and each.moment >= base.since[-1] for each in mine)


def _may_stop(base: Base, deed: Deed) -> bool:
    return holds_office(deed.actor, "city", base.owner.region) and base.state in FROM[deed.verb]


def _decide(world: World, base: Base, deed: Deed) -> None:
    base.version += 1
    if deed.verb in STANDING:
        base.state = TO[deed.verb]
        base.amendment = "" if deed.verb == "revoke" else base.amendment
    elif deed.verb == "reject":
        base.decided_by = deed.actor.kind
        _enter(base, "rejected")
    elif deed.verb == "approve":
        _approve(world, base, deed)
    elif deed.actor.kind == "county":
        _enter(base, "waiting_county")
    else:
        _take_back(base)


def _enter(base: Base, state: str) -> None:
    if base.amendment:
        base.amendment = state
    else:
        base.state = state


def _approve(world: World, base: Base, deed: Deed) -> None:
    if deed.actor.kind == "county":
        base.county_passed = True
        _enter(base, "waiting_city")
        return
    base.levels.append(deed.level)
    base.since.append(world.moment)
    base.level, base.amendment, base.state = deed.level, "", "approved"


def _take_back(base: Base) -> None:
    """撤销审核 of the city. What stood before an approved 变更申请 stands again."""
    if (base.amendment or base.state) == "rejected":
        _enter(base, "waiting_city")
        return
    base.levels.pop()
    base.since.pop()
    base.level = base.levels[-1] if base.levels else ""
    if base.levels:
        base.amendment = "waiting_city"
    else:
        base.state = "waiting_city"
