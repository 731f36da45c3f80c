"""The cast can be built in every state on both databases, so that other tests can rely on it."""

import pytest

from jianxi.domain.bases import BaseState
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import PersonKind
from jianxi.forms import base_drafts
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base
from jianxi.tables.engine import Engine
from jianxi.tables.persons import Intention
from jianxi.tables.positions import Position
from tests import cast
from tests.cast_facts import BASE_FORM, MOMENT

pytestmark = pytest.mark.anyio


async def test_a_base_can_be_had_in_every_state(database: Engine) -> None:
    for state in BaseState:
        await cast.base(await cast.employer(), state=state)

    assert await Base.count() == len(BaseState)


async def test_a_position_can_be_had_in_every_state_at_both_levels(database: Engine) -> None:
    for level in ("county", "city"):
        approved = await cast.base(await cast.employer(), level=level)
        for state in PositionState:
            await cast.position(approved, state=state)

    assert await Position.count() == 2 * len(PositionState)


async def test_each_kind_of_person_can_apply(database: Engine) -> None:
    position = await cast.position(await cast.base(await cast.employer()))
    for kind in PersonKind:
        await cast.application(await cast.person(kind), position, "accepted")

    assert await Application.count() == await Intention.count() == 3
    assert (await Position.select(Position.accepted))[0]["accepted"] == 3


async def test_offices_stand_where_their_region_says(database: Engine) -> None:
    office = await cast.official(cast.ZAOZHUANG_SHIZHONG)

    assert (office.role, office.office) == ("county", "市中区人力资源和社会保障局")


def test_the_made_up_base_form_passes_every_check() -> None:
    raw = base_drafts.typed(BASE_FORM).raw()

    assert read(BaseForm, raw, MOMENT.date()).staff == 120
