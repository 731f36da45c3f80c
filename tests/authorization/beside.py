"""Records beside the main job: a listed network, an identity to be cleared, a filing, another browser."""

from datetime import timedelta
from itertools import count
from typing import Any

from jianxi.domain.viewers import EmployerViewer, PersonKind
from jianxi.queries import filed_bases, filing_facts
from jianxi.services import sessions
from jianxi.tables.accounts import Session
from jianxi.tables.filings import FiledBase, Filing, FilingRound
from jianxi.tables.identity_cases import IdentityCase
from jianxi.tables.sign_in import ListedNetwork
from tests.cast import graduate, person
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.conftest import NOW
from tests.hostile.forms_of_entry import id_number

_numbers = count(7101)


async def network(region: str) -> int:
    row = ListedNetwork(
        network=f"198.51.100.{next(_numbers) % 250}",
        what="某学院机房",
        region=region,
        until_on=NOW.date() + timedelta(days=9),
        added_by="经办人",
        added_at=MOMENT,
    )
    return await save(row)


async def identity_case(region: str, state: str = "pending") -> int:
    """Somebody's number, which the register has under another name."""
    number = id_number(next(_numbers))
    holder = await person(PersonKind.YOUTH, "原登录人", number=number)
    row = IdentityCase(
        person=holder.person,
        graduate=await graduate(number, 2024, "登记本人"),
        person_name="原登录人",
        graduate_name="登记本人",
        region=region,
        state=state,
        opened_at=MOMENT,
    )
    return await save(row)


async def filing(city: str, base: int, state: str = "sent") -> int:
    """Of one base, sent once."""
    decided: dict[str, Any] = {"decided_at": NOW, "decided_by": "省厅经办人"} if state != "sent" else {}
    reason = "请核对联系电话" if state == "returned" else ""
    id = await save(Filing(city=city, state=state, filed_at=MOMENT))
    sent: dict[str, Any] = {"filing": id, "round": 1, "bases": 1, "sent_at": MOMENT, "sent_by": "市级经办人"}
    await save(FilingRound(**sent, **decided, reason=reason))
    facts = (await filing_facts.now([base], city, MOMENT.date()))[base]
    told: dict[str, Any] = {"place": 1, "standing": "approved", "content": filed_bases.sealed(facts)}
    await save(FiledBase(filing=id, round=1, base=base, **told))
    return id


async def other_browser(of: EmployerViewer) -> int:
    """A session that stands."""
    await sessions.start_for_account(of.account, NOW)
    row = await Session.select(Session.id).where(Session.account == of.account).first()
    assert row is not None
    return int(row["id"])
