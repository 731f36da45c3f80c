"""Requests that no browser of ours makes: methods, bodies, headers and cookies."""

import httpx
import pytest

from jianxi.routes import ROUTES
from jianxi.tables.accounts import Account
from jianxi.tables.unit_of_work import unit_of_work
from tests.addresses import addresses
from tests.hostile.records import everything, wrote
from tests.hostile.test_addresses import DESKS, visitor_of
from tests.hostile.town import settle
from tests.hostile.visiting import FORM, visiting

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    # What is asked here is answered before a database is asked, or the same whichever it is.
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get")
POSTS = [address for address in addresses(ROUTES) if "POST" in address.methods]
JSON, PARTS = "application/json", "multipart/form-data"
BODIES: tuple[tuple[str, bytes], ...] = (
    (JSON, b'{"v": 1, "name": {"$ne": ""}}'),
    ("text/plain", b"v=1"),
    ("text/xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ("", b"v=1"),
    ("\xff/\xfe", b"v=1"),
    (FORM, b"\x00\xff%%%=&=&;"),
    (FORM, b"&".join(b"f%d=1" % number for number in range(2500))),
    (FORM, b"v=" + b"1" * 200_000),
    (FORM, b"x=" + b"1" * 300_000),
    (FORM + "; charset=utf-7", b"v=+ADw-script+AD4-"),
    (PARTS, b"v=1"),
    (PARTS + "; boundary=", b"--\r\n"),
    (PARTS + "; boundary=B", b"--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--\r\n"),
    (
        PARTS + "; boundary=B",
        b'--B\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK',
    ),
    (PARTS + "; boundary=B", b'--B\r\nContent-Disposition: form-data; name="v"\r\n\r\n' + b"1" * 140_000),
)
HEADERS: tuple[dict[str, str], ...] = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Referer": "https://evil.example/"},
    {"X-CSRF-Token": "AAAA"},
    {"Cookie": "jianxi_session=garbled; visit="},
)


def path_of(path: str) -> str:
    return path.replace("{id}", "1").replace("{round}", "1")


async def wrong(who: str, method: str) -> list[str]:
    """Answers of 500, bodies of HEAD, and writes."""
    town, found = await settle(), []
    before = await everything()
    async with visiting(town.who(who)) as visitor:
        for address in addresses(ROUTES):
            answer = await visitor.client.request(method, path_of(address.path))
            may = method.upper() in {"GET", "HEAD"}
            known = {400, 403, 404, 405, 409} | ({200, 303, 503} if may else {303})
            if answer.status_code not in known:
                found.append(f"{who} {method} {address.path} {answer.status_code}")
    return found + (["wrote"] if await wrote(before) else [])


@pytest.mark.parametrize("method", METHODS)
async def test_a_method_that_an_address_does_not_have_does_nothing(method: str) -> None:
    assert [fault for who in ("anybody", "unit", "city") for fault in await wrong(who, method)] == []


async def sent(who: str, content: bytes, headers: dict[bytes, bytes], token: bool = True) -> list[str]:
    """This to every address that takes a form: refused, and nothing written."""
    town, found = await settle(), []
    before = await everything()
    async with visiting(town.who(who)) as visitor:
        proof = {b"X-CSRF-Token": visitor.token.encode()} if token else {}
        for address in POSTS:
            if visitor_of(address.name) == who and address.name not in {"logout", "preferences"}:
                answer = await visitor.client.post(
                    path_of(address.path), content=content, headers=[*proof.items(), *headers.items()]
                )
                if answer.status_code not in {303, 400, 403, 404, 409, 413, 422}:
                    found.append(f"{address.path} {answer.status_code}")
    return found + (["wrote"] if _kept(await everything()) != _kept(before) else [])


def _kept(rows: dict[str, dict[int, dict[str, object]]]) -> object:
    """Saving an empty draft of 见习基地申请 is no refusal: Enter in the form does it."""
    return {name: table for name, table in rows.items() if name not in {"base", "log_entry"}}


