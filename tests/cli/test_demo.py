"""The demo: made by the services alone, with somebody for every role and a record in every state, by every way to it."""

import asyncio
import shutil
from pathlib import Path

import pytest

from jianxi.cli.demo_data.application_fates import WORDS
from jianxi.cli.demo_data.base_moves import AFTER_APPROVAL
from jianxi.cli.demo_data.names import PASSWORD
from jianxi.cli.demo_data.offices import SEATS
from jianxi.domain.applications import ApplicationVerb
from jianxi.domain.bases import BaseState, BaseVerb
from jianxi.domain.departures import DepartureVerb
from jianxi.domain.filings import FilingVerb
from jianxi.domain.flow import Role
from jianxi.domain.periods import today
from jianxi.domain.placements import Duty, PlacementState, PlacementVerb
from jianxi.domain.positions import PositionVerb
from jianxi.domain.reminders import Kind
from jianxi.domain.retentions import RetentionVerb
from jianxi.domain.rosters import RosterKind, RosterVerb
from jianxi.domain.subsidies import Standing
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import demo, identity_cases, invariants, placements, subsidy_estimates
from jianxi.services import accounts
from jianxi.tables.accounts import Account
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base, Employer
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from jianxi.tables.notices import Notice, Reminder
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement
from jianxi.tables.policies import PolicyRow
from jianxi.tables.positions import Position
from jianxi.tables.rosters import Roster, RosterMonth
from jianxi.tables.sign_in import ListedNetwork
from jianxi.web.paging import SIZE
from tests.cli.filling import Filled, fill, states_of, verbs_by_noun
from tests.cli.states import STATES
from tests.conftest import NOW

pytestmark = pytest.mark.anyio
NOT_MOVES = {"attach", "ask", "answer", "export"}
"""What is put together before it is sent, what is said about it, and who has whole ID numbers of it, is logged too."""


