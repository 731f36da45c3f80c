"""补贴经费花名册 and 年度清算; no person-month is counted twice in one kind."""

from jianxi.piccolo_migrations.building import create, index

ROSTER = """CREATE TABLE roster (
    id {id},
    employer INTEGER NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
    kind VARCHAR(12) NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    state VARCHAR(16) NOT NULL,
    version INTEGER NOT NULL,
    county VARCHAR(6) NOT NULL,
    level VARCHAR(8) NOT NULL,
    serial INTEGER NOT NULL,
    corrects INTEGER REFERENCES roster (id) ON DELETE RESTRICT,
    counts BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    begun_by VARCHAR(10) NOT NULL,
    state_since TIMESTAMPTZ NOT NULL,
    round INTEGER NOT NULL,
    people INTEGER NOT NULL,
    fen BIGINT NOT NULL,
    insurance_fen BIGINT NOT NULL,
    writing VARCHAR(32) NOT NULL,
    CONSTRAINT roster_kind CHECK (kind IN ('period', 'settlement')),
    CONSTRAINT roster_state CHECK (state IN ('draft', 'sent', 'returned', 'accepted')),
    CONSTRAINT roster_version CHECK (version >= 1),
    CONSTRAINT roster_days CHECK (last_day > first_day),
    CONSTRAINT roster_serial CHECK ((serial = 1) = (corrects IS NULL) AND serial >= 1),
    CONSTRAINT roster_counts CHECK (state = 'accepted' OR NOT counts),
    CONSTRAINT roster_round CHECK (round >= 0 AND (state = 'draft') = (round = 0))
)"""
ROUND = """CREATE TABLE roster_round (
    id {id},
    roster INTEGER NOT NULL REFERENCES roster (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    people INTEGER NOT NULL,
    fen BIGINT NOT NULL,
    insurance_fen BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    content {bytes} NOT NULL,
    sent_at TIMESTAMPTZ NOT NULL,
    sent_by TEXT NOT NULL,
    decision VARCHAR(16) NOT NULL,
    decided_at TIMESTAMPTZ,
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT roster_round_round CHECK (round >= 1),
    CONSTRAINT roster_round_decision CHECK (decision IN ('', 'accepted', 'returned')),
    CONSTRAINT roster_round_decided CHECK ((decision = '') = (decided_at IS NULL))
)"""
LINE = """CREATE TABLE roster_line (
    id {id},
    roster INTEGER NOT NULL REFERENCES roster (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    departure INTEGER REFERENCES departure (id) ON DELETE RESTRICT,
    retention INTEGER REFERENCES retention (id) ON DELETE RESTRICT,
    months INTEGER NOT NULL,
    fen BIGINT NOT NULL,
    insurance_fen BIGINT NOT NULL,
    content {bytes} NOT NULL,
    CONSTRAINT roster_line_place CHECK (place >= 1)
)"""
MONTH = """CREATE TABLE roster_month (
    id {id},
    roster INTEGER NOT NULL REFERENCES roster (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind VARCHAR(12) NOT NULL,
    month DATE NOT NULL,
    standing VARCHAR(8) NOT NULL,
    fen BIGINT NOT NULL,
    insurance_fen BIGINT NOT NULL,
    counted BOOLEAN NOT NULL,
    CONSTRAINT roster_month_standing CHECK (standing IN ('payable', 'pending', 'excluded')),
    CONSTRAINT roster_month_payable CHECK (standing = 'payable' OR (fen = 0 AND insurance_fen = 0)),
    CONSTRAINT roster_month_counted CHECK (NOT counted OR standing <> 'pending'),
    CONSTRAINT roster_month_kind CHECK (kind IN ('period', 'settlement'))
)"""
FILE = """CREATE TABLE roster_file (
    id {id},
    roster INTEGER NOT NULL REFERENCES roster (id) ON DELETE RESTRICT,
    kind VARCHAR(12) NOT NULL,
    place INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
    since INTEGER NOT NULL,
    until INTEGER,
    CONSTRAINT roster_file_rounds CHECK (since >= 1 AND until >= since),
    CONSTRAINT roster_file_kind CHECK (kind IN ('attendance', 'payment', 'other')),
    CONSTRAINT roster_file_place CHECK (place >= 1)
)"""
QUESTION = """CREATE TABLE roster_question (
    id {id},
    roster INTEGER NOT NULL REFERENCES roster (id) ON DELETE RESTRICT,
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    question TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    answer TEXT NOT NULL,
    answered_at TIMESTAMPTZ
)"""


async def forwards() -> None:
    for table in (ROSTER, ROUND, LINE, MONTH, FILE, QUESTION):
        await create(table)
    await index("roster_by_employer", "roster (employer, kind, first_day)")
    await index("roster_by_office", "roster (county, state, id)")
    await index("roster_one_correction", "roster (corrects)", unique=True, where="corrects IS NOT NULL")
    await index(
        "roster_one_draft",
        "roster (employer, kind, first_day, last_day)",
        unique=True,
        where="state = 'draft'",
    )
    await index("roster_round_once", "roster_round (roster, round)", unique=True)
    await index("roster_line_once", "roster_line (roster, round, placement)", unique=True)
    await index("roster_line_place_once", "roster_line (roster, round, place)", unique=True)
    await index("roster_line_by_placement", "roster_line (placement)")
    await index("roster_month_once", "roster_month (roster, round, placement, month)", unique=True)
    await index(
        "roster_month_counted_once", "roster_month (placement, month, kind)", unique=True, where="counted"
    )
    await index(
        "roster_month_person_once", "roster_month (person, month, kind)", unique=True, where="counted"
    )
    await index("roster_month_by_month", "roster_month (month, kind)", where="counted")
    await index("roster_file_once", "roster_file (roster, file)", unique=True)
    await index("roster_file_by_file", "roster_file (file)")
    await index("roster_question_by_roster", "roster_question (roster, placement)")
