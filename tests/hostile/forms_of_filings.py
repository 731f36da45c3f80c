"""The forms of 报省厅备案."""

from tests.authorization.beside import filing
from tests.cast import JINAN, base, employer
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
MANY = ("id", "all", "confirm", "back")
AGAIN = (*MANY, "v")
STEP = ("v", "back", "reason")
RECEIPT = ("v", "back")


async def new(_: Town, __: int) -> Filled:
    ids = [await base(await employer()) for _ in range(2)]
    return "/authority/bases/filing", {"id": [f"{id}:1" for id in ids], "confirm": ["yes"]}


async def again(_: Town, __: int) -> Filled:
    kept = await base(await employer())
    id = await filing(JINAN, kept, "returned")
    fields = {"id": [f"{kept}:1"], "confirm": ["yes"], "v": ["1"]}
    return f"/authority/filings/{id}/submission", fields


async def receipt(_: Town, __: int) -> Filled:
    id = await filing(JINAN, await base(await employer()))
    return f"/authority/filings/{id}/receipt", {"v": ["1"]}


async def sending_back(_: Town, __: int) -> Filled:
    id = await filing(JINAN, await base(await employer()))
    return f"/authority/filings/{id}/return", {"v": ["1"], "reason": ["请核对联系电话"]}
