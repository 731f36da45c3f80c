"""A mail server of a few lines on 127.0.0.1 that answers as a test wants it to, and a sender without any line."""

import asyncio
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from jianxi.messages.letters import Letter

GREETING = {
    "EHLO": "250 here",
    "MAIL": "250 fine",
    "RCPT": "250 fine",
    "DATA": "354 go on",
    "QUIT": "221 bye",
}
HANG_UP = ""
"""In the place of an answer: the line goes dead."""


@dataclass
class MailServer:
    """`answers` by the first word of the command; `TEXT` is the one after the mail itself."""

    url: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    mails: list[bytes] = field(default_factory=list)

    def answer(self, word: str) -> str:
        return self.answers.get(word, GREETING.get(word, "250 taken"))


class _Conversation(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self) -> None:
        mail_server: MailServer = self.server.mail_server  # type: ignore[attr-defined]
        self._say(mail_server.answer("HELLO") if "HELLO" in mail_server.answers else "220 test")
        while line := self.rfile.readline():
            word = line[:4].decode().upper()
            if not self._say(mail_server.answer(word)):
                return
            if word == "DATA" and mail_server.answer("DATA").startswith("354"):
                mail_server.mails.append(self._text())
                if not self._say(mail_server.answer("TEXT")):
                    return

    def _text(self) -> bytes:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def _say(self, answer: str) -> bool:
        if answer == HANG_UP:
            return False
        self.wfile.write(f"{answer}\r\n".encode())
        return True


@contextmanager
def mail_server(**answers: str) -> Iterator[MailServer]:
    told = MailServer(answers=answers)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Conversation) as server:
        server.daemon_threads = True
        server.mail_server = told  # type: ignore[attr-defined]
        told.url = f"smtp://127.0.0.1:{server.server_address[1]}?from=jianxi@example.cn&tls=off"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join(5)


@dataclass
class Post:
    """A sender that keeps what it sent; it fails as told, once for each failure."""

    failures: list[BaseException] = field(default_factory=list)
    sent: list[Letter] = field(default_factory=list)
    at_once: int = 1

    async def send(self, letter: Letter) -> None:
        self.sent.append(letter)
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
