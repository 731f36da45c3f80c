"""What somebody reads who tried too often, and what they read at the next sign-in of tries that were not theirs."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from structlog.testing import capture_logs

from jianxi import templating
from jianxi.domain import credit_code
from jianxi.queries import regions
from tests.acquaintances import PASSWORD, here_before, with_password
from tests.guessing import number
from tests.hostile.forms_of_entry import EMPLOYER, GRADUATE
from tests.web.site import Circumstances, browser, csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
IDENTITY, ACCOUNT = "/login/identity", "/login"


@pytest.fixture
async def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture
async def visitor(circumstances: Circumstances) -> AsyncIterator[httpx.AsyncClient]:
    templating.use_directory(await regions.directory())
    async with browser(circumstances) as client:
        yield client


async def send(visitor: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    return await visitor.post(path, data={"csrf": await csrf_of(visitor), **fields})


async def wrong_names(visitor: httpx.AsyncClient, times: int) -> list[int]:
    answers = [await send(visitor, IDENTITY, name="赵敏", id_number=number()) for _ in range(times)]
    return [answer.status_code for answer in answers]


async def wrong_passwords(visitor: httpx.AsyncClient, times: int) -> list[int]:
    answers = [await send(visitor, ACCOUNT, username="linxiao", password="wrong") for _ in range(times)]
    return [answer.status_code for answer in answers]


@pytest.mark.parametrize("script", [False, True], ids=["plain", "script"])
async def test_after_five_wrong_names_the_page_says_when_to_come_again_and_what_else_to_do(
    visitor: httpx.AsyncClient, script: bool
) -> None:
    assert await wrong_names(visitor, 5) == [422] * 5
    visitor.headers.update({"HX-Request": "true"} if script else {})
    page = await send(visitor, IDENTITY, name="赵敏", id_number=number())
    assert (page.status_code, page.headers["Retry-After"]) == (429, "900")
    assert "尝试次数过多，请在10:15以后（约15分钟后）再试。" in page.text
    assert "请携带身份证到区县人社部门办理" in page.text
    assert 'value="赵敏"' in page.text and f'value="{number()}"' in page.text
    assert page.text.count("<html") == 1


async def test_after_five_wrong_passwords_the_page_keeps_the_user_name_alone(
    visitor: httpx.AsyncClient,
) -> None:
    assert await wrong_passwords(visitor, 5) == [422] * 5
    page = await send(visitor, ACCOUNT, username="linxiao", password=PASSWORD)
    assert (page.status_code, page.headers["Retry-After"]) == (429, "900")
    assert "请在10:15以后（约15分钟后）再试。忘记密码的" in page.text
    assert 'value="linxiao"' in page.text and PASSWORD not in page.text


async def test_graduates_who_register_too_often_keep_what_they_typed(visitor: httpx.AsyncClient) -> None:
    fields = {name: values[0] for name, values in GRADUATE.items()} | {"username": "linxiao"}
    for _ in range(5):
        await send(visitor, "/register/graduate", **fields | {"id_number": number()})
    page = await send(visitor, "/register/graduate", **fields | {"id_number": number()})
    assert page.status_code == 429
    assert "尝试次数过多" in page.text and 'value="林晓"' in page.text and PASSWORD not in page.text


async def test_units_register_ten_times_a_minute_from_one_address(visitor: httpx.AsyncClient) -> None:
    fields = {name: values[0] for name, values in EMPLOYER.items()}
    await with_password("taken")
    typed = fields | {"username": "taken", "credit_code": credit_code.compose("370105", 7)}
    answers = [await send(visitor, "/register/employer", **typed) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert "云杉软件有限公司" in answers[-1].text and PASSWORD not in answers[-1].text


async def test_a_malformed_number_is_no_try(visitor: httpx.AsyncClient) -> None:
    answers = [await send(visitor, IDENTITY, name="赵敏", id_number=number()[:15]) for _ in range(30)]
    assert {answer.status_code for answer in answers} == {422}


async def test_the_visitor_is_the_one_whom_a_trusted_proxy_names(circumstances: Circumstances) -> None:
    templating.use_directory(await regions.directory())
    async with browser(circumstances, client="10.0.0.1") as proxied:
        statuses = []
        for place in range(12):
            proxied.headers["X-Forwarded-For"] = f"evil, 198.51.100.{place}"
            statuses.append((await send(proxied, IDENTITY, name="赵敏", id_number=number(place))).status_code)
    assert statuses == [422] * 12


async def test_whoever_forges_a_proxys_word_is_counted_by_their_own_address(
    visitor: httpx.AsyncClient,
) -> None:
    statuses = []
    for place in range(12):
        visitor.headers["X-Forwarded-For"] = f"198.51.100.{place}"
        statuses.append((await send(visitor, IDENTITY, name="赵敏", id_number=number(place))).status_code)
    assert statuses == [422] * 10 + [429] * 2


async def test_the_log_names_the_limit_and_nobody(visitor: httpx.AsyncClient) -> None:
    await wrong_names(visitor, 5)
    with capture_logs() as lines:
        await wrong_names(visitor, 1)
    told = [(line["limit"], line["family"]) for line in lines if "limit" in line]
    assert told == [("wrong", "identity")]
    assert [typed for typed in (number(), "赵敏", "203.0.113.7") if typed in repr(lines)] == []


async def test_wrong_names_since_the_last_sign_in_are_told(
    visitor: httpx.AsyncClient, circumstances: Circumstances
) -> None:
    await here_before(number())
    await send(visitor, IDENTITY, name="林晓", id_number=number())
    circumstances.now += timedelta(days=1)
    await wrong_names(visitor, 3)
    await send(visitor, IDENTITY, name="林晓", id_number=number())
    assert "上次登录：2026年11月20日 10:00；其间有3次姓名错误" in (await visitor.get("/login")).text


async def test_wrong_passwords_since_the_last_sign_in_are_told(
    visitor: httpx.AsyncClient, circumstances: Circumstances
) -> None:
    await here_before(number(), account=await with_password("linxiao"), kind="graduate")
    await send(visitor, ACCOUNT, username="linxiao", password=PASSWORD)
    circumstances.now += timedelta(days=1)
    await wrong_passwords(visitor, 2)
    await send(visitor, ACCOUNT, username="linxiao", password=PASSWORD)
    assert "上次登录：2026年11月20日 10:00；其间有2次密码错误" in (await visitor.get("/login")).text
