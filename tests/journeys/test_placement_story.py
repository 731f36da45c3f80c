"""From the acceptance to the end: six people's agreements, their reviews, and the six ways in which it may end.

In Chromium on one database and by plain forms on the other; the clock is moved on so that one traineeship runs out."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from jianxi.storage import store
from tests.cast_people import PASSWORD
from tests.journeys import bases, departures, people, placements, retentions, signed
from tests.journeys.accepted import Accepted, plant
from tests.journeys.browser import DESKTOP, PHONE, BrowserVisitor
from tests.journeys.cast import SOFTWARE, Human
from tests.journeys.conftest import Enter
from tests.journeys.installation import Installation
from tests.journeys.served import Served
from tests.journeys.visitor import Visitor
from tests.sharing import asked_on

NO_SEAL = "协议缺少单位盖章，请补盖后重新上传"
WHY_NOT = "岗位交接没有完成"
Six = Served[tuple[Accepted, ...]]
AFTERWARDS = "2027-02-02T09:00+08:00"
"""The day after the last one of those who stay."""


@pytest.fixture
def served(
    installation: Installation, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Six]:
    storage = (tmp_path / "files").as_uri()
    accepted = plant(installation, storage)
    store.use(tmp_path_factory.mktemp("files").as_uri())
    with ExitStack() as stack:
        yield Served(replace(installation, settings={"JIANXI_STORAGE_URL": storage}), accepted, stack)


@pytest.fixture
def site(served: Six) -> str:
    return served.start()


class Story:
    """The employer, the office, and the three who sign in."""

    def __init__(self, enter: Enter, served: Six) -> None:
        self.enter, self.served = enter, served
        self.leaves, self.appeals, self.sent_off, self.kept, self.not_kept, self.stays = served.planted
        self.employer = bases.sign_in(enter(), SOFTWARE.login, PASSWORD)
        self.county = bases.sign_in(enter(), "lixia")
        self.leaver = bases.sign_in(enter(), self.leaves.login, PASSWORD)
        self.appellant = self.come_in(enter(), self.appeals)

    def come_in(self, visitor: Visitor, who: Accepted) -> Visitor:
        return people.sign_in(visitor, Human(who.name, who.id_number))

    def register(self) -> None:
        """All are registered; two agreements are printed, stamped and scanned."""
        for who in self.served.planted:
            placements.register(self.employer, who)
        placements.is_told(self.leaver, "待上传协议", "录用上岗登记")
        self.own = signed.scanned(placements.download(self.employer, self.leaves))
        self.other = signed.scanned(placements.download(self.employer, self.appeals), -4)

    def upload(self) -> None:
        """The scan of somebody else is told at once; the others' come as photographs that say nothing."""
        placements.is_told_whose_it_is(self.employer, self.leaves, self.appeals, self.other.first)
        placements.upload(self.employer, self.leaves, *self.own.files)
        placements.upload(self.employer, self.appeals, *self.other.files)
        for who in self.served.planted[2:]:
            placements.upload(self.employer, who, signed.PHOTO)
        placements.is_told(self.leaver, "等待审核", "上传协议")
        placements.reads(self.county, "见习上岗等待审核", 6)

    def review(self) -> None:
        """Looked at and rejected with a reason, which everybody reads; the others are approved together."""
        placements.look_at(self.county, self.leaves)
        placements.reject(self.county, NO_SEAL)
        placements.approve_many(self.county, self.served.planted[1:])
        standing = (self.leaves, "审核不通过"), (self.appeals, "在岗")
        placements.stands(self.employer, *standing)
        placements.is_listed(self.county, *standing)
        placements.reads(self.employer, "上岗审核不通过", 6)
        self.employer.sees(self.leaves.name)
        placements.reads(self.leaver, "上岗审核不通过", 3)
        self.leaver.sees(NO_SEAL)

    def review_again(self) -> None:
        """Uploaded again, approved, reopened and approved again: 在岗 in the end, and the history says so."""
        again = ("补盖公章.jpg", self.own.first[1])
        placements.replace_first(self.employer, self.leaves, again, NO_SEAL)
        placements.is_told(self.leaver, "等待审核")
        placements.approve(self.county, self.leaves)
        placements.reopen(self.county, self.leaves)
        placements.stands(self.employer, (self.leaves, "等待审核"))
        placements.approve(self.county, self.leaves)
        placements.is_told(self.leaver, "在岗", "撤销上岗审核", "上岗审核不通过", NO_SEAL)

    def leave(self) -> None:
        """By own request; after a refusal, by the office; by the employer, who had it wrong at first."""
        departures.ask(self.leaver, "升学、入伍或考录", departures.TODAY)
        departures.ask(self.appellant, "患病", departures.TODAY)
        departures.consent(self.employer, self.leaves)
        departures.certify(self.employer, self.leaves)
        departures.refuse(self.employer, self.appeals, WHY_NOT)
        departures.appeal(self.appellant, WHY_NOT)
        departures.record(self.employer, self.sent_off, "无故缺勤", "2026-11-12")
        departures.amend(self.employer, "本人不愿继续", "2026-11-18")
        departures.certify(self.employer, self.sent_off)
        placements.reads(self.appellant, "单位未同意终止见习", 4)

    def decide(self) -> None:
        departures.approve(self.county, self.leaves)
        departures.approve(self.county, self.sent_off)
        departures.decide(self.county, self.appeals, "2026-11-19")
        gone = (self.leaves, self.appeals, self.sent_off)
        placements.stands(self.employer, *((who, "已离岗") for who in gone))
        placements.is_told(self.leaver, "已离岗", "解除协议证明", "终止见习审核通过")
        placements.is_told(self.appellant, "已离岗", "提请主管部门", "2026年11月19日")

    def be_told(self) -> None:
        """Whom the employer has sent off reads both versions of why."""
        sent_off = self.come_in(self.enter(), self.sent_off)
        placements.reads(sent_off, "离岗登记已修改", 7)
        for words in ("已离岗", "本人不愿继续", "修改离岗登记", "无故缺勤", "终止见习审核通过"):
            sent_off.sees(words)

    def keep(self) -> None:
        """One is retained, of another it is withdrawn; the office reads it with its evidence."""
        retentions.record(self.employer, self.kept)
        retentions.record(self.employer, self.not_kept)
        retentions.withdraw(self.employer, self.not_kept)
        self.county.open("/authority/placements?state=approved")
        self.county.follow(self.kept.name)
        self.county.sees("已留用")
        self.county.sees(retentions.CONTRACT[0])

    def run_out(self) -> None:
        """The day after the last: nothing was done, and everybody stands where they belong."""
        self.served.since(AFTERWARDS)
        bases.sign_in(self.employer, SOFTWARE.login, PASSWORD)
        words = ("已离岗", "已离岗", "已离岗", "已留用", "见习期满", "见习期满")
        bases.sign_in(self.county, "lixia")
        standing = tuple(zip(self.served.planted, words, strict=True))
        placements.stands(self.employer, *standing)
        placements.is_listed(self.county, *standing)
        placements.is_told(self.come_in(self.appellant, self.stays), "见习期满")

    def run(self) -> None:
        chapters = (self.register, self.upload, self.review, self.review_again)
        for chapter in (*chapters, self.leave, self.decide, self.be_told, self.keep, self.run_out):
            chapter()


@asked_on("postgres")
def test_the_story_of_placements_runs_by_plain_forms(plainly: Callable[[], Visitor], served: Six) -> None:
    Story(plainly, served).run()


@pytest.fixture
def window_size(database_kind: str) -> tuple[int, int]:
    return {"sqlite": DESKTOP, "postgres": PHONE}[database_kind]


@asked_on("sqlite")
def test_the_story_of_placements_runs_in_chromium(
    in_chromium: Callable[[], BrowserVisitor], served: Six
) -> None:
    Story(in_chromium, served).run()
