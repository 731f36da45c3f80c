"""What an office reads beside one 离岗: everything that happened to the traineeship, and whom to ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianxi.domain import certificates
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import departures, files, retentions, signed_pages
from jianxi.queries.departure_lines import Line
from jianxi.queries.departures import Departure
from jianxi.queries.log import Event
from jianxi.queries.signed_pages import Sending
from jianxi.queries.traineeship_timelines import timeline
from jianxi.tables.papers import Paper
from jianxi.tables.positions import Position


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

    @property
    def sent(self) -> Sending | None:
        """The newest."""
        return self.sendings[0] if self.sendings else None


async def of(viewer: OfficialViewer, line: Line) -> Page:
    """Of a departure that the viewer was found to see."""
    placement = line.departure.placement
    records = {
        "application": [placement.application],
        "placement": [placement.id],
        "departure": [each.id for each in await departures.of_placement(viewer, placement)],
        "retention": [each.id for each in await retentions.of_placement(viewer, placement)],
    }
    query = Position.select(Position.contact, Position.phone).where(Position.id == placement.position)
    row = await query.first() or {"contact": "", "phone": ""}
    pages = await _certificate_pages(line.departure)
    sent = await signed_pages.sendings(signed_pages.CERTIFICATE, line.id)
    return Page(await timeline(records), row["contact"], row["phone"], pages, sent)


async def _certificate_pages(departure: Departure) -> int:
    of, wanted = Paper, (Paper.kind == certificates.KIND) & (Paper.record == departure.id)
    row = await of.select(of.file).where(wanted, of.version == departure.certificate).first()
    if row is None:
        return 0
    drawn = await files.of_ids([row["file"]] if row["file"] is not None else [])
    return next((file.pages for file in drawn.values()), 1)
