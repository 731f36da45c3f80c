"""通知 of 离岗."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import ANY, Audience, Line

A = Audience
_NOTHING = "不需要办理。"
_LAPSED = "终止见习申请已失效"
_WAIT = "不需要办理，审核结束后会再通知您。"
_OWN = "可以在“已报见习岗位管理”中查看。"
_CERTIFIED, _APPEALED = frozenset({"waiting"}), frozenset({"waiting_office"})
_AT_OFFICE = _CERTIFIED | _APPEALED

_DEPARTURE: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("request", ANY): (
        Line(
            A.EMPLOYER,
            "有人申请终止见习",
            "{name}（岗位“{title}”）申请终止见习。",
            "请在“上岗人员管理”中作出离岗审核。",
        ),
    ),
    ("recall", ANY): (
        Line(
            A.EMPLOYER,
            "终止见习申请已撤回",
            "{name}（岗位“{title}”）撤回了终止见习的申请。",
            "见习继续进行。",
        ),
        Line(
            A.OFFICE,
            "终止见习申请已撤回",
            "{name}（{unit}“{title}”）撤回了终止见习的申请。",
            _NOTHING,
            _AT_OFFICE,
        ),
    ),
    ("consent", ANY): (
        Line(
            A.PERSON,
            "单位已同意终止见习",
            "{unit}同意您终止岗位“{title}”的见习。",
            "请等待单位上传解除协议证明，人社部门审核后生效。",
        ),
    ),
    ("refuse", ANY): (
        Line(
            A.PERSON,
            "单位未同意终止见习",
            "{unit}未同意您终止岗位“{title}”的见习。",
            "您可以撤回申请，也可以在“已报见习岗位管理”中提请主管部门。",
        ),
    ),
    ("appeal", ANY): (
        Line(
            A.OFFICE,
            "终止见习提请办理",
            "{name}提请办理终止在{unit}岗位“{title}”的见习。",
            "请在“终止见习审核”中办理。",
        ),
        Line(
            A.EMPLOYER,
            "终止见习已提请主管部门",
            "{name}（岗位“{title}”）已将终止见习提请主管部门。",
            "现在由人社部门办理，可能会与您单位联系。",
        ),
    ),
    ("record", ANY): (
        Line(
            A.PERSON,
            "单位已办理离岗登记",
            "{unit}为您办理了岗位“{title}”的离岗登记。",
            "情况不符的，请在审核前联系单位或人社部门。",
        ),
    ),
    ("edit", ANY): (
        Line(
            A.PERSON,
            "离岗登记已修改",
            "{unit}修改了您在岗位“{title}”的离岗登记。",
            "情况不符的，请在审核前联系单位或人社部门。",
        ),
    ),
    ("cancel", ANY): (
        Line(A.PERSON, "离岗登记已撤销", "{unit}撤销了您在岗位“{title}”的离岗登记。", "见习按协议继续进行。"),
    ),
    ("upload", ANY): (
        Line(
            A.OFFICE,
            "终止见习等待审核",
            "{unit}上传了{name}（岗位“{title}”）的解除协议证明。",
            "请在“终止见习审核”中审核。",
        ),
        Line(A.PERSON, "解除协议证明已上传", "{unit}已上传您的解除协议证明，正在等待人社部门审核。", _WAIT),
    ),
    ("approve", ANY): (
        Line(
            A.EMPLOYER,
            "终止见习审核通过",
            "{name}（岗位“{title}”）的终止见习审核通过。",
            "离岗日期见“上岗人员管理”。",
            never_came=False,
        ),
        Line(
            A.PERSON,
            "终止见习审核通过",
            "您终止{unit}岗位“{title}”见习的审核通过。",
            _OWN,
            never_came=False,
        ),
        Line(
            A.EMPLOYER,
            "终止见习审核通过",
            "{name}（岗位“{title}”）未上岗，终止见习审核通过，录用随之取消。",
            "名额已空出，可以录用其他报名人员。",
            never_came=True,
        ),
        Line(
            A.PERSON,
            "录用因未上岗取消",
            "{unit}登记您没有上岗，审核通过，您在岗位“{title}”的录用随之取消。",
            "您的见习机会没有使用，可以报名其他岗位。",
            never_came=True,
        ),
    ),
    ("reject", ANY): (
        Line(
            A.EMPLOYER,
            "终止见习审核不通过",
            "{name}（岗位“{title}”）的终止见习审核不通过。",
            "请在“上岗人员管理”中按原因重新上传证明，或修改离岗登记。",
            _CERTIFIED,
        ),
        Line(
            A.PERSON,
            "终止见习审核不通过",
            "您终止{unit}岗位“{title}”见习的审核不通过。",
            "请联系单位按原因重新办理。",
            _CERTIFIED,
        ),
        Line(
            A.EMPLOYER,
            "终止见习审核不通过",
            "{name}（岗位“{title}”）提请的终止见习审核不通过，见习不因此提前结束。",
            "您单位不需要办理；同意终止的，可以在“上岗人员管理”中修改离岗登记、办理证明。",
            _APPEALED,
        ),
        Line(
            A.PERSON,
            "终止见习审核不通过",
            "您提请终止{unit}岗位“{title}”的见习，审核不通过，见习不因此提前结束。",
            "您可以在“已报见习岗位管理”中撤回申请，以后需要时重新申请。",
            _APPEALED,
        ),
    ),
    ("reopen", ANY): (
        Line(
            A.EMPLOYER,
            "终止见习的审核已撤销",
            "{name}（岗位“{title}”）终止见习的审核已撤销，正在重新审核。",
            _WAIT,
            never_came=False,
        ),
        Line(
            A.PERSON,
            "终止见习的审核已撤销",
            "您终止{unit}岗位“{title}”见习的审核已撤销，正在重新审核。",
            _WAIT,
            never_came=False,
        ),
        Line(
            A.EMPLOYER,
            "终止见习的审核已撤销",
            "{name}（岗位“{title}”）未上岗的审核已撤销，录用恢复，名额重新占用；正在重新审核。",
            _WAIT,
            never_came=True,
        ),
        Line(
            A.PERSON,
            "终止见习的审核已撤销",
            "您在{unit}岗位“{title}”未上岗的审核已撤销，录用恢复，见习机会重新占用；正在重新审核。",
            _WAIT,
            never_came=True,
        ),
    ),
    ("lapse", ANY): (
        Line(A.EMPLOYER, _LAPSED, "{name}（岗位“{title}”）的见习期已届满，终止见习的申请已失效。", _NOTHING),
        Line(A.PERSON, _LAPSED, "您在{unit}岗位“{title}”的见习期已届满，终止见习的申请已失效。", _NOTHING),
    ),
}

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    ("departure", verb, target): lines for (verb, target), lines in _DEPARTURE.items()
}
