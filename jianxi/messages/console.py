"""Writes a line to the server's log in the place of a mail or SMS: for development and trying out."""

from dataclasses import dataclass

import structlog

from jianxi.messages.letters import Letter

log = structlog.get_logger("jianxi.messages")


@dataclass(frozen=True, slots=True)
class Console:
    """`tells_text`: in development the text, too, so that a code can be read there; never the address."""

    channel: str
    tells_text: bool = False
    at_once: int = 100

    async def send(self, letter: Letter) -> None:
        shown = {"text": letter.text} if self.tells_text else {}
        log.info("message", channel=self.channel, key=letter.key, subject=letter.subject, **shown)
