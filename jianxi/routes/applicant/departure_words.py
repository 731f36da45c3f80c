"""What a person is told before and after 申请终止见习, 撤回 and 提请主管部门."""

from datetime import date

from jianxi.domain import departure_next, departure_reasons, labels, periods, traineeship_notes
from jianxi.domain.departures import FLOW, DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.periods import spoken
from jianxi.queries.departures import Departure
from jianxi.queries.placements import Placement
from jianxi.templating import region
from jianxi.web.second_step import Step

NOUN = FLOW.noun
STILL_TYPED = "您填写的内容仍在本页，可以核对后再次提交"


def asked(placement: Placement, wanted: date) -> str:
    meanwhile = departure_next.meanwhile(wanted, placement.facts.today)
    return f"已提交终止见习的申请。由{placement.unit_name}审核，结果会显示在本页；{meanwhile}。"


def step(verb: DepartureVerb, own: Departure) -> Step:
    """撤回 or 提请主管部门, before it is done."""
    wanted = spoken(own.wanted_on) if own.wanted_on else ""
    return Step(
        title=_TITLES[verb],
        confirm=labels.confirm(NOUN, verb),
        version=own.version,
        objection=_objection(verb, own),
        does=_recalls(own) if verb is DepartureVerb.RECALL else _appeals(own),
        facts=[
            ("单位", own.placement.unit_name),
            ("岗位", own.placement.title),
            ("申请时间", spoken(periods.today(own.begun_at))),
            ("离岗原因", departure_reasons.told(own.reason, own.note)),
            *([("期望离岗日期", wanted)] if wanted else []),
            ("现在的状态", own.shown.label),
        ],
    )


def done(verb: DepartureVerb, own: Departure) -> str:
    if verb is DepartureVerb.RECALL:
        return "已撤回终止见习的申请，见习照常进行。"
    return f"已提请{_office(own)}决定。结果会显示在本页；主管部门可能会与您和单位联系核实。"


_TITLES = {DepartureVerb.RECALL: "撤回终止见习的申请", DepartureVerb.APPEAL: "提请主管部门决定终止见习"}


def _objection(verb: DepartureVerb, own: Departure) -> str:
    """With the day from which on the office can be asked, where that is what is missing."""
    why = FLOW.objection(verb, own.facts, Role.PERSON)
    first = traineeship_notes.appeal_from(own.facts, periods.today(own.state_since))
    is_early = verb in FLOW.blocked(own.facts, Role.PERSON) and first > own.facts.today
    if verb is not DepartureVerb.APPEAL or not is_early:
        return why
    return f"{why}最早可以提请的日期是{spoken(first)}。"


def _recalls(own: Departure) -> tuple[str, ...]:
    return (
        "这次申请结束，不再办理，单位会看到您已撤回。",
        "见习照常进行，登记的见习期间不变。",
        "以后需要终止见习的，可以重新申请。",
    )


def _appeals(own: Departure) -> tuple[str, ...]:
    return (
        f"由{_office(own)}核实后决定是否终止见习；同意的，由其确定离岗日期，不需要单位的解除协议证明。",
        "单位不再审核这次申请，会看到您已提请主管部门。",
        "决定前见习照常进行；改变主意的，可以撤回。",
    )


def _office(own: Departure) -> str:
    return f"{region(own.placement.office)}人社部门"
