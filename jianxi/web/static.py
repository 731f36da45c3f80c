"""Static files: an address that carries the content's hash is kept for a year, any other is asked for again."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent.parent / "static"
PREFIX = "/static"


@cache
def _hash(path: str) -> str:
    return hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()[:12]


def static_url(path: str) -> str:
    """`app.css` → `/static/app.css?v=3f…`."""
    return f"{PREFIX}/{path}?v={_hash(path)}"


class Static(StaticFiles):
    """Starlette's files with our cache rule."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        if scope["path"] != f"{PREFIX}/{path}":
            raise HTTPException(404)  # A last slash, or two in a row: each file has one address.
        response = await super().get_response(path, scope)
        lasting = response.status_code == 200 and scope["query_string"] == f"v={_hash(path)}".encode()
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
        return response
