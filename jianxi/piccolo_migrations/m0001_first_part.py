"""The tables of the first part, from region to application, with the rules that the database itself keeps."""

from jianxi.domain.regions import read_csv
from jianxi.piccolo_migrations.building import create, index, refuse
from jianxi.tables.engine import TABLES
from jianxi.tables.regions import RegionRow

CHECKS: dict[str, dict[str, str]] = {
    "account": {"account_kind": "kind IN ('employer', 'graduate', 'official')"},
    "region": {"region_level": "level IN ('province', 'city', 'county')", "region_code": "length(code) = 6"},
    "employer": {"employer_credit_code": "length(credit_code) = 18"},
    "base": {
        "base_state": "state IN ('draft', 'waiting_county', 'waiting_city', 'approved', 'rejected', "
        "'suspended', 'revoked')",
        "base_level": "level IN ('', 'county', 'city')",
        "base_level_known": "level <> '' OR state NOT IN ('approved', 'suspended')",
        "base_round": "round >= 0",
    },
    "graduate": {"graduate_cohort": "cohort BETWEEN 1950 AND 2200"},
    "person": {"person_kind": "kind IN ('graduate', 'youth')"},
    "position": {
        "position_state": "state IN ('waiting_county', 'waiting_city', 'approved', 'rejected', 'published', "
        "'withdrawn')",
        "position_base_level": "base_level IN ('county', 'city')",
        "position_headcount": "headcount BETWEEN 1 AND 500",
        "position_seats": "accepted BETWEEN 0 AND headcount",
        "position_months": "months BETWEEN 1 AND 24",
        "position_allowance": "allowance_fen >= 0",
        "position_deadline": "state <> 'published' OR published_at IS NOT NULL",
    },
    "application": {
        "application_state": "state IN ('waiting', 'accepted', 'rejected', 'withdrawn', 'cancelled')"
    },
}
VERSIONED = ("base", "graduate", "person", "intention", "position", "application")


async def forwards() -> None:
    for table in TABLES:
        name = table._meta.tablename
        versioned = {f"{name}_version": "version >= 1"} if name in VERSIONED else {}
        await create(table, {**CHECKS.get(name, {}), **versioned})
    await _indexes()
    await _one_chance()
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
    await index("person_by_account", "person (account)")
    await index("person_by_graduate", "person (graduate)")
    await index("session_by_account", "session (account)")
    await index("official_by_region", "official (region, id)")
    await index("log_entry_by_record", "log_entry (noun, record, id)")
    await index("policy_by_key", "policy (key, region, effective_from)")


async def _one_chance() -> None:
    used = "EXISTS (SELECT 1 FROM person WHERE id = NEW.person AND chance_used_at IS NOT NULL)"
    live = "NEW.state IN ('waiting', 'accepted')"
    await refuse("application_chance_used", "application", ("INSERT",), f"{live} AND {used}")
    revived = f"{live} AND OLD.state NOT IN ('waiting', 'accepted') AND {used}"
    await refuse("application_chance_was_used", "application", ("UPDATE OF state",), revived)


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
