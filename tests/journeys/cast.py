"""Who takes part in the journeys, and what they write into the forms."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import citizen_id, credit_code

PASSWORD = "晴天 散步 42 公里呀"

OFFICIALS = {
    "lixia": ("370102", "李建国"),
    "huaiyin": ("370104", "韩冰"),
    "jinan": ("370100", "张敏"),
    "zaozhuang": ("370400", "宋涛"),
    "shandong": ("370000", "高远"),
}
"""Login name → office and name. 历下区 and 济南市 decide; the others are strangers."""


@dataclass(frozen=True)
class Human:
    """Somebody who looks for a traineeship."""

    name: str
    id_number: str
    cohort: int = 0
    school: str = ""


GRADUATE = Human("林晓䶮", citizen_id.compose("370102", date(2004, 3, 8), 122), 2026, "山东大学（威海）")
EARLIER = Human("赵雨桐", citizen_id.compose("370103", date(2001, 7, 19), 245), 2024, "济南大学")
YOUTH = Human("买买提·艾力", citizen_id.compose("370102", date(2006, 1, 15), 31))


@dataclass(frozen=True)
class Unit:
    """An employer before it registers."""

    name: str
    login: str
    sequence: int
    level: str = "区县级"

    @property
    def credit_code(self) -> str:
        return credit_code.compose("370102", self.sequence)


SOFTWARE = Unit("济南云河软件有限公司", "yunhe", 501)
FACTORY = Unit("济南泉城精工有限公司", "quancheng", 502, "市级")

BASE_FACTS = {
    "单位性质": "企业",
    "所属行业": "信息传输、软件和信息技术服务业",
    "详细地址": "文化东路1号",
    "成立日期": "2012-05-01",
    "注册资本（万元）": "500",
    "法定代表人": "孙立",
    "职工人数": "１２０",
    "联系人": "王芳",
    "联系手机": "13800138000",
    "每年可提供岗位数": "20",
    "单位简介": "本单位从事软件开发，设备齐全，有多年带教经验，每年接收毕业生见习并安排专人指导。",
}
NEED = {"年度": "2026", "专业": "软件工程", "学历": "本科", "需求人数": "5"}
MENTOR = {
    "姓名": "周强",
    "性别": "男",
    "年龄": "45",
    "学历": "本科",
    "职务/职称": "高级工程师",
    "从业年限": "20",
    "可带人数": "3",
}
POSITION = {
    "岗位类别": "技术技能类",
    "学历要求": "本科",
    "见习期限（月）": "6",
    "月生活费（元）": "2600",
    "工作地点（市）": "济南市",
    "工作地点（区县）": "历下区",
    "详细地址": "文化东路1号",
    "岗位职责": "在指导教师带领下编写测试用例。",
    "指导教师": "周强",
    "报名截止日期": "2026-12-15",
    "联系人": "王芳",
    "联系电话": "0531-88880000",
}
WISHES = {"意向岗位": "软件测试", "意向地区": "济南市历下区", "自我介绍": "愿意学习，能吃苦。"}
CONTACT = {"户籍所在地": "济南市历下区", "通讯地址": "济南市历下区经十路1号", "联系手机": "13900139000"}
YOUTH_FACTS = {"民族": "维吾尔族", "学历": "大专", "专业": "计算机应用"}


def register_row(human: Human) -> dict[str, str]:
    """As a school reports a graduate, by the workbook's column headings."""
    return {
        "姓名": human.name,
        "身份证号": human.id_number,
        "性别": "男" if int(human.id_number[16]) % 2 else "女",
        "民族": "汉族",
        "毕业院校": human.school,
        "专业": "软件工程",
        "学历": "本科",
        "毕业年份": str(human.cohort),
        "生源地": "济南市历下区",
        "联系手机": "13700137000",
    }
