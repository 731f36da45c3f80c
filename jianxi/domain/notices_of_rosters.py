"""通知 of 补贴经费花名册 and 年度清算."""

from collections.abc import Mapping
from datetime import date

from jianxi.domain.money import format_yuan
from jianxi.domain.notice_lines import ANY, Audience, Line
from jianxi.domain.periods import Period
from jianxi.domain.roster_words import title

A = Audience

_ROSTER: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("submit", ANY): (
        Line(
            A.OFFICE,
            "补贴经费花名册等待审核",
            "{unit}报送了{roster}，{sum}。",
            "请在“补贴经费”中核对，接受或退回。",
        ),
    ),
    ("return", ANY): (
        Line(
            A.EMPLOYER,
            "补贴经费花名册已退回",
            "您单位报送的{roster}已退回。",
            "请按原因核对，补充材料后重新报送。",
        ),
    ),
    ("accept", ANY): (
        Line(
            A.EMPLOYER,
            "补贴经费花名册已接受",
            "您单位报送的{roster}已接受，{sum}。",
            "内容已经固定，有误的请办理更正。",
        ),
    ),
    ("correct", ANY): (
        Line(
            A.EMPLOYER,
            "补贴经费花名册需要更正",
            "主管部门对您单位的{roster}提出更正。",
            "请核对后报送更正的花名册；接受以前，原来的一版仍然有效。",
        ),
        Line(
            A.OFFICE,
            "单位提出花名册更正",
            "{unit}对{roster}提出更正。",
            "现在不需要办理，报送后会再通知；接受以前，原来的一版仍然有效。",
        ),
    ),
}

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    ("roster", verb, target): lines for (verb, target), lines in _ROSTER.items()
}
ASKED = Line(
    A.EMPLOYER,
    "补贴经费花名册有新的问题",
    "主管部门对您单位报送的{roster}提出了问题。",
    "请打开花名册，逐条回复。",
)
ANSWERED = Line(
    A.OFFICE, "补贴经费花名册的问题已回复", "{unit}回复了对{roster}提出的问题。", "请在“补贴经费”中查看。"
)
WITHDRAWN = Line(
    A.EMPLOYER,
    "补贴经费花名册的更正已撤回",
    "主管部门对您单位的{roster}提出的更正已撤回。",
    "不需要再报送，已接受的一版仍然有效。",
)
"""Of what is no move."""


def words(noun: str, facts: Mapping[str, object]) -> dict[str, str]:
    """What the sentences speak of, out of the facts that the log entry tells (services/rosters.py)."""
    if noun != "roster" or "first_day" not in facts:
        return {}
    first, last = (date.fromisoformat(str(facts[name])) for name in ("first_day", "last_day"))
    serial, fen = int(str(facts["serial"])), int(str(facts["fen"])) + int(str(facts["insurance_fen"]))
    name = f"{title(str(facts['kind']), Period(first, last), serial)}（编号{facts['number']}）"
    return {"roster": name, "sum": f"列入{facts['people']}人，合计{format_yuan(fen)}元"}
