"""统计: the numbers are those of plain counting, and of the lists behind them."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain import statistics as figures
from jianxi.domain.periods import Period, today
from jianxi.domain.statistics import FIGURES, Figure, days_told
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms import (
    accepted_filters,
    base_filters,
    departure_filters,
    office_placement_filters,
    position_filters,
)
from jianxi.forms import office_roster_filters as roster_filters
from jianxi.forms.day_ranges import days_text
from jianxi.forms.statistics_filters import read_filters
from jianxi.queries import (
    accepted_lists,
    base_lists,
    departure_lists,
    office_placements,
    position_lists,
    roster_lists,
    statistics,
)
from jianxi.tables.policies import PolicyRow
from jianxi.tables.positions import Position
from jianxi.tables.rosters import RosterMonth
from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.conftest import NOW
from tests.statistics_counting import facts, plain
from tests.statistics_town import granted, settle
from tests.traineeships import retention, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = today(NOW)
ASKED = {"from": ["2025-12"], "to": ["2026-11"]}
MONEY = {date(2025, 12, 1): 70, date(2026, 1, 1): 132_000, date(2026, 10, 1): 69_677}


async def test_people_are_counted_as_by_hand_for_every_place_and_month() -> None:
    await settle()
    for region in (LIXIA, JINAN, SHANDONG):
        viewer, known = await cast.official(region), await facts(region)
        report = await statistics.report(viewer, read_filters(ASKED, region, TODAY))
        whole = plain(known, Period(report.months[0].first, report.months[-1].last), TODAY)
        assert {key: report.value(FIGURES[key]) for key in whole} == whole, region
        assert report.rate() == (whole["retained"], whole["retained"] + whole["completed"])
        for at, month in enumerate(report.months):
            counted = plain(known, month, TODAY)
            assert {key: report.value(FIGURES[key], month=at) for key in counted} == counted, (region, month)
        for place in report.places:
            stem = place.rstrip("0")
            here = plain([each for each in known if each.county.startswith(stem)], month, TODAY)
            told = {key: report.value(FIGURES[key], place, len(report.months) - 1) for key in here}
            assert told == here, (region, place)
    assert all(whole.values()), "each figure is put to the test"


async def in_list(viewer: OfficialViewer, figure: Figure, days: Period, county: str) -> int:
    """The number of the list behind a figure, asked for as its address does; seats and money are added up row by row."""
    told = days_told(figure, days, TODAY)
    at = {"county": [county]} if county else {}
    text = {"days": [days_text(_KINDS[figure], told)]} if told and figure in _KINDS else {}
    match figure:
        case figures.BASES | figures.NEW_BASES:
            asked = base_filters.read_filters({"state": ["approved"], **at, **text})
            return len(await base_lists.ids(viewer, asked))
        case figures.POSITIONS | figures.NEW_POSITIONS | figures.SEATS | figures.NEW_SEATS:
            state = "published" if figure in (figures.POSITIONS, figures.SEATS) else "all"
            wanted = position_filters.read_filters({"state": [state], **at, **text})
            picked = [id for id, _ in await position_lists.picks(viewer, wanted)]
            seats = await Position.select(Position.headcount).where(Position.id.is_in(picked or [0]))
            is_sum = figure in (figures.SEATS, figures.NEW_SEATS)
            return sum(row["headcount"] for row in seats) if is_sum else len(picked)
        case figures.ACCEPTED_OWN:
            of = accepted_filters.read_filters({**at, **text})
            return len(await accepted_lists.page(viewer, of, TODAY, offset=0, size=500))
        case figures.LEFT:
            left = departure_filters.read_filters({"state": ["approved"], **at, **text})
            return len(await departure_lists.ids(viewer, left, TODAY))
        case figures.GRANTED | figures.SETTLED | figures.INSURED:
            return await in_rosters(viewer, figure, days, at)
    placed = office_placement_filters.read_filters({"state": ["all"], **at, **text})
    return len(await office_placements.ids(viewer, placed))


async def in_rosters(viewer: OfficialViewer, figure: Figure, days: Period, at: dict[str, list[str]]) -> int:
    """What the rosters of the list granted in these months."""
    kind = {figures.GRANTED: ["period"], figures.SETTLED: ["settlement"]}.get(figure, [])
    span = {"from": [f"{days.first:%Y-%m}"], "to": [f"{days.last:%Y-%m}"]}
    asked = roster_filters.read_filters({"state": ["accepted"], "kind": kind, **span, **at})
    rosters = await roster_lists.ids(viewer, asked) or [0]
    rows = await RosterMonth.select().where(
        RosterMonth.roster.is_in(rosters), RosterMonth.month >= days.first, RosterMonth.month <= days.last
    )
    return sum(row["insurance_fen" if figure is figures.INSURED else "fen"] for row in rows)


_KINDS = {
    figures.NEW_BASES: "approved",
    figures.NEW_POSITIONS: "published",
    figures.NEW_SEATS: "published",
    figures.ACCEPTED_OWN: "accepted",
    figures.BEGUN: "began",
    figures.ON_DUTY: "on_duty",
    figures.COMPLETED: "completed",
    figures.RETAINED: "retained",
    figures.LEFT: "left",
}


async def test_each_number_is_that_of_the_list_behind_it() -> None:
    await settle()
    await granted(LIXIA, "county", MONEY)
    await granted(SHIZHONG, "city", {date(2026, 2, 1): 5, date(2026, 12, 1): 7})
    await granted(LIXIA, "city", {date(2026, 1, 1): -300, date(2026, 2, 1): 200}, "settlement")
    listed = [figure for figure in FIGURES.values() if figure is not figures.ACCEPTED]
    for region, county in ((LIXIA, ""), (JINAN, ""), (JINAN, SHIZHONG)):
        viewer = await cast.official(region)
        report = await statistics.report(viewer, read_filters(ASKED, region, TODAY))
        whole = Period(report.months[0].first, report.months[-1].last)
        for figure in listed:
            told = report.value(figure, county)
            assert told == await in_list(viewer, figure, whole, county), (region, county, figure.key)
            assert told or region == LIXIA or county, "each is put to the test"
        for figure in (figures.BEGUN, figures.RETAINED, figures.GRANTED, figures.NEW_SEATS, figures.ON_DUTY):
            for at in (0, 1, 10):
                told = report.value(figure, county, at)
                assert told == await in_list(viewer, figure, report.months[at], county), (figure.key, at)
    province = await cast.official(SHANDONG)
    of_all = await statistics.report(province, read_filters(ASKED, SHANDONG, TODAY))
    for place in ("", JINAN):
        asked = base_filters.read_filters({"state": ["approved"], "city": [place]})
        assert of_all.value(figures.BASES, place) == len(await base_lists.ids(province, asked))


async def test_the_length_of_a_contract_that_counts_is_the_parameter_of_the_year() -> None:
    base = await cast.base(await cast.employer())
    post = await cast.position(base, headcount=9)
    over: dict[str, Any] = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 6, 30), "position": post}
    spans = (("2026-08-31", "2027-02-28"), ("2026-08-31", "2027-02-27"), ("2026-07-01", "2027-06-30"))
    for first, last in spans:
        of = await trainee(**over)
        days: dict[str, Any] = {
            "contract_from": date.fromisoformat(first),
            "contract_to": date.fromisoformat(last),
        }
        await retention(of.placement, **days, insured_on=date(2026, 7, 2))
    viewer, found = await cast.official(LIXIA), []
    entered: dict[str, Any] = {
        "entered_at": MOMENT,
        "source": "测试",
        "key": "retention_contract_months",
        "entered_by": "测试",
    }
    for region, months, since in ((SHANDONG, 6, 2026), (JINAN, 13, 2027), (JINAN, 12, 2026)):
        report = await statistics.report(viewer, read_filters({}, LIXIA, TODAY))
        found.append(report.rate())
        row: dict[str, Any] = {"region": region, "value": str(months), "effective_from": date(since, 12, 31)}
        await save(PolicyRow(**entered, **row))
    found.append((await statistics.report(viewer, read_filters({}, LIXIA, TODAY))).rate())
    assert found == [(1, 3), (2, 3), (2, 3), (1, 3)]
