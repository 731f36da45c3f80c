"""Whether an accepted 花名册 says something of a 上岗, 离岗 or 留用, in SQL: it then stays as it is, unless a 更正 is open."""

from piccolo.querystring import QueryString

_OPEN = "SELECT 1 FROM roster rc WHERE rc.corrects = {} AND rc.state <> 'accepted'"
_COUNTS = "JOIN roster rr ON rr.id = rl.roster AND rr.round = rl.round AND rr.counts"
_NAMED = (
    f"EXISTS (SELECT 1 FROM roster_line rl {_COUNTS} WHERE rl.placement = {{0}}.placement AND rl.{{0}} = {{0}}.id "
    f"AND NOT EXISTS ({_OPEN.format('rr.id')})) AS rostered"
)
OF_PLACEMENT = QueryString(
    "EXISTS (SELECT 1 FROM roster_month rm WHERE rm.placement = placement.id AND rm.counted "
    f"AND NOT EXISTS ({_OPEN.format('rm.roster')})) AS rostered"
)
"""Of a row of `placement`: one of its months counts, paid or not."""
OF_DEPARTURE = QueryString(_NAMED.format("departure"))
"""Of a row of `departure`: amounts depend on it."""
OF_RETENTION = QueryString(_NAMED.format("retention"))
"""Of a row of `retention`: amounts or 留用率 depend on it."""
