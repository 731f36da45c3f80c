"""Whether the database answers."""

from jianxi.tables.regions import RegionRow


async def database_answers() -> bool:
    """Any failure is an answer here: no."""
    try:
        await RegionRow.select(RegionRow.id).limit(1)
    except Exception:  # noqa: BLE001
        return False
    return True
