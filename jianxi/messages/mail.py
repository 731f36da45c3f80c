"""Sends a mail by SMTP (standard library), in a thread. Knows to the step whether the other side has taken it."""

import asyncio
import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from jianxi.messages.letters import Letter
from jianxi.messages.outcomes import Rejected, Uncertain, Undelivered

T = TypeVar("T")
SECONDS = 20
"""For the server to answer each step."""
PORTS = {"smtp": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class Server:
    """`smtp://user:password@host:587?from=…` begins in the clear and goes over to TLS (STARTTLS) unless `tls=off` says that
    the line is safe; `smtps://…` is TLS from its first byte."""

    scheme: str
    host: str
    port: int
    sender: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    encrypts: bool = True


def server_of(url: str) -> Server:
    parts = urlsplit(url)
    given = parse_qs(parts.query)
    return Server(
        scheme=parts.scheme,
        host=parts.hostname or "",
        port=parts.port or PORTS[parts.scheme],
        sender=given["from"][0],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        encrypts=given.get("tls", ["on"])[0] != "off",
    )


@dataclass(frozen=True, slots=True)
class Smtp:
    """The sender for mails."""

    server: Server
    at_once: int = 1

    async def send(self, letter: Letter) -> None:
        await asyncio.to_thread(_send, self.server, letter)


def _send(server: Server, letter: Letter) -> None:
    connection = _before("连接邮件服务器", lambda: _connect(server))
    try:
        _before("登录邮件服务器", lambda: _begin(server, connection))
        _address(connection, server.sender, letter.to)
        _hand_over(connection, _written(server, letter))
    finally:
        _leave(connection)


def _connect(server: Server) -> smtplib.SMTP:
    if server.scheme == "smtps":
        return smtplib.SMTP_SSL(
            server.host, server.port, timeout=SECONDS, context=ssl.create_default_context()
        )
    return smtplib.SMTP(server.host, server.port, timeout=SECONDS)


def _begin(server: Server, connection: smtplib.SMTP) -> None:
    connection.ehlo()
    if server.scheme == "smtp" and server.encrypts:
        connection.starttls(context=ssl.create_default_context())
        connection.ehlo()
    if server.user:
        connection.login(server.user, server.password)


def _before(step: str, act: Callable[[], T]) -> T:
    """Whatever fails before the text is handed over has delivered nothing."""
    try:
        return act()
    except (OSError, smtplib.SMTPException) as error:
        raise Undelivered(f"{step}失败：{type(error).__name__}") from error


def _address(connection: smtplib.SMTP, sender: str, to: str) -> None:
    step = "投递邮件"
    _go_on(_before(step, lambda: connection.mail(sender))[0])
    _judge(_before(step, lambda: connection.rcpt(to))[0])
    _go_on(_before(step, lambda: connection.docmd("DATA"))[0])


def _hand_over(connection: smtplib.SMTP, text: bytes) -> None:
    """From the first byte on, silence proves nothing: the server may have taken it and only its answer was lost."""
    try:
        connection.send(re.sub(rb"(?m)^\.", b"..", text) + b".\r\n")
        code, _ = connection.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise Uncertain(f"邮件服务器没有答复：{type(error).__name__}") from error
    _judge(code)


def _go_on(code: int) -> None:
    """A refusal here is of this system (its sender's address, its limits), not of the recipient: it may be set right."""
    if code >= 400 or code < 200:
        raise Undelivered(f"邮件服务器不接收本系统的邮件（{code}）")


def _judge(code: int) -> None:
    """Of the recipient, or of the text."""
    if 400 <= code < 500:
        raise Undelivered(f"邮件服务器暂时不接收（{code}）")
    if code >= 500 or code < 200:
        raise Rejected(f"邮件服务器拒收（{code}）")


def _leave(connection: smtplib.SMTP) -> None:
    """A mail that was taken stays taken, however the goodbye goes."""
    try:
        connection.quit()
    except (OSError, smtplib.SMTPException):
        connection.close()


def _written(server: Server, letter: Letter) -> bytes:
    """The same bytes for the same letter: a server that keeps what it has seen knows a second one by its Message-ID."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = server.sender, letter.to, letter.subject
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{letter.key}@{server.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text, cte="base64")
    return bytes(message)
