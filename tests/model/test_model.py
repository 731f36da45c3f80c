"""A few thousand steps of everybody doing everything, against the plain model, on both databases."""

from collections import Counter

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.model.deeds import SERVICES
from tests.model.machine import in_town
from tests.model.town import town

SHORT = settings(
    max_examples=80,
    stateful_step_count=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_whatever_anybody_does_the_services_do_as_the_plain_model_says(database_url: str) -> None:
    tally: Counter[str] = Counter()

    with town(database_url) as place:
        run_state_machine_as_test(in_town(place, tally), settings=SHORT)

    undone = [f"{noun} {verb}" for noun, verb in SERVICES if not tally[f"{noun} {verb} done"]]
    assert len(undone) <= 2, undone  # The bench, with more examples, does every one.
