"""What an employer may do to its positions before the review."""

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import log, positions
from jianxi.services import positions as services
from jianxi.tables.policies import PolicyRow
from tests.cast import application, base, employer, person, position
from tests.cast_people import save
from tests.conftest import NOW
from tests.position_forms import typed

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


def form(**changes: str) -> PositionForm:
    return read(PositionForm, typed(**changes), TODAY)


async def unit_with_base(state: str = "approved", level: str = "county") -> EmployerViewer:
    unit = await employer()
    await base(unit, state, level)
    return unit


async def test_a_position_of_a_county_base_waits_for_the_county() -> None:
    unit = await unit_with_base(level="county")
    id = await services.add(unit, form(), NOW)
    added = await positions.get(unit, id, TODAY)
    assert added.shown.label == "等待审核（区县）"
    assert added.facts.chain == ("county", "city")
    assert (added.allowance_fen, added.title) == (260_000, "软件测试技术员")
    assert [event.label for event in await log.timeline("position", id)] == ["新增"]


async def test_a_position_of_a_city_base_waits_for_the_city() -> None:
    unit = await unit_with_base(level="city")
    added = await positions.get(unit, await services.add(unit, form(), NOW), TODAY)
    assert added.shown.label == "等待审核（市级）"


async def test_where_the_city_has_turned_its_review_off_the_county_is_last() -> None:
    unit = await unit_with_base(level="county")
    await save(
        PolicyRow(
            key="county_position_city_review",
            region="370100",
            value="否",
            effective_from=TODAY,
            source="测试",
            entered_by="测试",
            entered_at=NOW,
        )
    )
    added = await positions.get(unit, await services.add(unit, form(), NOW), TODAY)
    assert added.facts.chain == ("county",)


@pytest.mark.parametrize("state", ["draft", "waiting_city", "rejected", "suspended", "revoked"])
async def test_nothing_is_added_while_the_base_is_not_approved(state: str) -> None:
    unit = await unit_with_base(state)
    with pytest.raises(Refused, match="审核通过"):
        await services.add(unit, form(), NOW)


async def test_nothing_is_added_without_a_base() -> None:
    with pytest.raises(Refused, match="还没有见习基地"):
        await services.add(await employer(), form(), NOW)


@pytest.mark.parametrize(("field", "value"), [("months", "2"), ("months", "13"), ("work_county", "370199")])
async def test_parameters_and_regions_bound_the_form(field: str, value: str) -> None:
    unit = await unit_with_base()
    with pytest.raises(Invalid) as told:
        await services.add(unit, form(**{field: value}), NOW)
    assert list(told.value.messages) == [field]


async def test_an_allowance_under_the_minimum_wage_is_a_hint_and_no_refusal() -> None:
    unit = await unit_with_base()
    added = await positions.get(unit, await services.add(unit, form(allowance="2100"), NOW), TODAY)
    assert added.minimum_wage == 240_000


async def test_editing_keeps_the_state_and_logs_the_fields() -> None:
    unit = await unit_with_base()
    id = await services.add(unit, form(), NOW)
    await services.edit(unit, id, 1, form(title="软件测试员"), NOW)
    edited = await positions.get(unit, id, TODAY)
    assert (edited.title, edited.version, edited.shown.label) == ("软件测试员", 2, "等待审核（区县）")


async def test_an_edit_of_an_older_version_writes_nothing() -> None:
    unit = await unit_with_base()
    id = await services.add(unit, form(), NOW)
    await services.edit(unit, id, 1, form(title="甲岗位"), NOW)
    with pytest.raises(Stale, match="编辑该岗位"):
        await services.edit(unit, id, 1, form(title="乙岗位"), NOW)
    assert (await positions.get(unit, id, TODAY)).title == "甲岗位"


@pytest.mark.parametrize("state", ["waiting_city", "approved", "rejected", "published", "withdrawn"])
async def test_a_reviewed_position_is_neither_edited_nor_deleted(state: str) -> None:
    unit = await employer()
    id = await position(await base(unit), state)
    with pytest.raises(Refused):
        await services.edit(unit, id, 1, form(), NOW)
    with pytest.raises(Refused):
        await services.delete(unit, id, 1, NOW)


async def test_a_position_somebody_applied_for_stays() -> None:
    unit = await employer()
    id = await position(await base(unit), "waiting_county")
    await application(await person(), id, "withdrawn")
    with pytest.raises(Refused, match="报过名"):
        await services.delete(unit, id, 1, NOW)


async def test_deleting_leaves_only_the_log() -> None:
    unit = await unit_with_base()
    id = await services.add(unit, form(), NOW)
    await services.delete(unit, id, 1, NOW)
    with pytest.raises(Missing):
        await positions.get(unit, id, TODAY)
    assert [event.label for event in await log.timeline("position", id)] == ["删除", "新增"]
