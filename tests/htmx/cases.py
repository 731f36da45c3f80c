"""Every address that answers with a piece of a page, and each kind of answer it may give."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from tests.htmx import job_cases as jobs
from tests.htmx import placement_cases as placements
from tests.htmx import review_cases as review
from tests.htmx import roster_cases as rosters
from tests.htmx import search_cases as search
from tests.htmx import signed_cases as signed
from tests.htmx.scenes import Scene


@dataclass(frozen=True, slots=True)
class Case:
    """`route` is the name of the address."""

    route: str
    name: str
    make: Callable[[], Awaitable[Scene]]
    status: int = 200

    def __str__(self) -> str:
        return f"{self.route} {self.name}"


def _decisions(noun: str, deciders: dict[str, Callable[[], Awaitable[review.Made]]]) -> list[Case]:
    """Approved, asked for reasons, none given, rejected, somebody was first: at each desk."""
    desk = "employer" if noun == "application" else "authority"
    yes, no = f"{desk}:{noun}_approval", f"{desk}:{noun}_rejection"
    found: list[Case] = []
    for who, make in deciders.items():
        found += [
            Case(yes, f"{who} in the list of all", partial(review.decided, noun, "approval", make)),
            Case(
                yes,
                f"{who} in the list of what waits",
                partial(review.decided, noun, "approval", make, "waiting"),
            ),
            Case(yes, f"{who} after somebody else", partial(review.second, noun, "approval", make), 409),
            Case(no, f"{who} asks for the reasons", partial(review.decided, noun, "rejection", make)),
            Case(no, f"{who} without a reason", partial(review.refused, noun, make, ""), 422),
            Case(no, f"{who} without an explanation", partial(review.refused, noun, make), 422),
            Case(
                no, f"{who} with a reason", partial(review.refused, noun, make, "other", "请补充<材料>&说明")
            ),
            Case(no, f"{who} after somebody else", partial(review.second, noun, "rejection", make), 409),
        ]
    return found


DECISIONS = [
    *_decisions("base", {"county": review.base_at_county, "city": review.base_at_city}),
    *_decisions("position", {"county": review.position_at_county, "city": review.position_at_city}),
    *_decisions("placement", {"office": review.placement_with_its_agreement}),
    *_decisions("departure", {"office": review.departure_with_its_certificate}),
    *_decisions("application", {"unit": review.application_for_the_last_seat}),
    Case(
        "authority:position_publication",
        "in the list of all",
        partial(review.decided, "position", "publication", review.position_to_publish),
    ),
    Case(
        "authority:position_publication",
        "in the list with boxes",
        partial(review.decided, "position", "publication", review.position_to_publish, "approved"),
    ),
]
SEARCHES = [
    Case("positions", "by words and place", search.public_positions),
    Case("positions", "from a later page", search.public_positions_of_many_pages),
    Case("positions", "with nothing found", search.public_positions_without_any),
    Case("bases", "by name", search.public_bases),
    Case("applicant:positions", "by words", search.own_positions),
    Case("authority:bases", "by name", search.bases_to_review),
    Case("authority:positions", "by words", search.positions_to_review),
    Case("authority:applications", "by words", search.accepted_people),
    Case("authority:placements", "by words", search.placements_to_review),
    Case("authority:departures", "by words", search.departures_to_review),
    Case("authority:positions", "with boxes", search.positions_to_publish),
    Case("authority:register", "by name", search.graduates),
    Case("authority:accounts", "units by name", search.unit_accounts),
    Case("authority:rosters", "by unit", rosters.rosters_to_review),
    Case("employer:applications", "by name and position", search.applications),
    Case("employer:positions", "by words", search.positions_of_a_unit),
    Case("employer:placements", "by words", search.trainees),
]
APPLYING = [
    Case("authority:roster_question", "asked", rosters.question),
    Case("applicant:applications", "goes on to the list", search.applied, 204),
    Case("applicant:applications", "too late", search.applied_too_late, 409),
    *(
        Case("employer:placement_upload_act", f"{act} a page", partial(signed.ordered, act, to))
        for act, to in (("move", ":1"), ("turn", ":90"), ("drop", ""))
    ),
    Case("employer:placement_upload_act", "sends", signed.sent_agreement, 204),
    Case("employer:placement_upload_act", "sends a second time", signed.sent_twice, 409),
    Case("employer:departure_upload_act", "turns a page", signed.turned_certificate),
    Case("employer:job_cancellation", "while it waits", partial(jobs.cancelled, "waiting")),
    Case("authority:job_cancellation", "while it runs", partial(jobs.cancelled, "running")),
    Case("authority:job", "to its end", jobs.followed),
    Case("employer:job", "while it waits", jobs.waited_for),
    Case("authority:job_cancellation", "too late", jobs.too_late, 409),
]
ROWS = [
    Case("authority:placement_number", "looked at", review.number_of_a_trainee),
    Case("employer:base_act", "adds a need", partial(search.row_of_a_form, "add-needs")),
    Case("employer:base_act", "adds a mentor", partial(search.row_of_a_form, "add-mentors")),
    Case(
        "employer:base_act",
        "takes a need away",
        partial(search.row_of_a_form, "remove-needs:0", first="add-needs"),
    ),
    Case("employer:base_act", "saves a part", search.part_of_a_form),
    Case("employer:base_amendment", "saves a part", search.part_of_a_change),
    Case(
        "employer:application_placement",
        "adds a row of insurance",
        partial(placements.row_of_a_registration, "add-insurance"),
    ),
    Case(
        "employer:application_placement",
        "takes a row of insurance away",
        partial(placements.row_of_a_registration, "add-insurance", "remove-insurance:0"),
    ),
    Case("employer:placement_registration", "adds a row of insurance", placements.row_of_an_amendment),
]
CASES = [*DECISIONS, *SEARCHES, *APPLYING, *ROWS]
