"""参数 as offices read them: in which group each stands, and a sentence on what it does."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianxi.domain.parameters import PARAMETERS
from jianxi.domain.policy import Parameter


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list, and the keys below it in their order."""

    label: str
    keys: tuple[str, ...]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return tuple(PARAMETERS[key] for key in self.keys)


GROUPS = (
    Group("资格", ("cohort", "cohort_window", "youth_min_age", "youth_max_age")),
    Group("上岗", ("placement_min_months", "placement_max_months", "backdating_days")),
    Group("离岗与审核", ("appeal_working_days", "review_working_days", "upload_reminder_days")),
    Group(
        "补贴",
        (
            *("minimum_wage", "subsidy_rate", "retention_threshold", "retention_bonus"),
            *("retention_contract_months", "subsidy_cap_months", "part_month_method", "early_contract"),
            "insurance_subsidy",
        ),
    ),
    Group(
        "岗位与基地",
        (
            *("county_position_city_review", "base_validity_years"),
            *("mentor_min_years", "mentor_max_people", "headcount_share", "short_retention_months"),
        ),
    ),
    Group("安全", ("identity_needs_code", "officials_need_totp")),
)

DOES: Mapping[str, str] = {
    "cohort": "哪一届毕业生算应届。没有设置时，按当前年份。",
    "cohort_window": "应届之前的几届毕业生可以按往届毕业生参加见习。",
    "youth_min_age": "社会青年满多少周岁可以参加见习，按登录、报名和上岗登记当日计算。",
    "youth_max_age": "社会青年满该年龄当日起不能再报名，已上岗的不受影响。",
    "placement_min_months": "发布岗位和上岗登记时，见习期限不能短于该月数。",
    "placement_max_months": "发布岗位和上岗登记时，见习期限不能长于该月数。",
    "backdating_days": "单位补办上岗登记时，上岗日期最多可以早于首次登记多少天。",
    "appeal_working_days": "单位在该期限内没有答复离岗申请的，个人可以提请主管部门办理。",
    "review_working_days": "等待审核超过该期限的，提醒主管部门尽快办理。",
    "upload_reminder_days": "超过该天数仍未上传协议或证明的，提醒单位上传。",
    "minimum_wage": "各区县的月最低工资，是计算补贴和核对生活费的依据，按区县和日期设置。",
    "subsidy_rate": "每人每月补贴占当月最低工资标准的比例，按当月第一天的值计算。",
    "retention_threshold": "单位年度留用率达到该比例的，年度清算时提高补贴比例。",
    "retention_bonus": "达到所需留用率的，年度清算时补贴比例提高的百分点。",
    "retention_contract_months": "留用登记的劳动合同不短于该月数的，计入留用率。",
    "subsidy_cap_months": "每人从上岗日期起最多补贴的月数，按上岗日期当日的值计算。",
    "part_month_method": "当月见习天数不足整月时，补贴如何计算。",
    "early_contract": "见习期内提前签订劳动合同的，是否补贴到见习结束日期，按合同起始日期当日的值计算。",
    "insurance_subsidy": "每人每月的保险补贴，按当月见习天数的比例计算。",
    "county_position_city_review": "区县级岗位在区县审核通过后，是否还要由市级复审。",
    "base_validity_years": "见习基地认定后的有效年数，按认定当日的值计算。",
    "headcount_share": "见习人数占单位职工人数的比例，超过时提请审核人员留意。",
    "short_retention_months": "留用登记的劳动合同满月数不多于该值的，提请审核人员留意；设为0时不提示。",
    "mentor_min_years": "见习指导师从业年限少于该年数的，提请审核人员留意。",
    "mentor_max_people": "每名见习指导师带教人数超过该数的，提请审核人员留意。",
    "identity_needs_code": "个人以姓名和身份证号登录时，是否还要输入短信验证码。没有开通短信时不起作用。",
    "officials_need_totp": "主管部门工作人员登录时，是否还要输入动态口令。没有绑定的，下次登录时须先绑定。",
}
