"""查看完整号码 and the pictures of 身份证件信息 at 上岗审核: which office may look, and how the log calls it."""

from jianxi.domain.bases import office_of
from jianxi.domain.flow import Role
from jianxi.domain.placements import PlacementFacts, PlacementState

LOOK_AT_NUMBER = "look_at_number"
"""The verb in the log; `identity_pictures.LOOK` is that of a picture."""
_AT_REVIEW = frozenset({PlacementState.WAITING, PlacementState.APPROVED, PlacementState.REJECTED})


def may_look(facts: PlacementFacts, role: Role) -> bool:
    """The office that acts, once an agreement was sent to it: what it decides, or has decided and may take back."""
    return role is office_of(facts.base_level) and facts.state in _AT_REVIEW
