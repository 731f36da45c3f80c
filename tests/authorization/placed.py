"""上岗 and 离岗 for the harness, with the papers that were issued for them: of both units, and of one in another city."""

from collections.abc import Mapping
from typing import Any

from jianxi.services import agreements, certificates, files
from jianxi.tables.applications import Application
from jianxi.tables.departures import CertificateFile
from jianxi.tables.papers import Paper
from jianxi.tables.placements import AgreementFile, Insurance, Placement
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.attachments import sample
from tests.authorization.record import Record, Records, by
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.conftest import NOW
from tests.traineeships import DECIDED, END, REGISTERED, START, departure


async def placed(accepted: list[Record]) -> Records:
    """Of the accepted applications of a unit in the county, of one of the city's level, and of one far away."""
    of_county, of_city, far = (each.number for each in accepted)
    own = await _placement(of_county, "approved")
    waiting = await _placement(of_city, "waiting", uploads=1, waits_since=MOMENT)
    foreign = await _placement(far, "approved")
    left, away = await _departure(own), await _departure(foreign)
    here = by("unit_county", "current_graduate", "county", "city")
    return {
        "placement": [
            Record(own, here, "own"),
            Record(waiting, by("unit_city", "youth", "county", "city"), "same scope"),
            Record(foreign, by("other_city"), "foreign"),
        ],
        "at_review": [
            Record(own, by("county"), "own"),
            Record(waiting, by("city"), "same scope"),
            Record(foreign, by(), "foreign"),
        ],
        "scanned": [
            Record(await _scanned(own), here - by("city"), "own", own),
            Record(await _scanned(foreign), by(), "foreign", foreign),
        ],
        "departure": [Record(left, here, "own"), Record(away, by("other_city"), "foreign")],
        "stamped": [
            Record(await _stamped(left), here, "own", left),
            Record(await _stamped(away), by("other_city"), "foreign", away),
        ],
    }


async def _placement(application: int, state: str, **columns: Any) -> int:
    of = Application
    row = await of.select(of.person, of.position, of.employer).where(of.id == application).first()
    assert row is not None
    facts: Mapping[str, Any] = {
        "starts_on": START,
        "ends_on": END,
        "allowance_fen": 260_000,
        "mentor": "周强",
    }
    decided = {"decided_at": DECIDED, "decided_by": "李建国"} if state == "approved" else {}
    known = {**row, **facts, **decided, **columns, "application": application, "state": state}
    id = await save(Placement(registered_at=REGISTERED, state_since=REGISTERED, **known))
    covered: dict[str, Any] = {"kind": "injury", "first_day": START, "last_day": END}
    await save(Insurance(placement=id, place=1, **covered))
    async with unit_of_work():
        await agreements.issue(id, NOW)
    await _drawn("agreement", id)
    return id


async def _departure(placement: int) -> int:
    id = await departure(placement, "waiting_certificate")
    async with unit_of_work():
        await certificates.issue(id, NOW)
    await _drawn("certificate", id)
    return id


async def _stamped(departure: int) -> int:
    """A page that was once sent for it."""
    stored = await sample("rules", "stamped.pdf")
    async with unit_of_work():
        file = await files.add(stored, MOMENT)
        await insert(CertificateFile(departure=departure, round=1, certificate=1, place=1, file=file))
    return file


async def _scanned(placement: int) -> int:
    """A page that was sent as 上传协议书."""
    stored = await sample("rules", "scanned.pdf")
    async with unit_of_work():
        file = await files.add(stored, MOMENT)
        await insert(AgreementFile(placement=placement, round=1, agreement=1, place=1, file=file))
    return file


async def _drawn(kind: str, record: int) -> None:
    """A look at it draws nothing, and so writes nothing."""
    stored = await sample("rules", f"{kind}.pdf")
    async with unit_of_work():
        file = await files.add(stored, MOMENT)
        await Paper.update({Paper.file: file}).where(Paper.kind == kind, Paper.record == record)
