"""The words of states and actions are the contract of PRODUCT.md; their shapes are those of the design."""

from datetime import date, datetime

import pytest

from jianxi.domain import deeds, labels
from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import Role
from jianxi.domain.periods import SHANGHAI

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("noun", "state", "word", "shape"),
    [
        ("base", "draft", "草稿", "draft"),
        ("base", "waiting_county", "等待审核（区县）", "wait"),
        ("base", "waiting_city", "等待审核（市级）", "wait"),
        ("base", "approved", "审核通过", "pass"),
        ("base", "rejected", "审核不通过", "fail"),
        ("base", "suspended", "已暂停", ""),
        ("base", "revoked", "已取消资格", "fail"),
        ("filing", "received", "已接收", "pass"),
        ("position", "approved", "审核通过（未发布）", "pass"),
        ("position", "published", "发布中", "live"),
        ("position", "withdrawn", "单位已撤销", ""),
        ("position", "closed", "已截止", ""),
        ("position", "full", "已满", ""),
        ("application", "waiting", "等待审核", "wait"),
        ("application", "accepted", "审核通过", "pass"),
        ("application", "withdrawn", "已撤销", ""),
        ("application", "cancelled", "已取消", ""),
        ("placement", "unsigned", "待上传协议", "todo"),
        ("placement", "ahead", "待上岗", "wait"),
        ("placement", "on_duty", "在岗", "live"),
        ("placement", "expired", "见习期满", ""),
        ("placement", "left", "已离岗", ""),
        ("placement", "retained", "已留用", "pass"),
        ("departure", "waiting_employer", "等待单位审核", "wait"),
        ("departure", "refused", "单位未同意", "fail"),
        ("departure", "waiting_office", "等待主管部门", "wait"),
        ("departure", "waiting_certificate", "待上传证明", "todo"),
        ("departure", "recalled", "已撤回", ""),
        ("departure", "lapsed", "已失效", ""),
        ("roster", "sent", "已报送", "wait"),
        ("roster", "returned", "已退回", "fail"),
        ("roster", "accepted", "已接受", "pass"),
    ],
)
def test_a_state_has_its_word_and_its_shape(noun: str, state: str, word: str, shape: str) -> None:
    assert labels.shown(noun, state) == labels.Shown(state, word, shape)


@pytest.mark.parametrize(
    ("noun", "verb", "button"),
    [
        ("base", "submit", "确认提交"),
        ("position", "publish", "确认发布"),
        ("position", "reopen", "确认撤销审核"),
        ("position", "reject", "确认审核不通过"),
        ("application", "apply", "确认报名"),
        ("placement", "record", "确认录用上岗登记"),
        ("filing", "receive", "确认接收"),
    ],
)
def test_the_second_button_confirms_the_action(noun: str, verb: str, button: str) -> None:
    assert labels.confirm(noun, verb) == button


@pytest.mark.parametrize(
    ("noun", "verb", "word"),
    [
        ("base", "save", "保存草稿"),
        ("base", "amend", "变更申请"),
        ("position", "republish", "申请重新发布"),
        ("position", "extend", "延长报名"),
        ("application", "switch", "改报"),
        ("application", "decline", "放弃录用"),
        ("placement", "raise_allowance", "生活费调整"),
        ("departure", "request", "申请终止见习"),
        ("departure", "upload", "上传解除协议证明"),
        ("retention", "revoke", "撤销留用"),
        ("roster", "correct", "更正"),
    ],
)
def test_an_action_has_its_word(noun: str, verb: str, word: str) -> None:
    assert labels.verb(noun, verb) == word


def test_who_came_second_reads_who_was_first_when_and_what_they_did() -> None:
    at = datetime(2026, 11, 23, 10, 32, tzinfo=SHANGHAI)

    clause = deeds.done("position", "approve", "李建国", at, TODAY)

    assert deeds.not_done(clause) == "您的操作未执行。李建国已于10:32审核通过该岗位，本行已更新为最新内容。"
    assert deeds.not_done(clause, deeds.UPDATED_PAGE).endswith("审核通过该岗位，本页已更新为最新内容。")


def test_a_decision_of_another_day_is_told_with_its_date() -> None:
    at = datetime(2026, 11, 20, 9, 5, tzinfo=SHANGHAI)

    clause = deeds.done("application", "withdraw", "王芳", at, TODAY)

    assert clause == "王芳已于2026年11月20日09:05撤销该报名"


def test_levels_and_roles_have_words() -> None:
    assert [labels.level(level) for level in BaseLevel] == ["区县级", "市级"]
    assert [labels.role(role) for role in Role] == ["单位", "个人", "区县", "市级", "省厅"]
