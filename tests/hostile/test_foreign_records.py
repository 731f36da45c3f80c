"""Somebody else's record by its address: the same answer, to the byte, as for one that does not exist."""

import re

import httpx
import pytest

from jianxi.routes import ROUTES
from tests.hostile.foreign import EVERYBODY, OF_THE_VIEWER, RECORDS, Address, addresses
from tests.hostile.records import everything
from tests.hostile.town import Town, settle
from tests.hostile.visiting import Visitor, visiting

pytestmark = pytest.mark.anyio
MISSING = 2_000_000_000
NUMBERED = [address for address in addresses(ROUTES) if "{" in address.path]
VARIES = re.compile(r'name="csrf" value="[^"]*"|"X-CSRF-Token": ?"[^"]*"|&#34;X-CSRF-Token&#34;: ?&#34;[^&]*')


def test_every_address_with_a_number_says_who_must_not_see_its_record() -> None:
    assert {address.name for address in NUMBERED} - set(RECORDS) - OF_THE_VIEWER == set()


def told(answer: httpx.Response, number: int) -> tuple[int, str, str]:
    """What is left when the number asked for and the tokens are taken out."""
    place = re.compile(rf"(/|%2F){number}(?![0-9])")
    body = place.sub("/ID", VARIES.sub("", answer.text))
    return answer.status_code, place.sub("/ID", answer.headers.get("location", "")), body


async def asked(visitor: Visitor, address: Address, number: int, script: bool) -> list[tuple[int, str, str]]:
    path = re.sub(r"\{id[^}]*\}", str(number), address.path).replace("{round}", "1")
    answers = []
    if "GET" in address.methods:
        answers.append(await visitor.client.get(path, headers={"HX-Request": "true"} if script else {}))
    if "POST" in address.methods:
        fields = {"v": ["1"], f"confirm-{number}": ["yes"], f"reason-{number}": ["other"]}
        answers.append(await visitor.post(path, {**fields, f"note-{number}": ["无"]}, script))
    return [told(answer, number) for answer in answers]


def kinds(name: str) -> frozenset[str]:
    """Those whom the desk's gate does not let in."""
    own = {
        "employer": {"unit", "other_unit"},
        "applicant": {"youth", "other_person"},
        "authority": {"county", "city", "province", "other_county", "other_city"},
    }
    return EVERYBODY - own.get(name.partition(":")[0], EVERYBODY)


async def leaks(who: str, town: Town, records: dict[str, int]) -> list[str]:
    found = []
    async with visiting(town.who(who)) as visitor:
        for address in NUMBERED:
            record = RECORDS.get(address.name)
            if record is None or who not in {*record.strangers, *kinds(address.name)}:
                continue
            for script in (False, True):
                own = await asked(visitor, address, records[address.name], script)
                none = await asked(visitor, address, MISSING, script)
                expected = {404} if who in record.strangers else {303, 204, 403}
                if own != none or not {status for status, _, _ in own} <= expected:
                    statuses = [answer[0] for answer in (*own, *none)]
                    found.append(f"{who} {address.name} {address.methods} {script}: {statuses}")
    return found


@pytest.mark.usefixtures("database")
async def test_a_foreign_record_looks_like_a_missing_one_and_stays_as_it_is() -> None:
    town = await settle()
    makers = dict.fromkeys(record.make for record in RECORDS.values())
    made = {make: await make(town) for make in makers}
    records = {name: made[record.make] for name, record in RECORDS.items()}
    before = await everything()
    assert [leak for who in sorted(EVERYBODY) for leak in await leaks(who, town, records)] == []
    assert {name: rows for name, rows in (await everything()).items() if name != "account"} == {
        name: rows for name, rows in before.items() if name != "account"
    }
