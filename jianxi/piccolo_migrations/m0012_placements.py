"""录用上岗: placements with insurance, 生活费调整 and uploaded agreements; what a paper says is kept with its version."""

from jianxi.piccolo_migrations.building import afterwards, create, index, refuse, run

PLACEMENT = """CREATE TABLE placement (
    id {id},
    application INTEGER NOT NULL REFERENCES application (id) ON DELETE RESTRICT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    employer INTEGER NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL REFERENCES position (id) ON DELETE RESTRICT,
    state VARCHAR(16) NOT NULL,
    version INTEGER NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    allowance_fen INTEGER NOT NULL,
    mentor TEXT NOT NULL,
    warnings TEXT NOT NULL,
    agreement INTEGER NOT NULL,
    uploads INTEGER NOT NULL,
    registered_at TIMESTAMPTZ NOT NULL,
    state_since TIMESTAMPTZ NOT NULL,
    waits_since TIMESTAMPTZ,
    decided_at TIMESTAMPTZ,
    decided_by TEXT NOT NULL,
    rejection TEXT NOT NULL,
    was_on_duty BOOLEAN NOT NULL,
    never_came BOOLEAN NOT NULL,
    CONSTRAINT placement_state CHECK (state IN ('unsigned', 'waiting', 'approved', 'rejected', 'cancelled')),
    CONSTRAINT placement_version CHECK (version >= 1),
    CONSTRAINT placement_period CHECK (ends_on >= starts_on),
    CONSTRAINT placement_allowance CHECK (allowance_fen > 0),
    CONSTRAINT placement_agreement CHECK (agreement >= 1),
    CONSTRAINT placement_uploads CHECK (uploads >= 0),
    CONSTRAINT placement_decided CHECK (state <> 'approved' OR decided_at IS NOT NULL)
)"""
INSURANCE = """CREATE TABLE insurance (
    id {id},
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    place INTEGER NOT NULL,
    kind VARCHAR(16) NOT NULL,
    company TEXT NOT NULL,
    policy_number TEXT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    CONSTRAINT insurance_place CHECK (place BETWEEN 1 AND 3),
    CONSTRAINT insurance_period CHECK (last_day >= first_day)
)"""
RAISE = """CREATE TABLE allowance_raise (
    id {id},
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    starts_on DATE NOT NULL,
    allowance_fen INTEGER NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT allowance_raise_allowance CHECK (allowance_fen > 0)
)"""
AGREEMENT_FILE = """CREATE TABLE agreement_file (
    id {id},
    placement INTEGER NOT NULL REFERENCES placement (id) ON DELETE RESTRICT,
    round INTEGER NOT NULL,
    agreement INTEGER NOT NULL,
    place INTEGER NOT NULL,
    file INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
    turn INTEGER NOT NULL,
    reading VARCHAR(8) NOT NULL,
    CONSTRAINT agreement_file_round CHECK (round >= 0),
    CONSTRAINT agreement_file_place CHECK (place >= 1),
    CONSTRAINT agreement_file_turn CHECK (turn IN (0, 90, 180, 270))
)"""
_LIVE = "('unsigned', 'waiting', 'approved', 'rejected')"
_USED = "({0}state = 'approved' OR {0}was_on_duty) AND NOT {0}never_came"
_NEW, _OLD = _USED.format("NEW."), _USED.format("OLD.")


async def forwards() -> None:
    for table in (PLACEMENT, INSURANCE, RAISE, AGREEMENT_FILE):
        await create(table)
    await run("ALTER TABLE paper ADD COLUMN digest VARCHAR(64) NOT NULL DEFAULT ''")
    await create("ALTER TABLE paper ADD COLUMN content {bytes}")
    await run("ALTER TABLE paper ADD COLUMN file INTEGER REFERENCES stored_file (id) ON DELETE RESTRICT")
    await _indexes()
    await _one_chance()
    await _accepted()


async def _indexes() -> None:
    await index("placement_once", "placement (application)", unique=True)
    await index("placement_by_person", "placement (person)")
    await index("placement_by_employer", "placement (employer, state, id)")
    await index("placement_by_position", "placement (position)")
    await index("placement_by_state", "placement (state, id)")
    await index("insurance_place_once", "insurance (placement, place)", unique=True)
    await index("allowance_raise_once", "allowance_raise (placement, starts_on)", unique=True)
    await index("agreement_file_once", "agreement_file (placement, round, file)", unique=True)
    await index("agreement_file_by_file", "agreement_file (file)")
    await index("paper_by_file", "paper (file)")


async def _one_chance() -> None:
    """One placement a person uses the chance up, and `person.chance_used_at` says when, whoever writes."""
    await index("placement_one_chance", "placement (person)", unique=True, where=_USED.format(""))
    # Who comes back from 未上岗 may have papers that wait again, with no decision that stands.
    moment = "coalesce(NEW.decided_at, NEW.state_since)"
    use = f"UPDATE person SET chance_used_at = {moment} WHERE id = NEW.person"
    free = "UPDATE person SET chance_used_at = NULL WHERE id = OLD.person"
    moved = "UPDATE OF state, was_on_duty, never_came"
    await afterwards("placement_chance_first", "placement", "INSERT", _NEW, use)
    await afterwards("placement_chance_used", "placement", moved, f"({_NEW}) AND NOT ({_OLD})", use)
    await afterwards("placement_chance_freed", "placement", moved, f"({_OLD}) AND NOT ({_NEW})", free)
    await afterwards("placement_chance_gone", "placement", "DELETE", _OLD, free)


async def _accepted() -> None:
    """A placement that stands has an acceptance that stands. 未上岗 ends both."""
    of_accepted = "SELECT 1 FROM application WHERE id = NEW.application AND state = 'accepted'"
    stands = f"NEW.state IN {_LIVE} AND NOT NEW.never_came"
    # One that stood before is kept from losing its acceptance by the other trigger. To lock the application for it, too, would be
    # against the order of locks: who holds a placement alone would wait for who holds the application and wants the placement.
    comes = (
        "TG_OP = 'INSERT' OR OLD.state = 'cancelled' OR OLD.never_came OR OLD.application <> NEW.application"
    )
    await refuse(
        "placement_not_accepted",
        "placement",
        ("INSERT", "UPDATE OF state, never_came, application"),
        f"{stands} AND NOT EXISTS ({of_accepted})",
        f"IF {stands} AND ({comes}) THEN PERFORM 1 FROM application WHERE id = NEW.application FOR SHARE; END IF",
    )
    placed = f"SELECT 1 FROM placement WHERE application = NEW.id AND state IN {_LIVE} AND NOT never_came"
    leaves = "OLD.state = 'accepted' AND NEW.state <> 'accepted'"
    await refuse(
        "application_is_placed", "application", ("UPDATE OF state",), f"{leaves} AND EXISTS ({placed})"
    )
