"""The forms by which an office clears a 身份冲突."""

from tests.authorization.beside import identity_case
from tests.cast import LIXIA
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
STEP = ("v", "back", "reason")


async def merger(_: Town, __: int) -> Filled:
    return await _of_case("merger")


async def handover(_: Town, __: int) -> Filled:
    return await _of_case("handover")


async def dismissal(_: Town, __: int) -> Filled:
    return await _of_case("dismissal")


async def reopening(_: Town, __: int) -> Filled:
    return await _of_case("reopening", "dismissed")


async def _of_case(noun: str, state: str = "pending") -> Filled:
    id = await identity_case(LIXIA, state)
    return f"/authority/identity-cases/{id}/{noun}", {"v": ["1"], "reason": ["已核对身份证原件"]}
