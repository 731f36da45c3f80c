"""通知 of 留用."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import ANY, Audience, Line

A = Audience
_NOTHING = "不需要办理。"
_OWN = "可以在“已报见习岗位管理”中查看。"

_RETENTION: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("record", ANY): (
        Line(
            A.PERSON,
            "单位已办理留用登记",
            "{unit}为您办理了留用登记。",
            "请核对留用岗位和劳动合同日期；不符的请联系单位。",
        ),
        Line(A.OFFICE, "有新的留用登记", "{unit}为{name}（岗位“{title}”）办理了留用登记。", _NOTHING),
    ),
    ("edit", ANY): (
        Line(
            A.PERSON,
            "留用登记已修改",
            "{unit}修改了您的留用登记。",
            "请核对留用岗位和劳动合同日期；不符的请联系单位。",
        ),
        Line(A.OFFICE, "留用登记已修改", "{unit}修改了{name}（岗位“{title}”）的留用登记。", _NOTHING),
    ),
    ("revoke", ANY): (
        Line(A.PERSON, "留用登记已撤销", "{unit}撤销了您的留用登记。", _OWN),
        Line(A.OFFICE, "留用登记已撤销", "{unit}撤销了{name}（岗位“{title}”）的留用登记。", _NOTHING),
    ),
}

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    ("retention", verb, target): lines for (verb, target), lines in _RETENTION.items()
}
