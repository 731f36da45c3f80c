"""An agreement and a certificate to print, as they are and at their longest."""

from dataclasses import replace
from datetime import date

from jianxi.documents import agreement, certificate
from jianxi.documents.paper import Paper
from jianxi.domain.agreements import Agreement, Cover, Post, Trainee, Unit
from jianxi.domain.certificates import Certificate
from tests.documents.reading import CODE, RARE, SITE

START, END = date(2026, 12, 1), date(2027, 5, 31)
DIGEST = "502c7e1a4cb859be70a5c99c44fefd50d3a727b1aae528c91651fad36e70a468"
UNIT = Unit("济南𠮷祥公司", "91370102MA0000001W", "济南市历下区文化东路1号", "孙·𫍲", "王芳", "13800138000")
TRAINEE = Trainee(RARE, date(2003, 6, 1), "370102200306010040", "13900139000", "济南市市中区经七路2号")
POST = Post("数控编程见习生", "技术技能类", "济南市历下区文化东路1号", "编写数控程序。\n\n参加班组的工作。")
AGREEMENT = Agreement(
    number="JX3701-26-X0001-8",
    version=2,
    issued_on=date(2026, 11, 20),
    unit=UNIT,
    trainee=TRAINEE,
    post=POST,
    mentor="周·𬭎",
    starts_on=START,
    ends_on=END,
    allowance_fen=260_050,
    insurances=(
        Cover("人身意外伤害保险", "平安保险", "PA20260001", START, date(2027, 2, 28)),
        Cover("工伤保险", "", "", date(2027, 3, 1), END),
    ),
)
CERTIFICATE = Certificate(
    number="JX3701-26-J0001-P",
    version=1,
    issued_on=date(2027, 2, 10),
    agreement=AGREEMENT.number,
    agreement_version=2,
    unit=UNIT,
    trainee=TRAINEE,
    title=POST.title,
    starts_on=START,
    ends_on=END,
    last_day=date(2027, 2, 14),
    asked_by_person=True,
    reason="其他",
    note="家中有事，需要回原籍。",
)
_COVER = Cover("人身意外伤害保险", "保" * 100, "P" * 60, START, END)
LONGEST = replace(
    AGREEMENT,
    unit=Unit("济" * 100, UNIT.credit_code, "路" * 200, RARE * 5, "王" * 50, UNIT.phone),
    trainee=replace(TRAINEE, name="阿" * 50, born=date(2010, 1, 1), address="楼" * 200),
    post=Post("岗" * 100, POST.category, "区" * 210, "\n".join(["每日完成岗位任务并记录。" * 10] * 16)),
    mentor="周" * 50,
    insurances=(_COVER, _COVER, _COVER),
)


def agreement_html(content: Agreement = AGREEMENT) -> str:
    said = Paper(agreement.TITLE, f"第{content.version}版", False, content.number, CODE, SITE)
    return agreement.html(said, content, DIGEST)


def certificate_html(content: Certificate = CERTIFICATE) -> str:
    said = Paper(certificate.TITLE, f"第{content.version}版", False, content.number, CODE, SITE)
    return certificate.html(said, content, DIGEST)
