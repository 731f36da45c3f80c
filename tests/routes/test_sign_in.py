"""登录 and 退出登录 over HTTP, by plain forms."""

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from jianxi import templating
from jianxi.queries import regions
from jianxi.tables.accounts import Session
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from tests.acquaintances import PASSWORD, here_before, id_number, in_register, with_password
from tests.web.entering import WAYS
from tests.web.site import Circumstances, browser, csrf_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LINXIAO = {"name": "林晓", "id_number": id_number()}


@pytest.fixture
async def circumstances() -> Circumstances:
    return Circumstances()


@pytest.fixture
async def visitor(circumstances: Circumstances) -> AsyncIterator[httpx.AsyncClient]:
    templating.use_directory(await regions.directory())
    async with browser(circumstances, WAYS) as client:
        yield client


async def send(visitor: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    return await visitor.post(path, data={"csrf": await csrf_of(visitor), **fields})


async def graduate() -> int:
    return await here_before(id_number(), account=await with_password("linxiao"), kind="graduate")


async def test_the_page_has_one_form_and_links_to_the_other_way_and_both_registrations(
    visitor: httpx.AsyncClient,
) -> None:
    page = (await visitor.get("/login?next=/positions/7")).text
    for wanted in ("账号登录", "往届毕业生/社会青年登录", "/register/employer", "/register/graduate"):
        assert wanted in page
    assert page.count('type="submit">登录</button>') == 1
    assert '<a class="btn" href="/login/identity?next=%2Fpositions%2F7">姓名和身份证号登录</a>' in page


async def test_the_page_of_names_and_numbers_ends_with_the_way_to_accounts(
    visitor: httpx.AsyncClient,
) -> None:
    page = (await visitor.get("/login/identity")).text
    onward = (await visitor.get("/login/identity?next=/positions")).text
    assert '2026届毕业生请<a class="link" href="/login">点击此处</a>' in page
    assert '<a class="link" href="/login?next=%2Fpositions">点击此处</a>' in onward
    assert page.count('type="submit">登录</button>') == 1


async def test_a_right_password_leads_to_the_desk(visitor: httpx.AsyncClient) -> None:
    await graduate()
    answer = await send(visitor, "/login", username="linxiao", password=PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/applicant/")
    assert "PersonViewer" in (await visitor.get("/whoami")).text


@pytest.mark.parametrize(
    ("username", "password"), [("linxiao", "wrong"), ("nobody", PASSWORD), ("\x00", "\x01")]
)
async def test_every_failure_reads_alike_and_the_password_is_not_shown_again(
    visitor: httpx.AsyncClient, username: str, password: str
) -> None:
    await graduate()
    answer = await send(visitor, "/login", username=username, password=password)
    assert answer.status_code == 422
    assert "登录名或密码不正确" in answer.text
    assert 'type="password" value=""' in answer.text


async def test_blank_fields_are_told_by_field(visitor: httpx.AsyncClient) -> None:
    answer = await send(visitor, "/login", username=" ", password="")
    assert "请填写登录名" in answer.text and "请填写密码" in answer.text


async def test_the_sign_in_before_is_shown(visitor: httpx.AsyncClient, circumstances: Circumstances) -> None:
    await graduate()
    await send(visitor, "/login", username="linxiao", password=PASSWORD)
    circumstances.now += timedelta(days=1)
    await send(visitor, "/login", username="linxiao", password=PASSWORD)
    assert "上次登录：2026年11月20日 10:00" in (await visitor.get("/login")).text


@pytest.mark.parametrize(
    ("wanted", "to"),
    [
        ("/positions?q=%E8%BD%AF", "/positions?q=%E8%BD%AF"),
        ("/applicant/intention", "/applicant/intention"),
        ("/authority/bases", "/applicant/"),
        ("/employer", "/applicant/"),
        ("//evil.example", "/applicant/"),
        ("https://evil.example", "/applicant/"),
        ("/\\evil.example", "/applicant/"),
        ("/login?next=/login", "/applicant/"),
        ("", "/applicant/"),
    ],
)
async def test_next_leads_only_to_where_this_person_may_go_on_this_site(
    visitor: httpx.AsyncClient, wanted: str, to: str
) -> None:
    await graduate()
    answer = await send(visitor, "/login", username="linxiao", password=PASSWORD, next=wanted)
    assert answer.headers["Location"] == to


async def test_a_guess_writes_nothing_but_a_provisional_session(visitor: httpx.AsyncClient) -> None:
    answer = await send(visitor, "/login/identity", **LINXIAO, kind="official", account="1", person="1")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/applicant/")
    assert "PersonViewer(person=None" in (await visitor.get("/whoami")).text
    assert (await Session.count(), await Person.count(), await LogEntry.count()) == (1, 0, 0)


async def test_a_refused_guess_writes_nothing_at_all(visitor: httpx.AsyncClient) -> None:
    await in_register(id_number(), cohort=2026)
    answer = await send(visitor, "/login/identity", **LINXIAO)
    assert answer.status_code == 422
    assert '<a class="link" href="/login">2026届毕业生请从首页登录</a>' in answer.text
    assert await Session.count() == 0


async def test_somebody_with_a_password_gets_the_way_to_it(visitor: httpx.AsyncClient) -> None:
    await graduate()
    answer = await send(visitor, "/login/identity", **LINXIAO)
    assert '<a class="link" href="/login">请从首页账号登录</a>' in answer.text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"id_number": LINXIAO["id_number"][:15]}, "您输入了15位"),
        ({"id_number": "370102200302311234"}, "2003年2月31日不存在"),
        ({"id_number": "3" * 10_000}, "您输入了10000位"),
        ({"name": "林"}, "姓名应为2至50个字"),
        ({"name": "林" * 51}, "您输入了51个字"),
        ({"name": "林\x07晓"}, "不可见的字符"),
        ({"name": "林\u202e晓"}, "不可见的字符"),
        ({"name": "<b>"}, "&lt;"),
        ({"name": ""}, "请填写姓名"),
    ],
)
async def test_bad_input_gets_a_message(
    visitor: httpx.AsyncClient, fields: dict[str, str], sentence: str
) -> None:
    answer = await send(visitor, "/login/identity", **LINXIAO | fields)
    assert answer.status_code == 422
    assert sentence in answer.text


