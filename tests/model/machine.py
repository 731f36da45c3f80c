"""The machine: anybody tries anything at any time, and after each try the database says what the plain model says."""

from collections import Counter
from datetime import timedelta
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from jianxi.queries import invariants
from tests.model.deeds import SERVICES, attempt, expected, found
from tests.model.plain import Actor, Deed
from tests.model.town import OFFICES, PEOPLE, UNITS, Town
from tests.model.tries import Pick, able, anything, judge, refused, situation

CITY, COUNTIES = OFFICES[2], {UNITS[0].region: OFFICES[0], UNITS[2].region: OFFICES[1]}
SEEDS = st.integers(0, 2**32 - 1)
"""Hypothesis likes small numbers and repeats itself; what is chosen by them should not."""
VERBS = tuple(SERVICES)
WEIGHTS = {"base": 0.6, "position": 1, "application": 3}
"""What a base loses ends all the rest, so that applications would be rare."""


class Machine(RuleBasedStateMachine):
    """A subclass says in which `town`; `tally` counts what came of the tries over all examples."""

    town: Town
    tally: Counter[str]

    @initialize()
    def begin(self) -> None:
        """Two bases in force, of either level, each with two published positions; nothing else."""
        self.world, self.tried = self.town.run(self.town.begin()), set[tuple[object, ...]]()
        for place, level in ((0, "county"), (1, "city")):
            self._open(place, level)
            for headcount in (1, 2):
                self._publish(UNITS[place], headcount)

    @rule(seed=SEEDS)
    def somebody_does_what_may_be_done(self, seed: int) -> None:
        """The first of all verbs, in some order, for which there is a record and somebody."""
        chance = Random(seed)
        weighed = sorted(VERBS, key=lambda does: chance.random() ** WEIGHTS[does[0]])
        for noun, verb in weighed:
            if deeds := able(self.world, noun, verb, chance.randrange(1_000)):
                self._try(chance.choice(deeds))
                return

    @rule(seed=SEEDS)
    def somebody_else_does_what_may_be_done(self, seed: int) -> None:
        self.somebody_does_what_may_be_done(~seed)

    @rule(seed=SEEDS)
    def somebody_tries_what_is_refused(self, seed: int) -> None:
        """Whose turn it would be but for a rule, in a situation not yet tried."""
        chance = Random(seed)
        for noun, verb in chance.sample(VERBS, len(VERBS)):
            deeds = refused(self.world, noun, verb)
            new = [deed for deed in deeds if situation(self.world, deed) not in self.tried]
            if new:
                self._try(chance.choice(new))
                return

    @rule(seed=SEEDS, reasoned=st.booleans(), behind=st.sampled_from((0, 0, 0, 1, 7)))
    def anybody_tries_anything(self, seed: int, reasoned: bool, behind: int) -> None:
        chance = Random(seed)
        deeds = anything(self.world, Pick(chance.randrange(1_000), reasoned, behind))
        new = [deed for deed in deeds if situation(self.world, deed) not in self.tried]
        self._try(chance.choice(new or deeds))

    @rule(hours=st.sampled_from((1, 5, 13, 24, 24, 60, 24 * 8, 24 * 40)))
    def time_passes(self, hours: int) -> None:
        self.town.now += timedelta(hours=hours)
        self.world.today = self.town.today
        self.world.moment += 1

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
        assert self.town.run(found(self.town)) == expected(self.world)

    def teardown(self) -> None:
        self.tally["examples"] += 1
        if hasattr(self, "world"):
            found = [each.sentence for each in self.town.run(invariants.violations())]
            assert found == [], found

    def _try(self, deed: Deed) -> None:
        verdict = judge(self.world, deed)
        self.tried.add(situation(self.world, deed))
        outcome, made = attempt(self.town, deed)
        assert outcome in verdict.outcomes, f"{deed}: {outcome}, not {set(verdict.outcomes)}"
        if outcome == "done":
            verdict.effect(made)
        self.tally.update((outcome, f"{deed.noun} {deed.verb} {outcome}"))

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
