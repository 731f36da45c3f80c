"""What was sent under format 1, letter for letter. A release that writes otherwise fails here: it takes another number and
keeps the reader of this one, and these texts stay as they are."""

from dataclasses import replace
from pathlib import Path

import pytest

from jianxi.domain import roster_texts
from jianxi.domain.roster_contents import Digest, figure_stands, line_stands
from jianxi.domain.roster_evidence import Evidence
from jianxi.domain.roster_parts import Attached

SENT = Path(__file__).with_name("roster_sent_in_format_1.txt").read_text("utf-8").splitlines()
HEAD, LINES = SENT[0], SENT[1:]
DIGEST = "3e4430ba56aa3d26ec7e2afe5d0975620d5e609c62191911f24771c7b2a968d9"


def test_a_sending_of_this_format_has_its_digest_its_sums_and_its_parts() -> None:
    made = Digest(HEAD)
    made.add_texts(LINES)
    head, lines = roster_texts.to_head(HEAD), [roster_texts.to_line(each) for each in LINES]

    assert made.hexadecimal == DIGEST
    assert [(line.columns.name, line.fen, line.insurance_fen) for line in lines] == [
        ("赵敏", 154_000, 0),
        ("李四", 66_000, 0),
    ]
    assert [[month.standing.value[:3] for month in line.months] for line in lines] == [
        ["pay"] * 7 + ["pen"],
        ["pen", "pay", "pay", "pay", "pen"],
    ]
    assert (head.unit.name, head.figure and head.figure.completed, head.behind[0].name) == (
        "济南精工有限公司",
        (10,),
        "赵敏",
    )
    assert head.evidence == (Attached(Evidence.ATTENDANCE, "ab" * 32, 2),)


def test_its_numbers_come_out_again_and_it_is_still_written_so() -> None:
    head, lines = roster_texts.to_head(HEAD), [roster_texts.to_line(each) for each in LINES]

    assert [line_stands(head, line) for line in lines] == [True, True]
    assert figure_stands(head, [line.service for line in lines])
    assert head.figure is not None
    assert not figure_stands(replace(head, figure=replace(head.figure, completed=())), [])
    # Only while this is the format in which sendings are written.
    assert roster_texts.FORMAT == 1
    assert (roster_texts.of_head(head), [roster_texts.of_line(line) for line in lines]) == (HEAD, LINES)


def test_a_format_that_this_release_does_not_know_is_not_guessed() -> None:
    for read, text in ((roster_texts.to_head, HEAD), (roster_texts.to_line, LINES[0])):
        for later in (text.replace('"format":1,', '"format":99,'), "{}"):
            with pytest.raises(ValueError, match="format"):
                read(later)
