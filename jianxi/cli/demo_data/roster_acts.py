"""What is done with a 花名册 of the demo, each as its page does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

from jianxi.cli.demo_data.samples_apart import apart
from jianxi.cli.demo_data.traineeship_acts import Trainee
from jianxi.domain.periods import Period, today
from jianxi.domain.roster_evidence import EXPECTED, LABELS
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import roster_questions as asked
from jianxi.queries import rosters as reading
from jianxi.services import files, roster_files, roster_questions, roster_review, rosters
from jianxi.storage import samples

CORRECTION = "一人的离岗审核已通过，原列为待定的月份现在可以确定。"
RETURNED = "考勤表与上一季度的是同一个文件，请上传本季度的考勤表；待定人员请先办结离岗。"
ABOUT_RAISE = "生活费调整从哪个月起实际发放？请补充发放凭证。"
ABOUT_LEAVING = "离岗登记后一直没有上传解除协议证明，请说明原因。"
ANSWER = "已按调整后的金额发放，银行转账记录见生活费发放凭证。"


@dataclass(slots=True)
class Claim:
    """One roster on its way; `id` is that of its newest version."""

    unit: EmployerViewer
    office: OfficialViewer
    period: Period
    kind: RosterKind
    evidence: date | None = None
    """Whose 考勤表 is sent, when it is not that of its own last day."""
    id: int = 0


Act = Callable[[Claim, datetime], Awaitable[None]]


async def prepare(claim: Claim, now: datetime) -> None:
    """With the files that are expected, which 年度清算 has none of."""
    claim.id = await rosters.prepare(claim.unit, claim.kind, claim.period, now)
    for kind in EXPECTED if claim.kind is RosterKind.PERIOD else ():
        until = claim.evidence if claim.evidence and kind is EXPECTED[0] else claim.period.last
        paper = apart(samples.document(), f"{claim.unit.employer} {kind.value} {until.isoformat()}")
        stored = await files.store_checked(f"{LABELS[kind]}.pdf", paper)
        await roster_files.attach(claim.unit, claim.id, kind, [stored], now)


async def submit(claim: Claim, now: datetime) -> None:
    if not claim.id:
        await prepare(claim, now)
    version = (await reading.get(claim.unit, claim.id, today(now))).version
    await rosters.submit(claim.unit, claim.id, version, now)


async def accept(claim: Claim, now: datetime) -> None:
    await roster_review.accept(claim.office, claim.id, await _seen(claim, now), now)


async def send_back(claim: Claim, now: datetime) -> None:
    await roster_review.send_back(claim.office, claim.id, await _seen(claim, now), RETURNED, now)


async def correct(claim: Claim, now: datetime) -> None:
    """更正, which the unit begins; what is sent next is the new version."""
    claim.id = await rosters.correct(claim.unit, claim.id, await _seen(claim, now), CORRECTION, now)


def asking(one: Trainee, question: str) -> Act:
    async def ask(claim: Claim, now: datetime) -> None:
        await roster_questions.ask(claim.office, claim.id, one.placement, question, now)

    return ask


async def answer(claim: Claim, now: datetime) -> None:
    """The only question so far."""
    ((question,),) = (await asked.of_roster(claim.id)).values()
    await roster_questions.answer(claim.unit, claim.id, question.id, ANSWER, now)


async def _seen(claim: Claim, now: datetime) -> int:
    return (await reading.get(claim.office, claim.id, today(now))).version
