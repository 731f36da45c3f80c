"""Who is looking: what `visible_to` and every service take instead of a request."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.flow import Role


class PersonKind(StrEnum):
    """个人: 应届毕业生, 往届毕业生, 社会青年."""

    CURRENT_GRADUATE = "current_graduate"
    EARLIER_GRADUATE = "earlier_graduate"
    YOUTH = "youth"


@dataclass(frozen=True, slots=True)
class Anyone:
    """No account."""


@dataclass(frozen=True, slots=True)
class EmployerViewer:
    """单位, signed in."""

    account: int
    employer: int
    name: str


@dataclass(frozen=True, slots=True)
class PersonViewer:
    """个人, signed in. `person` is None while the session is provisional: no row is written before the intention form."""

    person: int | None
    kind: PersonKind
    name: str
    by_identity: bool
    """Signed in by name and ID number alone: stored contact data stay masked."""


@dataclass(frozen=True, slots=True)
class OfficialViewer:
    """主管部门工作人员: one office is one region; its level is the role."""

    account: int
    official: int
    name: str
    role: Role
    region: str
    office: str


Viewer = Anyone | EmployerViewer | PersonViewer | OfficialViewer


def role_of(viewer: Viewer) -> Role:
    """In which role the tables of moves know somebody; nobody in particular is a person there, too."""
    match viewer:
        case OfficialViewer(role=role):
            return role
        case EmployerViewer():
            return Role.EMPLOYER
    return Role.PERSON
