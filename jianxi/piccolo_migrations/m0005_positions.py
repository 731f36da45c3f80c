"""What the remaining moves of a position keep."""


async def forwards() -> None:
    """Nothing yet."""
