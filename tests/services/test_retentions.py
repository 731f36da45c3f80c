"""留用登记, 修改, 撤销留用: what is written, what is refused, on both databases."""

from datetime import date, timedelta

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.placements import Duty
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.reading import read
from jianxi.forms.retentions import RetentionForm
from jianxi.queries import departures, log, placements, retention_files, retentions
from jianxi.services import retention_files as file_services
from jianxi.services import retentions as services
from jianxi.tables.engine import Engine
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.attachments import sample
from tests.cast_facts import MOMENT
from tests.traineeships import AHEAD, END, departure, retention, trainee

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 20)
LATER = MOMENT + timedelta(days=200)
"""After the period."""
TYPED = {
    "post": ["数控编程员"],
    "contract_from": ["2026-12-01"],
    "contract_to": ["2028-11-30"],
    "insured_on": ["2026-12-01"],
}


def form(**typed: str) -> RetentionForm:
    return read(RetentionForm, {**TYPED, **{name: [text] for name, text in typed.items()}}, TODAY)


async def recorded(unit: EmployerViewer, placement: int, *files: int) -> int:
    return await services.record(unit, placement, 1, form(), files, MOMENT)


async def test_somebody_on_duty_is_retained_amended_and_no_longer_retained(database: Engine) -> None:
    of = await trainee()

    id = await recorded(of.unit, of.placement)
    found = await retentions.get(of.unit, id, TODAY)
    assert (found.post, found.contract_to, found.placement.duty) == (
        "数控编程员",
        date(2028, 11, 30),
        Duty.RETAINED,
    )
    assert found.shortfalls == ()
    assert not await services.edit(of.unit, id, 1, form(), (), MOMENT)
    assert await services.edit(of.unit, id, 1, form(post="工艺员", insured_on=""), (), MOMENT)
    found = await retentions.get(of.unit, id, TODAY)
    assert (found.post, found.insured_on, found.version) == ("工艺员", None, 2)
    with pytest.raises(Stale):
        await services.revoke(of.unit, id, 1, MOMENT)
    await services.revoke(of.unit, id, 2, MOMENT)
    assert (await placements.get(of.unit, of.placement, TODAY)).duty is Duty.ON_DUTY
    again = await recorded(of.unit, of.placement)

    assert again != id
    told = [(event.verb, event.facts.get("fields")) for event in await log.timeline("retention", id)]
    assert told == [("revoke", None), ("edit", ["post", "insured_on"]), ("record", None)]


async def test_who_is_not_on_duty_nor_at_the_end_or_leaves_is_not_retained(database: Engine) -> None:
    waits, ahead = await trainee("waiting"), await trainee(starts_on=AHEAD)
    leaves, left, kept = await trainee(), await trainee(), await trainee()
    await departure(leaves.placement, "refused")
    await departure(left.placement, "approved")
    await retention(kept.placement)

    for of, piece in (
        (waits, "还没有上岗"),
        (ahead, "还没有到上岗日期"),
        (leaves, "已有离岗记录"),
        (left, "此人已离岗"),
        (kept, "已有留用登记"),
    ):
        with pytest.raises(Refused, match=piece):
            await recorded(of.unit, of.placement)
    for stranger in (await cast.employer(), kept.unit):
        with pytest.raises(Missing):
            await recorded(stranger, waits.placement)


async def test_a_request_that_lapsed_at_the_end_stands_in_nobodys_way(database: Engine) -> None:
    of = await trainee()
    asked = await departure(of.placement, "waiting_employer")

    id = await services.record(of.unit, of.placement, 1, form(contract_from="2027-03-10"), (), LATER)
    day = (LATER + timedelta(hours=8)).date()
    assert day > END
    assert (await departures.get(of.unit, asked, day)).state == "lapsed"
    assert (await retentions.get(of.unit, id, day)).state == "recorded"
    await services.revoke(of.unit, id, 1, LATER)
    assert (await placements.get(of.unit, of.placement, day)).duty is Duty.EXPIRED


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_days_that_do_not_fit_and_a_version_that_is_over_write_nothing(database: Engine) -> None:
    of = await trainee()
    with pytest.raises(Invalid) as no:
        await services.record(of.unit, of.placement, 1, form(contract_from="2026-09-01"), (), MOMENT)
    assert set(no.value.messages) == {"contract_from"}
    async with unit_of_work():
        await Placement.update({Placement.version: 2}).where(Placement.id == of.placement)
    with pytest.raises(Stale):
        await recorded(of.unit, of.placement)
    assert (await placements.get(of.unit, of.placement, TODAY)).retention is None


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_evidence_is_attached_once_seen_by_its_offices_and_removed(database: Engine) -> None:
    of = await trainee(level="city")
    county, city, province = [await cast.official(each) for each in (cast.LIXIA, cast.JINAN, cast.SHANDONG)]
    first, twice, other = await file_services.keep(
        [await sample("rules"), await sample("rules"), await sample("papers")], MOMENT
    )
    id = await recorded(of.unit, of.placement, first, twice)
    await services.edit(of.unit, id, 1, form(), [other], MOMENT)

    names = [file.name for file in await retention_files.of_retention(id)]
    assert names == ["就业见习管理制度.pdf", "营业执照.png"]
    for viewer in (of.unit, county, city):
        assert (await retention_files.get(viewer, id, other, TODAY))[1].name == "营业执照.png"
    for stranger in (province, await cast.employer(), await cast.official(cast.SHIZHONG)):
        with pytest.raises(Missing):
            await retention_files.get(stranger, id, other, TODAY)
    await file_services.remove(of.unit, id, first, MOMENT)
    await file_services.remove(of.unit, id, first, MOMENT)
    assert [file.name for file in await retention_files.of_retention(id)] == ["营业执照.png"]
    with pytest.raises(Invalid, match="重新上传"):
        await services.edit(of.unit, id, 2, form(), [999_999], MOMENT)
    more = [await sample("papers", f"材料{number}.png") for number in range(20)]
    many = await file_services.keep(more, MOMENT)
    with pytest.raises(Invalid, match="最多可上传20个文件"):
        await services.edit(of.unit, id, 2, form(), many, MOMENT)
