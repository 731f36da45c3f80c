"""Which Host we answer to, and whom we believe about the visitor's address and scheme."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

Network = IPv4Network | IPv6Network
LOOPBACK = ("localhost", "127.0.0.1", "::1")
LONGEST_PATH = 2000
"""Longer paths name nothing here, and Python refuses to read whole numbers of more than 4,300 digits."""


class Hosts:
    """Refuses foreign Host headers (400), then rewrites client and scheme from what trusted proxies say."""

    def __init__(self, app: ASGIApp, *, public_url: str, loopback: bool, proxies: Sequence[Network]) -> None:
        self.app = app
        self.allowed = {urlsplit(public_url).hostname or ""} | (set(LOOPBACK) if loopback else set())
        self.proxies = tuple(proxies)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        self._believe_proxies(scope)
        if len(scope["path"]) > LONGEST_PATH:
            await PlainTextResponse("网址过长。", 404)(scope, receive, send)
        elif (
            host_name(Headers(scope=scope).get("host", "")) in self.allowed or scope["path"] == "/health/live"
        ):
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse("网址不正确，请使用系统公布的网址访问。", 400)(scope, receive, send)

    def _believe_proxies(self, scope: Scope) -> None:
        client = scope.get("client")
        if not self.proxies or client is None or not self._is_proxy(client[0]):
            return
        headers = Headers(scope=scope)
        for address in reversed(headers.get("x-forwarded-for", "").split(",")):
            scope["client"] = (address.strip() or client[0], 0)
            if not self._is_proxy(address.strip()):
                break
        if headers.get("x-forwarded-proto") in {"http", "https"}:
            scope["scheme"] = headers["x-forwarded-proto"]

    def _is_proxy(self, address: str) -> bool:
        try:
            return any(ip_address(address) in network for network in self.proxies)
        except ValueError:
            return False


def host_name(host: str) -> str:
    """The name in a Host header, without its port; empty when it cannot be read."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
