"""Every state that a 离岗 can come into tells both sides what happens now, and offers nothing that the flow refuses."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from jianxi.domain import departure_next, traineeship_notes
from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import FLOW, OPEN, DepartureFacts, DepartureState, DepartureVerb
from jianxi.domain.flow import NEW, Role
from jianxi.domain.placements import Duty, PlacementFacts
from jianxi.domain.trainees import TraineeFacts, lacks, next_step

FIRST, LAST, TODAY = date(2028, 1, 30), date(2028, 2, 29), date(2028, 2, 10)
SINCE = date(2028, 2, 4)
BEGINS = DepartureFacts(
    NEW, BaseLevel.CITY, FIRST, LAST, TODAY, Duty.ON_DUTY, True, TODAY, working_days_waited=5
)
CALLED: Mapping[Role, Mapping[str, tuple[str, ...]]] = {
    Role.EMPLOYER: {
        "consent": ("可以通过", "请办理离岗审核"),
        "edit": ("修改离岗登记", "修改或撤销"),
        "cancel": ("撤销离岗登记",),
        "upload": ("后上传", "重新上传"),
    },
    Role.PERSON: {"recall": ("可以撤回",), "appeal": ("可以提请",)},
}
"""How the sentences name what a side can do."""


def made(facts: DepartureFacts) -> Iterator[DepartureFacts]:
    """What every move of the flow makes of it."""
    for move in FLOW.moves:
        if facts.state in move.sources and move.objection(facts) is None:
            decided = facts.state if move.verb in ("approve", "reject") else None
            kept = facts.decided_from if move.verb == "recall" else None
            yield replace(facts, state=move.lands_in(facts), decided_from=decided or kept)


def reachable() -> set[DepartureFacts]:
    """Asked for by the person, and recorded by the employer."""
    found: set[DepartureFacts] = set()
    asked = replace(BEGINS, state=DepartureState.WAITING_EMPLOYER)
    recorded = replace(BEGINS, state=DepartureState.WAITING_CERTIFICATE, asked_by_person=False)
    new = {asked, recorded}
    while new:
        found |= new
        new = {after for facts in new for after in made(facts)} - found
    return found | {replace(asked, state=DepartureState.LAPSED)}


def listed(facts: DepartureFacts) -> TraineeFacts:
    left = facts.last_day if facts.state == "approved" else None
    return TraineeFacts(
        PlacementFacts("approved", facts.base_level, FIRST, LAST, TODAY, left_on=left), departure=facts
    )


def test_both_sides_are_told_what_comes_next_wherever_a_departure_stands() -> None:
    known = {(facts.state, facts.asked_by_person, facts.decided_from) for facts in reachable()}
    assert {("rejected", True, "waiting_office"), ("rejected", False, "waiting")} <= known
    assert ("waiting_office", False, None) not in known and len(known) == 18
    for facts in reachable():
        to_employer = departure_next.to_employer(facts, SINCE)
        to_person = traineeship_notes.leaving(facts)
        for said in (to_employer, to_person):
            assert "{" not in said and (said.endswith("。") or not said), facts
        assert to_employer.startswith(departure_next.employer(facts)) and to_employer, facts
        assert bool(to_person) == (facts.state in OPEN), facts


def test_nothing_is_told_that_the_flow_refuses() -> None:
    for facts in reachable():
        told = {
            Role.EMPLOYER: departure_next.to_employer(facts, SINCE),
            Role.PERSON: traineeship_notes.leaving(facts),
        }
        for role, verbs in CALLED.items():
            offers = FLOW.offered(facts, role)
            for verb, words in verbs.items():
                is_named = any(word in told[role] for word in words)
                assert is_named <= (verb in offers), (facts, verb)


def test_the_list_and_the_page_of_a_departure_tell_the_employer_the_same() -> None:
    for facts in reachable():
        if facts.state in OPEN | {DepartureState.APPROVED}:
            assert next_step(listed(facts)) == departure_next.employer(facts)


def test_what_the_employer_lacks_is_what_only_the_employer_can_do() -> None:
    lacking = {
        (facts.state, facts.asked_by_person, facts.decided_from)
        for facts in reachable()
        if lacks(listed(facts))
    }

    assert lacking == {
        ("waiting_employer", True, None),
        ("waiting_certificate", True, None),
        ("waiting_certificate", False, None),
        ("rejected", True, "waiting"),
        ("rejected", False, "waiting"),
    }


def test_who_was_refused_by_the_office_is_not_sent_for_a_better_certificate() -> None:
    refused = replace(BEGINS, state="rejected", decided_from="waiting_office", certificate=0)

    told = departure_next.to_employer(refused, SINCE), traineeship_notes.leaving(refused)
    assert all("见习不因此提前结束" in said and "重新上传" not in said for said in told)
    assert "可以撤回" in told[1] and "请本人先撤回" in told[0]
    assert "可以撤回后重新申请" in FLOW.objection(DepartureVerb.APPEAL, refused, Role.PERSON)


def test_the_employer_reads_until_when_there_is_time() -> None:
    waiting = replace(BEGINS, state="waiting_employer", working_days_waited=4)
    signed = replace(waiting, state="waiting_certificate")
    recorded = replace(signed, asked_by_person=False)

    assert "到2028年2月11日还没有办理的" in departure_next.to_employer(waiting, SINCE)
    assert "到2028年2月11日还没有上传的" in departure_next.to_employer(signed, SINCE)
    assert departure_next.to_employer(recorded, SINCE) == departure_next.employer(recorded)
    assert "届满" in departure_next.to_employer(waiting, date(2028, 2, 28))
    assert "现在已经可以提请主管部门" in departure_next.to_employer(signed, date(2028, 1, 31))


def test_an_approved_departure_says_until_when_the_traineeship_goes() -> None:
    approved = replace(BEGINS, state="approved", decided_from="waiting")

    assert "2028年2月29日是见习的最后一天" in departure_next.employer(replace(approved, last_day=LAST))
    assert departure_next.employer(approved) == "已办结，见习到2028年2月10日为止。"
    came = departure_next.employer(replace(approved, last_day=date(2028, 1, 29)))
    assert "未上岗" in came and "名额已退还" in came
    void = replace(BEGINS, state="waiting_employer", today=date(2028, 3, 5))
    assert "已经失效" in departure_next.employer(void)


def test_a_day_that_is_past_is_said_to_be_so_and_nothing_is_said_to_go_on() -> None:
    asked = replace(BEGINS, state=DepartureState.WAITING_EMPLOYER)

    assert "审核期间见习照常进行" in departure_next.person(asked)
    past = departure_next.person(replace(asked, last_day=date(2028, 2, 9)))
    assert "期望离岗日期2028年2月9日已经过去，离岗日期由单位确认；改变主意的，可以撤回" in past
    assert "照常进行" not in past
