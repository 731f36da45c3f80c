"""What an invariant is: a question to the database that answers the records of which it does not hold."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

WORDS = {
    "account": "账号",
    "allowance_raise": "生活费调整",
    "agreement_file": "上传的协议书",
    "application": "报名",
    "base": "见习基地",
    "base_file": "见习基地的附件",
    "base_version": "见习基地申请的提交",
    "certificate_file": "上传的解除协议证明",
    "departure": "离岗",
    "employer": "单位",
    "filed_base": "备案的基地",
    "filing": "备案",
    "filing_round": "备案的报送",
    "graduate": "生源信息",
    "identity_case": "身份冲突",
    "insurance": "保险",
    "intention": "见习意向",
    "log_entry": "操作日志",
    "official": "工作人员",
    "paper": "文书",
    "person": "个人",
    "placement": "上岗",
    "position": "见习岗位",
    "retention": "留用",
    "roster": "花名册",
    "roster_line": "花名册的一行",
    "roster_month": "花名册的一个月",
    "roster_question": "花名册的问题",
    "roster_round": "花名册的报送",
    "session": "登录状态",
    "stored_file": "文件",
}
"""How the sentence calls a row of each table."""


def always(row: Mapping[str, Any]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Invariant:
    """Named for the log of an operator. `query` has two places to fill, the bounds of ids (above the first, up to the
    second), answers a column `id` of `table`, and reads alike on both databases. One statement sees one moment, so that
    what is being written meanwhile is never taken for a fault."""

    name: str
    table: str
    wrong: str
    """What is wrong where it does not hold, in Chinese and without personal data."""
    query: str
    broken: Callable[[Mapping[str, Any]], bool] = always
    """What the database cannot compute itself: a seal, a digest. True for a row that does not hold."""
    looked_into: Callable[[Mapping[str, Any]], Awaitable[bool]] | None = None
    """The same for what takes more statements, of rows that nothing changes any more once they are there."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A record of which an invariant does not hold."""

    invariant: Invariant
    id: int

    @property
    def sentence(self) -> str:
        return f"{WORDS[self.invariant.table]} {self.id}：{self.invariant.wrong}（{self.invariant.name}）"


def within(column: str) -> str:
    """The two places, for the ids of this column."""
    return f"{column} > {{}} AND {column} <= {{}}"


def each(name: str, table: str, wrong: str, condition: str, joined: str = "") -> Invariant:
    """One whose rows, called `r`, are broken where the condition holds."""
    query = f"SELECT r.id FROM {table} r {joined} WHERE {within('r.id')} AND ({condition})"
    return Invariant(name, table, wrong, query)
