"""通知 of 上岗."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import ANY, Audience, Line

A = Audience
_NOTHING = "不需要办理。"
_WAIT = "不需要办理，审核结束后会再通知您。"
_SIGN = "请与单位核对并签订就业见习协议书，签好后由单位上传。"
_OWN = "可以在“已报见习岗位管理”中查看。"

_PLACEMENT: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("record", ANY): (
        Line(A.PERSON, "单位已办理录用上岗登记", "{unit}已为您办理岗位“{title}”的录用上岗登记。", _SIGN),
    ),
    ("edit", ANY): (
        Line(
            A.PERSON, "录用上岗登记已修改", "{unit}修改了您在岗位“{title}”的登记，原协议书不再有效。", _SIGN
        ),
    ),
    ("upload", ANY): (
        Line(
            A.OFFICE,
            "见习上岗等待审核",
            "{unit}上传了{name}（岗位“{title}”）的见习协议。",
            "请在“见习上岗审核”中审核。",
        ),
        Line(
            A.PERSON,
            "见习协议已上传",
            "{unit}已上传您在岗位“{title}”的见习协议，正在等待人社部门审核。",
            _WAIT,
        ),
    ),
    ("approve", ANY): (
        Line(
            A.EMPLOYER,
            "上岗审核通过",
            "{name}（岗位“{title}”）的上岗审核通过。",
            "请按协议安排见习；离岗、留用在“上岗人员管理”中办理。",
        ),
        Line(A.PERSON, "上岗审核通过", "您在{unit}岗位“{title}”的上岗审核通过。", "请按协议约定的日期上岗。"),
    ),
    ("reject", ANY): (
        Line(
            A.EMPLOYER,
            "上岗审核不通过",
            "{name}（岗位“{title}”）的上岗审核不通过。",
            "请在“上岗人员管理”中按原因重新上传协议，或修改登记。",
        ),
        Line(
            A.PERSON,
            "上岗审核不通过",
            "您在{unit}岗位“{title}”的上岗审核不通过。",
            "请联系单位按原因重新上传协议或修改登记。",
        ),
    ),
    ("reopen", ANY): (
        Line(A.EMPLOYER, "上岗审核已撤销", "{name}（岗位“{title}”）的上岗审核已撤销，正在重新审核。", _WAIT),
        Line(A.PERSON, "上岗审核已撤销", "您在{unit}岗位“{title}”的上岗审核已撤销，正在重新审核。", _WAIT),
    ),
    ("raise_allowance", ANY): (
        Line(A.PERSON, "见习生活费已调整", "{unit}调整了您在岗位“{title}”的见习期间生活费。", _OWN),
        Line(A.OFFICE, "见习生活费已调整", "{unit}调整了{name}（岗位“{title}”）的见习期间生活费。", _NOTHING),
    ),
    # Person and unit are told by the notice of the application that ended.
    ("cancel", ANY): (
        Line(
            A.OFFICE,
            "见习上岗已取消",
            "{name}在{unit}岗位“{title}”的录用已结束，等待审核的上岗登记随之取消。",
            "不需要再审核。",
            frozenset({"waiting"}),
        ),
        Line(
            A.OFFICE,
            "见习上岗已取消",
            "{name}在{unit}岗位“{title}”的录用在上岗前已结束，审核通过的上岗登记随之取消。",
            _NOTHING,
            frozenset({"approved"}),
        ),
    ),
}
TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    ("placement", verb, target): lines for (verb, target), lines in _PLACEMENT.items()
}
