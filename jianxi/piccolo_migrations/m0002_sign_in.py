"""Sign-in under pressure: tries, waits and allow-listed addresses."""


async def forwards() -> None:
    """Nothing yet."""
