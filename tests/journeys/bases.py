"""Steps 1 and 2 of the story: an employer becomes a 见习基地."""

from jianxi.storage import samples
from tests.journeys.cast import BASE_FACTS, MENTOR, NEED, PASSWORD, Unit
from tests.journeys.visitor import Visitor, fill_all


def sign_in(visitor: Visitor, login: str, password: str = PASSWORD) -> Visitor:
    """账号登录."""
    visitor.open("/login")
    visitor.fill("登录名", login)
    visitor.fill("密码", password)
    visitor.press("登录", within="账号登录")
    visitor.sees("退出登录")
    return visitor


def register(visitor: Visitor, unit: Unit) -> Visitor:
    """单位注册, from the home page's link on."""
    visitor.open("/register/employer")
    answers = {
        "单位名称": unit.name,
        "统一社会信用代码": unit.credit_code,
        "注册地（市）": "济南市",
        "注册地（区县）": "历下区",
        "联系人": "王芳",
        "联系手机": "13800138000",
        "登录名": unit.login,
        "密码": PASSWORD,
        "确认密码": PASSWORD,
    }
    fill_all(visitor, answers)
    visitor.press("注册")
    visitor.sees("见习基地申请")
    visitor.sees("退出登录")
    return visitor


def save_draft(visitor: Visitor, unit: Unit) -> None:
    """保存草稿 asks for nothing but keeps everything."""
    visitor.go_to("见习基地申请")
    visitor.fill("单位简介", "还没有写完")
    visitor.press("保存草稿")
    visitor.sees("草稿")
    assert visitor.value("单位简介") == "还没有写完"
    visitor.press("提交")
    visitor.sees("需要修改")


def fill_in(visitor: Visitor, unit: Unit) -> None:
    fill_all(visitor, BASE_FACTS | {"申请级别": unit.level})
    fill_all(visitor, NEED, within="第1项需求")
    visitor.press("增加一项需求")
    fill_all(visitor, NEED | {"专业": "数据科学与大数据技术"}, within="第2项需求")
    fill_all(visitor, MENTOR, within="第1位指导师")


def attach(visitor: Visitor) -> None:
    """One file of each kind; they go with the next press."""
    visitor.attach("就业见习管理制度", ("就业见习管理制度.pdf", samples.document().content))
    visitor.attach("单位证件信息", ("营业执照.png", samples.picture().content))


def submit(visitor: Visitor, unit: Unit) -> None:
    """提交 shows a page to check; 确认提交 sends it."""
    visitor.press("提交")
    visitor.sees("核对见习基地申请")
    visitor.sees("数据科学与大数据技术")
    visitor.press("确认提交")
    visitor.sees("等待审核（区县）")
    visitor.sees("济南市历下区")


def apply(visitor: Visitor, unit: Unit) -> Visitor:
    """From the door to 等待审核（区县）."""
    register(visitor, unit)
    save_draft(visitor, unit)
    fill_in(visitor, unit)
    attach(visitor)
    submit(visitor, unit)
    return visitor


def county_passes(official: Visitor, unit: Unit) -> None:
    official.go_to("见习基地审核")
    official.press("审核通过", within=unit.name)
    official.open("/authority/bases?state=all")
    official.sees("等待审核（市级）", within=unit.name)


def city_passes(official: Visitor, unit: Unit) -> None:
    """And confirms 基地级别, as it was asked for."""
    official.go_to("见习基地审核")
    assert official.value(f"基地级别：{unit.name}") == unit.level
    official.press("审核通过", within=unit.name)
    official.open("/authority/bases?state=all")
    official.sees("审核通过", within=unit.name)
    official.sees(unit.level, within=unit.name)


def is_not_there(stranger: Visitor, unit: Unit, path: str) -> None:
    """Neither in the list, whatever the tab, nor by its address."""
    stranger.open("/authority/bases?state=all")
    stranger.misses(unit.name)
    assert stranger.open(path) == 404
    stranger.misses(unit.name)


def approved(employer: Visitor, county: Visitor, city: Visitor, unit: Unit) -> Visitor:
    """From the door to 审核通过."""
    apply(employer, unit)
    county_passes(county, unit)
    city_passes(city, unit)
    return employer
