"""The town that is attacked: one of every kind of user, with what each of them works on."""

from dataclasses import dataclass

from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonKind, PersonViewer, Viewer
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG, base, employer, official, person, youth


@dataclass(frozen=True, slots=True)
class Town:
    """历下区 of 济南市, and strangers from elsewhere."""

    unit: EmployerViewer
    base: int
    """Of the unit, approved."""
    county: OfficialViewer
    city: OfficialViewer
    province: OfficialViewer
    other_unit: EmployerViewer
    other_county: OfficialViewer
    other_city: OfficialViewer
    youth: PersonViewer
    other_person: PersonViewer

    def who(self, name: str) -> Viewer | None:
        """By name; nobody for "anybody"."""
        return None if name == "anybody" else getattr(self, name)


async def settle() -> Town:
    unit, other = await employer(LIXIA), await employer(SHIZHONG)
    await base(other)
    return Town(
        unit=unit,
        base=await base(unit),
        county=await official(LIXIA),
        city=await official(JINAN),
        province=await official(SHANDONG),
        other_unit=other,
        other_county=await official(SHIZHONG),
        other_city=await official(ZAOZHUANG),
        youth=await youth(),
        other_person=await person(PersonKind.CURRENT_GRADUATE),
    )
