"""What the pages of one 上岗 and one 离岗 ask of the database: few statements, and no more of them with many rows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from jianxi.domain.registrations import MOST_ROWS
from jianxi.tables.engine import Engine
from jianxi.tables.placements import AgreementFile, AllowanceRaise, Insurance
from tests.cast import LIXIA, official
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import Desk, desk_of
from tests.routes.placement_desks import signed
from tests.signed import certificate_sent, leaving
from tests.traineeships import END, START, Trainee, departure, retention

CEILINGS = {
    "/authority/placements/{placement}": 13,
    "/authority/departures/{departure}": 9,
    "/employer/placements/{placement}": 12,
    "/employer/departures/{departure}": 6,
    "/applicant/applications/{application}": 12,
    "/applicant/applications": 12,
}
"""The session and what waits behind the menu are two of each; 提示 are one of 见习上岗审核, 补贴经费 is one of the person's pages;
accepted 花名册 that 审核通过 would touch are one of a 离岗."""


@asynccontextmanager
async def _desk(path: str, of: Trainee) -> AsyncIterator[Desk]:
    if path.startswith("/applicant"):
        entered = applicant_desk(of.person)
    else:
        entered = desk_of(of.unit if path.startswith("/employer") else await official(LIXIA))
    async with entered as desk:
        yield desk


async def _more(of: Trainee, file: int) -> None:
    """Ten of everything that a page lists."""
    for day in range(1, 11):
        at = START + timedelta(days=10 * day)
        await save(
            AllowanceRaise(
                placement=of.placement, starts_on=at, allowance_fen=260_000 + day, recorded_at=MOMENT
            )
        )
        if day < MOST_ROWS:
            facts: dict[str, Any] = {"company": "", "policy_number": "", "placement": of.placement}
            await save(Insurance(kind="other", place=1 + day, first_day=at, last_day=END, **facts))
        await departure(of.placement, "recalled")
        await retention(of.placement, "revoked")
        sent: dict[str, Any] = {"placement": of.placement, "agreement": 1, "file": file}
        await save(AgreementFile(round=1 + day, place=1, **sent))


@pytest.mark.anyio
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_page_of_a_traineeship_costs_few_statements_and_as_many_with_ten_of_everything(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    of, left, _ = await leaving()
    await certificate_sent(of, left)
    file = await signed(of)
    await departure(of.placement, "recalled")
    await retention(of.placement, "revoked")
    asked, run = list[str](), type(database).run

    async def counted(self: Any, text: str, *rest: Any) -> Any:
        asked.append(text)
        return await run(self, text, *rest)

    costs: dict[str, list[int]] = {path: [] for path in CEILINGS}
    for more in (False, True):
        if more:
            await _more(of, file)
        for path, cost in costs.items():
            at = path.format(placement=of.placement, departure=left, application=of.application)
            async with _desk(path, of) as desk:
                await desk.get(at)
                with monkeypatch.context() as patched:
                    patched.setattr(type(database), "run", counted)
                    asked.clear()
                    assert (await desk.get(at)).status_code == 200, at
                    cost.append(len(asked))

    assert {path: cost for path, cost in costs.items() if cost[0] != cost[1]} == {}
    assert {path: cost[0] for path, cost in costs.items() if cost[0] > CEILINGS[path]} == {}
