"""Whether an accepted 花名册 says something of a 上岗, 离岗 or 留用, in SQL: it then stays as it is, unless a 更正 is open."""

from piccolo.querystring import QueryString

from jianxi.domain.departures import DepartureState
from jianxi.domain.retentions import RetentionState

_OPEN = "SELECT 1 FROM roster rc WHERE rc.corrects = {} AND rc.state <> 'accepted'"
_NAMED = (
    "({0}.state = '{1}' AND EXISTS (SELECT 1 FROM roster_line rl "
    "JOIN roster rr ON rr.id = rl.roster AND rr.round = rl.round AND rr.counts "
    "WHERE rl.placement = {0}.placement AND rl.{0} IS NOT NULL "
    f"AND NOT EXISTS ({_OPEN.format('rr.id')})))"
)
"""The line depends on one, and this is the one that stands. Which one it was when the line was sent says nothing: another
of the same days may have taken its place before the roster was accepted."""
_SINCE = (
    "CASE WHEN retention.insured_on > retention.contract_from THEN retention.insured_on "
    "ELSE retention.contract_from END"
)
_IN_FIGURE = (
    "EXISTS (SELECT 1 FROM roster rr JOIN placement rp ON rp.employer = rr.employer "
    "WHERE rp.id = retention.placement AND rr.kind = 'settlement' AND rr.counts AND retention.insured_on IS NOT NULL "
    f"AND rr.first_day <= {_SINCE} AND rr.last_day >= {_SINCE} AND retention.recorded_at <= rr.state_since "
    f"AND NOT EXISTS ({_OPEN.format('rr.id')}))"
)
"""留用率 of the year counts them, though none of its months may be theirs, so that no line names them."""
OF_PLACEMENT = QueryString(
    "EXISTS (SELECT 1 FROM roster_month rm WHERE rm.placement = placement.id AND rm.counted "
    f"AND NOT EXISTS ({_OPEN.format('rm.roster')})) AS rostered"
)
"""Of a row of `placement`: one of its months counts, paid or not."""
OF_DEPARTURE = QueryString(f"{_NAMED.format('departure', DepartureState.APPROVED.value)} AS rostered")
"""Of a row of `departure`: amounts depend on it."""
OF_RETENTION = QueryString(
    f"({_NAMED.format('retention', RetentionState.RECORDED.value)} OR {_IN_FIGURE}) AS rostered"
)
"""Of a row of `retention`: amounts or 留用率 depend on it."""
