"""Whatever an amount or a name in a roster depends on changes the stamp; what nobody is paid by does not."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from jianxi.domain.outcomes import Missing
from jianxi.domain.rosters import RosterKind
from jianxi.forms.base_contacts import ContactsForm
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm
from jianxi.forms.retentions import RetentionForm
from jianxi.queries.roster_records import stamp
from jianxi.services import (
    base_amendments,
    departure_review,
    departures,
    placement_review,
    placements,
    policies,
    region_mergers,
    register_people,
    retentions,
    rosters,
)
from jianxi.services.log import SYSTEM
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.departure_forms import registration
from tests.rosters import AUTUMN, roster
from tests.traineeships import Trainee, departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)
Deed = Callable[[], Awaitable[object]]


async def test_every_write_that_money_hangs_on_changes_the_stamp() -> None:
    of = await trainee()
    leaver = await trainee(unit=of.unit, position=of.position, name="李四")
    kept = await trainee(unit=of.unit, position=of.position, name="王五")
    county = await cast.official(cast.LIXIA)
    leaving = await departure(leaver.placement, "waiting", last_day=date(2026, 11, 19), asked_by_person=False)

    deeds: dict[str, Deed] = {
        "撤销上岗审核": lambda: placement_review.reopen(county, of.placement, 1, NOW),
        "上岗审核": lambda: placement_review.approve(county, of.placement, 2, NOW),
        "生活费调整": lambda: _raised(of, 3),
        "离岗审核": lambda: departure_review.approve(county, leaving, 1, None, NOW),
        "撤销离岗审核": lambda: departure_review.reopen(county, leaving, 2, NOW),
        "离岗登记": lambda: departures.record(of.unit, of.placement, 4, registration(), NOW),
        "留用登记": lambda: _retained(kept),
        "银行账号": lambda: _other_bank(of),
        "参数": lambda: policies.set_value("subsidy_rate", "65%", "370100", AUTUMN.first, "市通知", NOW),
        "姓名": lambda: _renamed(of),
        "花名册": lambda: roster(of.unit, "accepted", office=county, now=NOW),
        "合并区县": lambda: region_mergers.merge(cast.LIXIA, cast.SHIZHONG, NOW),
    }
    seen = [await stamp(of.unit.employer)]
    for name, deed in deeds.items():
        await deed()
        seen.append(await stamp(of.unit.employer))
        assert seen[-1] not in seen[:-1], name


async def test_what_nobody_is_paid_by_leaves_the_stamp_alone() -> None:
    of, other = await trainee(), await trainee(name="别家")
    before = await stamp(of.unit.employer)

    await rosters.prepare(of.unit, RosterKind.PERIOD, AUTUMN, NOW)
    await _raised(other, 1)
    async with unit_of_work():
        await Person.update({Person.last_sign_in_at: NOW}).where(Person.id == of.person.person)

    assert await stamp(of.unit.employer) == before
    with pytest.raises(Missing):
        await stamp((await cast.employer()).employer)


async def _raised(of: Trainee, version: int) -> None:
    form = read(RaiseForm, {"starts_on": ["2026-12-15"], "allowance": ["2800"]}, TODAY)
    await placements.raise_allowance(of.unit, of.placement, version, form, NOW)


async def _retained(of: Trainee) -> None:
    typed = {"post": "工艺员", "contract_from": "2026-12-01", "contract_to": "2028-11-30"}
    form = read(RetentionForm, {name: [text] for name, text in typed.items()}, TODAY)
    await retentions.record(of.unit, of.placement, 1, form, (), NOW)


async def _other_bank(of: Trainee) -> None:
    typed = {
        "contact": "王芳",
        "phone": "13800138000",
        "bank": "齐鲁银行",
        "account_number": "6222000000000000",
    }
    form = read(ContactsForm, {name: [text] for name, text in typed.items()}, TODAY)
    await base_amendments.update_contacts(of.unit, 1, form, NOW)


async def _renamed(of: Trainee) -> None:
    """As the register has it now."""
    assert of.person.person is not None
    row = await Person.select(Person.graduate).where(Person.id == of.person.person).first()
    assert row is not None
    async with unit_of_work():
        await Graduate.update({Graduate.name: "赵闵"}).where(Graduate.id == row["graduate"])
        await register_people.follow(SYSTEM, [row["graduate"]], NOW)
