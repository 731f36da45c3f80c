"""What 改报, 放弃录用 and 取消录用 keep."""


async def forwards() -> None:
    """Nothing yet."""
