"""短信验证码 at 往届毕业生/社会青年登录: an option of the province, for whoever is known here."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta

import httpx
import pytest

from jianxi import templating
from jianxi.crypto import sealing
from jianxi.messages import senders
from jianxi.messages.outcomes import Undelivered
from jianxi.queries import regions
from jianxi.services import policies
from jianxi.tables.credentials import SignInCode
from jianxi.tables.engine import Engine
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests.acquaintances import here_before, id_number
from tests.conftest import NOW
from tests.mail_server import Post
from tests.web.entering import WAYS, seen
from tests.web.site import Circumstances, browser, csrf_of

pytestmark = pytest.mark.anyio
only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
WHO = {"name": "林晓", "id_number": id_number()}
CODE = "/login/identity/code"


@pytest.fixture
def gateway() -> Iterator[Post]:
    sender = Post()
    senders.give(sms=sender)
    yield sender
    senders.give()


@pytest.fixture
async def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture
async def visitor(database: Engine, circumstances: Circumstances) -> AsyncIterator[httpx.AsyncClient]:
    templating.use_directory(await regions.directory())
    await switch("是")
    async with browser(circumstances, WAYS) as client:
        yield client


async def switch(value: str) -> None:
    await policies.set_value("identity_needs_code", value, "370000", date(2026, 1, 1), "通知", NOW)


async def known(phone: str = "13812345678") -> int:
    person = await here_before(id_number())
    async with unit_of_work():
        sealed = sealing.seal(phone, "person.phone") if phone else None
        await Person.update({Person.phone: sealed}).where(Person.id == person)
    return person


async def send(visitor: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    return await visitor.post(path, data={"csrf": await csrf_of(visitor), **fields})


def code_in(gateway: Post) -> str:
    found = re.search(r"\d{6}", gateway.sent[-1].text)
    assert found is not None
    return found[0]


async def test_the_code_that_was_sent_signs_in_once(visitor: httpx.AsyncClient, gateway: Post) -> None:
    await known()
    asked = await send(visitor, "/login/identity", **WHO, next="/applicant/positions")
    page = await visitor.get(CODE)
    before = await seen(visitor)
    right = code_in(gateway)
    kept = dict(visitor.cookies)
    entered = await send(visitor, CODE, code=f" {right} ")
    after = await seen(visitor)
    visitor.cookies.clear()
    visitor.cookies.update(kept)
    again = await send(visitor, CODE, code=right)

    assert asked.headers["location"] == CODE and before == "Anyone"
    assert "138****5678" in page.text and "13812345678" not in page.text
    assert gateway.sent[0].to == "13812345678" and right in gateway.sent[0].text
    assert entered.headers["location"] == "/applicant/positions" and after == "PersonViewer"
    assert again.headers["location"] == "/login/identity"
    (row,) = await SignInCode.select()
    assert right not in str(row)


@only_sqlite
async def test_five_wrong_codes_end_it_and_so_do_five_minutes(
    visitor: httpx.AsyncClient, gateway: Post, circumstances: Circumstances
) -> None:
    await known()
    await send(visitor, "/login/identity", **WHO)
    wrong = "000000" if code_in(gateway) != "000000" else "000001"
    answers = [await send(visitor, CODE, code=wrong) for _ in range(5)]
    late = await send(visitor, CODE, code=code_in(gateway))
    await send(visitor, "/login/identity", **WHO)
    circumstances.now += timedelta(minutes=5)
    over = await send(visitor, CODE, code=code_in(gateway))

    assert [answer.status_code for answer in answers] == [422] * 4 + [303]
    assert "还可以试4次" in answers[0].text
    assert [each.headers["location"] for each in (late, over)] == ["/login/identity"] * 2
    assert await seen(visitor) == "Anyone"


@only_sqlite
async def test_a_sixth_code_within_the_hour_waits_and_each_browser_has_its_own(
    visitor: httpx.AsyncClient, gateway: Post, circumstances: Circumstances
) -> None:
    await known()
    for _ in range(5):
        await send(visitor, "/login/identity", **WHO)
    first = re.search(r"\d{6}", gateway.sent[0].text)
    assert first is not None
    foreign = await send(visitor, CODE, code=first[0])
    sixth = await send(visitor, "/login/identity", **WHO)
    circumstances.now += timedelta(hours=1)
    later = await send(visitor, "/login/identity", **WHO)

    assert foreign.status_code == 422 or first[0] == code_in(gateway)
    assert sixth.status_code == 429 and "每小时最多发送5次" in sixth.text
    assert later.status_code == 303 and len(gateway.sent) == 6


@only_sqlite
async def test_without_a_phone_one_is_sent_to_the_office_and_a_failing_gateway_is_told(
    visitor: httpx.AsyncClient, gateway: Post
) -> None:
    person = await known("")
    without = await send(visitor, "/login/identity", **WHO)
    async with unit_of_work():
        await Person.update({Person.phone: sealing.seal("13812345678", "person.phone")}).where(
            Person.id == person
        )
    gateway.failures = [Undelivered("away"), KeyError("an answer nobody foresaw")]
    failing = await send(visitor, "/login/identity", **WHO)
    unforeseen = await send(visitor, "/login/identity", **WHO)

    assert "系统中没有您的手机号码" in without.text and "短信暂时发不出去" in failing.text
    assert "短信暂时发不出去" in unforeseen.text and unforeseen.status_code == failing.status_code
    assert await seen(visitor) == "Anyone"


@only_sqlite
async def test_no_code_is_asked_for_where_it_is_off_where_nothing_can_be_sent_and_of_the_unknown(
    visitor: httpx.AsyncClient, gateway: Post
) -> None:
    stranger = await send(visitor, "/login/identity", name="王芳", id_number=id_number(sequence=27))
    await known()
    senders.give()
    unsent = await send(visitor, "/login/identity", **WHO)
    senders.give(sms=gateway)
    await switch("否")
    off = await send(visitor, "/login/identity", **WHO)

    assert [each.headers["location"] for each in (stranger, unsent, off)] == ["/applicant/"] * 3
    assert gateway.sent == []
