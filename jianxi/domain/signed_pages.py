"""Signed and stamped pages (上传协议, 上传解除协议证明): whether the QR codes on a scan say that it is the right paper."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.paper_codes import ALPHABET, LENGTH

MOST_FILES = 20
READ, UNREAD = "read", ""
"""What is kept of a file: our code was found on it and is the right one; or none of ours was read."""


class SignedKind(StrEnum):
    """The papers that come back signed: 就业见习协议书, 解除就业见习协议证明. Values as `paper.kind`."""

    AGREEMENT = "agreement"
    CERTIFICATE = "certificate"


TITLES: dict[str, str] = {
    SignedKind.AGREEMENT: "就业见习协议书",
    SignedKind.CERTIFICATE: "解除就业见习协议证明",
}
WORDS: dict[str, str] = {SignedKind.AGREEMENT: "协议", SignedKind.CERTIFICATE: "解除协议证明"}
_OTHERS: dict[str, str] = {**TITLES, "base": "就业见习基地申请表"}
_CODE = re.compile(rf"/verify/([{re.escape(ALPHABET)}]{{{LENGTH}}})/?(?:[?#]\S*)?$")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a code leads to. `name` is its person's, empty where it is another employer's; `placement` is 0 where
    it belongs to none."""

    kind: str
    record: int
    version: int
    name: str = ""
    placement: int = 0
    is_own: bool = True


def code_in(text: str) -> str:
    """The 核验码 of an address as our papers carry it; "" for every other text. Installations move: the host says nothing,
    and a code that no paper has leads nowhere."""
    found = _CODE.search(text.strip())
    return found.group(1) if found else ""


def reading(found: Iterable[Paper], wanted: Paper) -> str:
    return READ if any(_is_same(each, wanted) for each in found) else UNREAD


def objection(found: Sequence[Paper], wanted: Paper) -> str:
    """Why a file with these papers' codes is not the one that is waited for; "" when none of them speaks against it."""
    return next((_fault(each, wanted) for each in found if not _is_same(each, wanted)), "")


def _is_same(paper: Paper, wanted: Paper) -> bool:
    return (paper.kind, paper.record, paper.version) == (wanted.kind, wanted.record, wanted.version)


def _fault(paper: Paper, wanted: Paper) -> str:
    kind = wanted.kind
    word, title = WORDS[kind], TITLES[kind]
    if not paper.is_own:
        return f"这不是本单位的{word}，请核对后上传{wanted.name}的{word}"
    if paper.kind != kind:
        return f"这是{_OTHERS.get(paper.kind, '其他文书')}，这里请上传{wanted.name}的{title}"
    if paper.placement != wanted.placement:
        whose = f"另一位{paper.name}" if paper.name == wanted.name else paper.name
        return f"这是{whose}的{word}，这里请上传{wanted.name}的{word}"
    if paper.record != wanted.record:
        return f"这是此前一次离岗的{word}，已作废。请下载现在的{word}，重新签字盖章后上传"
    if paper.version > wanted.version:
        return f"这是第{paper.version}版{word}，本页显示的是第{wanted.version}版。请刷新页面后再上传"
    return f"这是第{paper.version}版{word}，登记修改后已作废。请下载第{wanted.version}版，重新签字盖章后上传"
