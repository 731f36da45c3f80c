"""Who sets 最低工资标准 of a county: its city, by PRODUCT.md 12. Nobody else types it."""

from tests.model.plain import Deed, Verdict, World, city_of
from tests.model.plain_records import Wage


def judge(world: World, deed: Deed) -> Verdict:
    county = world.bases[deed.record].owner.region

    def done(_: int) -> None:
        assert deed.day
        world.wages = (*world.wages, Wage(county, deed.day, deed.amount))

    if deed.actor.kind != "city":
        return Verdict(frozenset({"Forbidden"}), done)
    if deed.actor.region != city_of(county):
        return Verdict(frozenset({"Missing"}), done)
    return Verdict(frozenset({"done" if deed.version else "Stale"}), done)
