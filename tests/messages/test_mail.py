"""A mail is sent once, and every way of failing says whether it may have arrived."""

import asyncio
from email import message_from_bytes
from email.policy import default

import pytest

from jianxi.messages import senders
from jianxi.messages.console import Console
from jianxi.messages.letters import Letter
from jianxi.messages.mail import Smtp, server_of
from jianxi.messages.outcomes import Rejected, Uncertain, Undelivered
from tests.conftest import NOW
from tests.mail_server import HANG_UP, mail_server

LETTER = Letter(
    "zhao@example.cn", "就业见习管理系统：报名审核通过", ".开头有点\n请登录查看", "notice-7-x", NOW
)


def test_a_mail_arrives_whole_under_a_name_that_is_the_same_each_time() -> None:
    with mail_server() as server:
        for _ in range(2):
            asyncio.run(Smtp(server_of(server.url)).send(LETTER))

    first, second = server.mails
    mail = message_from_bytes(first, policy=default)
    assert first.split(b"boundary")[0] == second.split(b"boundary")[0]
    assert (mail["To"], mail["From"]) == ("zhao@example.cn", "jianxi@example.cn")
    assert (mail["Subject"], mail["Message-ID"]) == (LETTER.subject, "<notice-7-x@example.cn>")
    assert mail.get_content().split() == LETTER.text.split()


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"HELLO": "421 busy"}, Undelivered),
        ({"EHLO": HANG_UP}, Undelivered),
        ({"MAIL": "451 later"}, Undelivered),
        ({"MAIL": "553 who are you"}, Undelivered),
        ({"RCPT": "450 later"}, Undelivered),
        ({"RCPT": "550 nobody here"}, Rejected),
        ({"RCPT": HANG_UP}, Undelivered),
        ({"DATA": "451 later"}, Undelivered),
        ({"DATA": "554 not from here"}, Undelivered),
        ({"TEXT": "452 full"}, Undelivered),
        ({"TEXT": "554 spam"}, Rejected),
        ({"TEXT": HANG_UP}, Uncertain),
    ],
    ids=str,
)
def test_only_what_certainly_did_not_arrive_may_be_tried_again(
    answers: dict[str, str], outcome: type[Exception]
) -> None:
    with mail_server(**answers) as server, pytest.raises(outcome) as told:
        asyncio.run(Smtp(server_of(server.url)).send(LETTER))

    assert "zhao" not in str(told.value)


def test_a_server_that_is_not_there_has_delivered_nothing_and_a_goodbye_that_fails_takes_nothing_back() -> (
    None
):
    with mail_server(QUIT=HANG_UP) as server:
        asyncio.run(Smtp(server_of(server.url)).send(LETTER))
    with pytest.raises(Undelivered):
        asyncio.run(Smtp(server_of(server.url)).send(LETTER))

    assert len(server.mails) == 1


def test_no_mail_goes_over_a_line_in_the_clear_unless_that_was_said() -> None:
    with mail_server() as server, pytest.raises(Undelivered):
        asyncio.run(Smtp(server_of(server.url.replace("&tls=off", ""))).send(LETTER))

    assert server.mails == []


def test_the_settings_say_which_senders_there_are() -> None:
    try:
        senders.use("smtps://jianxi%40example.cn:p%2Fw@mail.example.cn?from=jianxi@example.cn", "console:")
        found, sms = senders.sender("mail"), senders.sender("sms")
        assert isinstance(found, Smtp) and sms is not None and senders.at_once() == 1
        assert (found.server.user, found.server.password, found.server.port) == (
            "jianxi@example.cn",
            "p/w",
            465,
        )
        assert "p/w" not in repr(found)
        senders.use("", "off", development=True)
        assert isinstance(senders.sender("mail"), Console) and senders.at_once() > 1
        senders.use("", "off")
        assert not senders.are_there()
    finally:
        senders.give()
