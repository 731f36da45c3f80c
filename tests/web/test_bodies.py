"""Bodies are read within their limits, and nothing that a form can hold breaks a page."""

from collections.abc import AsyncIterator

import pytest

from tests.web.site import browser, csrf_of

pytestmark = pytest.mark.anyio
FORM = "application/x-www-form-urlencoded"


async def test_a_long_chinese_text_arrives_whole() -> None:
    async with browser() as visitor:
        answer = await visitor.post("/echo", data={"csrf": await csrf_of(visitor), "text": "见" * 10_000})
    assert answer.text == "见" * 10_000


async def test_a_stream_without_a_length_is_counted() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield b"text=" + b"x" * 1000 + b"&"

    async with browser() as visitor:
        headers = {"Content-Type": FORM, "X-CSRF-Token": await csrf_of(visitor)}
        answer = await visitor.post("/echo", content=endless(), headers=headers)
    assert answer.status_code == 413
    assert "过大" in answer.text


@pytest.mark.parametrize("length", ["-1", "一", "1e9", "999999999999999999999"])
async def test_a_length_that_is_none_is_refused(length: str) -> None:
    async with browser() as visitor:
        headers = {"Content-Type": FORM.encode(), "Content-Length": length.encode()}
        answer = await visitor.post("/echo", content=b"text=1", headers=headers)  # type: ignore[arg-type]
    assert answer.status_code in {400, 413}


async def test_too_many_fields_are_refused() -> None:
    async with browser() as visitor:
        content = "&".join(f"f{number}=" for number in range(2001))
        answer = await visitor.post("/echo", content=content, headers={"Content-Type": FORM})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("encoded", "told"),
    [
        ("a%00b", "a\ufffdb"),
        ("%ED%A0%80", "\ufffd" * 3),
        ("%ff", "\ufffd"),
        ("%zz%", "%zz%"),
        ("%F0%A0%AE%B7%F0%AC%AD%8E", "𠮷𬭎"),
    ],
)
async def test_what_no_database_takes_is_replaced(encoded: str, told: str) -> None:
    async with browser() as visitor:
        headers = {"Content-Type": FORM, "X-CSRF-Token": await csrf_of(visitor)}
        answer = await visitor.post("/echo", content=f"text={encoded}", headers=headers)
    assert answer.text == told


@pytest.mark.parametrize("charset", ["utf-8", "unicode_escape", "utf-16", "hex", "nonsense", "utf-7", "idna"])
async def test_a_multipart_form_in_any_charset_is_no_error(charset: str) -> None:
    part = b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\na\\ud800\x00\xff\r\n--B--\r\n'
    async with browser() as visitor:
        kind = f"multipart/form-data; boundary=B; charset={charset}"
        headers = {"Content-Type": kind, "X-CSRF-Token": await csrf_of(visitor)}
        answer = await visitor.post("/echo", content=part, headers=headers)
    assert answer.status_code in {200, 400, 403}


@pytest.mark.parametrize(
    "content", [b"", b"--B", b"--B\r\n\r\n", b"garbage", b"--B\r\nA: b\r\n\r\nx\r\n--B--"]
)
async def test_a_broken_multipart_form_is_no_error(content: bytes) -> None:
    async with browser() as visitor:
        kind = "multipart/form-data; boundary=B"
        headers = {"Content-Type": kind, "X-CSRF-Token": await csrf_of(visitor)}
        answer = await visitor.post("/echo", content=content, headers=headers)
    assert answer.status_code in {200, 400}


@pytest.mark.parametrize("size", [10, 100_000])
async def test_a_multipart_form_that_stops_within_its_file_is_refused(size: int) -> None:
    head = b'--B\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    async with browser() as visitor:
        headers = {
            "Content-Type": "multipart/form-data; boundary=B",
            "X-CSRF-Token": await csrf_of(visitor),
        }
        answer = await visitor.post("/echo", content=head + b"x" * size, headers=headers)
    assert answer.status_code == 400
    assert "内容不完整" in answer.text


async def test_a_workbook_is_not_taken_from_a_visitor() -> None:
    async with browser() as visitor:
        answer = await visitor.post("/authority/register/import", files={"file": ("a.xlsx", b"x" * 300_000)})
    assert answer.status_code == 413


async def test_what_is_too_much_is_let_come_before_it_is_refused() -> None:
    """A browser that is answered while it sends shows a broken connection."""
    came = 0

    async def sent() -> AsyncIterator[bytes]:
        nonlocal came
        for _ in range(10):
            came += 50_000
            yield b"x" * 50_000

    async with browser() as visitor:
        headers = {"Content-Type": FORM, "Content-Length": "500000"}
        answer = await visitor.post("/echo", content=sent(), headers=headers)
    assert (answer.status_code, came) == (413, 500_000)
