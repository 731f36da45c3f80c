"""Step 4 of the story: three kinds of people come in and say what they wish for."""

from jianxi.storage import samples
from tests.journeys.cast import CONTACT, PASSWORD, WISHES, YOUTH_FACTS, Human
from tests.journeys.visitor import Visitor, fill_all


def register(visitor: Visitor, human: Human, login: str) -> Visitor:
    """应届毕业生注册."""
    visitor.open("/register/graduate")
    answers = {
        "姓名": human.name,
        "身份证号": human.id_number,
        "毕业院校": human.school,
        "联系手机": "13700137000",
    }
    fill_all(visitor, answers | {"登录名": login, "密码": PASSWORD, "确认密码": PASSWORD})
    visitor.press("注册")
    visitor.sees("退出登录")
    return visitor


def sign_in(visitor: Visitor, human: Human) -> Visitor:
    """往届毕业生/社会青年登录, by name and ID number alone."""
    visitor.open("/login/identity")
    visitor.fill("姓名", human.name)
    visitor.fill("身份证号", human.id_number)
    visitor.press("登录", within="往届毕业生/社会青年登录")
    visitor.sees("退出登录")
    return visitor


def fill_in_intention(visitor: Visitor, human: Human) -> None:
    """就业见习意向填表: a graduate's facts are known, a youth types them."""
    visitor.go_to("就业见习意向填表")
    visitor.sees(human.name)
    visitor.misses(human.id_number)
    visitor.sees(human.id_number[:2] + "*" * 14 + human.id_number[-2:])
    if human.cohort:
        visitor.sees(human.school)
    else:
        fill_all(visitor, YOUTH_FACTS)
        for label in ("身份证正面", "身份证反面"):
            visitor.attach(label, (f"{label}.png", samples.picture().content))
        visitor.press("提交")
        visitor.sees("需要修改")
        visitor.sees("待提交", within="身份证件信息")
        visitor.tick("目前未就业")
    fill_all(visitor, CONTACT | WISHES)
    visitor.press("提交")
    visitor.sees("已提交")
    if not human.cohort:
        visitor.sees("已上传", within="身份证件信息")
