"""The forms of 上岗 of which a piece is swapped."""

from tests.cast import application, base, employer, person, position
from tests.htmx.scenes import Press, Scene
from tests.traineeships import trainee

TYPED = {"#starts_on": "2026-12-01", "#mentor": "李强", "#insurance-0-company": "平安保险"}


async def row_of_a_registration(*acts: str) -> Scene:
    """Added or taken away, with days and words typed elsewhere in the form."""
    unit = await employer()
    id = await application(await person(), await position(await base(unit)), "accepted")
    presses = tuple(
        Press(f'button[value="{act}"]', TYPED if not place else {}) for place, act in enumerate(acts)
    )
    return Scene(unit, f"/employer/applications/{id}/placement", presses)


async def row_of_an_amendment() -> Scene:
    found = await trainee("unsigned")
    press = Press('button[value="add-insurance"]', {"#mentor": "李强"})
    return Scene(found.unit, f"/employer/placements/{found.placement}/registration", (press,))
