"""What waits for a viewer behind each entry of the menu (待办)."""

from collections.abc import Mapping

from jianxi.domain.viewers import Viewer


async def waiting(viewer: Viewer) -> Mapping[str, int]:
    """Numbers by route name; an entry without one has nothing waiting."""
    return {}
