"""What 改报, 放弃录用 and 取消录用 keep: how an acceptance ended and why, and which application a 改报 followed."""

from jianxi.piccolo_migrations.building import index, run

COLUMNS = (
    "ended_at TIMESTAMPTZ",
    "ended_by VARCHAR(10) NOT NULL DEFAULT ''",
    "ending TEXT NOT NULL DEFAULT ''",
    "switched_from INTEGER REFERENCES application (id) ON DELETE RESTRICT",
)


async def forwards() -> None:
    for column in COLUMNS:
        await run(f"ALTER TABLE application ADD COLUMN {column}")
    await index("application_switched_once", "application (switched_from)", unique=True)
