"""通知 of 见习岗位."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import ANY, Audience, Line

A = Audience
_REVIEW = "请在“见习岗位审核”中审核。"
_NOTHING = "不需要办理。"
_WAIT = "不需要办理，审核结束后会再通知您。"
_ELSEWHERE = "您的报名仍然有效，可以继续等待，也可以改报其他岗位。"
_FROM_CITY = frozenset({"waiting_city"})

_POSITION: Mapping[tuple[str, str], tuple[Line, ...]] = {
    **{
        (verb, target): (Line(office, "见习岗位等待审核", "{unit}新增了岗位“{title}”。", _REVIEW),)
        for verb in ("add", "copy")
        for target, office in (("waiting_county", A.COUNTY), ("waiting_city", A.CITY))
    },
    ("approve", "waiting_city"): (
        Line(
            A.EMPLOYER,
            "见习岗位已通过区县审核",
            "岗位“{title}”已由{acted_by}审核通过，正在等待市级审核。",
            _WAIT,
        ),
        Line(A.CITY, "见习岗位等待审核", "{unit}的岗位“{title}”已通过区县审核。", _REVIEW),
    ),
    ("approve", "approved"): (
        Line(
            A.EMPLOYER,
            "见习岗位审核通过",
            "岗位“{title}”已审核通过，还没有发布。",
            "不需要办理，发布后会再通知您。",
        ),
    ),
    ("reject", ANY): (
        Line(
            A.EMPLOYER,
            "见习岗位审核不通过",
            "岗位“{title}”审核不通过。",
            "可以在“见习岗位管理”中复制为新岗位，按原因修改后提交。",
        ),
    ),
    ("reopen", "waiting_county"): (
        Line(
            A.EMPLOYER,
            "见习岗位的审核已撤销",
            "岗位“{title}”的审核已撤销，正在重新审核。",
            "现在可以编辑或删除该岗位。",
        ),
        Line(
            A.CITY,
            "见习岗位已由区县撤回重新审核",
            "区县撤销了对{unit}岗位“{title}”的审核。",
            _NOTHING,
            _FROM_CITY,
        ),
    ),
    ("reopen", "waiting_city"): (
        Line(A.EMPLOYER, "见习岗位的审核已撤销", "岗位“{title}”的审核已撤销，正在重新审核。", _WAIT),
    ),
    ("publish", ANY): (
        Line(
            A.EMPLOYER,
            "见习岗位已发布",
            "岗位“{title}”已发布，可以报名。",
            "有人报名时会通知您，请在“见习报名管理”中审核。",
        ),
    ),
    ("withdraw", "approved"): (
        Line(
            A.EMPLOYER, "见习岗位已撤销发布", "岗位“{title}”已撤销发布，不能再报名。", "已有的报名仍可审核。"
        ),
        Line(A.WAITING, "报名的岗位已撤销发布", "您报名的{unit}“{title}”已撤销发布。", _ELSEWHERE),
    ),
    ("withdraw", "withdrawn"): (
        Line(A.PUBLISHER, "单位撤销了岗位的发布", "{unit}撤销了岗位“{title}”的发布。", _NOTHING),
        Line(A.WAITING, "报名的岗位已撤销发布", "您报名的{unit}“{title}”已由单位撤销发布。", _ELSEWHERE),
    ),
    ("republish", ANY): (
        Line(
            A.PUBLISHER,
            "单位申请重新发布岗位",
            "{unit}申请重新发布岗位“{title}”。",
            "请在“见习岗位审核”中发布。",
        ),
    ),
    ("extend", ANY): (
        Line(
            A.PUBLISHER,
            "单位延长了岗位的报名",
            "{unit}延长了岗位“{title}”的报名截止日期。",
            "还没有发布的，可以在“见习岗位审核”中发布。",
        ),
    ),
}

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    ("position", verb, target): lines for (verb, target), lines in _POSITION.items()
}
