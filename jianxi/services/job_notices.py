"""通知 of a 后台任务 that has ended: to whoever asked, who may have left its page long ago."""

from datetime import datetime

from jianxi.domain.jobs import JobState
from jianxi.services import notices

TITLES = {JobState.DONE: "后台任务已完成：{}", JobState.FAILED: "后台任务未完成：{}"}


async def tell(
    job: int, label: str, employer: int | None, office: str, state: JobState, told: str, now: datetime
) -> None:
    """Inside the unit of work that ends it. Whoever cancelled one is told nothing: they did it themselves."""
    if state not in TITLES:
        return
    desk = "employer" if employer else "authority"
    row: notices.Row = {
        "employer": employer,
        "person": None,
        "office": office,
        "noun": "job",
        "record": job,
        "verb": state.value,
        "title": TITLES[state].format(label),
        "body": told,
        "path": f"/{desk}/jobs/{job}",
        "created_at": now,
        "read_at": None,
        "outbound": False,
    }
    await notices.write([row])
