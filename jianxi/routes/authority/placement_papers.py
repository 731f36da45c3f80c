"""协议书原件 and 上传协议书 of a 上岗 side by side, page by page as the address asks: which pages, how large, how turned."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from jianxi.domain.agreements import KIND
from jianxi.domain.identity_looks import may_look
from jianxi.domain.outcomes import Missing, Overloaded
from jianxi.queries import signed_pages
from jianxi.queries.files import File
from jianxi.queries.placements import Placement
from jianxi.queries.signed_pages import AGREEMENT, Page, Sending
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import papers
from jianxi.templating import address
from jianxi.web.papers import site_of
from jianxi.web.requests import Fields, back_of, form_of, query_of, whole_number
from jianxi.web.reviewed import Context

SIZES = {100: "适合宽度", 150: "放大", 220: "再放大"}
TURNS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of what was uploaded, and how its sender turned it."""

    sent: Page
    page: int


@dataclass(frozen=True, slots=True)
class Spread:
    """What the address asks for: pages of both sides from 1, the size in per cent, degrees clockwise, which sending."""

    original: int
    scan: int
    size: int
    turn: int
    round: int


async def papers_of(
    request: Request, placement: Placement, sendings: Sequence[Sending] | None = None
) -> Context:
    """Both sides, and where each link leads. A number out of range shows what is nearest. `sendings`, where they were read
    already."""
    asked, number = query_of(request), placement.uploads
    round = _between(asked, "round", 1, number) if asked.one("round") else number
    looks = may_look(placement.facts, reviewer_of(request).role)
    signed = await _signed(placement, round, sendings) if looks else ()
    leaves = [Leaf(each, page) for each in signed for page in range(1, each.file.pages + 1)]
    version = signed[0].paper if signed else placement.agreement
    original = await _original(placement, version, site_of(request)) if looks else None
    spread = Spread(
        original=_between(asked, "original", 1, original.pages if original else 1),
        scan=_between(asked, "scan", 1, len(leaves)),
        size=_one_of(asked, "size", tuple(SIZES)),
        turn=_one_of(asked, "turn", TURNS),
        round=round,
    )
    context = {"spread": spread, "original": original, "version": version, "leaves": leaves, "sizes": SIZES}
    return {**context, "looks": looks, "placement": placement, "at": await _at(request, placement, spread)}


async def _signed(placement: Placement, round: int, sendings: Sequence[Sending] | None) -> Sequence[Page]:
    if sendings is None:
        return await signed_pages.of_round(AGREEMENT, placement.id, round) if round else ()
    return next((each.pages for each in sendings if each.round == round), ())


async def _original(placement: Placement, version: int, site: str) -> File | None:
    """None where no such version was issued, or where so many are drawn that this one has to wait."""
    try:
        return await papers.file_of(KIND, placement.id, version, site)
    except (Missing, Overloaded):
        return None


async def came_from(request: Request) -> str:
    """The list that the page was opened from, as its address or the form that was sent says; "" when neither does."""
    return back_of(await form_of(request), back_of(query_of(request), ""))


async def _at(request: Request, placement: Placement, spread: Spread) -> str:
    """The address of the page as it is looked at, to be changed by each link."""
    own = str(request.app.url_path_for("authority:placement", id=placement.id))
    usual = {"original": 1, "scan": 1, "size": min(SIZES), "turn": 0, "round": placement.uploads}
    shown = {name: getattr(spread, name) for name, value in usual.items() if getattr(spread, name) != value}
    return address(own, back=await came_from(request) or None, **shown)


def _between(asked: Fields, name: str, first: int, last: int) -> int:
    return max(first, min(whole_number(asked.one(name)) or first, last))


def _one_of(asked: Fields, name: str, known: tuple[int, ...]) -> int:
    given = whole_number(asked.one(name))
    return given if given in known else known[0]
