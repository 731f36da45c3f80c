"""What is asked of each 见习基地 beside its own columns: whether what is in force came by a 变更申请, and whether it is filed."""

from piccolo.query import OrderByRaw
from piccolo.querystring import QueryString

from jianxi.domain.bases import BaseState
from jianxi.domain.filings import STANDING

_STANDING = ", ".join(f"'{state}'" for state in sorted(STANDING))
AMENDED = QueryString(
    "EXISTS (SELECT 1 FROM base_version WHERE base_version.base = base.id "
    "AND base_version.round = base.approved_round AND base_version.amends > 0) AS amended"
)
BY_SUBMISSION_IN_FORCE = OrderByRaw(
    "(SELECT base_version.submitted_at FROM base_version WHERE base_version.base = base.id "
    "AND base_version.round = base.approved_round)"
)
FILED = QueryString(
    "EXISTS (SELECT 1 FROM filed_base f JOIN filing ON filing.id = f.filing AND filing.round = f.round "
    "JOIN filing_round n ON n.filing = f.filing AND n.round = f.round "
    f"WHERE f.base = base.id AND f.standing = '{BaseState.APPROVED}' AND filing.state IN ({_STANDING}) "
    "AND n.sent_at >= base.approved_at) AS is_filed"
)
"""The approval in force is told of in a filing that is 已报送 or 已接收. One that was returned holds nobody, and neither
does what was told of an approval that was revoked since, whether or not the province knows of that."""
