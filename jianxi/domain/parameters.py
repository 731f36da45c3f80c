"""Which parameters 参数 there are, and the values that are shipped with their sources."""

from dataclasses import replace
from datetime import date

from jianxi.domain.policy import Kind, Parameter, PolicyValue, Value
from jianxi.domain.regions import Level
from jianxi.domain.texts import Malformed

ALWAYS = date(1900, 1, 1)
SHANDONG = "370000"
MANUAL = "操作手册"
RULES = "系统默认"
NOTICE_2019 = "鲁人社字〔2019〕72号"
NOTICE_2022 = "关于进一步加强青年就业见习工作的通知（2022年）"
WAGES_2025 = "鲁政字〔2025〕140号"

_TIER_1 = (
    *("370102", "370103", "370104", "370105", "370112"),
    *("370202", "370203", "370211", "370212", "370213", "370214", "370215"),
    *("370302", "370303", "370305"),
)
_TIER_2 = ("370113", "370114", "370115", "370116", "370117", "370124", "370126")


def _dated(key: str, *dated: tuple[date, Value, str], region: str = "") -> tuple[PolicyValue, ...]:
    return tuple(PolicyValue(key, region, value, begins, source) for begins, value, source in dated)


def _count(
    key: str, label: str, unit: str, shipped: int, span: tuple[int, int], source: str = MANUAL
) -> Parameter:
    """A whole number that has always stood at the shipped value and holds for the whole province."""
    return Parameter(key, label, Kind.WHOLE, unit, _dated(key, (ALWAYS, shipped, source)), *span)


def _by_city(parameter: Parameter) -> Parameter:
    return replace(parameter, levels=(Level.PROVINCE, Level.CITY))


def _share(key: str, label: str, *dated: tuple[date, Value, str], region: str = SHANDONG) -> Parameter:
    return _by_city(Parameter(key, label, Kind.SHARE, "", _dated(key, *dated, region=region), 0, 10_000))


def _switch(key: str, label: str, *dated: tuple[date, Value, str]) -> Parameter:
    return _by_city(Parameter(key, label, Kind.SWITCH, shipped=_dated(key, *dated)))


def _wages() -> tuple[PolicyValue, ...]:
    """Only counties whose tier was seen in the notice; for the others an office enters its figure."""
    begins = date(2025, 10, 1)
    figures = [(code, 240_000) for code in _TIER_1] + [(code, 221_000) for code in _TIER_2]
    return tuple(PolicyValue("minimum_wage", code, wage, begins, WAGES_2025) for code, wage in figures)


COHORT = Parameter("cohort", "应届届别", Kind.WHOLE, "届", (), 2000, 2100)
"""Nothing is shipped: while unset, the current cohort is the calendar year (`cohorts.current`)."""
COHORT_WINDOW = _count("cohort_window", "往届毕业生届数", "届", 3, (0, 10))
YOUTH_MIN_AGE = _count("youth_min_age", "社会青年最低年龄", "周岁", 16, (14, 60))
YOUTH_MAX_AGE = _count("youth_max_age", "社会青年年龄上限（未满）", "周岁", 25, (15, 61))
PLACEMENT_MIN_MONTHS = _by_city(
    _count("placement_min_months", "见习最短期限", "个月", 3, (1, 24), NOTICE_2019)
)
PLACEMENT_MAX_MONTHS = _by_city(
    _count("placement_max_months", "见习最长期限", "个月", 12, (1, 24), NOTICE_2019)
)
BACKDATING_DAYS = _by_city(
    _count("backdating_days", "上岗日期可早于首次登记的天数", "天", 30, (0, 366), RULES)
)
APPEAL_WORKING_DAYS = _by_city(
    _count("appeal_working_days", "可提请主管部门前的等待期", "个工作日", 5, (1, 60), RULES)
)
MENTOR_MIN_YEARS = _by_city(_count("mentor_min_years", "见习指导师最低从业年限", "年", 2, (0, 30), RULES))
MENTOR_MAX_PEOPLE = _by_city(_count("mentor_max_people", "见习指导师可带人数上限", "人", 5, (1, 100), RULES))
BASE_VALIDITY_YEARS = _by_city(
    _count(
        "base_validity_years", "见习基地认定有效期", "年", 3, (1, 20), "人社部等2006年通知，济南市2009年办法"
    )
)
HEADCOUNT_SHARE = _share(
    "headcount_share", "见习人数占职工人数比例上限", (ALWAYS, 3_000, "青岛市2016年办法等"), region=""
)
SHORT_RETENTION_MONTHS = _by_city(
    _count("short_retention_months", "留用合同较短的提示月数", "个月", 1, (0, 12), RULES)
)
COUNTY_POSITION_CITY_REVIEW = _switch(
    "county_position_city_review", "区县级岗位需市级复审", (ALWAYS, True, MANUAL)
)
REVIEW_WORKING_DAYS = _by_city(_count("review_working_days", "审核办理期限", "个工作日", 5, (1, 60), RULES))
UPLOAD_REMINDER_DAYS = _by_city(
    _count("upload_reminder_days", "未上传协议或证明的提醒期限", "天", 7, (1, 90), RULES)
)
IDENTITY_NEEDS_CODE = Parameter(
    "identity_needs_code",
    "姓名加身份证号登录须短信验证码",
    Kind.SWITCH,
    shipped=_dated("identity_needs_code", (ALWAYS, False, RULES)),
)
OFFICIALS_NEED_TOTP = _switch("officials_need_totp", "主管部门账号须使用动态口令", (ALWAYS, False, RULES))

