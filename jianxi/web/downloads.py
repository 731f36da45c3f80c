"""What is saved, never shown: named in Chinese, and harmless should a browser open it all the same."""

from urllib.parse import quote

from starlette.responses import Response

SANDBOX = "sandbox; default-src 'none'"
"""Nothing in it runs or is fetched, wherever it is opened."""


def download(content: bytes, name: str, media_type: str) -> Response:
    """`name` with its ending. RFC 6266: the name itself is in `filename*`, which every browser since 2012 reads."""
    headers = {"Content-Disposition": disposition(name), "Content-Security-Policy": SANDBOX}
    return Response(content, media_type=media_type, headers=headers)


def disposition(name: str) -> str:
    """Only percent signs, ASCII letters and digits of the name get into the header."""
    ending = name.rpartition(".")[2]
    plain = f"download.{ending}" if ending.isascii() and ending.isalnum() else "download"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='', errors='replace')}"
