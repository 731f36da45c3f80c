"""What is saved, never shown: named in Chinese, and harmless should a browser open it all the same."""

from collections.abc import AsyncIterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

SANDBOX = "sandbox; default-src 'none'"
"""Nothing in it runs or is fetched, wherever it is opened."""


def download(content: bytes, name: str, media_type: str) -> Response:
    """`name` with its ending. RFC 6266: the name itself is in `filename*`, which every browser since 2012 reads."""
    return Response(content, media_type=media_type, headers=_harmless(name))


def stream(request: Request, parts: AsyncIterator[bytes], size: int, name: str, media_type: str) -> Response:
    """The same part by part, for what is large. `size` is promised beforehand: where the parts break off, a browser knows
    that the file is not whole."""
    headers = {**_harmless(name), "Content-Length": str(size)}
    if request.method == "HEAD":
        return Response(media_type=media_type, headers=headers)
    return StreamingResponse(parts, media_type=media_type, headers=headers)


def _harmless(name: str) -> dict[str, str]:
    return {"Content-Disposition": disposition(name), "Content-Security-Policy": SANDBOX}


def disposition(name: str) -> str:
    """Only percent signs, ASCII letters and digits of the name get into the header."""
    ending = name.rpartition(".")[2]
    plain = f"download.{ending}" if ending.isascii() and ending.isalnum() else "download"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='', errors='replace')}"