@pytest.mark.parametrize("body", BODIES, ids=[f"{place}" for place in range(len(BODIES))])
@pytest.mark.parametrize("who", ["anybody", *DESKS.values()])
@pytest.mark.filterwarnings("ignore:Exception ignored in.*SpooledTemporaryFile")
async def test_a_body_that_is_no_form_is_refused(who: str, body: tuple[str, bytes]) -> None:
    kind, content = body
    assert await sent(who, content, {b"Content-Type": kind.encode("latin-1")}) == []


@pytest.mark.parametrize(
    "headers", HEADERS, ids=lambda headers: "".join(f"{k}={v}" for k, v in headers.items())
)
@pytest.mark.parametrize("who", list(DESKS.values()))
async def test_a_form_that_nobody_here_made_is_refused(who: str, headers: dict[str, str]) -> None:
    plain = {name.encode(): value.encode() for name, value in headers.items()}
    assert await sent(who, b"v=1&name=a", {b"Content-Type": FORM.encode(), **plain}, token=False) == []


async def test_two_lengths_are_no_failure() -> None:
    async with visiting() as visitor:
        headers = [
            (b"Content-Length", b"3"),
            (b"Content-Length", b"9000000"),
            (b"Content-Type", FORM.encode()),
        ]
        answer = await visitor.client.post("/login", content=b"a=1", headers=headers)
    assert answer.status_code in {400, 403, 413}


@pytest.mark.parametrize(
    "cookie",
    ["%00", "\xff\xfe", "a" * 8000, "=;=;", '"', "jianxi_session", "__Host-session=x; session=y", ";" * 900],
)
async def test_garbled_cookies_are_nobody(cookie: str) -> None:
    town = await settle()
    async with visiting(town.unit) as visitor:
        names = [each.name for each in visitor.client.cookies.jar]
        visitor.client.cookies.clear()
        for value in [cookie, *(f"{name}={cookie}" for name in names)]:
            headers = {b"Cookie": value.encode("latin-1")}
            answers = [
                await visitor.client.get(path, headers=headers) for path in ("/", "/employer/base", "/login")
            ]
            assert [answer.status_code for answer in answers] == [200, 303, 200]


async def test_a_disabled_account_is_out_at_once_and_writes_nothing() -> None:
    town = await settle()
    async with visiting(town.unit) as visitor:
        async with unit_of_work():
            await Account.update({Account.disabled: True}).where(Account.id == town.unit.account)
        before = await everything()
        look = await visitor.get("/employer/positions")
        act = await visitor.post("/employer/base", {"act": ["save"], "v": ["1"]})
    assert (look.status_code, act.status_code) == (303, 303)
    assert "/login" in look.headers["location"] and await everything() == before


@pytest.mark.parametrize(
    "host", ["evil.example", "jianxi.test@evil.example", "jianxi.test.", "", "a b", "[::", "\xff"]
)
async def test_a_foreign_host_never_comes_back_in_an_answer(host: str) -> None:
    async with visiting() as visitor:
        headers = {
            b"Host": host.encode("latin-1"),
            b"X-Forwarded-Host": b"evil.example",
            b"Forwarded": b"host=evil",
        }
        answer = await visitor.client.get("/employer", headers=headers)
    assert answer.status_code in {303, 400} and "evil" not in answer.text + answer.headers.get("location", "")


async def test_every_page_survives_a_forged_word_of_htmx() -> None:
    town = await settle()
    forged = {
        "HX-Request": "true",
        "HX-Target": "'\"<x>",
        "HX-Current-URL": "http://[",
        "HX-Prompt": "\x7f",
        "HX-Boosted": "1",
    }
    found: list[tuple[str, int]] = []
    for who in ("anybody", *DESKS.values()):
        async with visiting(town.who(who)) as visitor:
            for address in addresses(ROUTES):
                answer: httpx.Response = await visitor.client.get(path_of(address.path), headers=forged)
                found += [(address.path, answer.status_code)] if answer.status_code >= 500 else []
    assert [each for each in found if each[0] != "/health/ready"] == []
