"""The machine: anybody tries anything at any time, and after each try the database says what the plain model says."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from jianxi.queries import invariants
from tests.model.deeds import SERVICES, attempt
from tests.model.picks import Pick
from tests.model.plain import Actor, Deed
from tests.model.plain_records import DAY, last_of
from tests.model.roster_decisions import by_rosters, granting
from tests.model.told import expected, found
from tests.model.town import OFFICES, PEOPLE, UNITS, Town
from tests.model.tries import able, anything, judge, situation, wrong
from tests.model.weights import NOUNS, OFTEN, THEMES, weight

CITY, COUNTIES = OFFICES[2], {UNITS[0].region: OFFICES[0], UNITS[2].region: OFFICES[1]}
SEEDS = st.integers(0, 2**32 - 1)
"""Hypothesis likes small numbers and repeats itself; what is chosen by them should not (`_chance`)."""
VERBS = tuple(SERVICES)


class Machine(RuleBasedStateMachine):
    """A subclass says in which `town`; `tally` counts what came of the tries over all examples."""

    town: Town
    tally: Counter[str]

    @initialize(seed=SEEDS)
    def begin(self, seed: int) -> None:
        """Two bases in force, of either level, each with two published positions; some of the people are on their way
        to one of them already, or there."""
        self.steps = 0
        self.world, self.tried = self.town.run(self.town.begin()), set[tuple[object, ...]]()
        for place, level in ((0, "county"), (1, "city")):
            self._open(place, level)
            for headcount in (1, 2):
                self._publish(UNITS[place], headcount)
        chance = Random(seed)
        self.theme = chance.choice(OFTEN)
        for person in PEOPLE[:3]:
            position = chance.choice(sorted(self.world.positions))
            self._bring(person, position, chance.choice((0, 1, 2, 3, 4, 4, 4, 5, 6)))
        if self.theme == "money":
            self._pass(timedelta(days=chance.choice((20, 50, 80, 80))))
            for place, office in ((0, OFFICES[0]), (1, CITY)):
                for deed in granting(self.world, place, office):
                    self._try(deed)

    @rule(seed=SEEDS)
    def somebody_does_what_may_be_done(self, seed: int) -> None:
        """The first of all verbs, in some order, for which there is a record and somebody."""
        chance = self._chance(seed)
        weighed = sorted(VERBS, key=lambda does: chance.random() ** weight(self.theme, *does))
        if deeds := able(self.world, weighed, chance.randrange(1_000)):
            self._try(chance.choice(deeds))

    @rule(seed=SEEDS)
    def somebody_else_does_what_may_be_done(self, seed: int) -> None:
        self.somebody_does_what_may_be_done(~seed)

    @rule(seed=SEEDS)
    def somebody_tries_what_is_refused(self, seed: int) -> None:
        """Whose turn it would be but for a rule or for what is typed, in a situation not yet tried."""
        chance = self._chance(seed)
        for noun in sorted(NOUNS, key=lambda noun: chance.random() ** THEMES[self.theme][noun]):
            if self._try_new(wrong(self.world, noun, chance.randrange(1_000)), chance):
                return

    @precondition(lambda self: any(each.counts for each in self.world.rosters.values()))
    @rule(seed=SEEDS)
    def somebody_tries_what_an_accepted_roster_decides(self, seed: int) -> None:
        chance = self._chance(seed)
        self._try_new(by_rosters(self.world, chance.randrange(1_000)), chance)

    @rule(seed=SEEDS, reasoned=st.booleans(), behind=st.sampled_from((0, 0, 0, 1, 7)))
    def anybody_tries_anything(self, seed: int, reasoned: bool, behind: int) -> None:
        chance = self._chance(seed)
        deeds = anything(self.world, Pick(chance.randrange(1_000), reasoned, behind))
        new = [deed for deed in deeds if situation(self.world, deed) not in self.tried]
        self._try(chance.choice(new or deeds))

    @rule(hours=st.sampled_from((1, 5, 13, 24, 24, 60, 24 * 8, 24 * 40)))
    def time_passes(self, hours: int) -> None:
        self._pass(timedelta(hours=hours))

    @precondition(lambda self: self._days_ahead())
    @rule(one=st.integers(0, 2))
    def a_day_comes_on_which_something_changes(self, one: int) -> None:
        """One of the next, at the same hour."""
        days = self._days_ahead()
        self._pass(days[one % len(days)] - self.town.today)

    @precondition(lambda self: len(self.tried) % 5 == 0)
    @rule(on=st.booleans())
    def the_city_changes_its_switch(self, on: bool) -> None:
        self.town.run(self.town.review_by_city(on))
        self.world.city_reviews[CITY.region] = on

    @precondition(lambda self: len(self.tried) > 40 and PEOPLE[3].name not in self.world.with_intention)
    @rule()
    def the_last_one_says_what_is_wished_for(self) -> None:
        self.town.run(self.town.wish(PEOPLE[3]))
        self.world.with_intention.add(PEOPLE[3].name)

    @invariant()
    def the_database_is_as_the_model(self) -> None:
        holds, should = self.town.run(found(self.town)), expected(self.world)
        differ = [key for key in {**holds, **should} if holds.get(key) != should.get(key)]
        assert holds == should, {key: (holds.get(key), should.get(key)) for key in differ}

    def teardown(self) -> None:
        self.tally["examples"] += 1
        if hasattr(self, "world"):
            found = [each.sentence for each in self.town.run(invariants.violations())]
            assert found == [], found

    def _try_new(self, deeds: list[Deed], chance: Random) -> bool:
        """One in a situation not yet tried, if there is any: every verb has the same chance."""
        new = [deed for deed in deeds if situation(self.world, deed) not in self.tried]
        if new:
            verb = chance.choice(sorted({deed.verb for deed in new}))
            self._try(chance.choice([deed for deed in new if deed.verb == verb]))
        return bool(new)

    def _try(self, deed: Deed) -> None:
        verdict = judge(self.world, deed)
        self.tried.add(situation(self.world, deed))
        outcome, made = attempt(self.town, deed)
        assert outcome in verdict.outcomes, f"{deed}: {outcome}, not {set(verdict.outcomes)}"
        if outcome == "done":
            verdict.effect(made)
        self.tally.update((outcome, f"{deed.noun} {deed.verb} {outcome}"))

    def _pass(self, time: timedelta) -> None:
        self.town.now += time
        self.world.today = self.town.today
        self.world.moment += 1

    def _chance(self, seed: int) -> Random:
        """Another at every step, the same seed or not."""
        self.steps += 1
        return Random(seed * 1_000 + self.steps)

    def _days_ahead(self) -> list[date]:
        """First and last days of periods, the day after, those on which somebody leaves or has waited a week; the next three."""
        placements = self.world.placements.values()
        days = {day for each in placements for day in (each.start, each.end, each.end + DAY)}
        for each in self.world.departures.values():
            days |= {each.last_day, each.since + 7 * DAY}
        days |= {last_of(self.world.today.replace(day=1), 1) + DAY}
        return sorted(day for day in days if day > self.world.today)[:3]

    def _bring(self, person: Actor, position: int, far: int) -> None:
        """So many steps towards a traineeship that begins today, and out of it again."""
        world, today = self.world, self.world.today
        unit = world.positions[position].owner
        office = COUNTIES[unit.region] if world.positions[position].level == "county" else CITY
        self._try(Deed("application", "apply", person, position))
        id = max(world.applications)
        registered = Deed("placement", "record", unit, id, day=today, until=last_of(today, 3), amount=260_000)
        steps = [Deed("application", "accept", unit, id), registered]
        for step in steps[:far]:
            self._try(step)
        papers = (("upload", unit), ("approve", office))
        for version, (verb, actor) in enumerate(papers[: max(far - len(steps), 0)], 1):
            self._try(Deed("placement", verb, actor, max(world.placements), version))
        if far > len(steps) + len(papers):
            self._try(Deed("departure", "request", person, max(world.placements), 3, day=today, why="ill"))

    def _open(self, place: int, level: str) -> None:
        unit = UNITS[place]
        doers = (("save", unit), ("submit", unit), ("approve", COUNTIES[unit.region]), ("approve", CITY))
        for verb, actor in doers:
            self._try(Deed("base", verb, actor, place, self.world.bases[place].version, level=level))

    def _publish(self, unit: Actor, headcount: int) -> None:
        self._try(Deed("position", "add", unit, headcount=headcount, days=14 * headcount))
        id = max(self.world.positions)
        position = self.world.positions[id]
        offices = {"county": COUNTIES[unit.region], "city": CITY}
        steps = [*(("approve", level) for level in position.chain), ("publish", position.chain[-1])]
        for verb, level in steps:
            self._try(Deed("position", verb, offices[level], id, position.version))


def in_town(place: Town, tally: Counter[str]) -> type[Machine]:
    """The machine of this town; hypothesis makes one of it for each example."""
    return type("Machine", (Machine,), {"town": place, "tally": tally})
