"""One fault for each invariant of 离岗, in SQL, of a world with one accepted application."""

PLACED = (
    "INSERT INTO placement (application, person, employer, position, state, version, starts_on, ends_on, "
    "allowance_fen, mentor, warnings, agreement, uploads, registered_at, state_since, decided_at, decided_by, "
    "rejection, was_on_duty, never_came) SELECT id, person, employer, position, 'approved', 3, '2026-11-01', '2027-04-30', "
    "260000, '-', '', 1, 1, '2026-11-01 02:00:00+00:00', '2026-11-02 02:00:00+00:00', '2026-11-02 02:00:00+00:00', '-', '', FALSE, FALSE "
    "FROM application"
)
LEFT = (
    "INSERT INTO departure (placement, state, version, asked_by_person, reason, note, last_day, begun_at, state_since, "
    "refusal, rejection, decided_by, decided_from, certificate, uploads) SELECT id, 'waiting_certificate', 1, FALSE, "
    "'ill', '', '2026-11-18', registered_at, registered_at, '', '', '', '', 1, 0 FROM placement"
)
_DECIDED = "decided_at = begun_at, decided_by = '-', decided_from = 'waiting', uploads = 1"
_PAGE = (
    "INSERT INTO certificate_file (departure, round, certificate, place, file, turn, reading) "
    "SELECT id, 0, 1, 1, (SELECT min(id) FROM stored_file), 0, '' FROM departure"
)
_ENTRY = (
    "INSERT INTO log_entry (at, actor_kind, actor, actor_name, office, noun, record, verb, source, target, reason, "
    "facts, digest) SELECT r.begun_at, '{kind}', {actor}, '-', '', 'departure', {record}, '{verb}', '{source}', "
    "'{target}', '{reason}', '', '-' FROM departure r JOIN placement p ON p.id = r.placement"
)


def _set(what: str) -> tuple[str, ...]:
    return PLACED, LEFT, f"UPDATE departure SET {what}"


def _entry(
    made: str, kind: str = "employer", actor: str = "p.employer", record: str = "r.id", reason: str = "-"
) -> str:
    """`made` as 「approve waiting approved」."""
    verb, source, target = made.split(" ")
    words = {"verb": verb, "source": source, "target": target, "record": record, "reason": reason}
    return _ENTRY.format(kind=kind, actor=actor, **words)


_SOUND = (PLACED, LEFT, _entry("record  waiting_certificate"))
_FOUND = {
    "logged": "DELETE FROM log_entry",
    "state-as-logged": _entry("edit waiting_certificate elsewhere"),
    "log-unbroken": _entry("upload rejected waiting_certificate"),
    "moves-known": _entry("approve waiting_certificate approved", "county"),
    "versions-counted": "UPDATE departure SET version = version + 1",
    "not-lost": _entry("record  waiting_certificate", record="99"),
    "reasons": _entry("reject waiting rejected", "county", reason=""),
    "owner-acted": _entry("recall refused recalled", "person", "99"),
    "office-acted": _entry("approve waiting approved", "city", "99"),
}
OF_DEPARTURES: dict[str, tuple[str, ...]] = {
    "departure-placement": (*_set("version = 1"), "UPDATE placement SET state = 'waiting'"),
    "departure-days": _set("last_day = '2026-10-31'"),
    "departure-reason": _set("reason = 'other'"),
    "departure-side": _set("state = 'refused', refusal = '-'"),
    "departure-decided": _set(f"{_DECIDED}, state = 'rejected'"),
    "departure-refused": _set("state = 'refused', asked_by_person = TRUE, wanted_on = last_day"),
    "departure-papers": _set("certificate = 0"),
    "departure-uploads": _set("uploads = 1"),
    "certificate-file-version": (*_set("certificate = 2"), _PAGE),
    "placement-never-came": _set(
        f"{_DECIDED}, state = 'approved', reason = 'never_came', last_day = '2026-10-31'"
    ),
    **{f"departure-{name}": (*_SOUND, statement) for name, statement in _FOUND.items()},
}