async def test_signing_in_as_somebody_else_ends_the_session_before(visitor: httpx.AsyncClient) -> None:
    await graduate()
    await send(visitor, "/login", username="linxiao", password=PASSWORD)
    await send(visitor, "/login/identity", name="赵敏", id_number=id_number(sequence=14))
    assert "赵敏" in (await visitor.get("/whoami")).text
    assert await Session.count() == 1


async def test_leaving_ends_the_session_and_says_so(visitor: httpx.AsyncClient) -> None:
    await send(visitor, "/login/identity", **LINXIAO)
    answer = await send(visitor, "/logout")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert "已退出登录" in (await visitor.get("/login")).text
    assert await Session.count() == 0


async def test_leaving_by_a_link_is_not_possible(visitor: httpx.AsyncClient) -> None:
    assert (await visitor.get("/logout")).status_code == 405


async def test_the_demos_way_in_exists_only_in_a_demo(visitor: httpx.AsyncClient) -> None:
    await with_password("demo.county", "official")
    assert (await send(visitor, "/demo/sign-in", role="county")).status_code == 404
    assert await Session.count() == 0


async def test_a_demo_signs_in_by_one_press(visitor: httpx.AsyncClient, circumstances: Circumstances) -> None:
    circumstances.demo = True
    await with_password("demo.county", "official")
    assert (await send(visitor, "/demo/sign-in", role="county")).headers["Location"] == "/authority/"
    assert (await send(visitor, "/demo/sign-in", role="admin")).status_code == 404
