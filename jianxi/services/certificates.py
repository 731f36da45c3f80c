"""Freezes what a version of 解除就业见习协议证明 says, and gives it its 核验码."""

from datetime import datetime

from jianxi.domain.certificates import KIND
from jianxi.domain.paper_contents import plain
from jianxi.queries import certificate_contents
from jianxi.services import papers


async def issue(departure: int, now: datetime) -> str:
    """The code of the version that `Departure.certificate` counts, inside the unit of work that wrote the departure. A version
    is issued once."""
    content = await certificate_contents.gather(departure, now)
    return await papers.issue(KIND, departure, content.version, content.number, now, plain(content))
