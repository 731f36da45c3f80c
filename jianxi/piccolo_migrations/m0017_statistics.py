"""统计 of waiting times: decisions are found among all that the log keeps, which never ends growing."""

from jianxi.piccolo_migrations.building import index

DECISIONS = "verb IN ('approve', 'reject', 'accept', 'return')"


async def forwards() -> None:
    await index("log_entry_decision", "log_entry (noun, at)", where=DECISIONS)
