"""变更申请 and suspensions of a base."""


async def forwards() -> None:
    """Nothing yet."""
