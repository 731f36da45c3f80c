"""上传协议 and 上传解除协议证明: the list of pages is swapped by each of its buttons."""

from jianxi.queries.signed_pages import CERTIFICATE
from jianxi.services import agreement_uploads, signed_pages
from tests.cast_facts import MOMENT
from tests.htmx.scenes import Press, Scene
from tests.signed import attached, scan, unsigned
from tests.traineeships import departure, trainee


async def ordered(act: str, to: str = "") -> Scene:
    """One of the buttons of the second of two pages."""
    found, _ = await unsigned()
    _, second = await attached(found, "一.png", "二.png")
    address = f"/employer/placements/{found.placement}/upload"
    return Scene(found.unit, address, (Press(f'button[value="{act}:{second}{to}"]'),))


async def sent_agreement() -> Scene:
    found, _ = await unsigned()
    await attached(found)
    address = f"/employer/placements/{found.placement}/upload"
    return Scene(found.unit, address, (Press('button[value="send"]'),))


async def sent_twice() -> Scene:
    """The other tab was first."""
    found, _ = await unsigned()
    await attached(found)
    address = f"/employer/placements/{found.placement}/upload"
    of = (found.unit, found.placement, 1, MOMENT)
    press = Press('button[value="send"]')
    return Scene(found.unit, address, (press,), "signed-upload", lambda: agreement_uploads.upload(*of))


async def turned_certificate() -> Scene:
    found = await trainee()
    id = await departure(found.placement, "waiting_certificate")
    stored = [await scan()]
    (page,) = (await signed_pages.attach(found.unit, CERTIFICATE, id, 1, stored, MOMENT)).added
    return Scene(found.unit, f"/employer/departures/{id}/upload", (Press(f'button[value="turn:{page}:90"]'),))
