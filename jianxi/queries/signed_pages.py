"""Signed pages that were uploaded (上传协议书, 上传证明图片): those being put together, and each sending as it was then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from jianxi.domain import labels
from jianxi.domain.departures import FLOW as DEPARTURES
from jianxi.domain.identity_looks import may_look
from jianxi.domain.outcomes import Missing
from jianxi.domain.placements import FLOW as PLACEMENTS
from jianxi.domain.signed_pages import READ, SignedKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.queries import departures, files, log, placements
from jianxi.queries.departures import Departure
from jianxi.queries.files import File
from jianxi.queries.placements import Placement
from jianxi.tables.departures import CertificateFile
from jianxi.tables.placements import AgreementFile

DRAFT = 0
"""The round of what is not sent yet."""
_DECIDES, _WAITING = ("approve", "reject"), "waiting"
"""等待审核 is called the same of both."""
AGREEMENT, CERTIFICATE = SignedKind.AGREEMENT, SignedKind.CERTIFICATE
NOUNS = {AGREEMENT: PLACEMENTS.noun, CERTIFICATE: DEPARTURES.noun}
ROWS: Mapping[SignedKind, Any] = {AGREEMENT: AgreementFile, CERTIFICATE: CertificateFile}
"""Two tables alike; they differ in what they hang on and in how they call the version of the paper."""
RECORDS: Mapping[SignedKind, Any] = {
    AGREEMENT: AgreementFile.placement,
    CERTIFICATE: CertificateFile.departure,
}
VERSIONS: Mapping[SignedKind, Any] = {
    AGREEMENT: AgreementFile.agreement,
    CERTIFICATE: CertificateFile.certificate,
}
NONE: Mapping[SignedKind, tuple[int, ...]] = dict.fromkeys(SignedKind, ())
_SENT = """
SELECT 'agreement' AS kind, file, place FROM agreement_file WHERE placement = {} AND round = {} AND round > 0
UNION ALL SELECT 'certificate', file, place FROM certificate_file WHERE departure = {} AND round = {} AND round > 0
ORDER BY place, file
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One file of one round."""

    file: File
    paper: int
    """The version of the paper that it was uploaded for."""
    turn: int
    """Degrees clockwise by which it is shown turned."""
    reading: str
    round: int

    @property
    def is_read(self) -> bool:
        """Whether the right QR code was found on it."""
        return self.reading == READ


@dataclass(frozen=True, slots=True)
class Sending:
    """What was sent at once, and what became of it."""

    round: int
    paper: int
    pages: tuple[Page, ...]
    sent_at: datetime | None
    verdict: labels.Shown | None
    decided_at: datetime | None
    office: str
    reason: str


async def of_round(kind: SignedKind, record: int, round: int) -> tuple[Page, ...]:
    """In their order."""
    return await _pages(kind, (RECORDS[kind] == record) & (ROWS[kind].round == round))


async def sent(placement: Placement, departure: Departure | None) -> Mapping[SignedKind, tuple[int, ...]]:
    """The files of the last sending of an agreement and of a certificate, by their ids, in one statement."""
    left = (departure.id, departure.uploads) if departure else (0, 0)
    found = dict(NONE)
    if not placement.uploads and not left[1]:
        return found
    for row in await AgreementFile.raw(_SENT, placement.id, placement.uploads, *left):
        found[SignedKind(row["kind"])] += (row["file"],)
    return found


async def newest(kind: SignedKind, record: int, uploads: int) -> tuple[Page, ...]:
    """Of the last sending; none before the first. `uploads` is the record's."""
    return await of_round(kind, record, uploads) if uploads else ()


async def sendings(kind: SignedKind, record: int, events: Sequence[log.Event] | None = None) -> list[Sending]:
    """All of a record that the viewer was found to see, the newest first. `events`: its timeline, alone or among others,
    where that was read already."""
    pages = await _pages(kind, (RECORDS[kind] == record) & (ROWS[kind].round > DRAFT))
    if events is None:
        events = await log.timeline(NOUNS[kind], record) if pages else ()
    told = _verdicts([each for each in events if (each.noun, each.record) == (NOUNS[kind], record)])
    found = []
    for number in sorted({page.round for page in pages}, reverse=True):
        own = tuple(page for page in pages if page.round == number)
        sent, decided = told.get(number, (None, None))
        sent_at = sent.at if sent else None
        shown = labels.shown(NOUNS[kind], decided.target) if decided else None
        said = (decided.at, decided.office, decided.reason) if decided else (None, "", "")
        found.append(Sending(number, own[0].paper, own, sent_at, shown, *said))
    return found


async def get(viewer: Viewer, kind: SignedKind, record: int, file: int, today: date) -> Page:
    """`Missing` for what is not there or not theirs to see. The employer sees every round and what it puts together;
    offices what was sent, an agreement only where they may look at the full number, which is on it; the person what was
    sent, unless signed in by name and ID number alone."""
    if isinstance(viewer, PersonViewer) and viewer.by_identity:
        raise Missing
    if kind is AGREEMENT:
        found = await placements.get(viewer, record, today)
        if isinstance(viewer, OfficialViewer) and not may_look(found.facts, viewer.role):
            raise Missing
    else:
        await departures.get(viewer, record, today)
    first = DRAFT if isinstance(viewer, EmployerViewer) else DRAFT + 1
    wanted = (RECORDS[kind] == record) & (ROWS[kind].file == file) & (ROWS[kind].round >= first)
    pages = {page.round: page for page in await _pages(kind, wanted)}
    if not pages:
        raise Missing
    return pages.get(DRAFT) or pages[max(pages)]


def mark(pages: Sequence[Page]) -> str:
    """Tells one set of pages from another, for a page that comes back."""
    told = "".join(f"{page.file.id}:{page.turn}:{page.paper};" for page in pages)
    return sha256(told.encode()).hexdigest()


async def _pages(kind: SignedKind, wanted: Any) -> tuple[Page, ...]:
    of, version = ROWS[kind], VERSIONS[kind].as_alias("paper")
    columns = (of.round, of.place, of.turn, of.reading, version)
    rows = await of.select(*columns, *files.joined(of.file)).where(wanted)
    ordered = sorted(rows, key=lambda row: (row["round"], row["place"], row["file_id"]))
    return tuple(
        Page(files.of_row(row), row["paper"], row["turn"], row["reading"], row["round"]) for row in ordered
    )


def _verdicts(events: Sequence[log.Event]) -> dict[int, tuple[log.Event, log.Event | None]]:
    """By round: when it was sent, and the decision on it that stands. What an office decides from another state than 等待审核
    it decides without what was sent."""
    told: dict[int, tuple[log.Event, log.Event | None]] = {}
    number = 0
    for event in reversed(events):
        if event.verb == "upload":
            number = int(event.facts.get("upload", number + 1))
            told[number] = (event, None)
        elif number in told and event.verb in _DECIDES and event.source == _WAITING:
            told[number] = (told[number][0], event)
        elif number in told and event.verb == "reopen" and event.target == _WAITING:
            told[number] = (told[number][0], None)
    return told
