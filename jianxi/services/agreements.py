"""Freezes what a version of 就业见习协议书 says, and gives it its 核验码."""

from datetime import datetime

from jianxi.domain.agreements import KIND
from jianxi.domain.paper_contents import plain
from jianxi.queries import agreement_contents
from jianxi.services import papers


async def issue(placement: int, now: datetime) -> str:
    """The code of the version that `Placement.agreement` counts, inside the unit of work that wrote the registration and its
    insurance rows. A version is issued once."""
    content = await agreement_contents.gather(placement, now)
    return await papers.issue(KIND, placement, content.version, content.number, now, plain(content))
