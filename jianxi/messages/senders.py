"""Which senders this process uses, from its settings: JIANXI_MAIL_URL and JIANXI_SMS_URL."""

from jianxi.messages.console import Console
from jianxi.messages.letters import Sender
from jianxi.messages.mail import Smtp, server_of

OFF = "off"
CONSOLE = "console:"

_senders: dict[str, Sender] = {}


def use(mail: str, sms: str, *, development: bool = False) -> None:
    """For this process; in development mails go to the console unless something else is said. There is no sender of SMS yet but the console's: every provider signs its requests in its own way,
    so one is written as a `Sender` for the provider that an installation has a contract with."""
    chosen: dict[str, Sender | None] = {"mail": _mail(mail or (CONSOLE if development else OFF)), "sms": None}
    if sms == CONSOLE:
        chosen["sms"] = Console("sms", tells_text=development)
    give(**chosen)


def give(mail: Sender | None = None, sms: Sender | None = None) -> None:
    """These and no others."""
    _senders.clear()
    _senders.update({name: each for name, each in (("mail", mail), ("sms", sms)) if each is not None})


def sender(channel: str) -> Sender | None:
    return _senders.get(channel)


def are_there() -> bool:
    """Whether anything leaves the house at all."""
    return bool(_senders)


def _mail(url: str) -> Sender | None:
    if url == OFF:
        return None
    return Console("mail") if url == CONSOLE else Smtp(server_of(url))


def at_once() -> int:
    """How many messages are claimed together: as few as the slowest sender wants at risk."""
    return min((each.at_once for each in _senders.values()), default=1)
