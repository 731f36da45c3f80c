"""通知: notices, their outbox, reminders, and the codes of 短信验证码 at sign-in."""

from jianxi.piccolo_migrations.building import afterwards, create, index

NOTICE = """CREATE TABLE notice (
    id {id},
    employer INTEGER REFERENCES employer (id) ON DELETE RESTRICT,
    person INTEGER REFERENCES person (id) ON DELETE RESTRICT,
    office VARCHAR(6) NOT NULL,
    noun VARCHAR(16) NOT NULL,
    record INTEGER NOT NULL,
    verb VARCHAR(24) NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    path TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ,
    outbound BOOLEAN NOT NULL,
    CONSTRAINT notice_audience CHECK (
        (CASE WHEN employer IS NULL THEN 0 ELSE 1 END) + (CASE WHEN person IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN office = '' THEN 0 ELSE 1 END) = 1)
)"""
OUTBOX = """CREATE TABLE outbox (
    id {id},
    notice INTEGER NOT NULL REFERENCES notice (id) ON DELETE RESTRICT,
    state VARCHAR(8) NOT NULL,
    channel VARCHAR(4) NOT NULL,
    attempts INTEGER NOT NULL,
    next_at TIMESTAMPTZ NOT NULL,
    lease_until TIMESTAMPTZ,
    sent_at TIMESTAMPTZ,
    fault TEXT NOT NULL,
    CONSTRAINT outbox_state CHECK (state IN ('waiting', 'sending', 'sent', 'unknown', 'failed', 'nowhere')),
    CONSTRAINT outbox_channel CHECK (channel IN ('', 'mail', 'sms')),
    CONSTRAINT outbox_sending CHECK ((state = 'sending') = (lease_until IS NOT NULL)),
    CONSTRAINT outbox_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL))
)"""
REMINDER = """CREATE TABLE reminder (
    id {id},
    kind VARCHAR(24) NOT NULL,
    noun VARCHAR(16) NOT NULL,
    record INTEGER NOT NULL,
    for_on DATE NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL
)"""
SIGN_IN_CODE = """CREATE TABLE sign_in_code (
    id {id},
    token_hash VARCHAR(64) NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    code_hash VARCHAR(64) NOT NULL,
    opened_at TIMESTAMPTZ NOT NULL,
    tries INTEGER NOT NULL,
    CONSTRAINT sign_in_code_tries CHECK (tries >= 0)
)"""
_LEAVES = (
    "INSERT INTO outbox (notice, state, channel, attempts, next_at, fault) "
    "VALUES (NEW.id, 'waiting', '', 0, NEW.created_at, '')"
)


async def forwards() -> None:
    for table in (NOTICE, OUTBOX, REMINDER, SIGN_IN_CODE):
        await create(table)
    await afterwards("notice_leaves", "notice", "INSERT", "NEW.outbound", _LEAVES)
    for audience, is_one in _AUDIENCES:
        await index(f"notice_of_{audience}", f"notice ({audience}, created_at, id)", where=is_one)
        await index(
            f"notice_unread_{audience}", f"notice ({audience})", where=f"{is_one} AND read_at IS NULL"
        )
    await index("outbox_once", "outbox (notice)", unique=True)
    await index("outbox_due", "outbox (next_at, id)", where="state = 'waiting'")
    await index("outbox_claimed", "outbox (lease_until)", where="state = 'sending'")
    await index("outbox_unknown", "outbox (id)", where="state IN ('unknown', 'failed')")
    await index("reminder_once", "reminder (kind, noun, record, for_on)", unique=True)
    await index("reminder_of", "reminder (noun, record)")
    await index("placement_by_end", "placement (ends_on)", where="state = 'approved'")
    await index("insurance_by_end", "insurance (last_day)")
    await index("sign_in_code_token", "sign_in_code (token_hash)", unique=True)
    await index("sign_in_code_person", "sign_in_code (person, opened_at)")


_AUDIENCES = (
    ("employer", "employer IS NOT NULL"),
    ("person", "person IS NOT NULL"),
    ("office", "office <> ''"),
)
