"""What the database refused though the code had not asked: a calm page, and an error in the log for us."""

import json

import pytest
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.tables.conflicts import Conflict
from jianxi.web import logs
from tests.web.site import browser

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def contradicted(_request: Request) -> Response:
    raise Conflict("second_factor_one")


async def test_a_rule_that_only_the_database_knew_is_no_failure_of_the_page(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logs.configure()
    async with browser(routes=[Route("/contradicted", contradicted, name="contradicted")]) as visitor:
        answer = await visitor.get("/contradicted")

    structlog.reset_defaults()
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert answer.status_code == 409
    assert "没有保存" in answer.text and "second_factor_one" not in answer.text
    assert [line["level"] for line in told if line["event"] == "unforeseen"] == ["error"]
