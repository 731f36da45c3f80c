"""办理经过 of a 见习基地: who did what when and why, in words that tell a 变更申请 from the first approval."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jianxi.domain import labels
from jianxi.domain.bases import BaseLevel, BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer
from jianxi.forms.base_contacts import named
from jianxi.queries import log
from jianxi.queries.base_rounds import Round
from jianxi.queries.bases import OF_THE_VERSION, Base
from jianxi.queries.log import Event


async def timeline(viewer: Viewer, base: Base, readable: Sequence[Round]) -> tuple[Event, ...]:
    """Newest first, as far as the viewer may know, who may read these submissions."""
    # What the employer keeps for itself is no office's business.
    without = () if isinstance(viewer, EmployerViewer) else (BaseVerb.SAVE.value,)
    events = await log.timeline("base", base.id, without)
    numbers = {0, *(round.number for round in readable)}
    told = [event for event in events if _is_told(viewer, numbers, event)]
    return tuple(replace(event, label=_label(event)) for event in _saved_once(told))


def _saved_once(events: Sequence[Event]) -> Iterator[Event]:
    """Of 保存草稿 again and again only the last: what was decided stays in sight."""
    newer = ""
    for event in events:
        if (event.verb, newer) != (BaseVerb.SAVE, BaseVerb.SAVE):
            yield event
        newer = event.verb


def _is_told(viewer: Viewer, numbers: set[int], event: Event) -> bool:
    """The province reads nothing of a submission that was never confirmed."""
    match viewer:
        case OfficialViewer(role=Role.PROVINCE):
            return int(event.facts.get("round", 0)) in numbers
    return True


def _label(event: Event) -> str:
    if event.facts.get("fields"):
        with_it = "，联系方式和账户同时变更：" if event.facts.get("amendment") else "："
        return f"{event.label}{with_it}{named(event.facts['fields'])}"
    of_amendment = event.facts.get("amendment") and event.verb in OF_THE_VERSION
    label = f"{event.label}（变更申请）" if of_amendment else event.label
    if event.facts.get("level"):
        label = f"{label}，基地级别为{labels.level(BaseLevel(event.facts['level']))}"
    return f"{label}，变更申请随之结束" if event.facts.get("amendment_ended") else label
