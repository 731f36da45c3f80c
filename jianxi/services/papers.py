"""Gives each version of a record that can be printed its 核验码, with which anybody verifies the paper."""

import secrets
from datetime import datetime

from jianxi.domain.paper_codes import ALPHABET, LENGTH
from jianxi.tables.papers import Paper
from jianxi.tables.writing import insert


async def issue(kind: str, record: int, version: int, number: str, now: datetime) -> str:
    """The code of a version, inside the unit of work that makes it. `number` is the 编号 that the paper shows."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    await insert(
        Paper(code=code, kind=kind, record=record, version=version, number=number, issued_at=now),
    )
    return code
