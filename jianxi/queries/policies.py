"""Parameters 参数 in force for a region on a day: entered values over the shipped ones."""

from dataclasses import dataclass, replace
from datetime import date

from jianxi.domain import cohorts, parameters, policy
from jianxi.domain.eligibility import Limits
from jianxi.domain.policy import Parameter, PolicyValue
from jianxi.domain.regions import chain
from jianxi.queries.regions import province
from jianxi.tables.policies import PolicyRow


@dataclass(frozen=True, slots=True)
class Policies:
    """All parameters as they stand for one region on one day. Money in 分."""

    day: date
    regions: tuple[str, ...]
    """Nearest first."""
    values: tuple[PolicyValue, ...]

    def of(self, region: str) -> "Policies":
        """The same day, as another region has it; nothing is read anew."""
        return replace(self, regions=_chain(region))

    @property
    def cohort(self) -> int:
        """应届届别; while nobody has set it, the calendar year."""
        entered = policy.in_force(parameters.COHORT, self.values, self.regions, self.day)
        return cohorts.current(None if entered is None else int(entered.value), self.day)

    @property
    def cohort_window(self) -> int:
        return self._whole(parameters.COHORT_WINDOW)

    @property
    def youth_from(self) -> int:
        """Age in years from which a youth may take part."""
        return self._whole(parameters.YOUTH_MIN_AGE)

    @property
    def youth_until(self) -> int:
        """Age in years that a youth must not have reached."""
        return self._whole(parameters.YOUTH_MAX_AGE)

    @property
    def limits(self) -> Limits:
        """The four above, as eligibility is asked with them."""
        return Limits(self.youth_from, self.youth_until, self.cohort, self.cohort_window)

    @property
    def placement_min_months(self) -> int:
        return self._whole(parameters.PLACEMENT_MIN_MONTHS)

    @property
    def placement_max_months(self) -> int:
        return self._whole(parameters.PLACEMENT_MAX_MONTHS)

    @property
    def backdating_days(self) -> int:
        """How many days 上岗日期 may lie before the first 录用上岗登记."""
        return self._whole(parameters.BACKDATING_DAYS)

    @property
    def appeal_working_days(self) -> int:
        """After so many a silent employer can be passed over (提请主管部门)."""
        return self._whole(parameters.APPEAL_WORKING_DAYS)

    @property
    def mentor_min_years(self) -> int:
        return self._whole(parameters.MENTOR_MIN_YEARS)

    @property
    def mentor_max_people(self) -> int:
        return self._whole(parameters.MENTOR_MAX_PEOPLE)

    @property
    def base_validity_years(self) -> int:
        """How long 审核通过 of a base holds, as filed with the province."""
        return self._whole(parameters.BASE_VALIDITY_YEARS)

    @property
    def headcount_share(self) -> int:
        """见习人数 over 职工人数 at most, in hundredths of a percent."""
        return self._whole(parameters.HEADCOUNT_SHARE)

    @property
    def short_retention_months(self) -> int:
        """A 留用 whose contract has no more whole months asks for a look; 0 is none."""
        return self._whole(parameters.SHORT_RETENTION_MONTHS)

    @property
    def county_position_city_review(self) -> bool:
        """区县级岗位需市级复审."""
        return policy.is_on(parameters.COUNTY_POSITION_CITY_REVIEW, self.values, self.regions, self.day)

    @property
    def officials_need_totp(self) -> bool:
        """主管部门账号须使用动态口令."""
        return policy.is_on(parameters.OFFICIALS_NEED_TOTP, self.values, self.regions, self.day)

    @property
    def identity_needs_code(self) -> bool:
        """姓名加身份证号登录须短信验证码."""
        return policy.is_on(parameters.IDENTITY_NEEDS_CODE, self.values, self.regions, self.day)

    @property
    def review_working_days(self) -> int:
        """After so many a review that still waits is reminded of."""
        return self._whole(parameters.REVIEW_WORKING_DAYS)

    @property
    def upload_reminder_days(self) -> int:
        """After so many days a missing 协议 or 证明 is reminded of."""
        return self._whole(parameters.UPLOAD_REMINDER_DAYS)

    @property
    def minimum_wage(self) -> int | None:
        """The county's, in 分 a month; None where nobody has entered it: nothing is guessed."""
        found = policy.in_force(parameters.MINIMUM_WAGE, self.values, self.regions, self.day)
        return None if found is None else int(found.value)

    def _whole(self, parameter: Parameter) -> int:
        return policy.whole(parameter, self.values, self.regions, self.day)


async def snapshot(region: str, day: date) -> Policies:
    """Of a region; of "" as the installation's province has it."""
    return Policies(day, _chain(region), await _entered())


async def in_force(key: str, region: str, day: date) -> PolicyValue | None:
    """The value with its source; None where there is none. Raises `Malformed` for an unknown key."""
    return policy.in_force(parameters.find(key), await _entered(), _chain(region), day)


def _chain(region: str) -> tuple[str, ...]:
    """Before somebody's place is known, the installation's province counts."""
    return chain(region or province())


async def _entered() -> tuple[PolicyValue, ...]:
    """In the order of entering. There are dozens, so they are read whole."""
    rows = await PolicyRow.raw("SELECT * FROM policy ORDER BY id")
    known = (row for row in rows if row["key"] in parameters.PARAMETERS)
    return tuple(
        PolicyValue(
            row["key"],
            row["region"],
            policy.parse_value(parameters.find(row["key"]), row["value"]),
            row["effective_from"],
            row["source"],
            row["entered_by"],
        )
        for row in known
    )
