"""Networks that the county's office has listed, to be attacked."""

from datetime import date

from jianxi.tables.sign_in import ListedNetwork
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.conftest import NOW
from tests.hostile.town import Town


async def listed(town: Town, place: int) -> int:
    """One that nobody else has."""
    row = ListedNetwork(
        network=f"192.0.{place // 256 % 256}.{place % 256}/32",
        what="历下区人才市场",
        region=town.county.region,
        until_on=date(2026, 12, 31),
        added_by=town.county.name,
        added_at=NOW,
    )
    async with unit_of_work():
        return await insert(row)
