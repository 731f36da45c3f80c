"""身份冲突: cases for the county offices."""


async def forwards() -> None:
    """Nothing yet."""
