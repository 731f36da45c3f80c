"""The records behind 提示: who shares a phone, a picture, a file or a name and birthday, in one statement however many they are."""

from collections.abc import Sequence
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain.signal_groups import Record
from jianxi.domain.signals import Key
from jianxi.queries.standing import STANDS
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.engine import current

AT_A_TIME = 500
"""Rows put together before other requests have their turn."""
OF_ROSTER = "SELECT l.placement, l.person FROM roster_line l WHERE l.roster = {} AND l.round = {}"
OF_PLACEMENT = "SELECT p.id AS placement, p.person FROM placement p WHERE p.id = {}"
_SAME_PHONE = """SELECT 'phone' AS kind, e.phone_mark AS mark, p.id AS placement
FROM person e JOIN placement p ON p.person = e.id WHERE e.phone_mark IN (
  SELECT a.phone_mark FROM mine m JOIN person a ON a.id = m.person
  WHERE EXISTS (SELECT 1 FROM person b WHERE b.phone_mark = a.phone_mark AND b.id <> a.id))"""
_UNIT_PHONE = """SELECT 'unit_phone', '', m.placement FROM mine m JOIN person a ON a.id = m.person
WHERE a.phone_mark = {}"""
_PICTURE = """SELECT 'picture', f.digest, p.id FROM stored_file f JOIN identity_picture i ON i.file = f.id
JOIN placement p ON p.person = i.person WHERE f.digest IN (
  SELECT g.digest FROM mine m JOIN identity_picture j ON j.person = m.person JOIN stored_file g ON g.id = j.file
  WHERE EXISTS (SELECT 1 FROM stored_file h JOIN identity_picture k ON k.file = h.id
                WHERE h.digest = g.digest AND k.person <> m.person))"""
_TWICE = """SELECT 'twice', CAST(b.born AS TEXT) || b.name, p.id FROM person b JOIN placement p ON p.person = b.id
WHERE (b.born, b.name) IN (
  SELECT a.born, a.name FROM mine m JOIN person a ON a.id = m.person
  WHERE EXISTS (SELECT 1 FROM person c WHERE c.born = a.born AND c.name = a.name AND c.id <> a.id)
     OR EXISTS (SELECT 1 FROM placement q WHERE q.person = a.id AND q.id <> m.placement))"""
_AGREEMENT = "agreement_file s ON s.placement = z.id AND s.round = z.uploads AND s.round > 0"
_CERTIFICATE = "certificate_file s ON s.departure = z.id AND s.round = z.uploads AND s.round > 0"
_ELSEWHERE = "EXISTS (SELECT 1 FROM stored_file h WHERE h.digest = g.digest AND h.id <> g.id)"
_DIGESTS = f"""SELECT g.digest FROM mine m JOIN placement z ON z.id = m.placement JOIN {_AGREEMENT}
  JOIN stored_file g ON g.id = s.file WHERE {_ELSEWHERE}
UNION SELECT g.digest FROM mine m JOIN departure z ON z.placement = m.placement AND z.{STANDS} JOIN {_CERTIFICATE}
  JOIN stored_file g ON g.id = s.file WHERE {_ELSEWHERE}"""
_SCAN = f"""SELECT 'scan', f.digest, z.id FROM stored_file f JOIN agreement_file s ON s.file = f.id
JOIN placement z ON z.id = s.placement AND z.uploads = s.round WHERE s.round > 0 AND f.digest IN ({_DIGESTS})
UNION SELECT 'scan', f.digest, z.placement FROM stored_file f JOIN certificate_file s ON s.file = f.id
JOIN departure z ON z.id = s.departure AND z.uploads = s.round
WHERE s.round > 0 AND z.{STANDS} AND f.digest IN ({_DIGESTS})"""
_MEMBERS = f"{_SAME_PHONE} UNION {_UNIT_PHONE} UNION {_PICTURE} UNION {_TWICE} UNION {_SCAN}"
_PEOPLE = """
SELECT k.kind, k.mark, p.id, p.person, e.name, u.name AS unit, p.employer, o.county, p.starts_on AS first,
       p.ends_on AS last, d.last_day, CASE WHEN p.id IN (SELECT placement FROM mine) THEN 1 ELSE 0 END AS is_mine
FROM members k JOIN placement p ON p.id = k.placement JOIN person e ON e.id = p.person
JOIN employer u ON u.id = p.employer JOIN "position" o ON o.id = p.position
LEFT JOIN departure d ON d.placement = p.id AND d.state = 'approved'
WHERE p.state <> 'cancelled' AND NOT p.never_came
"""
_ROSTERS = """
SELECT 'evidence', f.digest, r.id, 0, '', u.name, r.employer, r.county, r.first_day, r.last_day, NULL, 0
FROM roster_file t JOIN stored_file g ON g.id = t.file JOIN stored_file f ON f.digest = g.digest
JOIN roster_file w ON w.file = f.id JOIN roster r ON r.id = w.roster JOIN employer u ON u.id = r.employer
JOIN roster c ON c.id = t.roster
WHERE t.roster = {} AND r.id <> c.id AND r.state <> 'draft'
  AND (r.employer <> c.employer OR r.last_day < c.first_day OR r.first_day > c.last_day)
"""
"""The same material may go with every roster of the same months: a 更正, and 年度清算 of the year."""
_ACCOUNTS = """
SELECT 'account', y.account_mark, y.id, 0, '', u.name, y.employer, u.county, NULL, NULL, NULL, 0
FROM base x JOIN base y ON y.account_mark = x.account_mark AND y.id <> x.id JOIN employer u ON u.id = y.employer
WHERE x.employer = {}
"""
UNIT_PHONE = "unit_phone"
Found = tuple[Record, ...]


async def of_placement(placement: int, unit_phone: str | None) -> tuple[Found, frozenset[int]]:
    """As `of_roster`, of one placement alone."""
    return await _read(_statement(OF_PLACEMENT, _PEOPLE), placement, unit_phone)


async def of_roster(
    roster: int, round: int, employer: int, unit_phone: str | None
) -> tuple[Found, frozenset[int]]:
    """What its lines, evidence and account share, with all that share it; and the placements of those whose phone is the
    unit's, by its mark."""
    statement = _statement(OF_ROSTER, f"{_PEOPLE} UNION {_ROSTERS} UNION ALL {_ACCOUNTS}")
    return await _read(statement, roster, round, unit_phone, roster, employer)


def _statement(mine: str, rows: str) -> str:
    return f"WITH mine AS ({mine}), members AS ({_MEMBERS}) {rows}"


async def _read(statement: str, *asked: object) -> tuple[Found, frozenset[int]]:
    rows: Sequence[dict[str, Any]] = await current().run_querystring(QueryString(statement, *asked))
    found, of_unit = list[Record](), set[int]()
    async for row in in_turn(rows, AT_A_TIME):
        kind, left_on = row.pop("kind"), row.pop("last_day")
        if kind == UNIT_PHONE:
            of_unit.add(row["id"])
        else:
            more = {"last": left_on or row["last"], "is_mine": bool(row["is_mine"])}
            found.append(Record(Key(kind), **{**row, **more}))
    return tuple(found), frozenset(of_unit)
