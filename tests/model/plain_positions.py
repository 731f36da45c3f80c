"""What may be done to a 见习岗位, by the table of PRODUCT.md 2."""

from datetime import timedelta

from tests.model.plain import Actor, Deed, Position, Verdict, World, city_of, holds_office, judged, missing

OWN = ("add", "copy", "edit", "delete", "republish", "extend", "withdraw")
OFFICE = ("approve", "reject", "reopen", "publish", "withdraw")
PASSED = {"approved", "published", "withdrawn"}


def is_reviewed(position: Position) -> bool:
    """Whether an approval of the first reviewing office stands."""
    at_second = position.state == "waiting_city" or (
        position.state == "rejected" and position.decided_by == "city"
    )
    return position.state in PASSED or (position.chain[0] == "county" and at_second)


def judge(world: World, deed: Deed) -> Verdict:
    if deed.verb == "add":
        return _new(world, deed)
    position = world.positions.get(deed.record)
    invalid = deed.verb == "reject" and not deed.reasoned
    if position is None or not _sees(position, deed.actor):
        return missing(deed, invalid=invalid)
    if deed.verb == "copy":
        return _new(world, deed)
    if deed.verb == "extend":
        wanted = world.today + timedelta(days=deed.days)
        invalid = wanted <= position.deadline or wanted < world.today
    allowed = _may(world, deed, position)
    return judged(deed, position.version, allowed, lambda _: _done(world, deed), invalid=invalid)


def _sees(position: Position, actor: Actor) -> bool:
    if actor.kind == "employer":
        return position.owner is actor
    if actor.kind == "county":
        return actor.region == position.owner.region
    passed = position.level == "city" or position.county_passed
    return actor.kind == "city" and passed and actor.region == city_of(position.owner.region)


def _new(world: World, deed: Deed) -> Verdict:
    base = world.base_of(deed.actor)
    reviews = world.city_reviews.get(city_of(deed.actor.region), True)
    chain = ("city",) if base.level == "city" else ("county", "city") if reviews else ("county",)

    def done(id: int) -> None:
        deadline = world.today + timedelta(days=deed.days)
        state = f"waiting_{chain[0]}"
        world.positions[id] = Position(
            deed.actor, base.level, chain, state, deed.headcount, deadline, world.moment
        )

    return Verdict(frozenset({"done" if base.state == "approved" else "Refused"}), done)


def _may(world: World, deed: Deed, position: Position) -> bool:
    verb, state, actor = deed.verb, position.state, deed.actor
    untouched = not world.of_position(deed.record)
    approved_base = world.base_of(position.owner).state == "approved"
    publishes = holds_office(actor, position.chain[-1], position.owner.region)
    return {
        "edit": state == f"waiting_{position.chain[0]}" and untouched,
        "delete": state == f"waiting_{position.chain[0]}" and untouched,
        "republish": state == "withdrawn",
        "extend": state in {"approved", "published"},
        "approve": state == f"waiting_{actor.kind}" and approved_base,
        "reject": state == f"waiting_{actor.kind}",
        "reopen": untouched and _decided_last(position, actor.kind),
        "publish": publishes and state == "approved" and approved_base and world.today <= position.deadline,
        "withdraw": state == "published" and (publishes or actor.kind == "employer"),
    }[verb]


def _decided_last(position: Position, office: str) -> bool:
    """Whether the office's own decision is the newest that stands."""
    if position.state == "rejected":
        return position.decided_by == office
    if position.state == "approved":
        return position.chain[-1] == office
    return position.state == "waiting_city" and office == "county" and "county" in position.chain


def _done(world: World, deed: Deed) -> None:
    position, verb, office = world.positions[deed.record], deed.verb, deed.actor.kind
    position.version += 1
    if verb == "delete":
        del world.positions[deed.record]
    elif verb == "edit":
        position.headcount = deed.headcount
        position.deadline = world.today + timedelta(days=deed.days)
    elif verb == "extend":
        position.deadline = world.today + timedelta(days=deed.days)
    elif verb == "approve":
        position.state = "approved" if position.chain[-1] == office else "waiting_city"
        position.county_passed |= office == "county"
    elif verb == "withdraw":
        position.state = "withdrawn" if office == "employer" else "approved"
    else:
        after = {"reject": "rejected", "reopen": f"waiting_{office}", "publish": "published"}
        position.state = after.get(verb, "approved")
        if verb == "publish":
            position.first_published = position.first_published or world.today
        position.decided_by = office if verb == "reject" else position.decided_by
