"""The words of SQL for what stands of 离岗 are made in one place, of the domain's own states."""

import re
from pathlib import Path

import jianxi
from jianxi.domain.departures import DepartureState
from jianxi.queries import standing

QUERIES = Path(jianxi.__file__).parent / "queries"


def test_what_stands_is_neither_recalled_nor_lapsed_and_what_is_open_not_approved_either() -> None:
    told = {state.value for state in DepartureState}

    assert set(re.findall("'([a-z_]+)'", standing.STANDS)) == {"recalled", "lapsed"} <= told
    assert set(re.findall("'([a-z_]+)'", standing.IS_OPEN)) == {"approved", "recalled", "lapsed"}
    assert standing.void("d", "p") == "d.state = 'waiting_employer' AND p.ends_on < {}"


def test_no_other_module_of_queries_spells_it_out() -> None:
    spelt = [path.name for path in QUERIES.glob("*.py") if "'recalled', 'lapsed'" in path.read_text("utf-8")]

    assert spelt == []
