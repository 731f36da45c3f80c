"""发布 of many 见习岗位: a confirm page that counts and names what is left out, then a result for each."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.forms.position_filters import read_filters
from jianxi.queries import position_lists, position_publication, positions
from jianxi.routes.authority.position_decisions import REVIEW
from jianxi.routes.authority.positions import reviewer_of
from jianxi.services import position_publication as services
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, back_of, form_of, now_of, query_in, today_of, whole_number
from jianxi.web.review import list_url

NOTHING = "还没有选择岗位。请先勾选要发布的岗位，再按“发布”。"
Picks = list[tuple[int, int]]


async def publish(request: Request) -> Response:
    """One goes at once; two or more are confirmed first; with confirm they are published as they were frozen."""
    fields = await form_of(request)
    picks = await _picks(request, fields)
    if not picks:
        reviewer_of(request)
        return redirect(request, back_of(fields, list_url(REVIEW, request)), NOTHING)
    if fields.one("confirm") or (len(picks) == 1 and not fields.one("all")):
        return await _carry_out(request, fields, picks)
    return await _confirm(request, fields, picks)


async def _picks(request: Request, fields: Fields) -> Picks:
    """What was ticked, as "901:3"; or everything that matches the list's address."""
    if not fields.one("all"):
        pairs = (text.partition(":") for text in fields.many("id")[: position_lists.MOST_AT_ONCE])
        read = ((whole_number(id), whole_number(version)) for id, _, version in pairs)
        return [(id, version) for id, version in read if id is not None and version is not None]
    viewer = reviewer_of(request)
    narrowed = query_in(back_of(fields, list_url(REVIEW, request))).raw()
    filters = read_filters(narrowed, position_lists.usual_state(viewer))
    return await position_lists.picks(viewer, filters)


async def _confirm(request: Request, fields: Fields, picks: Picks) -> Response:
    plan = await position_publication.plan(reviewer_of(request), picks, today_of(request))
    context = {
        "plan": plan,
        "back": back_of(fields, list_url(REVIEW, request)),
        "most": position_lists.MOST_AT_ONCE,
    }
    page = "pages/authority/position_publication.html"
    return respond(request, page, {**context, "capped": len(picks) == position_lists.MOST_AT_ONCE})


async def _carry_out(request: Request, fields: Fields, picks: Picks) -> Response:
    viewer, back = reviewer_of(request), back_of(fields, list_url(REVIEW, request))
    results = await services.publish_many(viewer, picks, now_of(request))
    found = await positions.seen(viewer, [id for id, _ in picks], today_of(request))
    if len(results) == 1 and found and not results[0].objection:
        return redirect(request, back, f"“{found[0].title}”已发布，所有人都可以看到并报名。")
    objections = {result.id: result.objection for result in results}
    done = sum(not objection for objection in objections.values())
    context = {"found": found, "objections": objections, "done": done, "back": back}
    return respond(request, "pages/authority/position_results.html", context)


routes = [Route("/positions/publication", publish, name="positions_publication", methods=["POST"])]
