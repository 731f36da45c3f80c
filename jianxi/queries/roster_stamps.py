"""A stamp of everything that a roster of an employer is computed from: alike means that nothing has changed since."""

from piccolo.querystring import QueryString

from jianxi.domain.outcomes import Missing
from jianxi.tables.engine import current

Stamp = tuple[int | str, ...]

_STAMP = """
SELECT e.county, b.version AS base, p.many AS placements, p.versions AS placement_versions, p.people,
       d.many AS departures, d.versions AS departure_versions, r.many AS retentions, r.versions AS retention_versions,
       o.many AS rosters, o.versions AS roster_versions, v.newest AS policies
FROM employer e JOIN base b ON b.employer = e.id
CROSS JOIN (SELECT COUNT(*) AS many, COALESCE(SUM(p.version), 0) AS versions, COALESCE(SUM(h.version), 0) AS people
            FROM placement p JOIN person h ON h.id = p.person WHERE p.employer = {}) p
CROSS JOIN (SELECT COUNT(*) AS many, COALESCE(SUM(d.version), 0) AS versions
            FROM placement p JOIN departure d ON d.placement = p.id WHERE p.employer = {}) d
CROSS JOIN (SELECT COUNT(*) AS many, COALESCE(SUM(r.version), 0) AS versions
            FROM placement p JOIN retention r ON r.placement = p.id WHERE p.employer = {}) r
CROSS JOIN (SELECT COUNT(*) AS many, COALESCE(SUM(o.version), 0) AS versions
            FROM roster o WHERE o.employer = {} AND o.state = 'accepted') o
CROSS JOIN (SELECT COALESCE(MAX(v.id), 0) AS newest FROM policy v) v
WHERE e.id = {}
"""
"""Versions only grow, and no placement, departure, retention or accepted roster is ever deleted; a person never leaves a
placement. Insurance and 生活费调整 are written together with their placement's version, 未上岗 with its departure's.
What nobody is paid by is left out: the application, the position's title, the register's row, and rosters that are not
accepted."""


async def stamp(employer: int) -> Stamp:
    """Read before the records, and compared inside the unit of work that decides, once all placements are held."""
    rows = await current().run_querystring(QueryString(_STAMP, *[employer] * 5))
    if not rows:
        raise Missing
    return tuple(value if isinstance(value, str) else int(value) for value in rows[0].values())