@pytest.fixture(scope="module")
def filled(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A filled file that each test copies, and what is printed."""
    path = tmp_path_factory.mktemp("demo") / "database"
    shutil.copy(sqlite_template, path)
    return path, asyncio.run(fill(f"sqlite:///{path}"))


@pytest.fixture
def database_url(filled: Filled, tmp_path: Path) -> str:
    shutil.copy(filled[0], tmp_path / "database")
    return f"sqlite:///{tmp_path / 'database'}"


async def test_there_is_a_record_in_every_state(database: Engine) -> None:
    found = [await states_of(table) for table, _ in STATES]

    assert found == [set(states) for _, states in STATES]


async def test_somebody_is_on_duty_and_before_and_after_it_in_every_way(database: Engine) -> None:
    seen = [
        placements.built(row, today(NOW), Role.EMPLOYER) for row in await Placement.select(*placements.READ)
    ]

    assert {one.duty for one in seen} == {None, *Duty}
    assert any(one.state == PlacementState.WAITING and one.duty is Duty.ON_DUTY for one in seen)
    assert any(one.never_came for one in seen) and any(one.warnings for one in seen)


async def test_everybody_has_old_notices_and_new_ones_and_reminders_are_sent(database: Engine) -> None:
    unit = await Employer.select(Employer.id).where(Employer.name == "济南云杉信息技术有限公司").first()
    trainee = await Person.select(Person.id).where(Person.account.username == "demo.trainee").first()
    assert unit is not None and trainee is not None
    offices = [Notice.office == region for region in ("370102", "370100")]

    for mine in [*offices, Notice.employer == unit["id"], Notice.person == trainee["id"]]:
        assert await Notice.exists().where(mine, Notice.read_at.is_null())
        assert await Notice.exists().where(mine, Notice.read_at.is_not_null())
    kinds = {row["kind"] for row in await Reminder.select(Reminder.kind).distinct()}
    assert kinds >= {Kind.ENDING_30, Kind.ENDING_7, Kind.INSURANCE_ENDING, Kind.REVIEW_WAITING}


async def test_every_move_but_a_few_has_been_made(database: Engine) -> None:
    verbs = await verbs_by_noun()

    assert set(BaseVerb) - verbs["base"] == {BaseVerb.RESUME}
    assert verbs["filing"] == set(FilingVerb)
    assert set(PositionVerb) - verbs["position"] == {PositionVerb.EDIT, PositionVerb.DELETE}
    assert set(ApplicationVerb) - verbs["application"] == {ApplicationVerb.VOID, ApplicationVerb.RESTORE}
    assert verbs["placement"] - NOT_MOVES == set(PlacementVerb)
    assert verbs["departure"] - NOT_MOVES == set(DepartureVerb)
    assert verbs["retention"] == set(RetentionVerb)
    assert verbs["roster"] - NOT_MOVES == set(RosterVerb) - {RosterVerb.DISCARD}


async def test_money_is_accepted_and_settled_and_left_out_and_still_to_be_sent(database: Engine) -> None:
    rosters = await Roster.select(Roster.kind, Roster.fen, Roster.counts, Roster.serial, Roster.county)
    accepted = [row for row in rosters if row["counts"]]
    settled = [row["fen"] > 0 for row in accepted if row["kind"] == RosterKind.SETTLEMENT]
    standings = {row["standing"] for row in await RosterMonth.select(RosterMonth.standing).distinct()}
    unit = await Employer.select(Employer.id).where(Employer.name == "济南云杉信息技术有限公司").first()
    assert unit is not None
    estimated = await subsidy_estimates.running(unit["id"], today(NOW))

    assert sorted(settled) == [False, True]
    assert {row["serial"] for row in accepted} == {1, 2} and len({row["county"] for row in accepted}) == 3
    assert standings == set(Standing)
    assert [each.is_over for each in estimated].count(True) > 0 and all(each.fen for each in estimated)
    assert {row["source"] for row in await PolicyRow.select(PolicyRow.source).distinct()} == {"演示数据"}
    assert {row["state"] for row in await Job.select(Job.state).distinct()} == {"done"}


async def test_a_changed_base_waits_at_the_county_and_at_the_city_and_is_rejected(database: Engine) -> None:
    states = {row["amendment_state"] for row in await Base.select(Base.amendment_state).distinct()}

    assert states == {"", "waiting_county", "waiting_city", "rejected"}


async def test_people_wait_and_are_accepted_at_the_suspended_base(database: Engine) -> None:
    suspended = Position.base.state == BaseState.SUSPENDED
    positions = [row["id"] for row in await Position.select(Position.id).where(suspended)]
    rows = await Application.select(Application.state).where(Application.position.is_in(positions))
    states = {row["state"] for row in rows}

    assert states == {"waiting", "accepted"}


async def test_somebody_with_an_account_waits_at_a_position_that_is_full(database: Engine) -> None:
    full = Application.position.accepted == Application.position.headcount
    waiting = (Application.state == "waiting") & Application.person.account.is_not_null()

    assert await Application.exists().where(full, waiting)


async def test_one_identity_conflict_waits_at_the_county_and_one_is_decided(database: Engine) -> None:
    county = OfficialViewer(0, 0, "", Role.COUNTY, "370102", "")

    cases = await identity_cases.page(county, identity_cases.ALL, today(NOW), offset=0, size=SIZE)

    assert sorted(each.waits for each in cases) == [False, True]


async def test_both_the_unit_and_an_office_have_cancelled_an_acceptance(database: Engine) -> None:
    cancelled = Application.state == "cancelled"
    rows = await Application.select(Application.ended_by).where(cancelled).distinct()

    assert {row["ended_by"] for row in rows} >= {"person", "employer", "county"}


async def test_more_waits_at_one_county_than_a_page_shows(database: Engine) -> None:
    waiting = (Position.state == "waiting_county") & (Position.county == "370102")

    assert await Position.count().where(waiting) > SIZE


async def test_networks_are_listed_and_an_account_is_locked(database: Engine) -> None:
    assert await ListedNetwork.count() == 3
    assert await Account.count().where(Account.disabled.eq(True)) == 1


async def test_every_role_of_the_banner_is_played(database: Engine) -> None:
    played = await demo.accounts()

    assert len(played) == len(demo.ROLES)
    assert [each.claim.name for each in played if each.claim is not None] == [demo.CONTESTED]


def test_what_is_printed_names_an_account_for_everything_that_can_be_seen(filled: Filled) -> None:
    text = "\n".join(filled[1])

    wanted = [PASSWORD, demo.CONTESTED, *WORDS.values(), *AFTER_APPROVAL.values()]
    assert [words for words in wanted if words not in text] == []


async def test_an_office_of_the_demo_signs_in_with_the_password_that_is_printed(database: Engine) -> None:
    opened = await accounts.open_with(SEATS[0].username, PASSWORD)

    assert opened is not None


async def test_nothing_is_wrong_with_any_record_of_the_demo(database: Engine) -> None:
    found = await invariants.violations()

    assert [violation.sentence for violation in found] == []
