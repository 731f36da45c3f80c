"""放宽登录限制的地址: schools and job fairs, where many sign in from one network."""

from collections import defaultdict

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import spoken
from jianxi.forms.networks import NewNetwork
from jianxi.forms.reading import read
from jianxi.queries import networks as listed
from jianxi.services import networks
from jianxi.web import second_step
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import address_of, form_of, now_of, official_of, record_id, today_of
from jianxi.web.second_step import Step

REMOVED = "已移除，从该地址登录恢复通常的次数限制。"
DOES = "从该地址登录恢复通常的次数限制，正在登录使用的人不受影响。"


async def index(request: Request) -> Response:
    return await _page(request, defaultdict(str), {})


async def add(request: Request) -> Response:
    """登记."""
    fields = await form_of(request)
    try:
        given = read(NewNetwork, fields.raw(), today_of(request))
        await networks.add(official_of(request), given, now_of(request))
    except Invalid as invalid:
        return await _page(request, defaultdict(str, _typed(fields.raw())), invalid.messages)
    return redirect(request, _list(request), networks.told_added(given))


async def removal(request: Request) -> Response:
    """What 移除 would do."""
    return await second_step.show(request, await _step(request), _list(request))


async def remove(request: Request) -> Response:
    """移除."""
    viewer, id = official_of(request), record_id(request)
    # Another office's is missing, whatever else the form says.
    await listed.get(viewer, id, today_of(request))
    return await second_step.carry_out(
        request,
        lambda version, _reason, now: networks.remove(viewer, id, version, now),
        lambda: _step(request),
        REMOVED,
        _list(request),
    )


async def _step(request: Request) -> Step:
    found = await listed.get(official_of(request), record_id(request), today_of(request))
    facts = [
        ("地址或网段", found.shown),
        ("学校或招聘会", found.what),
        ("放宽至", spoken(found.until_on)),
    ]
    title = f"移除“{found.what}”"
    return Step(title, "确认移除", found.version, "", does=(DOES,), facts=facts)


async def _page(request: Request, values: dict[str, str], errors: dict[str, str]) -> Response:
    rows = await listed.listed_by(official_of(request), today_of(request))
    context = {"rows": rows, "values": values, "errors": errors, "own": address_of(request)}
    return respond(request, "pages/authority/addresses.html", context, status=422 if errors else 200)


def _typed(raw: dict[str, list[str]]) -> dict[str, str]:
    return {name: values[-1] for name, values in raw.items() if values}


def _list(request: Request) -> str:
    return str(request.app.url_path_for("authority:addresses"))


routes = [
    Route("/addresses", index, name="addresses", methods=["GET"]),
    Route("/addresses", add, methods=["POST"]),
    Route("/addresses/{id}/removal", removal, name="address_removal", methods=["GET"]),
    Route("/addresses/{id}/removal", remove, methods=["POST"]),
]
