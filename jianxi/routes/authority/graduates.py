"""毕业生信息库: one row, corrected."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Told
from jianxi.forms.graduates import GraduateRow
from jianxi.forms.reading import labels
from jianxi.queries import registers
from jianxi.queries.registers import keeper
from jianxi.services import graduates as services
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, back_of, form_of, now_of, official_of, query_of, record_id, version_of

NAMES = tuple(labels(GraduateRow))


async def show(request: Request) -> Response:
    """The form with what the register says."""
    return await _form(request, query_of(request))


async def correct(request: Request) -> Response:
    """保存."""
    viewer, id, fields = keeper(official_of(request)), record_id(request), await form_of(request)
    try:
        changed = await services.correct(viewer, id, version_of(fields), fields.raw(), now_of(request))
    except (Invalid, Told) as no:
        return await _form(request, fields, {name: fields.one(name) for name in NAMES}, no)
    name = fields.one("name").strip()
    told = f"已更正{name}的信息。" if changed else f"{name}的信息没有变化，未作更改。"
    return redirect(request, back_of(fields, _list(request)), told)


async def _form(
    request: Request, fields: Fields, typed: Mapping[str, str] | None = None, no: Invalid | Told | None = None
) -> Response:
    """What was typed stays; after a refusal it may be saved over the fresh row, whose version the form then has."""
    entry = await registers.get(keeper(official_of(request)), record_id(request))
    context = {
        "entry": entry,
        "values": typed or entry.shown,
        "errors": no.messages if isinstance(no, Invalid) else {},
        "refusal": no.sentence if isinstance(no, Told) else "",
        "differs": [name for name in NAMES if typed is not None and typed[name] != entry.shown[name]],
        "back": back_of(fields, _list(request)),
        "labels_of": labels(GraduateRow),
        "shown_version": fields.one("v") if isinstance(no, Invalid) else str(entry.version),
    }
    status = 422 if isinstance(no, Invalid) else 409 if no is not None else 200
    return respond(request, "pages/authority/register_graduate.html", context, status=status)


def _list(request: Request) -> str:
    return str(request.app.url_path_for("authority:register"))


routes = [
    Route("/register/{id}", show, name="graduate", methods=["GET"]),
    Route("/register/{id}", correct, methods=["POST"]),
]
