"""Races about 上岗: its review against other officials, the employer's papers, the end of the acceptance, a lost number."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from jianxi.domain.outcomes import Stale
from jianxi.domain.periods import today
from jianxi.domain.viewers import PersonKind
from jianxi.queries import identity_cases as case_reading
from jianxi.queries.sessions import Claim
from jianxi.services import agreement_uploads, departures, identity_cases, placement_review, placements
from jianxi.services.application_endings import cancel, decline
from jianxi.tables.placements import Placement
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.races import trainees
from tests.races.stage import Stage, at_once, one_wins
from tests.races.trainees import ON_DUTY, WISH, kept
from tests.registrations import form
from tests.traineeships import Trainee


async def two_officials(of: Stage) -> bool:
    """Two officials approve and reject one placement, each twice."""
    found, city = await trainees.waiting(of), of.place.city
    said = await at_once(
        of,
        *(placement_review.approve(city, found.placement, 2, NOW) for _ in range(2)),
        *(placement_review.reject(city, found.placement, 2, ["other"], "请核对", NOW) for _ in range(2)),
    )
    became = "approved" if None in said[:2] else "rejected"
    return one_wins(said) and await _state(found) == (became, 1) and await kept(found)


async def review_against_upload(of: Stage) -> bool:
    """One official rejects and the unit uploads anew, while another approves what is on the screen: nobody approves pages
    that they have not seen."""
    found, city = await trainees.waiting(of), of.place.city

    async def rejected_and_sent_anew() -> None:
        await placement_review.reject(city, found.placement, 2, ["other"], "请核对", NOW)
        await agreement_uploads.upload(found.unit, found.placement, 3, NOW)

    said = await at_once(
        of, placement_review.approve(city, found.placement, 2, NOW), rejected_and_sent_anew()
    )
    became = ("approved", 1) if said[0] is None else ("waiting", 2)
    return one_wins(said) and await _state(found) == became and await kept(found)


async def reopening_against_upload(of: Stage) -> bool:
    """撤销审核 of a rejection, while the unit uploads anew and amends the registration."""
    found = await trainees.rejected(of)
    said = await at_once(
        of,
        placement_review.reopen(of.place.city, found.placement, 3, NOW),
        agreement_uploads.upload(found.unit, found.placement, 3, NOW),
        placements.edit(found.unit, found.placement, 3, form(mentor="吴刚"), NOW),
    )
    became = (("waiting", 1), ("waiting", 2), ("unsigned", 1))
    return one_wins(said) and await _state(found) == became[_first(said)] and await kept(found)


async def approval_against_ending(of: Stage) -> bool:
    """放弃录用 and 取消录用 before the start, while the office approves: one of the two ends it, and whether it was approved
    before or is refused now, the chance is free again."""
    found, said = await _ended_and_approved(of, NOW)
    approved = said[0] is None or isinstance(said[0], Stale)
    fair = approved and one_wins(said[1:]) and await _state(found) == ("cancelled", 1)
    return fair and await kept(found)


async def late_approval_against_ending(of: Stage) -> bool:
    """The same when the first day has come: an approval begins the traineeship, and then nobody cancels it any more."""
    found, said = await _ended_and_approved(of, ON_DUTY)
    became = "approved" if said[0] is None else "cancelled"
    return one_wins(said) and await _state(found) == (became, 1) and await kept(found)


async def reopening_against_request(of: Stage) -> bool:
    """撤销审核 of a placement while the person asks to leave: what is under review has no 离岗, and the other way round."""
    found = await trainees.approved(of)
    said = await at_once(
        of,
        placement_review.reopen(of.place.city, found.placement, 3, ON_DUTY),
        departures.request(found.person, found.placement, 3, WISH, ON_DUTY),
    )
    became = "waiting" if said[0] is None else "approved"
    return one_wins(said) and await _state(found) == (became, 1) and await kept(found)


async def hand_over_against_approval(of: Stage) -> bool:
    """更正为登记本人 while the office approves who used the number: an approved traineeship is not taken from anybody, and
    nobody is approved under a number that they lost."""
    found, said = await _handed_over_and_approved(of)
    became = "approved" if said[1] is None else "cancelled"
    return one_wins(said) and await _state(found) == (became, 1) and await kept(found)


OF_PLACEMENTS: Mapping[str, Callable[[Stage], Awaitable[bool]]] = {
    "two officials and one 上岗": two_officials,
    "上岗审核 against 重新上传": review_against_upload,
    "撤销上岗审核 against 上传 and 修改": reopening_against_upload,
    "上岗审核 against 放弃录用 and 取消录用": approval_against_ending,
    "上岗审核 on duty against 放弃录用 and 取消录用": late_approval_against_ending,
    "撤销上岗审核 against 申请终止见习": reopening_against_request,
    "上岗审核 against 更正为登记本人": hand_over_against_approval,
}


async def _ended_and_approved(of: Stage, now: datetime) -> tuple[Trainee, list[object]]:
    found = await trainees.waiting(of)
    return found, await at_once(
        of,
        placement_review.approve(of.place.city, found.placement, 2, now),
        decline(found.person, found.application, 2, "已找到工作", now),
        cancel(found.unit, found.application, 2, "岗位取消", now),
    )


async def _handed_over_and_approved(of: Stage) -> tuple[Trainee, list[object]]:
    """Somebody holds a number that the register has under another name, and the office of 生源地 decides."""
    number = trainees.id_number(PersonKind.YOUTH)
    found = await trainees.waiting(of, await cast.person(PersonKind.YOUTH, "冒名者", number=number))
    claim = Claim("林晓", number, PersonKind.EARLIER_GRADUATE, await cast.graduate(number, 2024, "林晓"))
    await identity_cases.open_case(claim, NOW)
    case = (await case_reading.page(of.place.county, case_reading.ALL, today(NOW), offset=0, size=1))[0]
    return found, await at_once(
        of,
        identity_cases.hand_over(of.place.county, case.id, case.version, "登记本人属实", NOW),
        placement_review.approve(of.place.city, found.placement, 2, NOW),
    )


async def _state(of: Trainee) -> tuple[str, int]:
    """With how often its papers were sent."""
    (row,) = await Placement.select(Placement.state, Placement.uploads).where(Placement.id == of.placement)
    return row["state"], row["uploads"]


def _first(said: list[object]) -> int:
    """The place of what was done."""
    return next(place for place, each in enumerate(said) if not isinstance(each, BaseException))
