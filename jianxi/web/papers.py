"""A paper on its way to a person: drawn, or as it was drawn once and kept, and saved under its Chinese name."""

from starlette.requests import Request
from starlette.responses import Response

from jianxi.documents import pool
from jianxi.queries.traineeship_papers import InForce
from jianxi.services import papers
from jianxi.web.downloads import download
from jianxi.web.files import attachment


def site_of(request: Request) -> str:
    """The public address of this installation, where papers are verified."""
    site: str = request.app.state.settings.public_url
    return site


async def paper(html: str, name: str) -> Response:
    """The PDF of what documents.paper laid out; `name` without its ending."""
    return download(await pool.draw(html), f"{name}.pdf", "application/pdf")


async def issued(request: Request, paper: InForce) -> Response:
    """The PDF of a version that was issued, the same bytes each time. Who may see it was decided before."""
    file = await papers.file_of(paper.kind, paper.record, paper.version, site_of(request))
    return await attachment(request, file)
