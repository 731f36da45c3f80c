"""What a printed 就业见习基地申请表 is worth today: whether what it says is in force, in the words of its verification."""

from dataclasses import dataclass

from jianxi.domain.bases import BaseState

IN_FORCE, SUSPENDED, REVOKED = "审核通过", "已暂停", "已取消资格"
WAITING, REJECTED = "审核中，尚未生效", "未通过"


@dataclass(frozen=True, slots=True)
class Printed:
    """One submission of a base, and where the base stands."""

    number: int
    level: str
    """基地级别 that the city confirmed with it; empty while it has not, or has undone it."""
    state: str
    newest: int
    in_force: int
    """The submission whose content is in force, 0 while none is."""
    amendment_state: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether 「草稿」 is printed: the city has not approved it."""
        return not self.level

    @property
    def standing(self) -> str:
        """For whoever verifies the paper."""
        if self.number == self.in_force:
            return _OF_BASE.get(self.state, IN_FORCE)
        if self.level:
            return f"已被第{self.in_force or self.newest}次提交取代"
        if self.number < self.newest:
            return REJECTED
        return _OF_NEWEST.get(self.amendment_state or self.state, REJECTED)


_OF_BASE: dict[str, str] = {BaseState.SUSPENDED: SUSPENDED, BaseState.REVOKED: REVOKED}
_OF_NEWEST: dict[str, str] = {
    BaseState.WAITING_COUNTY: WAITING,
    BaseState.WAITING_CITY: WAITING,
    BaseState.REVOKED: REVOKED,
}
