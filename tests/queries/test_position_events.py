"""What the timeline of a 见习岗位 tells besides who, when and why."""

from datetime import date

import pytest

from jianxi.domain import periods
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import position_events
from jianxi.services import position_publication, positions
from tests.cast import base, employer, position
from tests.conftest import NOW
from tests.position_forms import TYPED, typed

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


async def test_an_extension_tells_both_days() -> None:
    unit = await employer()
    id = await position(await base(unit))
    await position_publication.extend(unit, id, 1, date(2027, 1, 31), NOW)
    (event,) = await position_events.timeline(id)
    assert event.label == "延长报名，由2026年12月15日至2027年1月31日"


async def test_an_edit_tells_what_it_changed() -> None:
    unit = await employer()
    await base(unit)
    id = await positions.add(unit, read(PositionForm, TYPED, TODAY), NOW)
    await positions.edit(unit, id, 1, read(PositionForm, typed(title="新名称", allowance="2700"), TODAY), NOW)
    await positions.edit(unit, id, 2, read(PositionForm, typed(title="新名称", allowance="2700"), TODAY), NOW)
    labels = [event.label for event in await position_events.timeline(id)]
    assert labels == ["编辑：没有改动", "编辑：职位名称、月生活费（元）", "新增"]
