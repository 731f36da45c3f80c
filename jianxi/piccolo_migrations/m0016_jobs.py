"""后台任务: jobs and their files."""

from jianxi.piccolo_migrations.building import create, index

JOB = """CREATE TABLE job (
    id {id},
    employer INTEGER REFERENCES employer (id) ON DELETE RESTRICT,
    office VARCHAR(6) NOT NULL,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE RESTRICT,
    asked_by TEXT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    label TEXT NOT NULL,
    args {bytes},
    fingerprint VARCHAR(64) NOT NULL,
    state VARCHAR(12) NOT NULL,
    attempts INTEGER NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    cancelling BOOLEAN NOT NULL,
    lease_until TIMESTAMPTZ,
    told TEXT NOT NULL,
    path TEXT NOT NULL,
    report {bytes},
    asked_at TIMESTAMPTZ NOT NULL,
    begun_at TIMESTAMPTZ,
    ended_at TIMESTAMPTZ,
    CONSTRAINT job_owner CHECK ((employer IS NULL) = (office <> '')),
    CONSTRAINT job_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    CONSTRAINT job_running CHECK ((state = 'running') = (lease_until IS NOT NULL)),
    CONSTRAINT job_ended CHECK ((state IN ('waiting', 'running')) = (ended_at IS NULL)),
    CONSTRAINT job_args CHECK ((state IN ('waiting', 'running')) = (args IS NOT NULL)),
    CONSTRAINT job_progress CHECK (done >= 0 AND total >= 0 AND attempts >= 0)
)"""
FILE = """CREATE TABLE job_file (
    id {id},
    job INTEGER NOT NULL REFERENCES job (id) ON DELETE RESTRICT,
    part VARCHAR(8) NOT NULL,
    key VARCHAR(32) NOT NULL CONSTRAINT job_file_key_key UNIQUE,
    name {bytes} NOT NULL,
    size INTEGER NOT NULL,
    CONSTRAINT job_file_part CHECK (part IN ('sent', 'result')),
    CONSTRAINT job_file_size CHECK (size > 0)
)"""
OPEN = "state IN ('waiting', 'running')"


async def forwards() -> None:
    await create(JOB)
    await create(FILE)
    await index("job_open", "job (state, id)", where=OPEN)
    await index("job_asked_once", "job (fingerprint)", unique=True, where=OPEN)
    await index("job_of_employer", "job (employer, id)", where="employer IS NOT NULL")
    await index("job_of_office", "job (office, id)", where="office <> ''")
    await index("job_detailed", "job (ended_at)", where="report IS NOT NULL")
    await index("job_file_once", "job_file (job, part)", unique=True)
