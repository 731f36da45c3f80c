"""Which suggested reasons a submission of a base was rejected for, so that they can stand by the parts they name."""

from jianxi.piccolo_migrations.building import run


async def forwards() -> None:
    await run("ALTER TABLE base_version ADD COLUMN rejected_for TEXT NOT NULL DEFAULT ''")
