"""后台任务: its page as 取消任务 leaves it, while it waits, while it runs, and where it has ended meanwhile."""

from jianxi.domain.jobs import JobState
from jianxi.services import job_endings
from jianxi.services.job_endings import Ending, Mine
from tests import cast
from tests.conftest import NOW
from tests.htmx.scenes import Press, Scene
from tests.jobs import KIND, planted


async def cancelled(state: str) -> Scene:
    """By the unit, and by an office."""
    viewer = await cast.employer() if state == "waiting" else await cast.official(cast.LIXIA)
    desk = "employer" if state == "waiting" else "authority"
    id = await planted(viewer, state, done=500, total=2_000, attempts=1)
    return Scene(viewer, f"/{desk}/jobs/{id}", (Press(f"#job-{id}-cancel"),))


async def followed() -> Scene:
    """To its end: what is then shown asks no more."""
    scene = await too_late()
    press = Press(scene.presses[0].selector.replace("cancel", "again"))
    return Scene(scene.viewer, scene.address, (press,), meanwhile=scene.meanwhile)


async def waited_for() -> Scene:
    viewer = await cast.employer()
    id = await planted(viewer, "waiting")
    return Scene(viewer, f"/employer/jobs/{id}", (Press(f"#job-{id}-again"),))


async def too_late() -> Scene:
    viewer = await cast.official(cast.LIXIA)
    id = await planted(viewer, "running", attempts=1)
    mine = Mine(id, 1, KIND, "导出见习基地", None, cast.LIXIA)
    done = Ending(JobState.DONE, "已导出3行。", name="见习基地.xlsx", content=b"PK rows")
    press = Press(f"#job-{id}-cancel")
    return Scene(
        viewer, f"/authority/jobs/{id}", (press,), f"job-{id}", lambda: job_endings.end(mine, done, NOW)
    )
