"""Stored files, how many were sent by whom, 附件 of bases and 身份证件信息."""

from jianxi.piccolo_migrations.building import create, index

FILE = """CREATE TABLE stored_file (
    id {id},
    key VARCHAR(32) NOT NULL CONSTRAINT stored_file_key_key UNIQUE,
    name {bytes} NOT NULL,
    kind VARCHAR(8) NOT NULL,
    size INTEGER NOT NULL,
    digest VARCHAR(64) NOT NULL,
    pages INTEGER NOT NULL,
    uploaded_at TIMESTAMPTZ NOT NULL,
    kept_for VARCHAR(32) CONSTRAINT stored_file_kept_for_key UNIQUE,
    CONSTRAINT stored_file_kind CHECK (kind IN ('pdf', 'jpeg', 'png')),
    CONSTRAINT stored_file_size CHECK (size > 0),
    CONSTRAINT stored_file_pages CHECK (pages >= 1)
)"""
SENT = """CREATE TABLE sent_file (
    id {id},
    sender VARCHAR(64) NOT NULL,
    size INTEGER NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT sent_file_size CHECK (size >= 0)
)"""
BASE_FILE = """CREATE TABLE base_file (
    id {id},
    base INTEGER NOT NULL REFERENCES base (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    kind VARCHAR(8) NOT NULL,
    place INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
    CONSTRAINT base_file_kind CHECK (kind IN ('rules', 'papers')),
    CONSTRAINT base_file_round CHECK (round >= 0)
)"""
PICTURE = """CREATE TABLE identity_picture (
    id {id},
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    side VARCHAR(8) NOT NULL,
    file INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
    CONSTRAINT identity_picture_side CHECK (side IN ('front', 'back'))
)"""


async def forwards() -> None:
    for table in (FILE, SENT, BASE_FILE, PICTURE):
        await create(table)
    await index("stored_file_by_digest", "stored_file (digest)")
    await index("sent_file_of_sender", "sent_file (sender, sent_at)")
    await index("sent_file_by_time", "sent_file (sent_at)")
    await index("base_file_once", "base_file (base, round, file)", unique=True)
    await index("base_file_by_file", "base_file (file)")
    await index("identity_picture_side_of_person", "identity_picture (person, side)", unique=True)
    await index("identity_picture_by_file", "identity_picture (file)")
