"""Every move of every flow tells the other sides in whole sentences, or is silent for a reason that is written down."""

from typing import Any

import pytest

from jianxi.domain import notices
from jianxi.domain.diagrams import FLOWS
from jianxi.domain.flow import Flow, Move, Role
from jianxi.domain.notice_lines import ANY, Audience, Line

WORDS = {
    name: f"〈{name}〉"
    for name in (
        "unit",
        "title",
        "name",
        "matter",
        "acted_by",
        "city",
        "contact",
        "phone",
        "county",
        "level",
        "roster",
        "sum",
    )
}
IDS = dict.fromkeys(
    (
        "base",
        "position",
        "application",
        "placement",
        "departure",
        "filing",
        "identity_case",
        "roster",
        "newest",
    ),
    7,
)
MOVES = [(flow, move, target) for flow in FLOWS for move in flow.moves for target in move.possible_targets()]
OWNERS = {Role.EMPLOYER: Audience.EMPLOYER, Role.PERSON: Audience.PERSON}
ALL_LINES = [(key, line) for key, lines in notices.TOLD.items() for line in lines]


@pytest.mark.parametrize(
    ("flow", "move", "target"), MOVES, ids=[f"{f.noun}-{m.verb}-{t}" for f, m, t in MOVES]
)
def test_every_move_tells_somebody_else_or_is_silent_with_a_reason(
    flow: Flow[Any], move: Move[Any], target: str
) -> None:
    for source in move.sources:
        told = {line.audience for line in notices.lines(flow.noun, move.verb, source, target)}
        moved = (flow.noun, move.verb, source)
        is_silent = moved in notices.SILENT or moved[:2] in notices.SILENT
        assert bool(told) != is_silent, (source, target)
        for doer in move.possible_doers():
            assert is_silent or told - {OWNERS.get(doer)}, f"{doer} would tell nobody but itself"


def test_the_table_speaks_of_no_move_that_is_not_there() -> None:
    known = {(flow.noun, move.verb, target) for flow, move, target in MOVES}
    sources = {(flow.noun, move.verb, source) for flow, move, _ in MOVES for source in move.sources}
    verbs = {key[:2] for key in known}

    assert {key for key in notices.TOLD if key[2] != ANY} <= known
    assert {key[:2] for key in notices.TOLD} <= verbs
    assert set(notices.SILENT) <= verbs | sources
    assert all((*key[:2], source) in sources for key, line in ALL_LINES for source in line.sources)
    assert all(reason.endswith(".") for reason in notices.SILENT.values())


@pytest.mark.parametrize(("key", "line"), ALL_LINES, ids=["-".join(key) for key, _ in ALL_LINES])
def test_a_notice_says_what_why_what_next_and_whom_to_ask(key: tuple[str, str, str], line: Line) -> None:
    side = notices.side_of(line.audience)
    for actor in ("employer", "person", "office"):
        ask = notices.whom_to_ask(actor, side, WORDS)
        text = notices.text(line, WORDS, "缺少盖章", ask)
        what, why, following, whom = text.body.split("\n")
        assert what.endswith("。") and why == "原因：缺少盖章。" and following.endswith("。")
        assert whom.startswith("如有疑问，请联系") and whom.endswith("。")
        assert "{" not in text.title + text.body


def test_a_headline_is_fit_for_a_mail_and_names_nobody() -> None:
    for _, line in ALL_LINES:
        shown = notices.text(line, WORDS, "", "").title
        assert shown.replace("〈matter〉", "").isalpha() and len(shown) <= 24, shown


def test_every_side_that_is_told_has_a_place_to_look_at() -> None:
    for (noun, _, _), line in ALL_LINES:
        found = notices.path(notices.side_of(line.audience), noun, IDS)
        assert found.startswith("/") and "{" not in found


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    line = Line(Audience.PERSON, "标题", "事情。")

    assert notices.text(line, WORDS, "", "").body == "事情。"
    assert notices.text(line, WORDS, "已有句号。", "").body.count("。") == 2
    assert notices.lines("base", "export", "", "") == ()
    assert notices.lines("departure", "recall", "refused", "recalled")[0].audience is Audience.EMPLOYER
