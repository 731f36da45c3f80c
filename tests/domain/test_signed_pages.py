"""Whether the QR codes on a scan say that it is the right paper."""

import pytest

from jianxi.domain.signed_pages import READ, UNREAD, Paper, code_in, objection, reading

CODE = "7K2M90QX41BDWWE8"
WANTED = Paper("agreement", 5, 2, "赵敏", 5)
CERTIFICATE = Paper("certificate", 9, 1, "赵敏", 5)
OTHERS = Paper("agreement", 8, 1, is_own=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"https://jianxi.example.cn/verify/{CODE}", CODE),
        (f"http://10.0.0.8:8000/jx/verify/{CODE}", CODE),
        (f" https://jianxi.example.cn/verify/{CODE}/ ", CODE),
        (f"https://jianxi.example.cn/verify/{CODE}?from=scan", CODE),
        (f"https://jianxi.example.cn/verify/{CODE}X", ""),
        (f"https://jianxi.example.cn/verify/{CODE[:15]}", ""),
        (f"https://jianxi.example.cn/verify/{CODE.lower()}", ""),
        (CODE, ""),
        ("wxp://f2f0abcdefgh", ""),
        ("", ""),
    ],
)
def test_only_an_address_as_our_papers_carry_it_has_a_code_whatever_the_host(text: str, code: str) -> None:
    assert code_in(text) == code


@pytest.mark.parametrize(
    ("found", "read", "fault"),
    [
        ([], UNREAD, ""),
        ([WANTED], READ, ""),
        ([WANTED, WANTED], READ, ""),
        ([OTHERS], UNREAD, "这不是本单位的协议，请核对后上传赵敏的协议"),
        ([WANTED, OTHERS], READ, "这不是本单位的协议，请核对后上传赵敏的协议"),
        ([CERTIFICATE], UNREAD, "这是解除就业见习协议证明，这里请上传赵敏的就业见习协议书"),
        ([Paper("base", 5, 2)], UNREAD, "这是就业见习基地申请表，这里请上传赵敏的就业见习协议书"),
        ([Paper("agreement", 8, 1, "钱进", 8)], UNREAD, "这是钱进的协议，这里请上传赵敏的协议"),
        ([Paper("agreement", 8, 1, "赵敏", 8)], UNREAD, "这是另一位赵敏的协议，这里请上传赵敏的协议"),
        (
            [Paper("agreement", 5, 1, "赵敏", 5)],
            UNREAD,
            "这是第1版协议，登记修改后已作废。请下载第2版，重新签字盖章后上传",
        ),
        (
            [Paper("agreement", 5, 3, "赵敏", 5)],
            UNREAD,
            "这是第3版协议，本页显示的是第2版。请刷新页面后再上传",
        ),
    ],
)
def test_what_is_ours_and_not_the_paper_waited_for_is_told_what_it_is(
    found: list[Paper], read: str, fault: str
) -> None:
    assert (reading(found, WANTED), objection(found, WANTED)) == (read, fault)


def test_the_certificate_of_an_earlier_departure_is_void() -> None:
    earlier = Paper("certificate", 4, 1, "赵敏", 5)
    said = "这是此前一次离岗的解除协议证明，已作废。请下载现在的解除协议证明，重新签字盖章后上传"
    assert objection([earlier], CERTIFICATE) == said
