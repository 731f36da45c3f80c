"""One fault for each invariant, in SQL, of a world with one record of each kind; it is undone afterwards."""

from tests.cli import faults_of_placements, faults_of_retentions
from tests.cli.faults_of_departures import LEFT, OF_DEPARTURES, PLACED
from tests.cli.faults_of_placements import OF_PLACEMENT_LOG, OF_PLACEMENTS
from tests.cli.faults_of_retentions import OF_RETENTIONS
from tests.cli.faults_of_signed import OF_SIGNED

ON_SQLITE = (
    *faults_of_placements.ON_SQLITE,
    *faults_of_retentions.ON_SQLITE,
    "DROP INDEX application_one_live",
    "DROP TRIGGER application_chance_used_insert",
    "DROP TRIGGER application_chance_was_used_update",
    "DROP TRIGGER person_chance_while_waiting_update",
    "DROP TRIGGER log_entry_append_only_update",
    "DROP TRIGGER log_entry_append_only_delete",
)
ON_POSTGRES = ("DROP INDEX application_one_live", "SET LOCAL session_replication_role = replica")
"""What the database itself would refuse is let through, so that the scan can be seen to find it."""

_ENTRY = (
    "INSERT INTO log_entry (at, actor_kind, actor, actor_name, office, noun, record, verb, source, target, "
    "reason, facts, digest) VALUES ('2026-11-20 02:00:00+00:00', '{kind}', {actor}, '-', '', '{noun}', {record}, "
    "'{verb}', '{source}', '{target}', '{reason}', '', '-')"
)


def entry(
    noun: str, made: str, kind: str = "employer", actor: str = "1", record: str = "1", reason: str = ""
) -> str:
    """`made` as 「approve waiting_city approved」."""
    verb, source, target = made.split(" ")
    words = {"verb": verb, "source": source, "target": target, "reason": reason, "record": record}
    return _ENTRY.format(kind=kind, actor=actor, noun=noun, **words)


_LIVE = (
    "INSERT INTO application (person, position, employer, state, version, applied_at, rejection) "
    "SELECT person, position, employer, 'waiting', 1, applied_at, '' FROM application"
)
OF_RECORDS: dict[str, tuple[str, ...]] = {
    "base-level": ("UPDATE base SET level = '', state = 'revoked'",),
    "base-in-force": ("UPDATE base SET approved_at = NULL",),
    "base-version-in-force": ("UPDATE base SET approved_round = 0",),
    "base-amendment": ("UPDATE base SET amendment_state = 'waiting_county'",),
    "base-amendment-as-logged": (entry("base", "amend approved approved"),),
    "base-chain": ("UPDATE base SET chain = 'city'",),
    "base-rounds": ("UPDATE base SET round = 2",),
    "base-past-county": ("UPDATE base SET county_passed_at = NULL",),
    "base-decided-by": ("UPDATE base SET state = 'rejected', rejection = ''",),
    "base-city-after-county": ("UPDATE base_version SET county_at = NULL",),
    "position-seats": ("UPDATE position SET accepted = 3",),
    "position-owner": ("UPDATE position SET county = '370103'",),
    "position-base": ("UPDATE base_version SET level = ''", "DELETE FROM log_entry"),
    "position-chain": ("UPDATE position SET chain = 'county'",),
    "position-city-after-county": ("UPDATE position SET chain = 'county,city', base_level = 'county'",),
    "position-published": ("UPDATE position SET first_published_at = NULL",),
    "position-rejected": ("UPDATE position SET state = 'rejected'",),
    "position-applied-for": ("UPDATE position SET state = 'waiting_city'",),
    "person-one-live-application": (_LIVE,),
    "application-chance-used": (
        "UPDATE person SET chance_used_at = created_at",
        "UPDATE application SET state = 'waiting'",
    ),
    "application-employer": ("UPDATE application SET employer = (SELECT max(id) FROM employer)",),
    "application-position-published": ("UPDATE position SET first_published_at = NULL",),
    "application-intention": ("DELETE FROM intention",),
    "application-switched": ("UPDATE application SET switched_from = id",),
    "application-ended": ("UPDATE application SET state = 'cancelled'",),
    "application-decided": ("UPDATE application SET decided_at = NULL",),
}


def of_log(noun: str, sound: str) -> dict[str, tuple[str, ...]]:
    """`sound` is a move that the flow knows; the record is in its target."""
    verb, source, target = sound.split(" ")
    return {
        f"{noun}-logged": ("DELETE FROM log_entry",),
        f"{noun}-state-as-logged": (entry(noun, f"{verb} {source} elsewhere"),),
        f"{noun}-log-unbroken": (entry(noun, sound),),
        f"{noun}-moves-known": (entry(noun, f"{verb} {target} {source}"),),
        f"{noun}-versions-counted": (f"UPDATE {noun} SET version = version + 1",),
        f"{noun}-not-lost": (entry(noun, sound, record="99"),),
        f"{noun}-reasons": (entry(noun, "reject waiting_city rejected", "city"),),
        f"{noun}-owner-acted": (entry(noun, sound, actor="99"),),
        f"{noun}-office-acted": (entry(noun, sound, "city", "(SELECT min(id) FROM official)"),),
    }


_CASE = (
    "INSERT INTO identity_case (person, graduate, person_name, graduate_name, region, state, version, opened_at, "
    "reason) SELECT p.id, g.id, '-', '-', '370102', 'handed_over', 2, p.created_at, '-' FROM person p, graduate g"
)
OF_LOG: dict[str, tuple[str, ...]] = {
    **of_log("base", "submit draft waiting_county"),
    **of_log("position", "publish approved published"),
    **of_log("application", "accept waiting accepted"),
    "log-digest": ("UPDATE log_entry SET actor_name = '-'",),
}

