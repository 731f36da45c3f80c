"""The tables of the first part, from region to application, with the rules that the database itself keeps."""

from jianxi.domain.regions import read_csv
from jianxi.piccolo_migrations import m0001_accounts, m0001_people
from jianxi.piccolo_migrations.building import afterwards, create, index, refuse
from jianxi.tables.regions import RegionRow


async def forwards() -> None:
    for statement in (*m0001_accounts.STATEMENTS, *m0001_people.STATEMENTS):
        await create(statement)
    await _indexes()
    await _one_chance()
    await _seats()
    await _log_stays()
    await _regions()


async def _indexes() -> None:
    await index(
        "application_one_live", "application (person)", unique=True, where="state IN ('waiting', 'accepted')"
    )
    await index("base_version_once", "base_version (base, round)", unique=True)
    await index("application_by_person", "application (person, id)")
    await index("application_by_position", "application (position, state)")
    await index("application_by_employer", "application (employer, state, id)")
    await index("position_by_county", "position (county, state, id)")
    await index("position_by_state", "position (state, published_at)")
    await index("position_by_base", "position (base)")
    await index("position_by_employer", "position (employer, state, id)")
    await index("base_by_state", "base (state, id)")
    await index("person_by_account", "person (account)", unique=True)
    await index("person_by_graduate", "person (graduate)")
    await index("session_by_account", "session (account)")
    await index("session_by_person", "session (person)")
    await index("session_by_seen", "session (seen_at)")
    await index("official_by_region", "official (region, id)")
    await index("employer_by_county", "employer (county)")
    await index("graduate_by_cohort", "graduate (cohort, id)")
    await index("graduate_by_origin", "graduate (origin, id)")
    await index("region_by_parent", "region (parent)")
    await index("log_entry_by_record", "log_entry (noun, record, id)")
    await index("policy_by_key", "policy (key, region, effective_from)")


async def _one_chance() -> None:
    used = "EXISTS (SELECT 1 FROM person WHERE id = NEW.person AND chance_used_at IS NOT NULL)"
    live = "NEW.state IN ('waiting', 'accepted')"
    held = f"IF {live} THEN PERFORM 1 FROM person WHERE id = NEW.person FOR SHARE; END IF"
    await refuse("application_chance_used", "application", ("INSERT",), f"{live} AND {used}", held)
    again = f"{live} AND (OLD.state NOT IN ('waiting', 'accepted') OR OLD.person <> NEW.person)"
    await refuse(
        "application_chance_was_used",
        "application",
        ("UPDATE OF state, person",),
        f"{again} AND {used}",
        held.replace(live, again),
    )
    waits = "EXISTS (SELECT 1 FROM application WHERE person = NEW.id AND state = 'waiting')"
    uses = "NEW.chance_used_at IS NOT NULL AND OLD.chance_used_at IS NULL"
    await refuse(
        "person_chance_while_waiting", "person", ("UPDATE OF chance_used_at",), f"{uses} AND {waits}"
    )


async def _seats() -> None:
    """`position.accepted` counts the accepted applications, whoever writes them; its CHECK refuses one too many."""
    goes = "OLD.state = 'accepted' AND (NEW.state <> 'accepted' OR NEW.position <> OLD.position)"
    comes = "NEW.state = 'accepted' AND (OLD.state <> 'accepted' OR NEW.position <> OLD.position)"
    free = "UPDATE position SET accepted = accepted - 1 WHERE id = OLD.position"
    take = "UPDATE position SET accepted = accepted + 1 WHERE id = NEW.position"
    moved = "UPDATE OF state, position"
    await afterwards("application_seat_first", "application", "INSERT", "NEW.state = 'accepted'", take)
    await afterwards("application_seat_freed", "application", moved, goes, free)
    await afterwards("application_seat_taken", "application", moved, comes, take)
    await afterwards("application_seat_gone", "application", "DELETE", "OLD.state = 'accepted'", free)


async def _log_stays() -> None:
    await refuse("log_entry_append_only", "log_entry", ("UPDATE", "DELETE"), "true")


async def _regions() -> None:
    rows = [
        RegionRow(
            code=region.code, name=region.name, parent=region.parent, level=str(region.level), sort=place
        )
        for place, region in enumerate(read_csv())
    ]
    for start in range(0, len(rows), 500):
        await RegionRow.insert(*rows[start : start + 500])
