"""One fault for each invariant of 留用, in SQL, of a world with one accepted application."""

ON_SQLITE = ("DROP TRIGGER retention_of_departed_insert",)

_PLACED = (
    "INSERT INTO placement (application, person, employer, position, state, version, starts_on, ends_on, "
    "allowance_fen, mentor, warnings, agreement, uploads, registered_at, state_since, decided_at, decided_by, "
    "rejection, was_on_duty, never_came) SELECT id, person, employer, position, '{state}', 1, '2026-11-01', '2027-04-30', "
    "260000, '-', '', 1, 1, '2026-11-01 02:00:00+00:00', '2026-11-02 02:00:00+00:00', '2026-11-02 02:00:00+00:00', '-', '-', FALSE, FALSE "
    "FROM application"
)
_LEAVES = (
    "INSERT INTO departure (placement, state, version, asked_by_person, reason, note, wanted_on, last_day, begun_at, "
    "state_since, refusal, rejection, decided_by, decided_from, certificate, uploads) SELECT id, 'refused', 1, TRUE, "
    "'ill', '', '2026-12-05', '2026-12-05', registered_at, registered_at, '-', '', '', '', 0, 0 FROM placement"
)
_FILED = (
    "INSERT INTO retention_file (retention, place, file) SELECT r.id, 1, (SELECT min(id) FROM stored_file) "
    "FROM retention r, log_entry a, log_entry b LIMIT 21"
)


def _kept(contract: str = "'2026-12-01', '2028-11-30'", insured: str = "NULL", at: str = "2026-11-20") -> str:
    return (
        "INSERT INTO retention (placement, state, version, post, contract_from, contract_to, insured_on, recorded_at) "
        f"SELECT id, 'recorded', 1, '-', {contract}, {insured}, '{at} 02:00:00+00:00' FROM placement"
    )


_ENTRY = (
    "INSERT INTO log_entry (at, actor_kind, actor, actor_name, office, noun, record, verb, source, target, reason, "
    "facts, digest) SELECT r.recorded_at, '{kind}', {actor}, '-', '', 'retention', {record}, '{verb}', '{source}', "
    "'{target}', '', '', '-' FROM retention r JOIN placement p ON p.id = r.placement"
)


def _entry(made: str, kind: str = "employer", actor: str = "p.employer", record: str = "r.id") -> str:
    """`made` as 「edit recorded recorded」."""
    verb, source, target = made.split(" ")
    words = {"verb": verb, "source": source, "target": target, "record": record}
    return _ENTRY.format(kind=kind, actor=actor, **words)


_ON_DUTY = _PLACED.format(state="approved")
_SOUND = (_ON_DUTY, _kept(), _entry("record  recorded"))
_FOUND = {
    "logged": "DELETE FROM log_entry",
    "state-as-logged": _entry("revoke recorded revoked"),
    "log-unbroken": _entry("edit revoked recorded"),
    "moves-known": _entry("record recorded revoked"),
    "versions-counted": "UPDATE retention SET version = version + 1",
    "not-lost": _entry("record  recorded", record="99"),
    "owner-acted": _entry("edit recorded recorded", actor="99"),
    "office-acted": _entry("edit recorded recorded", "city", "99"),
}
OF_RETENTIONS: dict[str, tuple[str, ...]] = {
    "retention-placement": (_PLACED.format(state="waiting"), _kept()),
    "retention-contract": (_ON_DUTY, _kept("'2026-11-01', '2028-11-30'")),
    "retention-insured": (_ON_DUTY, _kept(insured="'2026-10-31'")),
    "retention-departure": (_ON_DUTY, _LEAVES, _kept()),
    "retention-started": (_ON_DUTY, _kept(at="2026-10-01")),
    "retention-files": (_ON_DUTY, _kept(), "DROP INDEX retention_file_once", _FILED),
    **{f"retention-{name}": (*_SOUND, statement) for name, statement in _FOUND.items()},
}
