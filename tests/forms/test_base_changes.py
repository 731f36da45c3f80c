"""What a 变更申请 changes, as its offices read it."""

from dataclasses import replace

from jianxi.forms.base_changes import Attached, changes, compared, file_changes
from jianxi.forms.base_drafts import Draft, typed
from tests.cast_facts import BASE_FORM

BEFORE = typed(BASE_FORM)


def with_values(**values: str) -> Draft:
    return replace(BEFORE, values={**BEFORE.values, **values})


def test_a_changed_field_is_told_by_its_label_in_the_words_of_the_form() -> None:
    (change,) = changes(BEFORE, with_values(industry="I"))
    assert (change.label, change.before, change.after) == (
        "所属行业",
        ("制造业",),
        ("信息传输、软件和信息技术服务业",),
    )


def test_a_field_that_was_empty_has_nothing_before() -> None:
    (change,) = changes(with_values(capital=""), BEFORE)
    assert (change.label, change.before, change.after) == ("注册资本（万元）", (), ("500",))


def test_contacts_and_account_are_no_part_of_it() -> None:
    assert changes(BEFORE, with_values(contact="李娜", phone="13900139001", bank="中国银行")) == ()


def test_of_rows_only_those_that_differ_are_told() -> None:
    second = {**BEFORE.mentors[0], "name": "吴刚", "capacity": "4"}
    (change,) = changes(BEFORE, replace(BEFORE, mentors=(*BEFORE.mentors, second)))
    assert (change.label, change.before) == ("见习指导师资队伍情况", ())
    assert change.after == ("吴刚，男，45岁，本科，高级工程师，从业20年，可带4人",)


def test_rows_in_another_order_are_said_to_be_the_same() -> None:
    second = {**BEFORE.mentors[0], "name": "吴刚"}
    both = replace(BEFORE, mentors=(*BEFORE.mentors, second))
    (change,) = changes(both, replace(both, mentors=both.mentors[::-1]))
    assert (change.before, change.after) == ((), ("内容不变，顺序有调整",))


def test_one_of_two_equal_rows_taken_away_is_a_change() -> None:
    (change,) = changes(replace(BEFORE, mentors=BEFORE.mentors * 2), BEFORE)
    assert (len(change.before), change.after) == (1, ())


def test_a_submission_reviewed_as_a_whole_tells_contacts_and_files_too() -> None:
    old = (
        Attached("rules", "制度.pdf", "a"),
        Attached("papers", "执照.png", "b"),
        Attached("papers", "旧.png", "c"),
    )
    new = (
        Attached("rules", "制度.pdf", "d"),
        Attached("papers", "执照.png", "b"),
        Attached("papers", "新.png", "e"),
    )
    told = compared(BEFORE, with_values(contact="李娜"), (old, new))
    assert [(change.label, change.before, change.after) for change in told] == [
        ("联系人", ("王芳",), ("李娜",)),
        ("就业见习管理制度", ("制度.pdf",), ("制度.pdf（内容有更新）",)),
        ("单位证件信息", ("旧.png",), ("新.png",)),
    ]


def test_one_of_two_equal_files_taken_away_is_a_change() -> None:
    twice = (Attached("papers", "执照.png", "b"),) * 2
    (change,) = file_changes(twice, twice[:1])
    assert (change.before, change.after) == (("执照.png",), ())
