"""离岗 and 留用: departures with their certificates, retentions with their evidence; a person has one or the other."""

from jianxi.piccolo_migrations.building import create, index, refuse

DEPARTURE = """CREATE TABLE departure (
    id {id},
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    state VARCHAR(24) NOT NULL,
    version INTEGER NOT NULL,
    asked_by_person BOOLEAN NOT NULL,
    reason VARCHAR(24) NOT NULL,
    note TEXT NOT NULL,
    wanted_on DATE,
    last_day DATE NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    state_since TIMESTAMPTZ NOT NULL,
    refusal TEXT NOT NULL,
    rejection TEXT NOT NULL,
    decided_at TIMESTAMPTZ,
    decided_by TEXT NOT NULL,
    decided_from VARCHAR(24) NOT NULL,
    certificate INTEGER NOT NULL,
    uploads INTEGER NOT NULL,
    CONSTRAINT departure_state CHECK (state IN ('waiting_employer', 'refused', 'waiting_office',
        'waiting_certificate', 'waiting', 'approved', 'rejected', 'recalled', 'lapsed')),
    CONSTRAINT departure_version CHECK (version >= 1),
    CONSTRAINT departure_wanted CHECK (asked_by_person = (wanted_on IS NOT NULL)),
    CONSTRAINT departure_decided CHECK (state NOT IN ('approved', 'rejected') OR decided_at IS NOT NULL)
)"""
CERTIFICATE_FILE = """CREATE TABLE certificate_file (
    id {id},
    departure INTEGER NOT NULL REFERENCES departure (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    certificate INTEGER NOT NULL,
    place INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
    turn INTEGER NOT NULL,
    reading VARCHAR(8) NOT NULL,
    CONSTRAINT certificate_file_round CHECK (round >= 0),
    CONSTRAINT certificate_file_place CHECK (place >= 1),
    CONSTRAINT certificate_file_turn CHECK (turn IN (0, 90, 180, 270))
)"""
RETENTION = """CREATE TABLE retention (
    id {id},
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    state VARCHAR(16) NOT NULL,
    version INTEGER NOT NULL,
    post TEXT NOT NULL,
    contract_from DATE NOT NULL,
    contract_to DATE NOT NULL,
    insured_on DATE,
    recorded_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT retention_state CHECK (state IN ('recorded', 'revoked')),
    CONSTRAINT retention_version CHECK (version >= 1),
    CONSTRAINT retention_contract CHECK (contract_to >= contract_from)
)"""
RETENTION_FILE = """CREATE TABLE retention_file (
    id {id},
    retention INTEGER NOT NULL REFERENCES retention (id) ON DELETE RESTRICT,
    place INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
    CONSTRAINT retention_file_place CHECK (place >= 1)
)"""
_STANDS = "state NOT IN ('recalled', 'lapsed')"


async def forwards() -> None:
    for table in (DEPARTURE, CERTIFICATE_FILE, RETENTION, RETENTION_FILE):
        await create(table)
    await index("departure_one_standing", "departure (placement)", unique=True, where=_STANDS)
    await index("departure_by_placement", "departure (placement, id)")
    await index("departure_by_state", "departure (state, id)")
    await index("certificate_file_once", "certificate_file (departure, round, file)", unique=True)
    await index("certificate_file_by_file", "certificate_file (file)")
    await index("retention_one_standing", "retention (placement)", unique=True, where="state = 'recorded'")
    await index("retention_by_placement", "retention (placement, id)")
    await index("retention_file_once", "retention_file (retention, file)", unique=True)
    await index("retention_file_by_file", "retention_file (file)")
    await _either()


async def _either() -> None:
    """Of 离岗 and 留用 one stands. Both write the placement's row first, so that on PostgreSQL the second sees the first."""
    left = f"EXISTS (SELECT 1 FROM departure WHERE placement = NEW.placement AND {_STANDS})"
    kept = "EXISTS (SELECT 1 FROM retention WHERE placement = NEW.placement AND state = 'recorded')"
    of_departure, of_retention = f"NEW.{_STANDS}", "NEW.state = 'recorded'"
    lock = "IF {} THEN PERFORM 1 FROM placement WHERE id = NEW.placement FOR UPDATE; END IF"
    events = ("INSERT", "UPDATE OF state")
    await refuse(
        "departure_of_retained",
        "departure",
        events,
        f"{of_departure} AND {kept}",
        lock.format(of_departure),
    )
    await refuse(
        "retention_of_departed",
        "retention",
        events,
        f"{of_retention} AND {left}",
        lock.format(of_retention),
    )
