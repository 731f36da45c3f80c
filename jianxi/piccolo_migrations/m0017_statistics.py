"""统计: decisions are found among all that the log keeps, which never ends growing, and what was granted is summed without
reading the person-months themselves."""

from jianxi.piccolo_migrations.building import index

DECISIONS = "verb IN ('approve', 'reject', 'accept', 'return')"


async def forwards() -> None:
    await index("log_entry_decision", "log_entry (noun, at)", where=DECISIONS)
    sums = "roster_month (kind, month, roster, fen, insurance_fen)"
    await index("roster_month_granted", sums, where="counted")
