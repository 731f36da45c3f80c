"""What is said when something cannot be done to a 花名册 in its state, and the way round."""

from collections.abc import Callable, Mapping
from typing import Protocol

from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import GENERAL_REFUSAL, Role

_SENT = "这份花名册已报送，正在等待主管部门审核，"
_ACCEPTED = "这份花名册已经接受，"


class Known(Protocol):
    """What a sentence looks at."""

    @property
    def base_level(self) -> BaseLevel: ...


def _not_yours(facts: Known, role: Role) -> str:
    """To the office that reads what the other one decides."""
    office = office_of(facts.base_level)
    if role is office or role not in (Role.COUNTY, Role.CITY):
        return GENERAL_REFUSAL
    whose = "区县" if office is Role.COUNTY else "市"
    return f"该单位的花名册由{whose}人社部门审核，您可以查看，不能办理。"


HINTS: Mapping[tuple[str, str], str | Callable[[Known, Role], str]] = {
    ("submit", "sent"): f"{_SENT}不需要再报送。需要修改时，请联系主管部门退回。",
    ("submit", "accepted"): f"{_ACCEPTED}不能再报送。内容有误的，请办理更正。",
    ("discard", "sent"): f"{_SENT}不能删除。需要修改时，请联系主管部门退回。",
    ("discard", "returned"): "这份花名册已报送过，不能删除。请修改后重新报送，接受后即办结。",
    ("discard", "accepted"): f"{_ACCEPTED}不能删除。内容有误的，请办理更正。",
    ("accept", "sent"): _not_yours,
    ("accept", "returned"): "这份花名册已退回，不能接受。单位修改后会重新报送。",
    ("accept", "accepted"): f"{_ACCEPTED}不需要再接受。",
    ("return", "sent"): _not_yours,
    ("return", "returned"): "这份花名册已经退回，单位修改后会重新报送。",
    ("return", "accepted"): f"{_ACCEPTED}不能退回。内容有误的，请办理更正。",
    ("correct", "draft"): "这份花名册还没有报送，可以直接修改，不需要更正。",
    ("correct", "sent"): f"{_SENT}不能更正。主管部门可以退回，由单位修改后重新报送。",
    ("correct", "returned"): "这份花名册已退回，可以修改后重新报送，不需要更正。",
    ("correct", "accepted"): _not_yours,
}
