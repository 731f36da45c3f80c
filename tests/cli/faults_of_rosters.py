"""One fault for each invariant of 花名册, in SQL, of a world with an accepted one and its 更正, which is sent: 1 and 2."""

ON_SQLITE = (
    "DROP INDEX roster_month_counted_once",
    "DROP INDEX roster_month_person_once",
    "DROP TRIGGER log_entry_append_only_update",
    "DROP TRIGGER log_entry_append_only_delete",
)
ON_POSTGRES = (
    "DROP INDEX roster_month_counted_once",
    "DROP INDEX roster_month_person_once",
    "SET LOCAL session_replication_role = replica",
)
_ENTRY = (
    "INSERT INTO log_entry (at, actor_kind, actor, actor_name, office, noun, record, verb, source, target, reason, "
    "facts, digest) SELECT begun_at, '{kind}', {actor}, '-', '', 'roster', {record}, '{verb}', '{source}', "
    "'{target}', '', '', '-' FROM roster WHERE id = 1"
)
_LATER = (
    "INSERT INTO roster_round (roster, round, people, fen, insurance_fen, digest, content, sent_at, sent_by, decision, "
    "decided_by, reason) SELECT roster, 2, people, fen, insurance_fen, digest, content, sent_at, sent_by, '', '', '' "
    "FROM roster_round WHERE roster = 2"
)
_QUESTION = (
    "INSERT INTO roster_question (roster, placement, round, question, asked_by, asked_at, answer) "
    "SELECT roster, placement, 9, '-', '-', '2026-12-01 02:00:00+00:00', '' FROM roster_line"
)


def _entry(made: str, kind: str = "employer", actor: str = "employer", record: str = "1") -> str:
    """`made` as 「submit returned sent」."""
    verb, source, target = made.split(" ")
    words = {"verb": verb, "source": source, "target": target, "record": record}
    return _ENTRY.format(kind=kind, actor=actor, **words)


OF_ROSTERS: dict[str, tuple[str, ...]] = {
    "roster-rounds": ("UPDATE roster SET round = 2 WHERE id = 2",),
    "roster-sums": ("UPDATE roster SET fen = fen + 1 WHERE id = 2",),
    "roster-decided": ("UPDATE roster SET state = 'returned' WHERE id = 2",),
    "roster-corrects": ("UPDATE roster SET last_day = '2027-02-28' WHERE id = 2",),
    "roster-counts": ("UPDATE roster SET counts = FALSE",),
    "roster-round-returned": (_LATER, "UPDATE roster SET round = 2 WHERE id = 2"),
    "roster-round-lines": ("UPDATE roster_line SET fen = fen + 1",),
    "roster-round-digest": ("UPDATE roster_round SET digest = '-' WHERE roster = 1",),
    "roster-line-months": ("UPDATE roster_month SET standing = 'excluded', fen = 0",),
    "roster-line-placement": ("UPDATE placement SET employer = (SELECT max(id) FROM employer)",),
    "roster-month-of": ("UPDATE roster_month SET month = '2027-05-01' WHERE month = '2027-01-01'",),
    "roster-month-counted": ("UPDATE roster_month SET counted = FALSE",),
    "roster-month-once": ("UPDATE roster_month SET counted = TRUE",),
    "roster-month-settled": ("UPDATE roster_month SET kind = 'settlement' WHERE roster = 1",),
    "roster-question-of": (_QUESTION,),
    "roster-logged": ("DELETE FROM log_entry",),
    "roster-state-as-logged": (_entry("correct accepted elsewhere"),),
    "roster-log-unbroken": (_entry("submit returned sent"),),
    "roster-moves-known": (_entry("submit sent returned"),),
    "roster-versions-counted": ("UPDATE roster SET version = version + 1",),
    "roster-not-lost": (_entry("submit draft sent", record="99"),),
    "roster-reasons": (_entry("return sent returned", "city"),),
    "roster-owner-acted": (_entry("correct accepted accepted", actor="99"),),
    "roster-office-acted": (_entry("correct accepted accepted", "city", "99"),),
}
