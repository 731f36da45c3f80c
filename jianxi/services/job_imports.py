"""导入 of workbooks with many rows as 后台任务. What is in already when it is broken off stays, and changes nothing the next time."""

from collections.abc import Mapping
from typing import Any

from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import jobs
from jianxi.services.job_context import Context, Done
from jianxi.services.registers import Outcome, import_workbook

MOST_FAULTS = 500
SAVED = "取消前已导入的行保留在毕业生信息库中。"
AGAIN = "处理曾中断后重新开始，中断前已导入的行计入“没有变化”。"
MEND = "请按原因修改后，重新导入整个文件或只导入这些行。"


async def register(args: Mapping[str, Any], context: Context) -> Done:
    """毕业生信息库, with the rows that could not be taken."""
    if context.sent is None or not isinstance(context.viewer, OfficialViewer):
        raise Missing
    data = b"".join([part async for part in jobs.content(context.sent)])
    context.saved = SAVED
    outcome = await import_workbook(context.viewer, data, context.now, context.progress)
    told = (f"{outcome.summary}。", MEND if outcome.faults else "", AGAIN if context.attempt > 1 else "")
    return Done("".join(told), path="/authority/register", report=_report(outcome))


def _report(outcome: Outcome) -> dict[str, Any]:
    """`faults`: row and sentence each, those that a page can hold; `many`: how many there are."""
    listed = [[fault.row, fault.sentence] for fault in outcome.faults[:MOST_FAULTS]]
    return {"faults": listed, "many": len(outcome.faults)} if listed else {}
