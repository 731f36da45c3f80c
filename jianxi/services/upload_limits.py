"""上传次数限制 kept: a file is entered before it is looked at, so that refused ones count as well."""

from datetime import datetime, timedelta

from jianxi.crypto.sealing import blind_index
from jianxi.domain import upload_limits
from jianxi.domain.sign_in_limits import DAY
from jianxi.domain.upload_limits import CARD, UNIT, Sender, Sent
from jianxi.domain.viewers import EmployerViewer, PersonViewer
from jianxi.queries.sessions import Claim
from jianxi.tables import turns
from jianxi.tables.files import SentFile
from jianxi.tables.turns import Turn
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

LONGEST: timedelta = DAY


def of_employer(viewer: EmployerViewer) -> Sender:
    return Sender(f"employer:{viewer.employer}", UNIT)


def of_person(viewer: PersonViewer, claim: Claim | None) -> Sender:
    """By the ID number for who has no row yet: a new session is no new sender."""
    if viewer.person is None and claim is not None:
        return Sender(blind_index(claim.id_number), CARD)
    return Sender(f"person:{viewer.person}", CARD)


async def admit(sender: Sender, size: int, now: datetime) -> None:
    """Lets one more file be looked at and counts it, or raises `Exhausted`. However many processes serve and however
    many files come at once, no more pass than the limits say."""
    async with unit_of_work():
        await turns.take(Turn.UPLOAD)
        await SentFile.delete().where(SentFile.sent_at <= now - LONGEST)
        wanted = (SentFile.sender == sender.subject) & (SentFile.sent_at > now - LONGEST)
        rows = await SentFile.select(SentFile.sent_at, SentFile.size).where(wanted)
        sent = [Sent(row["sent_at"], row["size"]) for row in rows]
        upload_limits.check(sender.budget, sent, size, now)
        await insert(SentFile(sender=sender.subject, size=size, sent_at=now))
