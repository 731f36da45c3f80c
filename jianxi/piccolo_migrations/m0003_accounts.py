"""One-time links for a new password, second factors, what a session tells of its browser."""


async def forwards() -> None:
    """Nothing yet."""
