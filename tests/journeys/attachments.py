"""Files that a visitor chooses, and the multipart body in which a form sends them."""

import mimetypes
from collections.abc import Sequence

File = tuple[str, bytes]
"""Its name and what is in it."""
BOUNDARY = "----a-form-of-the-journeys"
EMPTY: File = ("", b"")
"""What a chooser sends in which nothing was chosen."""


def media_type(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def multipart(pairs: Sequence[tuple[str, str | File]]) -> tuple[str, bytes]:
    """The media type and the body, in the order of the page."""
    body = b"".join(b"--%s\r\n%s\r\n" % (BOUNDARY.encode(), _part(name, value)) for name, value in pairs)
    return f"multipart/form-data; boundary={BOUNDARY}", body + b"--%s--\r\n" % BOUNDARY.encode()


def _part(name: str, value: str | File) -> bytes:
    head = f'Content-Disposition: form-data; name="{name}"'
    if isinstance(value, str):
        return f"{head}\r\n\r\n{value}".encode()
    called, content = value
    quoted = called.replace('"', "%22")
    return f'{head}; filename="{quoted}"\r\nContent-Type: {media_type(called)}\r\n\r\n'.encode() + content
