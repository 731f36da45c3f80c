"""The cookies: their names and flags. Over https all carry the `__Host-` prefix and Secure."""

from starlette.requests import Request
from starlette.responses import Response


def is_https(request: Request) -> bool:
    """By the public address, not by the connection: a proxy may stand before us."""
    return str(request.app.state.settings.public_url).startswith("https://")


def session_cookie(request: Request) -> str:
    return _name(request, "session")


def visit_cookie(request: Request) -> str:
    return _name(request, "visit")


def notice_cookie(request: Request) -> str:
    return _name(request, "notice")


def look_cookie(request: Request) -> str:
    return _name(request, "look")


def half_cookie(request: Request) -> str:
    """Of a sign-in that waits for its second factor."""
    return _name(request, "half")


def set_cookie(
    request: Request, response: Response, name: str, value: str, seconds: int | None = None
) -> None:
    """Ends with the browser unless `seconds` are given."""
    response.set_cookie(
        name, value, max_age=seconds, path="/", secure=is_https(request), httponly=True, samesite="lax"
    )


def drop_cookie(request: Request, response: Response, name: str) -> None:
    response.delete_cookie(name, path="/", secure=is_https(request), httponly=True, samesite="lax")


def _name(request: Request, name: str) -> str:
    return f"__Host-jianxi-{name}" if is_https(request) else f"jianxi-{name}"
