"""What offices and units have done with some positions of the demo after the review."""

from datetime import datetime, timedelta

from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.position_forms import improved
from jianxi.domain import chains
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import Raw, read
from jianxi.queries import positions as reading
from jianxi.services import position_publication, position_review, positions


async def move_on(
    fate: str, county: str, viewer: EmployerViewer, id: int, raw: Raw, staff: Staff, then: datetime
) -> None:
    """From where the review has left it to where the fate says."""
    position = await reading.get(viewer, id, today(then))
    version, chain = position.version, position.facts.chain
    if fate == "copied":
        form = read(PositionForm, improved({name: list(texts) for name, texts in raw.items()}), today(then))
        await positions.copy(viewer, id, form, then)
    if fate == "reopened":
        await position_review.reopen(staff.at(chains.first(chain), county), id, version, then)
    if fate == "extended":
        deadline = position.deadline + timedelta(days=24)
        await position_publication.extend(viewer, id, version, deadline, then)
    if fate == "taken_down":
        await position_publication.withdraw(staff.at(chains.publisher(chain), county), id, version, then)
    if fate in {"withdrawn", "asked_again"}:
        await position_publication.withdraw(viewer, id, version, then)
    if fate == "asked_again":
        await position_publication.republish(viewer, id, version + 1, then + timedelta(hours=3))
