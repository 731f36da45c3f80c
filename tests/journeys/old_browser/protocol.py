"""The DevTools protocol over a plain websocket: Playwright asks for newer browsers than Chromium 69."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from websockets.sync.client import ClientConnection, connect

SECONDS = 8.0


class Gone(Exception):
    """The page that was asked is being left."""


@dataclass
class Line:
    """To one page or to the browser; what happens meanwhile is handed to `hear`."""

    socket: ClientConnection
    hear: Callable[[str, dict[str, Any]], None] = lambda _method, _parameters: None
    number: int = 0

    def tell(self, method: str, **parameters: Any) -> None:
        """Without waiting; the browser does one thing after the other."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.tell(method, **parameters)
        deadline = time.monotonic() + SECONDS * 2
        while True:
            message = json.loads(self.socket.recv(timeout=deadline - time.monotonic()))
            if message.get("id") == self.number:
                return self._answer(method, message)
            self._take(message)

    def _answer(self, method: str, message: dict[str, Any]) -> dict[str, Any]:
        if "error" in message:
            raise Gone(f"{method}: {message['error']}")
        result: dict[str, Any] = message["result"]
        return result

    def _take(self, message: dict[str, Any]) -> None:
        if "method" in message:
            self.hear(message["method"], message["params"])

    def listen(self, seconds: float) -> None:
        """Takes in what has happened."""
        try:
            self._take(json.loads(self.socket.recv(timeout=seconds)))
        except TimeoutError:
            return


@contextmanager
def call(address: str) -> Iterator[Line]:
    with connect(address, max_size=None, proxy=None) as socket:
        yield Line(socket)
