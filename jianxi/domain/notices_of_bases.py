"""通知 of 见习基地, 备案 and 身份冲突."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import ANY, Audience, Line

A = Audience
_REVIEW = "请在“见习基地审核”中审核。"
_NOTHING = "不需要办理。"
_WAIT = "不需要办理，审核结束后会再通知您。"
_ELSEWHERE = "您的报名仍然有效，可以继续等待，也可以改报其他岗位。"
_FROM_CITY = frozenset({"waiting_city"})

_BASE: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("submit", ANY): (Line(A.COUNTY, "见习基地申请等待审核", "{unit}提交了见习基地申请。", _REVIEW),),
    ("amend", ANY): (Line(A.COUNTY, "基地变更申请等待审核", "{unit}提交了见习基地的变更申请。", _REVIEW),),
    ("approve", "waiting_city"): (
        Line(
            A.EMPLOYER,
            "{matter}已通过区县审核",
            "您单位的{matter}已由{acted_by}审核通过，正在等待市级审核。",
            _WAIT,
        ),
        Line(A.CITY, "{matter}等待审核", "{unit}的{matter}已通过区县审核。", _REVIEW),
    ),
    ("approve", "approved"): (
        Line(
            A.EMPLOYER,
            "{matter}审核通过",
            "您单位的{matter}已审核通过。",
            "基地级别和各级意见可以在“见习基地申请”中查看；岗位在“见习岗位管理”中新增。",
        ),
        Line(A.COUNTY, "{matter}已由市级审核通过", "{unit}的{matter}已由市级审核通过。", _NOTHING),
    ),
    ("reject", ANY): (
        Line(
            A.EMPLOYER,
            "{matter}审核不通过",
            "您单位的{matter}审核不通过。",
            "请在“见习基地申请”中按原因修改后重新提交。",
        ),
        Line(
            A.COUNTY,
            "{matter}市级审核不通过",
            "{unit}的{matter}市级审核不通过。",
            "单位修改后重新提交的，从区县重新审核。",
            _FROM_CITY,
        ),
    ),
    ("reopen", "waiting_county"): (
        Line(A.EMPLOYER, "{matter}的审核已撤销", "区县撤销了对您单位{matter}的审核，正在重新审核。", _WAIT),
        Line(
            A.CITY, "{matter}已由区县撤回重新审核", "区县撤销了对{unit}{matter}的审核。", _NOTHING, _FROM_CITY
        ),
    ),
    ("reopen", "waiting_city"): (
        Line(A.EMPLOYER, "{matter}的审核已撤销", "市级撤销了对您单位{matter}的审核，正在重新审核。", _WAIT),
        Line(
            A.COUNTY, "{matter}的市级审核已撤销", "市级撤销了对{unit}{matter}的审核，正在重新审核。", _NOTHING
        ),
    ),
    ("suspend", ANY): (
        Line(
            A.EMPLOYER,
            "见习基地已暂停",
            "您单位的见习基地已暂停。",
            "暂停期间不能新增岗位、录用人员；正在见习的人员不受影响。恢复后会通知您。",
        ),
        Line(A.COUNTY, "见习基地已暂停", "{unit}的见习基地已由市级暂停。", _NOTHING),
        Line(
            A.WAITING,
            "报名单位的见习基地已暂停",
            "{unit}的见习基地已暂停，您报名的“{title}”暂时不能录用。",
            _ELSEWHERE,
        ),
    ),
    ("resume", ANY): (
        Line(
            A.EMPLOYER, "见习基地已恢复", "您单位的见习基地已恢复为审核通过。", "可以继续新增岗位、录用人员。"
        ),
        Line(A.COUNTY, "见习基地已恢复", "{unit}的见习基地已由市级恢复。", _NOTHING),
        Line(
            A.WAITING,
            "报名单位的见习基地已恢复",
            "{unit}的见习基地已恢复，您报名的“{title}”可以继续录用。",
            _WAIT,
        ),
    ),
    ("revoke", ANY): (
        Line(
            A.EMPLOYER,
            "见习基地已取消资格",
            "您单位的见习基地已取消资格。",
            "正在见习的人员不受影响。需要时，可以在“见习基地申请”中修改后重新提交。",
        ),
        Line(A.COUNTY, "见习基地已取消资格", "{unit}的见习基地已由市级取消资格。", _NOTHING),
        Line(
            A.WAITING,
            "报名单位的见习基地已取消资格",
            "{unit}的见习基地已取消资格，您报名的“{title}”不能录用。",
            "请改报其他岗位。",
        ),
    ),
}
_FILING: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("file", ANY): (
        Line(A.PROVINCE, "备案等待接收", "{city}报送了见习基地备案。", "请在“报省厅备案”中确认接收或退回。"),
    ),
    ("receive", ANY): (Line(A.CITY, "备案已接收", "省厅已接收报送的见习基地备案。", _NOTHING),),
    ("return", ANY): (
        Line(A.CITY, "备案已退回", "省厅退回了报送的见习基地备案。", "请按原因修改后重新报送。"),
    ),
}
_CASE: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("open", ANY): (
        Line(
            A.DECIDER,
            "身份冲突等待核实",
            "一个身份证号以两个姓名登录。",
            "请在“身份冲突”中核对身份证后办理。",
        ),
    ),
    ("merge", ANY): (
        Line(
            A.PERSON,
            "姓名已按登记信息更正",
            "人社部门核实后，您的姓名已按生源信息库更正。",
            "以后请用更正后的姓名登录。",
        ),
    ),
    ("dismiss", ANY): (
        Line(
            A.PERSON,
            "身份核实已结束",
            "有人用另一个姓名登录您的身份证号，人社部门核实后维持原登录人。",
            _NOTHING,
        ),
    ),
    ("reopen", ANY): (
        Line(A.DECIDER, "身份冲突重新核实", "一个身份冲突须重新核实。", "请在“身份冲突”中核对身份证后办理。"),
    ),
}

TOLD: Mapping[tuple[str, str, str], tuple[Line, ...]] = {
    (noun, verb, target): lines
    for noun, table in (("base", _BASE), ("filing", _FILING), ("identity_case", _CASE))
    for (verb, target), lines in table.items()
}
