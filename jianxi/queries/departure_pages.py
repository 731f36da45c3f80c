"""What an office reads beside one 离岗: everything that happened to the traineeship, and whom to ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianxi.domain import certificates
from jianxi.domain import roster_effects as domain
from jianxi.queries import roster_effects, signed_pages, traineeship_timelines
from jianxi.queries.departure_lines import Line
from jianxi.queries.log import Event
from jianxi.queries.signed_pages import Sending
from jianxi.tables.departures import Departure as Row

_BESIDE = """
SELECT o.contact, o.phone, CASE WHEN p.id IS NULL THEN 0 ELSE coalesce(f.pages, 1) END AS pages
FROM departure d JOIN placement l ON l.id = d.placement JOIN "position" o ON o.id = l."position"
LEFT JOIN paper p ON p.kind = {} AND p.record = d.id AND p.version = d.certificate
LEFT JOIN stored_file f ON f.id = p.file
WHERE d.id = {}
"""


@dataclass(frozen=True, slots=True)
class Page:
    """Beside the departure itself."""

    events: Sequence[Event]
    """Of the traineeship from 报名 on, newest first."""
    contact: str
    phone: str
    """The unit's, as the position has them."""
    certificate_pages: int
    """Of the 解除协议证明 in force; 1 while it has not been drawn, 0 while there is none."""
    sendings: Sequence[Sending]
    """上传证明图片, the newest first."""
    outdated: str = ""
    """Which accepted 花名册 审核通过 would leave to be corrected."""

    @property
    def sent(self) -> Sending | None:
        """The newest."""
        return self.sendings[0] if self.sendings else None


async def of(line: Line) -> Page:
    """Of a departure that the viewer was found to see."""
    events = await traineeship_timelines.of_traineeship(line.departure.placement)
    (row,) = await Row.raw(_BESIDE, certificates.KIND, line.id)
    sent = await signed_pages.sendings(signed_pages.CERTIFICATE, line.id, events)
    return Page(events, row["contact"], row["phone"], row["pages"], sent, await _outdated(line))


async def _outdated(line: Line) -> str:
    """Asked only by whoever may approve. Where the office sets the day, as of the one that was wished."""
    if not line.waits:
        return ""
    departure = line.departure
    accepted = await roster_effects.of_placement(departure.placement.id)
    return domain.sentence(domain.by_departure(accepted, departure.last_day, departure.placement.ends_on))
