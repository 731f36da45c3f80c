"""A paper on its way to a person: drawn, and saved under its Chinese name."""

from starlette.requests import Request
from starlette.responses import Response

from jianxi.documents import pool
from jianxi.web.downloads import download


def site_of(request: Request) -> str:
    """The public address of this installation, where papers are verified."""
    site: str = request.app.state.settings.public_url
    return site


async def paper(html: str, name: str) -> Response:
    """The PDF of what documents.paper laid out; `name` without its ending."""
    return download(await pool.draw(html), f"{name}.pdf", "application/pdf")