SUBSIDY_RATE = _share(
    "subsidy_rate",
    "见习补贴比例",
    (date(2019, 1, 1), 5_000, NOTICE_2019),
    (date(2022, 1, 1), 6_000, NOTICE_2022),
)
RETENTION_THRESHOLD = _share(
    "retention_threshold",
    "提高补贴比例所需留用率",
    (date(2019, 1, 1), 7_000, NOTICE_2019),
    (date(2022, 1, 1), 5_000, NOTICE_2022),
)
RETENTION_BONUS = replace(
    _share("retention_bonus", "达到留用率后提高的补贴比例", (date(2019, 1, 1), 1_000, NOTICE_2019)),
    unit="个百分点",
)
RETENTION_CONTRACT_MONTHS = _by_city(
    _count("retention_contract_months", "计入留用率的劳动合同最短期限", "个月", 12, (1, 60), RULES)
)
SUBSIDY_CAP_MONTHS = _by_city(_count("subsidy_cap_months", "补贴最长月数", "个月", 12, (1, 24), NOTICE_2019))
EARLY_CONTRACT = _switch(
    "early_contract",
    "提前签订劳动合同补贴剩余期限",
    (date(2020, 1, 1), True, "七部门就业见习通知（2020年）"),
    (date(2024, 1, 1), False, "百万就业见习岗位募集计划（2023年），期限至2023年底"),
)
PART_MONTH_METHOD = _by_city(
    Parameter(
        "part_month_method",
        "不足整月的计算方法",
        Kind.CHOICE,
        shipped=_dated("part_month_method", (ALWAYS, "by_day", NOTICE_2022)),
        choices=(("by_day", "按天"), ("from_15_days", "满15天按整月"), ("full_months", "仅计整月")),
    )
)
INSURANCE_SUBSIDY = _by_city(
    Parameter(
        "insurance_subsidy",
        "保险补贴（每人每月）",
        Kind.MONEY,
        "元",
        _dated("insurance_subsidy", (ALWAYS, 0, RULES)),
        0,
        100_000,
    )
)
MINIMUM_WAGE = Parameter(
    "minimum_wage", "最低工资标准", Kind.MONEY, "元", _wages(), 10_000, 10_000_000, levels=(Level.COUNTY,)
)

_ALL = (
    COHORT,
    COHORT_WINDOW,
    YOUTH_MIN_AGE,
    YOUTH_MAX_AGE,
    PLACEMENT_MIN_MONTHS,
    PLACEMENT_MAX_MONTHS,
    BACKDATING_DAYS,
    APPEAL_WORKING_DAYS,
    MENTOR_MIN_YEARS,
    MENTOR_MAX_PEOPLE,
    BASE_VALIDITY_YEARS,
    HEADCOUNT_SHARE,
    SHORT_RETENTION_MONTHS,
    COUNTY_POSITION_CITY_REVIEW,
    OFFICIALS_NEED_TOTP,
    IDENTITY_NEEDS_CODE,
    REVIEW_WORKING_DAYS,
    UPLOAD_REMINDER_DAYS,
    SUBSIDY_RATE,
    RETENTION_THRESHOLD,
    RETENTION_BONUS,
    RETENTION_CONTRACT_MONTHS,
    SUBSIDY_CAP_MONTHS,
    EARLY_CONTRACT,
    PART_MONTH_METHOD,
    INSURANCE_SUBSIDY,
    MINIMUM_WAGE,
)
PARAMETERS = {parameter.key: parameter for parameter in _ALL}
"""All of the above by key, in the order in which they are listed to an administrator."""


def find(key: str) -> Parameter:
    """The parameter of that name; raises `Malformed` with the names there are."""
    if key not in PARAMETERS:
        raise Malformed(f"没有名为“{key}”的参数，可用的参数：" + "、".join(PARAMETERS))
    return PARAMETERS[key]
