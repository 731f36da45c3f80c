"""Records as the services make them, each with its whole log: what the scan of the invariants finds nothing wrong with."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.bases import BaseLevel
from jianxi.domain.periods import today
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.forms.base_drafts import typed as draft_of
from jianxi.forms.bases import BaseForm
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import bases as base_reading
from jianxi.services import applications, base_review, bases, position_publication, position_review, positions
from tests import cast
from tests.attachments import attach_samples
from tests.cast_facts import BASE_FORM
from tests.cast_facts import MOMENT as NOW
from tests.position_forms import typed

DEADLINE = date(2026, 12, 15)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit whose base is approved, and the offices above it."""

    unit: EmployerViewer
    base: int
    county: OfficialViewer
    city: OfficialViewer


async def place(level: BaseLevel = BaseLevel.CITY) -> Place:
    """Level 市级: its positions are reviewed and published by the city alone."""
    county, city = await cast.official(cast.LIXIA), await cast.official(cast.JINAN)
    unit, base, version = await at_city(county)
    await base_review.approve(city, base, version, NOW, level)
    return Place(unit, base, county, city)


async def at_city(county: OfficialViewer) -> tuple[EmployerViewer, int, int]:
    """A unit, its base that waits for the city, and the base's version."""
    unit = await cast.employer()
    version = await bases.save(unit, 0, draft_of(BASE_FORM), NOW)
    await attach_samples(unit)
    await bases.submit(unit, version, read(BaseForm, BASE_FORM, today(NOW)), NOW)
    base = await base_reading.of_employer(unit)
    assert base is not None
    await base_review.approve(county, base.id, base.version, NOW)
    return unit, base.id, base.version + 1


def form(headcount: int = 5, deadline: date = DEADLINE) -> PositionForm:
    return read(PositionForm, typed(headcount=str(headcount), deadline=deadline.isoformat()), today(NOW))


async def waiting(of: Place, headcount: int = 5) -> int:
    """A position of version 1."""
    return await positions.add(of.unit, form(headcount), NOW)


async def passed(of: Place, headcount: int = 5) -> int:
    """One of version 2 that the city has yet to publish."""
    id = await waiting(of, headcount)
    await position_review.approve(of.city, id, 1, NOW)
    return id


async def published(of: Place, headcount: int = 5) -> int:
    """One of version 3 that takes applications."""
    id = await passed(of, headcount)
    await position_publication.publish(of.city, id, 2, NOW)
    return id


async def applied(person: PersonViewer, position: int) -> int:
    """An application of version 1."""
    return await applications.apply(person, position, NOW)
