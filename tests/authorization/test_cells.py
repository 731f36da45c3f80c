"""Every address × method × kind of user × record: nobody gets through, and nobody is told what is not theirs."""

from collections import Counter

import pytest

from jianxi.domain.identity_pictures import LOOK
from jianxi.routes import ROUTES
from tests.addresses import Address, addresses
from tests.authorization import drawing, planted
from tests.authorization.asking import FORBIDDEN_TO_FORMS, WAYS, Answer, Way, ask
from tests.authorization.browser import Browser
from tests.authorization.entries import ENTRIES
from tests.authorization.entry import Entry
from tests.authorization.people import DESKS, KINDS
from tests.authorization.planted import Planted
from tests.authorization.record import Record
from tests.authorization.verdicts import fault
from tests.authorization.world import MISSING, World, settle
from tests.hostile.records import changes, everything
from tests.hostile.visiting import Visitor, visiting

pytestmark = pytest.mark.anyio
ADDRESSES = addresses(ROUTES)
LEAVING = "/logout"
"""It does what it says: after it everybody comes in again."""
LEAST = 4_000


def test_every_address_has_an_entry_and_every_entry_an_address() -> None:
    assert {address.path for address in ADDRESSES} ^ set(ENTRIES) == set()


def asked_for(entry: Entry, world: World, all_of_them: bool) -> list[Record | None]:
    """The records whose numbers go into the address."""
    if not entry.noun:
        return [None]
    records = world.records[entry.noun]
    return [*(records if all_of_them else records[:1])]


async def entered(visitor: Visitor, kind: str, world: World) -> None:
    if kind == "provisional":
        await visitor.post("/enter", {})
        await visitor.renew()
    elif kind != "nobody":
        await visitor.enter(world.people[kind])


class Harness:
    """One kind of user at every address; keeps count and what was found."""

    def __init__(self, kind: str, visitor: Visitor, world: World, texts: list[Planted], whole: bool) -> None:
        """`whole`: scripts ask, too, and whoever stands outside a desk's gate asks for every record."""
        self.kind, self.visitor, self.world, self.texts = kind, visitor, world, texts
        self.browser = Browser(visitor)
        self.whole = whole
        self.ways = [way for way in WAYS if whole or not way.script]
        self.gates: dict[tuple[str, Way], Answer] = {}
        self.cells: Counter[str] = Counter()
        self.faults: list[str] = []

    async def walk(self) -> None:
        for address in ADDRESSES:
            for way in self.ways:
                if way.method in FORBIDDEN_TO_FORMS:
                    await self._untaken(address, ENTRIES[address.path], way)
                else:
                    await self._cells(address, ENTRIES[address.path], way)
                if address.path == LEAVING:
                    await self.visitor.leave()
                    await entered(self.visitor, self.kind, self.world)
                    self.browser.sit_down()

    async def _untaken(self, address: Address, entry: Entry, way: Way) -> None:
        """No route takes such a method. Outside a desk's gate the same is said at every address of the desk."""
        assert way.method not in address.methods
        outside = self.kind not in DESKS.get(address.desk, KINDS)
        for record in asked_for(entry, self.world, all_of_them=False):
            number, of = (record.number, record.of) if record else (MISSING, MISSING)
            own = none = (await ask(self.browser, address, entry, number, way, of)).anywhere()
            if outside:
                none = self.gates.setdefault((address.desk, way), own)
            elif record is not None:
                none = (await ask(self.browser, address, entry, MISSING, way, MISSING)).anywhere()
            wrong = fault(self.kind, address, entry, record, way, own, none)
            self._note(address, way, record.place if record else "no record", wrong, own)

    async def _cells(self, address: Address, entry: Entry, way: Way) -> None:
        if not entry.noun and self._would_act(address, entry, None, way):
            return
        none = await ask(self.browser, address, entry, MISSING, way, MISSING)
        if entry.noun:
            self._note(address, way, "missing", "", none)
        for record in asked_for(entry, self.world, self._asks_for_all(address)):
            if self._would_act(address, entry, record, way):
                continue
            own = none
            if record is not None:
                own = await ask(self.browser, address, entry, record.number, way, record.of)
            wrong = fault(self.kind, address, entry, record, way, own, none)
            self._note(address, way, record.place if record else "no record", wrong, own)

    def _would_act(self, address: Address, entry: Entry, record: Record | None, way: Way) -> bool:
        """Who may do what needs no version does it in its own tests; who may not is tried here."""
        may = entry.kinds or DESKS.get(address.desk, frozenset(KINDS))
        sees = self.kind in record.seen_by if record is not None else self.kind in may
        return entry.acts and way.method == "POST" and sees

    def _asks_for_all(self, address: Address) -> bool:
        return self.whole or self.kind in DESKS.get(address.desk, KINDS)

    def _note(self, address: Address, way: Way, place: str, wrong: str, answer: Answer) -> None:
        self.cells[place] += 1
        told = planted.leaks(self.texts, self.kind, answer.whole)
        found = [wrong] * bool(wrong) + [f"reads the {what}" for what in told]
        self.faults += [f"{self.kind}: {way} {address.path} ({place}): {each}" for each in found]


@pytest.mark.usefixtures("database")
async def test_nobody_gets_through_and_a_foreign_record_looks_like_a_missing_one(
    database_kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a script is answered does not depend on the database, nor does a gate: all of it is asked on one of them."""
    drawing.once(monkeypatch)
    world = await settle()
    texts = await planted.plant(world.people)
    before, cells, faults = await everything(), Counter[str](), list[str]()

    for kind in KINDS:
        async with visiting() as visitor:
            await entered(visitor, kind, world)
            harness = Harness(kind, visitor, world, texts, whole=database_kind == "sqlite")
            await harness.walk()
        cells += harness.cells
        faults += harness.faults

    assert not faults, "\n".join(faults)
    changed = changes(before, await everything())
    assert {row["verb"] for row in changed.pop("log_entry", [])} == {LOOK, "export"}, "each is logged"
    assert changed == {}
    assert cells.total() >= LEAST, cells
