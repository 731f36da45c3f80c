"""通知 of 报名."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import ANY, Audience, Line

A = Audience
_FREE = "您可以在“见习岗位报名”中选择其他岗位。"
_NOTHING = "不需要办理。"
_OWN = "可以在“已报见习岗位管理”中查看。"

_APPLICATION: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("apply", ANY): (
        Line(A.EMPLOYER, "有新的报名", "{name}报名了岗位“{title}”。", "请在“见习报名管理”中审核。"),
    ),
    ("withdraw", ANY): (Line(A.EMPLOYER, "报名已撤销", "{name}撤销了对岗位“{title}”的报名。", _NOTHING),),
    ("switch", ANY): (
        Line(A.EMPLOYER, "报名已撤销", "{name}已改报其他岗位，对岗位“{title}”的报名已撤销。", _NOTHING),
    ),
    ("accept", ANY): (
        Line(
            A.PERSON,
            "报名审核通过",
            "{unit}已审核通过您对岗位“{title}”的报名。",
            "请等待单位办理录用上岗登记；不去该岗位的，请在“已报见习岗位管理”中放弃录用。",
        ),
    ),
    ("reject", ANY): (Line(A.PERSON, "报名审核不通过", "您对{unit}岗位“{title}”的报名审核不通过。", _FREE),),
    ("decline", ANY): (
        Line(
            A.EMPLOYER,
            "录用已放弃",
            "{name}放弃了岗位“{title}”的录用，名额已空出。",
            "可以录用其他报名人员。",
        ),
    ),
    ("cancel", ANY): (
        Line(A.PERSON, "录用已取消", "您在{unit}岗位“{title}”的录用已取消，您的见习机会没有使用。", _FREE),
        Line(
            A.EMPLOYER,
            "录用已取消",
            "{name}在岗位“{title}”的录用已由{acted_by}取消，名额已空出。",
            "可以录用其他报名人员。",
        ),
    ),
    ("void", ANY): (
        Line(A.EMPLOYER, "报名因身份更正结束", "{name}对岗位“{title}”的报名因身份更正已结束。", _NOTHING),
    ),
}

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    ("application", verb, target): lines for (verb, target), lines in _APPLICATION.items()
}
