"""The demo's 上岗, 离岗 and 留用: everybody's story, lived through in the order of its days."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby

from jianxi.cli.demo_data import names, people
from jianxi.cli.demo_data.employers import Unit
from jianxi.cli.demo_data.offices import Staff
from jianxi.cli.demo_data.people import CURRENT, EARLIER, TRAINEE, Someone
from jianxi.cli.demo_data.positions import open_earlier
from jianxi.cli.demo_data.quarters import Quarters, at
from jianxi.cli.demo_data.rostered_stories import stories
from jianxi.cli.demo_data.traineeship_acts import ACTS, Trainee
from jianxi.cli.demo_data.traineeship_ends import ENDS
from jianxi.cli.demo_data.traineeship_stories import STORIES, YOUTH, Story
from jianxi.domain.bases import office_of
from jianxi.domain.periods import end_after, today
from jianxi.domain.viewers import EmployerViewer

PUBLISHED = 17
"""Days after the offices opened: when the positions came out that they apply for."""
KNOWN_FOR = 5
"""Days before the first of a year comes: when the register has those of that year."""
HOMES = ("370102", "370103", "370112")


@dataclass(frozen=True, slots=True)
class Step:
    """One act, at its moment; of a trainee's story or not."""

    at: datetime
    do: Callable[[datetime], Awaitable[None]]
    one: Trainee | None = None


async def prepare(staff: Staff, units: Sequence[tuple[Unit, EmployerViewer]], now: datetime) -> list[Step]:
    """Positions of long ago and whom the register knows; answers what is to be done, the oldest first."""
    quarters, opened = Quarters(today(now)), {}
    told = (*STORIES, *stories(quarters))
    then = at(now, quarters.begin + timedelta(days=PUBLISHED))
    for unit, viewer in units:
        if any(story.unit == unit.username for story in told):
            opened[unit.username] = (unit, viewer, await open_earlier(staff, unit, viewer, then, now))
    trainees = []
    for number, story in enumerate(told):
        unit, viewer, positions = opened[story.unit]
        office = staff.at(office_of(unit.level), unit.county)
        begins, ends = _period(story, today(now))
        someone = _someone(story, number, today(now))
        position = positions[number % len(positions)]
        trainees.append(Trainee(story, number, someone, viewer, office, position, begins, ends))
    await _make_known(trainees, now)
    steps = [step for one in trainees for step in _steps(one, now)]
    return sorted(steps, key=lambda step: step.at)


async def live(steps: Sequence[Step]) -> None:
    for step in steps:
        await step.do(step.at)


async def _make_known(trainees: Sequence[Trainee], now: datetime) -> None:
    """The graduates among them, year by year."""
    comes = {one.number: now + timedelta(days=one.story.steps[0][0]) for one in trainees}
    graduates = sorted(
        (one for one in trainees if one.story.kind != YOUTH), key=lambda one: comes[one.number]
    )
    for _, each in groupby(graduates, key=lambda one: comes[one.number].year):
        year = list(each)
        known = comes[year[0].number] - timedelta(days=KNOWN_FOR)
        await people.import_rows([one.someone for one in year], known)


def _period(story: Story, today: date) -> tuple[date, date]:
    begins = today + timedelta(days=story.start)
    return begins, end_after(begins, 6) if story.end is None else today + timedelta(days=story.end)


def _steps(one: Trainee, now: datetime) -> list[Step]:
    """At different hours of a working day, one after the other on a day with several."""
    begins = now + timedelta(minutes=11 * one.number % 300)
    return [
        Step(begins + timedelta(days=day, minutes=10 * place), partial({**ACTS, **ENDS}[act], one), one)
        for place, (day, act) in enumerate(one.story.steps)
    ]


def _someone(story: Story, number: int, today: date) -> Someone:
    came = (today + timedelta(days=story.steps[0][0])).year
    years = {CURRENT: 22, EARLIER: 23, YOUTH: 20}[story.kind]
    woman, home = number % 2 == 1, HOMES[number % len(HOMES)]
    born = story.born or date(came - years, 1 + number % 10, 1 + number % 27)
    id_number = names.id_number(born, woman, home)
    phone = story.phone or f"1586415{number:04d}"
    schooling = (people.SCHOOLS[number % 6], people.MAJORS[number % 8], came - (story.kind == EARLIER))
    return Someone(story.name, story.kind, id_number, *schooling, home, phone, woman)


def told(steps: Iterable[Step]) -> list[str]:
    """Who can sign in to see it from the person's side."""
    seen = {step.one.number: step.one for step in steps if step.one}.values()
    with_account = next(one for one in seen if one.story.kind == CURRENT)
    lines = [f"应届毕业生（在岗，可以申请终止见习）{with_account.someone.name}：{TRAINEE}"]
    for words in ("在岗", "单位未同意终止见习", "已留用"):
        one = next(one for one in seen if one.story.words == words and one.story.kind == EARLIER)
        lines.append(f"往届毕业生（{words}，姓名和身份证号登录）：{one.someone.name} {one.someone.id_number}")
    return lines
