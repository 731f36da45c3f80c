"""One fault for each invariant of 上岗, in SQL, of a world with one accepted application."""

_PLACED = (
    "INSERT INTO placement (application, person, employer, position, state, version, starts_on, ends_on, "
    "allowance_fen, mentor, warnings, agreement, uploads, registered_at, state_since, decided_at, decided_by, "
    "rejection, was_on_duty, never_came) SELECT id, person, employer, position, 'approved', 3, '2026-11-01', '2027-04-30', "
    "260000, '-', '', 1, 1, '2026-11-01 02:00:00+00:00', '2026-11-02 02:00:00+00:00', '2026-11-02 02:00:00+00:00', '-', '', FALSE, FALSE "
    "FROM application"
)
_ENTRY = (
    "INSERT INTO log_entry (at, actor_kind, actor, actor_name, office, noun, record, verb, source, target, reason, "
    "facts, digest) SELECT registered_at, '{kind}', {actor}, '-', '', 'placement', {record}, '{verb}', '{source}', "
    "'{target}', '', '', '-' FROM placement"
)


def _insured(first: str, last: str, place: int = 1) -> str:
    return (
        "INSERT INTO insurance (placement, place, kind, company, policy_number, first_day, last_day) "
        f"SELECT id, {place}, 'accident', '', '-', '{first}', '{last}' FROM placement"
    )


def _raised(day: str, fen: int) -> str:
    return (
        "INSERT INTO allowance_raise (placement, starts_on, allowance_fen, recorded_at) "
        f"SELECT id, '{day}', {fen}, registered_at FROM placement"
    )


def _set(what: str) -> tuple[str, str]:
    return _PLACED, f"UPDATE placement SET {what}"


def _entry(made: str, kind: str = "employer", actor: str = "employer", record: str = "id") -> str:
    """`made` as 「approve waiting approved」."""
    verb, source, target = made.split(" ")
    words = {"verb": verb, "source": source, "target": target, "record": record}
    return _ENTRY.format(kind=kind, actor=actor, **words)


ON_SQLITE = ("DROP TRIGGER placement_not_accepted_update", "DROP TRIGGER application_is_placed_update")
OF_PLACEMENTS: dict[str, tuple[str, ...]] = {
    "placement-insured": (
        _PLACED,
        _insured("2026-11-01", "2027-01-30"),
        _insured("2027-02-01", "2027-04-30", 2),
    ),
    "insurance-company": (_PLACED, _insured("2026-11-01", "2027-04-30")),
    "placement-owner": _set("employer = (SELECT max(id) FROM employer)"),
    "placement-accepted": _set("state = 'cancelled'"),
    "person-chance": ("UPDATE person SET chance_used_at = created_at",),
    "placement-uploads": _set("state = 'waiting', uploads = 0"),
    "placement-waits": _set("state = 'waiting'"),
    "placement-decided": _set("state = 'rejected'"),
    "allowance-raise": (_PLACED, _raised("2026-12-01", 280_000), _raised("2027-01-01", 270_000)),
}
_SOUND = (
    _PLACED,
    _entry("record  unsigned"),
    _entry("upload unsigned waiting"),
    _entry("approve waiting approved", "county", "(SELECT min(id) FROM official)"),
)
_FOUND = {
    "logged": "DELETE FROM log_entry",
    "state-as-logged": _entry("reopen approved elsewhere", "county"),
    "log-unbroken": _entry("approve waiting approved", "county"),
    "moves-known": _entry("approve approved waiting", "county"),
    "versions-counted": "UPDATE placement SET version = version + 1",
    "not-lost": _entry("record  unsigned", record="99"),
    "reasons": _entry("reject waiting rejected", "county"),
    "owner-acted": _entry("edit unsigned unsigned", actor="99"),
    "office-acted": _entry("approve waiting approved", "city", "99"),
}
OF_PLACEMENT_LOG = {f"placement-{name}": (*_SOUND, statement) for name, statement in _FOUND.items()}
