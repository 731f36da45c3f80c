"""What is done on the way into a traineeship of the demo: from the first sign-in to 上岗审核, each as its page does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jianxi.cli.demo_data import names, people, signed_scans
from jianxi.cli.demo_data.intentions import fill_in
from jianxi.cli.demo_data.people import Someone
from jianxi.cli.demo_data.traineeship_stories import COPIED, Story
from jianxi.domain.periods import today
from jianxi.domain.signed_pages import SignedKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm, RegistrationForm
from jianxi.queries import paper_contents, registrations
from jianxi.queries import placements as reading
from jianxi.queries.placements import Placement
from jianxi.services import (
    acceptances,
    agreement_uploads,
    application_endings,
    applications,
    files,
    placement_review,
    placements,
    signed_pages,
)

USUAL, LOW, LOWEST, RAISED = "2600", "2350", "2050", "2900"
"""生活费: as the position has it, under it and under Jinan's minimum wage of now and of earlier, and after 生活费调整."""
COMPANIES = ("平安财产保险", "太平洋财产保险", "人民财产保险")
SITE = "http://127.0.0.1/verify/"
NOT_COMING = "家庭原因须回原籍工作，不能前来见习。"
NOTE = "第二页没有本人签字，请补签后连同全部页面重新上传。"


@dataclass(slots=True)
class Trainee:
    """One story while it is lived through."""

    story: Story
    number: int
    someone: Someone
    unit: EmployerViewer
    office: OfficialViewer
    position: int
    starts_on: date
    ends_on: date
    person: PersonViewer | None = None
    application: int = 0
    placement: int = 0
    departure: int = 0
    retention: int = 0

    @property
    def viewer(self) -> PersonViewer:
        if self.person is None:
            raise LookupError(f"{self.someone.name} has not come yet")
        return self.person


Act = Callable[[Trainee, datetime], Awaitable[None]]


async def current(one: Trainee, now: datetime) -> Placement:
    return await reading.get(one.unit, one.placement, today(now))


async def come(one: Trainee, now: datetime) -> None:
    viewer, claim = await people.enter(one.someone, now)
    one.person = await fill_in(viewer, claim, one.someone, now + timedelta(minutes=5))


async def apply(one: Trainee, now: datetime) -> None:
    one.application = await applications.apply(one.viewer, one.position, now)


async def accept(one: Trainee, now: datetime) -> None:
    await acceptances.accept(one.unit, one.application, 1, now)


async def decline(one: Trainee, now: datetime) -> None:
    await application_endings.decline(one.viewer, one.application, 2, NOT_COMING, now)


def recording(allowance: str, *, policies: int = 1) -> Act:
    """录用上岗登记, with each warning ticked."""

    async def record(one: Trainee, now: datetime) -> None:
        grounds = await registrations.grounds(one.application)
        raw = _registration(one, allowance, policies, now)
        warned = await registrations.cautions(grounds, one.starts_on, int(allowance) * 100)
        raw["ticked"] = [each.mark for each in warned]
        one.placement = await placements.record(
            one.unit, one.application, read(RegistrationForm, raw, today(now)), now
        )

    return record


async def edit(one: Trainee, now: datetime) -> None:
    """Another mentor, so that the agreement gets its next version."""
    raw = _registration(one, USUAL, 1, now)
    raw["mentor"] = [names.MENTORS[(one.number + 1) % len(names.MENTORS)]]
    version = (await current(one, now)).version
    await placements.edit(one.unit, one.placement, version, read(RegistrationForm, raw, today(now)), now)


async def raise_allowance(one: Trainee, now: datetime) -> None:
    raw = {"starts_on": [today(now).isoformat()], "allowance": [RAISED]}
    form, version = read(RaiseForm, raw, today(now)), (await current(one, now)).version
    await placements.raise_allowance(one.unit, one.placement, version, form, now)


def uploading(*, is_read: bool) -> Act:
    """上传协议: three pages, the last one stamped; `is_read` when the code on them was found."""

    async def upload(one: Trainee, now: datetime) -> None:
        placement = await current(one, now)
        codes = await code_of(SignedKind.AGREEMENT, one.placement, placement.agreement) if is_read else ()
        mark = "one for two" if one.someone.name in COPIED else one.someone.id_number
        sheets = [
            signed_scans.page(number, is_stamped=number == 3, codes=codes if number == 1 else (), mark=mark)
            for number in (1, 2, 3)
        ]
        stored = [
            await files.store_checked(f"协议书第{number}页.png", sheet)
            for number, sheet in enumerate(sheets, 1)
        ]
        at = (one.placement, placement.version)
        await signed_pages.attach(one.unit, SignedKind.AGREEMENT, *at, stored, now)
        await agreement_uploads.upload(one.unit, *at, now)

    return upload


async def code_of(kind: SignedKind, record: int, version: int) -> tuple[str, ...]:
    """What the QR code on every sheet of that paper says."""
    return (SITE + (await paper_contents.kept(kind.value, record, version)).code,)


async def approve(one: Trainee, now: datetime) -> None:
    await placement_review.approve(one.office, one.placement, (await current(one, now)).version, now)


def rejecting(*ticked: str, note: str = "") -> Act:
    async def reject(one: Trainee, now: datetime) -> None:
        version = (await current(one, now)).version
        await placement_review.reject(one.office, one.placement, version, ticked, note, now)

    return reject


async def reopen(one: Trainee, now: datetime) -> None:
    await placement_review.reopen(one.office, one.placement, (await current(one, now)).version, now)


def _registration(one: Trainee, allowance: str, policies: int, now: datetime) -> dict[str, list[str]]:
    fields = {
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat(),
        "allowance": allowance,
        "mentor": names.MENTORS[one.number % len(names.MENTORS)],
    }
    # The second policy begins a week after the demo's today, whenever the first was registered.
    change = one.starts_on + timedelta(days=6 - one.story.start)
    spans = [(one.starts_on, one.ends_on)]
    if policies == 2:
        spans = [(one.starts_on, change - timedelta(days=1)), (change, one.ends_on)]
    for place, (first, last) in enumerate(spans):
        row = {
            "kind": "accident",
            "company": COMPANIES[(one.number + place) % len(COMPANIES)],
            "policy_number": f"JX{first:%Y%m}{one.number:03d}{place + 1}",
            "first_day": first.isoformat(),
            "last_day": last.isoformat(),
        }
        fields |= {f"insurance-{place}-{name}": text for name, text in row.items()}
    return {name: [text] for name, text in fields.items()}


ACTS: dict[str, Act] = {
    "come": come,
    "apply": apply,
    "accept": accept,
    "decline": decline,
    "record": recording(USUAL),
    "record_low": recording(LOW),
    "record_lowest": recording(LOWEST),
    "record_two": recording(USUAL, policies=2),
    "edit": edit,
    "raise": raise_allowance,
    "upload": uploading(is_read=False),
    "upload_read": uploading(is_read=True),
    "approve": approve,
    "reject": rejecting("signature", note=NOTE),
    "reject_seal": rejecting("seal", "unclear"),
    "reopen": reopen,
}
