"""What may be done to a 留用, by PRODUCT.md 2: nobody leaves and stays."""

from datetime import timedelta

from tests.model.plain import Deed, Verdict, World, judged, missing
from tests.model.plain_records import DAY, Placement, Retention, last_of
from tests.model.plain_rostered import holds_retention
from tests.model.plain_traineeships import duty, sees, standing, write_lapse

EMPLOYER = ("record", "edit", "revoke")


def judge(world: World, deed: Deed) -> Verdict:
    if deed.verb == "record":
        return _record(world, deed)
    found = world.retentions.get(deed.record)
    if found is None or not sees(world, world.placements[found.placement], deed.actor):
        return missing(deed)
    invalid = deed.verb == "edit" and not _fits(deed, world.placements[found.placement])

    def done(_: int) -> None:
        if deed.verb == "edit" and (deed.day, deed.until) == (found.first, found.last):
            return  # Nothing is different, so that nothing happens.
        found.version += 1
        if deed.verb == "revoke":
            found.state = "revoked"
        else:
            assert deed.day and deed.until
            found.first, found.last = deed.day, deed.until

    allowed = found.state == "recorded" and not holds_retention(world, deed.record)
    return judged(deed, found.version, allowed, done, invalid=invalid)


def _record(world: World, deed: Deed) -> Verdict:
    placement = world.placements.get(deed.record)
    if placement is None or not sees(world, placement, deed.actor):
        return missing(deed)
    goes_on = duty(world, deed.record) in {"on_duty", "expired"}
    allowed = goes_on and standing(world, deed.record) is None

    def done(id: int) -> None:
        assert deed.day and deed.until
        write_lapse(world, deed.record)
        world.retentions[id] = Retention(deed.record, deed.day, deed.until, world.moment)

    return judged(deed, placement.version, allowed, done, invalid=not _fits(deed, placement))


def _fits(deed: Deed, placement: Placement) -> bool:
    """A contract that begins after the start and at most a year after the end. `reasoned` is that it is insured in time."""
    assert deed.day and deed.until
    begins = placement.start < deed.day <= last_of(placement.end + DAY, 12)
    return begins and deed.day < deed.until < deed.day + timedelta(days=50 * 365) and deed.reasoned
