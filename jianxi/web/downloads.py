"""A file that is saved, never shown: named in Chinese where the browser understands it."""

from urllib.parse import quote

from starlette.responses import Response


def download(content: bytes, name: str, media_type: str) -> Response:
    """`name` with its ending; old browsers get the ending alone."""
    ending = name.rpartition(".")[2]
    named = f"attachment; filename=\"download.{ending}\"; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": named})