OF_FILINGS: dict[str, tuple[str, ...]] = {
    "filing-rounds": ("UPDATE filing SET round = 2",),
    "filing-decided": ("UPDATE filing SET state = 'sent'",),
    "filing-round-returned": ("UPDATE filing SET round = 2",),
    "filing-round-bases": ("UPDATE filed_base SET place = 3",),
    "filed-base-city": ("UPDATE filing SET city = '370400'",),
    "filed-base-standing": ("UPDATE filed_base SET standing = 'waiting_city'",),
    "filed-base-since": ("UPDATE filed_base SET since = id",),
    "filed-base-in-force": ("UPDATE base SET state = 'waiting_city'",),
    "filed-base-sealed": ("UPDATE filed_base SET content = (SELECT id_number FROM person)",),
    "filing-logged": ("DELETE FROM log_entry",),
    "filing-state-as-logged": (entry("filing", "receive sent elsewhere", "province"),),
    "filing-log-unbroken": (entry("filing", "receive sent received", "province"),),
    "filing-moves-known": (entry("filing", "receive received sent", "province"),),
    "filing-versions-counted": ("UPDATE filing SET version = version + 1",),
    "filing-not-lost": (entry("filing", "receive sent received", "province", record="99"),),
    "filing-reasons": (entry("filing", "return sent returned", "province"),),
    "filing-office-acted": ("UPDATE filing SET city = '370400'",),
}

OF_PEOPLE: dict[str, tuple[str, ...]] = {
    "account-owned": (
        "INSERT INTO account (username, username_key, password_hash, kind, disabled, created_at) "
        "SELECT 'x', 'x', '-', kind, disabled, created_at FROM account WHERE id = 1",
    ),
    "session-owned": (
        "INSERT INTO session (token_hash, person, created_at, seen_at, idle_seconds, ends_at) "
        "SELECT '-', 99, created_at, created_at, 1, created_at FROM account WHERE id = 1",
    ),
    "employer-county": ("UPDATE employer SET county = '370199'",),
    "official-region": ("UPDATE official SET region = '370199'",),
    "person-kind": ("UPDATE person SET cohort = NULL",),
    "person-register": ("UPDATE person SET cohort = 2025",),
    "person-released": ("UPDATE person SET id_index = 'case-1'",),
    "identity-case-holder": (_CASE,),
    "person-sealed": ("UPDATE person SET phone = id_number",),
    "graduate-sealed": ("UPDATE graduate SET phone = id_number",),
    "employer-sealed": ("UPDATE employer SET phone = (SELECT id_number FROM person)",),
    "base-sealed": ("UPDATE base SET draft = (SELECT id_number FROM person)",),
    "base-version-sealed": ("UPDATE base_version SET content = (SELECT id_number FROM person)",),
    "session-sealed": (
        "INSERT INTO session (token_hash, claim, created_at, seen_at, idle_seconds, ends_at) "
        "SELECT '-', id_number, created_at, created_at, 1, created_at FROM person",
    ),
    "person-indexed": ("UPDATE person SET id_index = '-'",),
    "graduate-indexed": ("UPDATE graduate SET id_index = '-'",),
}

_MANY_FILES = (
    "INSERT INTO stored_file (key, name, kind, size, digest, pages, uploaded_at) "
    "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 21) "
    "SELECT 'k' || n, name, kind, size, digest, pages, uploaded_at FROM n, stored_file f WHERE f.id = 1"
)
_ONE_SIDE = "INSERT INTO identity_picture (person, side, file) SELECT id, 'front', 1 FROM person WHERE cohort IS NOT NULL"
OF_FILES: dict[str, tuple[str, ...]] = {
    "base-version-paper": ("DELETE FROM paper",),
    "paper-version": ("UPDATE paper SET version = 2",),
    "base-version-files": ("DELETE FROM base_file WHERE round = 1 AND kind = 'rules'",),
    "base-draft-files": (
        _MANY_FILES,
        "INSERT INTO base_file (base, round, kind, place, file) "
        "SELECT 1, 0, 'rules', 0, id FROM stored_file WHERE key LIKE 'k%'",
    ),
    "base-file-round": ("UPDATE base_file SET round = 2 WHERE round = 1",),
    "person-identity-pictures": (_ONE_SIDE,),
    "person-released-pictures": (_ONE_SIDE, "UPDATE person SET id_index = 'case-1'"),
    "stored-file-kept-for": ("UPDATE stored_file SET kept_for = '1:front' WHERE id = 1",),
    "stored-file-sealed": ("UPDATE stored_file SET name = (SELECT id_number FROM person)",),
}

_STRAY = "UPDATE paper SET kind = 'agreement', record = 999"
OF_PAPERS: dict[str, tuple[str, ...]] = {
    "placement-agreement": (PLACED,),
    "departure-certificate": (PLACED, LEFT),
    "paper-of-traineeship": (_STRAY,),
    "paper-content": (_STRAY,),
}
FAULTS = {
    **OF_RECORDS,
    **OF_FILES,
    **OF_FILINGS,
    **OF_LOG,
    **OF_PAPERS,
    **OF_PEOPLE,
    **OF_PLACEMENTS,
    **OF_PLACEMENT_LOG,
    **OF_DEPARTURES,
    **OF_RETENTIONS,
    **OF_SIGNED,
}
