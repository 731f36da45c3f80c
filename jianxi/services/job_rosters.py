"""Large 花名册 as 后台任务: 报送, 接受 and 导出. Taken up again they do what was not done, and nothing twice."""

from collections.abc import Mapping
from typing import Any

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_words import title
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.forms.roster_ranges import read_asked
from jianxi.queries import rosters as reading
from jianxi.services import roster_exports, roster_review, rosters
from jianxi.services.job_context import Context, Done

SUBMITTED = "花名册已报送主管部门。"
ACCEPTED = "花名册已接受。"
EXPORTED = "花名册已导出。"


async def submit(args: Mapping[str, Any], context: Context) -> Done:
    """`id`, the `version` that was shown, and what the page `promised`."""
    if not isinstance(context.viewer, EmployerViewer):
        raise Missing
    id, shown = int(args["id"]), (int(args["version"]), context.now, context.progress, str(args["promised"]))
    await rosters.submit(context.viewer, id, *shown)
    return Done(SUBMITTED, path=f"/employer/rosters/{id}")


async def accept(args: Mapping[str, Any], context: Context) -> Done:
    """`id`, and the `version` that was shown."""
    if not isinstance(context.viewer, OfficialViewer):
        raise Missing
    id = int(args["id"])
    await roster_review.accept(context.viewer, id, int(args["version"]), context.now, context.progress)
    return Done(ACCEPTED, path=f"/authority/rosters/{id}")


async def export(args: Mapping[str, Any], context: Context) -> Done:
    """A sending (`roster` and `round`), or what a range would be now (`kind`, `from`, `to`)."""
    return await (_sending(args, context) if "roster" in args else _preview(args, context))


async def _sending(args: Mapping[str, Any], context: Context) -> Done:
    viewer, round = context.viewer, int(args["round"])
    roster = await reading.get(viewer, int(args["roster"]), periods.today(context.now))
    made = await roster_exports.sending(viewer, roster, round, context.now, context.progress)
    unit = f"{roster.unit_name}_" if isinstance(viewer, OfficialViewer) else ""
    name = f"{unit}{title(roster.kind, roster.period, roster.serial)}_第{round}次报送.xlsx"
    return Done(EXPORTED, name=name, content=made)


async def _preview(args: Mapping[str, Any], context: Context) -> Done:
    if not isinstance(context.viewer, EmployerViewer):
        raise Missing
    today = periods.today(context.now)
    asked = read_asked({name: [str(text)] for name, text in args.items()}, today)
    when = asked.period, context.now, context.progress
    made = await roster_exports.preview(context.viewer, asked.kind, *when)
    return Done(EXPORTED, name=f"{title(asked.kind, asked.period)}_{today.isoformat()}.xlsx", content=made)
