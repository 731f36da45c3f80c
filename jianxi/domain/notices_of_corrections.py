"""通知 that an accepted 花名册 needs a 更正: after which moves, to whom, and in which sentences."""

from collections.abc import Mapping

from jianxi.domain.notice_lines import Audience, Line

A = Audience
_NEEDED, _MAYBE = "已接受的花名册需要更正", "已接受的花名册可能需要更正"
_CORRECT = "请核对后办理更正；更正接受以前，原来的一版仍然有效。"
_CHECK = "请打开花名册核对；补贴有变化、单位没有办理更正的，可以提出更正。"
_SETTLED = "年度清算需要更正"

TOUCHING: Mapping[tuple[str, str], tuple[Line, ...]] = {
    ("departure", "approve"): (
        Line(A.EMPLOYER, _NEEDED, "{name}的离岗审核通过后，{touched}与记录不再相符。", _CORRECT),
    ),
    ("retention", "record"): (
        Line(A.OFFICE, _MAYBE, "{unit}为{name}办理了留用登记，涉及已接受的{touched}。", _CHECK),
    ),
    ("retention", "edit"): (
        Line(A.OFFICE, _MAYBE, "{unit}修改了{name}的留用登记，涉及已接受的{touched}。", _CHECK),
    ),
    ("placement", "raise_allowance"): (
        Line(A.OFFICE, _MAYBE, "{unit}调整了{name}的见习期间生活费，涉及已接受的{touched}。", _CHECK),
    ),
    ("roster", "accept"): (
        Line(A.EMPLOYER, _SETTLED, "{roster}已接受，{touched}仍按更正前的金额清算。", _CORRECT),
        Line(A.OFFICE, _SETTLED, "{unit}的{roster}已接受，{touched}仍按更正前的金额清算。", _CHECK),
    ),
}
"""By noun and verb of the move after which it is told."""

_OPEN = "Nothing is decided: while it is open, months of new rosters are 待定, and accepted ones stay as they are."
_ROSTERED = "What is in an accepted roster cannot be undone unless its 更正 is open, which is computed anew."
_UNAPPROVED = "What has not passed is 不予补贴 before and after."
_PENDING = "What waited for it is 待定 in the roster, which says so, and comes in by 更正."
_OWN = "It is about the roster itself, whose notices say so."

STEADY: Mapping[tuple[str, str], str] = {
    **{("departure", verb): _OPEN for verb in ("request", "consent", "refuse", "appeal", "record", "edit")},
    **{("departure", verb): _OPEN for verb in ("upload", "reject")},
    **{("departure", verb): _PENDING for verb in ("recall", "cancel", "lapse")},
    ("departure", "reopen"): _ROSTERED,
    ("retention", "revoke"): _ROSTERED,
    **{("placement", verb): _ROSTERED for verb in ("reopen", "cancel")},
    **{("placement", verb): _UNAPPROVED for verb in ("record", "edit", "upload", "reject")},
    ("placement", "approve"): "Until then its months are 不予补贴 with that reason, and come in by 更正.",
    **{("roster", verb): _OWN for verb in ("prepare", "discard", "submit", "return", "correct", "begin")},
}
"""Moves after which nothing of the kind is told, with the reason."""
