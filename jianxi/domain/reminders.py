"""提醒: what somebody is told because of a date, not of a transition; each once for one record and one date."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from jianxi.domain.notice_lines import Audience, Line
from jianxi.domain.periods import DAY, Period, working_days_between

A = Audience


class Kind(StrEnum):
    """What is reminded of; stored."""

    ENDING_30 = "ending_30"
    ENDING_7 = "ending_7"
    INSURANCE_ENDING = "insurance_ending"
    AGREEMENT_MISSING = "agreement_missing"
    CERTIFICATE_MISSING = "certificate_missing"
    REVIEW_WAITING = "review_waiting"


LABELS: Mapping[str, str] = {
    Kind.ENDING_30: "见习期30天内届满",
    Kind.ENDING_7: "见习期7天内届满",
    Kind.INSURANCE_ENDING: "见习保险7天内到期",
    Kind.AGREEMENT_MISSING: "见习协议未上传",
    Kind.CERTIFICATE_MISSING: "解除协议证明未上传",
    Kind.REVIEW_WAITING: "审核已超过办理期限",
}
AHEAD: Mapping[Kind, tuple[int, int]] = {
    Kind.ENDING_30: (8, 30),
    Kind.ENDING_7: (0, 7),
    Kind.INSURANCE_ENDING: (0, 7),
}
"""So many days, from and to, lie before the date: a day on which no server was up is made up for on the next."""
LINES: Mapping[Kind, tuple[Line, ...]] = {
    **{
        kind: (
            Line(
                A.EMPLOYER,
                LABELS[kind],
                "{name}（岗位“{title}”）的见习期到{day}届满。",
                "需要留用的，请在“上岗人员管理”中办理留用登记。",
            ),
            Line(
                A.PERSON,
                LABELS[kind],
                "您在{unit}岗位“{title}”的见习期到{day}届满。",
                "请与单位沟通留用或之后的安排。",
            ),
        )
        for kind in (Kind.ENDING_30, Kind.ENDING_7)
    },
    Kind.INSURANCE_ENDING: (
        Line(
            A.EMPLOYER,
            LABELS[Kind.INSURANCE_ENDING],
            "{name}（岗位“{title}”）的一份见习保险到{day}终止，早于见习结束日期。",
            "请确认之后的保险已经生效。",
        ),
    ),
    Kind.AGREEMENT_MISSING: (
        Line(
            A.EMPLOYER,
            LABELS[Kind.AGREEMENT_MISSING],
            "{name}（岗位“{title}”）的见习协议自{day}起一直没有上传。",
            "请在“上岗人员管理”中下载协议，签字盖章后上传。",
        ),
    ),
    Kind.CERTIFICATE_MISSING: (
        Line(
            A.EMPLOYER,
            LABELS[Kind.CERTIFICATE_MISSING],
            "{name}（岗位“{title}”）的解除协议证明自{day}起一直没有上传。",
            "请在“上岗人员管理”中下载证明，签字盖章后上传。",
        ),
    ),
    Kind.REVIEW_WAITING: (
        Line(
            A.OFFICE,
            LABELS[Kind.REVIEW_WAITING],
            "{unit}的一项{matter}自{day}起等待审核，已超过办理期限。",
            "请尽快审核。",
        ),
    ),
}
MATTERS: Mapping[str, str] = {
    "base": "见习基地申请",
    "position": "见习岗位",
    "placement": "见习上岗",
    "departure": "终止见习",
    "roster": "补贴经费花名册",
}


def window(kind: Kind, today: date) -> Period:
    """The dates of which somebody is reminded today."""
    first, last = AHEAD[kind]
    return Period(today + first * DAY, today + last * DAY)


def is_missing(since: date, today: date, days: int) -> bool:
    """Whether what should have been uploaded is `days` days late."""
    return today >= since + timedelta(days=days)


def is_over(since: date, today: date, working_days: int) -> bool:
    """Whether a review has waited for more working days than it should take."""
    return working_days_between(since, today) > working_days
