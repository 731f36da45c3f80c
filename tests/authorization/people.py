"""Every kind of user that the authorization harness knows, and whose desk each may enter."""

from dataclasses import dataclass

from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonKind, Viewer
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG, employer, official, person, youth

NOBODY = frozenset({"nobody"})
UNITS = frozenset({"unit_new", "unit_county", "unit_city"})
"""Without a base, and with bases of both levels, all of 历下区."""
PEOPLE = frozenset({"current_graduate", "earlier_graduate", "youth"})
PROVISIONAL = frozenset({"provisional"})
COUNTIES = frozenset({"county", "other_county"})
"""历下区 and 市中区, both of 济南市."""
CITIES = frozenset({"city", "other_city"})
"""济南市 and 枣庄市."""
PROVINCE = frozenset({"province"})
OFFICES = COUNTIES | CITIES | PROVINCE
KINDS = tuple(sorted(NOBODY | UNITS | PEOPLE | PROVISIONAL | OFFICES))
DESKS = {"employer": UNITS, "applicant": PEOPLE | PROVISIONAL, "authority": OFFICES}


@dataclass(frozen=True, slots=True)
class Everybody:
    """By kind; nobody and the provisional person have no row and so no viewer of the cast."""

    by_kind: dict[str, Viewer]

    def __getitem__(self, kind: str) -> Viewer:
        return self.by_kind[kind]

    def account(self, kind: str) -> int:
        """Of a kind that has one."""
        viewer = self.by_kind[kind]
        assert isinstance(viewer, EmployerViewer | OfficialViewer)
        return viewer.account


async def gather() -> Everybody:
    return Everybody(
        {
            "unit_new": await employer(LIXIA, "历下新注册有限公司"),
            "unit_county": await employer(LIXIA, "历下精密机床有限公司"),
            "unit_city": await employer(LIXIA, "历下光电科技有限公司"),
            "current_graduate": await person(PersonKind.CURRENT_GRADUATE, "欧阳䶮"),
            "earlier_graduate": await person(PersonKind.EARLIER_GRADUATE, "阿依古丽·买买提"),
            "youth": await youth("司徒㛃"),
            "county": await official(LIXIA, "历下经办人"),
            "other_county": await official(SHIZHONG, "市中经办人"),
            "city": await official(JINAN, "济南经办人"),
            "other_city": await official(ZAOZHUANG, "枣庄经办人"),
            "province": await official(SHANDONG, "省厅经办人"),
        }
    )
