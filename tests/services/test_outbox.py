"""What leaves the house is sent after the transaction, tried again only where it did not arrive, and never doubled."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from jianxi.crypto import sealing
from jianxi.domain.outbox import LEASE, PAUSES
from jianxi.forms import base_drafts
from jianxi.messages import senders
from jianxi.messages.mail import Smtp, server_of
from jianxi.messages.outcomes import Rejected, Uncertain, Undelivered
from jianxi.queries import outbox as reading
from jianxi.services import applications, outbox
from jianxi.tables.engine import Engine
from jianxi.tables.notices import Notice, Outbox
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_facts import BASE_FORM
from tests.cast_people import save
from tests.conftest import NOW
from tests.mail_server import Post, mail_server

pytestmark = pytest.mark.anyio
only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
SITE = "https://jianxi.example.cn"


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def post() -> Iterator[Post]:
    sender = Post()
    senders.give(mail=sender)
    yield sender
    senders.give()


async def tell(many: int = 1) -> list[int]:
    """So many notices to one person."""
    person = await cast.person()
    async with unit_of_work():
        mail = sealing.seal("zhao@example.cn", "person.mail")
        await Person.update({Person.mail: mail}).where(Person.id == person.person)
    about: dict[str, Any] = {"noun": "base", "record": 1, "verb": "x", "path": "/", "person": person.person}
    said: dict[str, Any] = {"title": "报名审核通过", "body": "原因：材料不全。"}
    return [await save(Notice(**about, **said, outbound=True, created_at=NOW)) for _ in range(many)]


async def rows() -> list[dict[str, Any]]:
    return await Outbox.select().order_by(Outbox.id)


async def test_a_message_is_sent_once_and_says_nothing_of_the_case(database: Engine, post: Post) -> None:
    await tell()

    done = [await outbox.send_all(SITE, NOW) for _ in range(2)]

    assert done == [{"sent": 1}, {}]
    (row,), (letter,) = await rows(), post.sent
    assert (row["state"], row["channel"], row["sent_at"], row["lease_until"]) == ("sent", "mail", NOW, None)
    assert "报名审核通过" in letter.text and SITE in letter.text and "材料不全" not in letter.text
    assert "@" in letter.to and letter.to not in str(row) + repr(letter)


async def test_what_did_not_arrive_is_tried_again_later_and_given_up_in_the_end(
    database: Engine, post: Post
) -> None:
    await tell()
    post.failures = [Undelivered("邮件服务器暂时不接收（451）") for _ in range(9)]
    at, states = NOW, []
    for pause in PAUSES:
        states.append((await outbox.send_all(SITE, at), await outbox.send_all(SITE, at)))
        at += pause
    last = await outbox.send_all(SITE, at)

    assert states == [({"waiting": 1}, {})] * len(PAUSES) and last == {"failed": 1}
    (row,) = await rows()
    assert (row["attempts"], row["fault"]) == (7, "邮件服务器暂时不接收（451）")
    assert await outbox.send_all(SITE, at + timedelta(days=9)) == {} and len(post.sent) == 7
    assert await reading.unsettled() == {"failed": 1}


@pytest.mark.parametrize(
    ("failure", "state"),
    [(Uncertain("没有答复"), "unknown"), (RuntimeError("?"), "unknown"), (Rejected("拒收"), "failed")],
    ids=["uncertain", "unforeseen", "rejected"],
)
@only_sqlite
async def test_what_may_have_arrived_or_never_will_is_not_sent_again(
    database: Engine, post: Post, failure: Exception, state: str
) -> None:
    await tell()
    post.failures = [failure]

    assert await outbox.send_all(SITE, NOW) == {state: 1}
    assert await outbox.send_all(SITE, NOW + timedelta(days=9)) == {} and len(post.sent) == 1


async def test_a_process_that_dies_between_sending_and_marking_doubles_nothing(
    database: Engine, post: Post
) -> None:
    await tell(2)
    post.failures = [Killed()]
    with pytest.raises(Killed):
        await outbox.send_all(SITE, NOW)

    soon = await outbox.send_all(SITE, NOW)
    later = NOW + LEASE
    assert await reading.is_due(later)
    assert await outbox.send_all(SITE, later) == {}

    assert soon == {"sent": 1}
    first, second = await rows()
    assert (first["state"], first["fault"]) == ("unknown", "发送中断，不能确定是否已送达")
    assert second["state"] == "sent" and len(post.sent) == 2
    assert (await reading.newest_unsettled(9))[0]["id"] == first["id"]


async def test_workers_at_once_send_each_message_once(database: Engine, post: Post) -> None:
    await tell(12)

    await asyncio.gather(*(outbox.send_all(SITE, NOW) for _ in range(4)))
    await outbox.send_all(SITE, NOW)

    keys = [letter.key for letter in post.sent]
    assert len(keys) == len(set(keys)) == 12
    assert {row["state"] for row in await rows()} == {"sent"}


@only_sqlite
async def test_an_address_that_cannot_be_read_holds_up_no_other_message(database: Engine, post: Post) -> None:
    await tell()
    async with unit_of_work():
        await Person.update({Person.mail: "sealed by a key that is lost"}).where(Person.id > 0)
    await tell()

    assert await outbox.send_all(SITE, NOW) == {"waiting": 1, "sent": 1}
    first, second = await rows()
    assert (first["state"], first["channel"], second["state"]) == ("waiting", "", "sent")
    assert first["fault"].startswith("收件地址读不出来：") and first["next_at"] == NOW + PAUSES[0]


@only_sqlite
async def test_who_has_no_mail_gets_an_sms_and_who_has_neither_nothing(database: Engine, post: Post) -> None:
    await tell()
    async with unit_of_work():
        await Person.update({Person.mail: None}).where(Person.id > 0)
    first = await outbox.send_all(SITE, NOW)
    await tell()
    sms = Post()
    senders.give(mail=post, sms=sms)
    async with unit_of_work():
        await Person.update({Person.mail: None}).where(Person.id > 0)
    second = await outbox.send_all(SITE, NOW)

    assert (first, second, post.sent) == ({"nowhere": 1}, {"sent": 1}, [])
    (letter,) = sms.sent
    assert (
        letter.to.startswith("1")
        and letter.text == "您有一条新通知：报名审核通过，请登录就业见习管理系统查看。"
    )


@only_sqlite
async def test_a_mail_goes_through_a_real_line(database: Engine) -> None:
    await tell()
    try:
        with mail_server() as server:
            senders.give(mail=Smtp(server_of(server.url)))
            assert await outbox.send_all(SITE, NOW) == {"sent": 1}
    finally:
        senders.give()
    assert b"notice-1-20261120020000@example.cn" in server.mails[0]


@only_sqlite
async def test_a_unit_is_written_to_after_a_transition_where_its_base_says(
    database: Engine, post: Post
) -> None:
    unit, sms = await cast.employer(), Post()
    base = await cast.base(unit)
    position, person = await cast.position(base), await cast.person()
    senders.give(mail=post, sms=sms)

    await applications.apply(person, position, NOW)
    told_within = (len(post.sent), len(sms.sent))
    await outbox.send_all(SITE, NOW)

    said = base_drafts.typed(BASE_FORM).values
    by = post if said["mail"] else sms
    assert told_within == (0, 0)
    assert [letter.to for letter in by.sent] == [said["mail"] or said["phone"]]
