"""The forms about 见习基地 beyond one decision: 提交, 变更申请, 撤销审核, 暂停 …, and many at once."""

from jianxi.queries.base_files import DRAFT, mark, of_round
from jianxi.tables.employers import Base
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import base, employer
from tests.hostile.forms_of_desks import BASE
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
MANY = ("id", "all", "confirm", "back")
REASONS = (*MANY, "reason-0", "note-0")
UNDOING = ("v", "back")
STEP = ("v", "back", "reason")
CONTACTS = ("contact", "phone", "office_phone", "mail", "account_name", "bank", "account_number")
PHONES = 13_800_000_000


async def _form_of_base(town: Town, act: str, place: int) -> Filled:
    """The unit's base is a rejected one again, which may be saved and submitted."""
    async with unit_of_work():
        await Base.update({Base.state: "rejected"}).where(Base.id == town.base)
    row = await Base.select(Base.version).where(Base.id == town.base).first()
    assert row is not None
    introduction = f"{BASE['introduction'][0]}第{place}次填写。"
    version = str(row["version"])
    return "/employer/base", {**BASE, "introduction": [introduction], "act": [act], "v": [version]}


async def base_draft(town: Town, place: int) -> Filled:
    return await _form_of_base(town, "save", place)


async def base_check(town: Town, place: int) -> Filled:
    return await _form_of_base(town, "submit", place)


async def base_confirm(town: Town, place: int) -> Filled:
    path, fields = await _form_of_base(town, "confirm", place)
    return path, {**fields, "files": [await mark_of_files(town)]}


async def base_part(town: Town, place: int) -> Filled:
    return await _form_of_base(town, "save:profile", place)


async def mark_of_files(town: Town) -> str:
    return mark(await of_round(town.base, DRAFT))


async def _in_force(town: Town) -> str:
    """The unit's base is approved, with no 变更申请 under way; its version."""
    async with unit_of_work():
        await Base.update({Base.state: "approved", Base.amendment_state: ""}).where(Base.id == town.base)
    row = await Base.select(Base.version).where(Base.id == town.base).first()
    assert row is not None
    return str(row["version"])


async def _amendment(town: Town, act: str, place: int) -> Filled:
    introduction = f"{BASE['introduction'][0]}第{place}次变更。"
    fields = {**BASE, "introduction": [introduction], "act": [act], "v": [await _in_force(town)]}
    return "/employer/base/amendment", fields


async def amendment_draft(town: Town, place: int) -> Filled:
    return await _amendment(town, "save", place)


async def amendment_check(town: Town, place: int) -> Filled:
    return await _amendment(town, "submit", place)


async def amendment_confirm(town: Town, place: int) -> Filled:
    path, fields = await _amendment(town, "confirm", place)
    return path, {**fields, "files": [await mark_of_files(town)]}


async def contacts(town: Town, place: int) -> Filled:
    typed = {name: BASE[name] for name in CONTACTS}
    return "/employer/base/contacts", {**typed, "phone": [str(PHONES + place)], "v": [await _in_force(town)]}


async def _step(state: str, act: str, **fields: list[str]) -> Filled:
    id = await base(await employer(), state)
    return f"/authority/bases/{id}/{act}", {"v": ["1"], **fields}


async def reopening(_: Town, __: int) -> Filled:
    return await _step("approved", "reopening")


async def suspension(_: Town, __: int) -> Filled:
    return await _step("approved", "suspension", reason=["实地核查"])


async def resumption(_: Town, __: int) -> Filled:
    return await _step("suspended", "resumption", reason=["核查完成"])


async def revocation(_: Town, __: int) -> Filled:
    return await _step("suspended", "revocation", reason=["核查不合格"])


async def _many(act: str) -> Filled:
    ids = [await base(await employer(), "waiting_county") for _ in range(2)]
    return f"/authority/bases/{act}", {"id": [f"{id}:1" for id in ids], "confirm": ["yes"]}


async def approvals(_: Town, __: int) -> Filled:
    return await _many("approval")


async def rejections(_: Town, __: int) -> Filled:
    path, fields = await _many("rejection")
    return path, {**fields, "reason-0": ["other"], "note-0": ["请核对"]}
