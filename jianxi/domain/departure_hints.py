"""Why a 离岗 cannot be begun or gone on with: what stands in the way, and what there is to do instead."""

from collections.abc import Mapping
from datetime import date

from jianxi.domain.periods import spoken
from jianxi.domain.placements import Duty


def not_requestable(duty: Duty | None, start: date, end: date) -> str:
    """To a person who is not on duty."""
    if duty is Duty.RETAINED:
        return kept(by_person=True)
    return "您目前不在岗，不能申请终止见习。" + {
        None: "上岗审核通过并上岗后，到见习结束日期之间可以申请。",
        Duty.AHEAD: f"见习从{spoken(start)}开始；上岗前决定不去的，可以放弃录用。",
        Duty.EXPIRED: f"见习期已于{spoken(end)}届满，不需要再申请。",
        Duty.LEFT: "您已经离岗，不需要再申请。",
    }.get(duty, "")


def not_recordable(duty: Duty | None, start: date) -> str:
    """To an employer about somebody who is not on duty."""
    if duty is Duty.RETAINED:
        return kept(by_person=False)
    return "此人目前不在岗，不能办理离岗登记。" + {
        None: "上岗审核通过并上岗后可以办理；不再见习的，可以取消录用。",
        Duty.AHEAD: f"见习从{spoken(start)}开始；上岗前不来的，可以取消录用。",
        Duty.LEFT: "离岗已经审核通过，不需要再办理。",
    }.get(duty, "")


def kept(*, by_person: bool) -> str:
    """About somebody with 留用登记: a person has one or the other."""
    if by_person:
        return "单位已为您办理留用，不能申请终止见习。对留用有异议的，请联系单位撤销留用。"
    return "此人已办理留用登记，不能办理离岗登记。留用有误的，请先撤销留用。"


def another(*, by_person: bool, is_approved: bool) -> str:
    """About another departure of the same placement."""
    if is_approved:
        return "离岗已审核通过，不能再办理。离岗日期或原因有误的，请联系主管部门撤销审核后更正。"
    own, theirs = "已有一个正在办理的离岗，不能再办理。", "请先办结，或撤销离岗登记、由本人撤回申请。"
    return own + ("请先撤回自己的申请，或联系单位办结、撤销。" if by_person else theirs)


def waits(allowed: int, waited: int) -> str:
    """To a person who would pass the employer over too early; both in working days."""
    return (
        f"单位有{allowed}个工作日办理，目前已过{waited}个，还不能提请主管部门。"
        f"再过{allowed - waited}个工作日可以提请，也可以联系单位尽快办理。"
    )


THEIRS = (
    "这次离岗由单位登记，不是本人的申请，不能撤回，也不能提请主管部门。"
    "如有异议，请联系单位撤销离岗登记，或向主管部门反映。"
)
NO_CERTIFICATE = (
    "这次离岗还没有生成解除协议证明，不能上传。请先修改离岗登记、确认离岗日期，再下载证明，签字盖章后上传。"
)
_OVER = "这次离岗已经{}，{}。"
_ENDED = {"approved": "审核通过", "recalled": "撤回或撤销", "lapsed": "失效"}


def _over(verbs: Mapping[str, str]) -> dict[tuple[str, str], str]:
    return {
        (verb, state): _OVER.format(ended, cannot)
        for verb, cannot in verbs.items()
        for state, ended in _ENDED.items()
    }


_REVIEWED = "解除协议证明正在审核，不能修改或撤销。审核不通过或撤销审核后可以进行。"
_AT_OFFICE = "本人已提请主管部门，正在等待主管部门决定，单位不能再{}。"
HINTS: dict[tuple[str, str], str] = {
    **_over(
        {
            "recall": "不能撤回",
            "consent": "不需要再审核",
            "refuse": "不需要再审核",
            "appeal": "不需要提请主管部门",
            "edit": "不能修改",
            "cancel": "不能撤销",
            "upload": "不需要上传证明",
            "approve": "不能再审核",
            "reject": "不能再审核",
        }
    ),
    ("consent", "waiting_office"): _AT_OFFICE.format("审核"),
    ("refuse", "waiting_office"): _AT_OFFICE.format("审核"),
    ("edit", "waiting_office"): _AT_OFFICE.format("修改"),
    ("cancel", "waiting_office"): _AT_OFFICE.format("撤销"),
    ("upload", "waiting_office"): "本人已提请主管部门，不需要上传解除协议证明。请等待主管部门决定。",
    ("refuse", "refused"): "您单位已作出不通过的决定。改变决定的，可以通过。",
    (
        "refuse",
        "waiting_certificate",
    ): "您单位已同意这次离岗，不能再不通过。离岗日期有误的，可以修改离岗登记。",
    ("consent", "waiting_certificate"): "您单位已同意这次离岗。离岗日期有误的，可以修改离岗登记。",
    ("edit", "waiting"): _REVIEWED,
    ("cancel", "waiting"): _REVIEWED,
    ("edit", "waiting_employer"): "这个申请还没有审核，请先在离岗审核中通过或不通过。",
    ("edit", "refused"): "您单位没有同意这个申请。改变决定的，请在离岗审核中通过。",
    ("appeal", "waiting"): "证明已上传，正在等待主管部门审核，不需要再提请。",
    ("appeal", "waiting_office"): "您已提请主管部门，请等待决定。",
    ("appeal", "rejected"): "主管部门审核不通过，不能再次提请。可以撤回后重新申请，或联系单位办理。",
    ("approve", "waiting_certificate"): "单位还没有上传解除协议证明，上传后可以审核。",
    ("reject", "waiting_certificate"): "单位还没有上传解除协议证明，上传后可以审核。",
    ("approve", "waiting_employer"): "这个申请正在等待单位审核，主管部门还不能决定。",
    ("reject", "waiting_employer"): "这个申请正在等待单位审核，主管部门还不能决定。",
    ("reopen", "waiting"): "这次离岗没有审核决定，不需要撤销审核。",
    ("reopen", "waiting_office"): "这次离岗没有审核决定，不需要撤销审核。",
}
