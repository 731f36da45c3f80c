"""The whole story, from an empty installation to an accepted application, in Chromium and by plain forms."""

from collections.abc import Callable

import pytest

from tests.journeys import applications, bases, people, positions
from tests.journeys.browser import DESKTOP, PHONE, BrowserVisitor
from tests.journeys.cast import EARLIER, FACTORY, GRADUATE, SOFTWARE, YOUTH
from tests.journeys.conftest import Enter
from tests.journeys.visitor import Visitor
from tests.sharing import asked_on

TESTER, BUILDER, WRITER, TURNER = "软件测试技术员", "前端开发见习生", "技术文档见习生", "数控编程见习生"


class Story:
    """Everybody at their own desk."""

    def __init__(self, enter: Enter) -> None:
        self.enter = enter
        self.county = bases.sign_in(enter(), "lixia")
        self.city = bases.sign_in(enter(), "jinan")
        self.software = enter()
        self.factory = enter()

    def bases(self) -> None:
        """1, 2: two employers become bases; other offices never see them."""
        bases.apply(self.software, SOFTWARE)
        bases.apply(self.factory, FACTORY)
        self.city.go_to("见习基地审核")
        self.city.misses(SOFTWARE.name)
        bases.county_passes(self.county, SOFTWARE)
        bases.county_passes(self.county, FACTORY)
        bases.city_passes(self.city, SOFTWARE)
        bases.city_passes(self.city, FACTORY)
        self.county.follow(SOFTWARE.name)
        for stranger in ("huaiyin", "zaozhuang"):
            bases.is_not_there(bases.sign_in(self.enter(), stranger), SOFTWARE, self.county.here)
        self.software.go_to("见习基地申请")
        self.software.sees("审核通过")

    def positions(self) -> None:
        """3: county then city, or the city alone; several are published at once."""
        for title, seats in ((TESTER, 1), (BUILDER, 2), (WRITER, 1)):
            positions.add(self.software, title, seats)
        positions.add(self.factory, TURNER)
        self.county.go_to("见习岗位审核")
        self.county.misses(TURNER)
        self.city.go_to("见习岗位审核")
        self.city.misses(TESTER)
        for title in (TESTER, BUILDER):
            positions.passes(self.county, title)
            positions.passes(self.city, title)
        positions.passes(self.city, TURNER)
        positions.rejects(self.county, WRITER, "岗位职责或任职要求不清楚")
        self.software.go_to("见习岗位管理")
        self.software.sees("岗位职责或任职要求不清楚", within=WRITER)
        positions.publishes(self.city, [TESTER, BUILDER, TURNER])

    def people(self) -> None:
        """4: three kinds of people come in and fill in what they wish for."""
        self.graduate = people.register(self.enter(), GRADUATE, "linxiao")
        self.earlier = people.sign_in(self.enter(), EARLIER)
        self.youth = people.sign_in(self.enter(), YOUTH)
        everybody = ((self.graduate, GRADUATE), (self.earlier, EARLIER), (self.youth, YOUTH))
        for visitor, human in everybody:
            people.fill_in_intention(visitor, human)

    def applications(self) -> None:
        """5: find, apply, withdraw, apply again; reject one, accept one, and no more than the seats."""
        applications.find(self.graduate, "职位名称", "测试")
        self.graduate.misses(TURNER)
        applications.apply(self.graduate, TESTER)
        applications.withdraw(self.graduate, TESTER)
        applications.find(self.graduate, "单位名称", "云河")
        applications.apply(self.graduate, TESTER)
        for visitor in (self.earlier, self.youth):
            applications.find(visitor, "地区（市）", "济南市")
            applications.apply(visitor, TESTER)
        applications.read_form(self.software, GRADUATE)
        applications.rejects(self.software, EARLIER, "所学专业与岗位不符")
        applications.accepts(self.software, GRADUATE)
        self.software.go_to("见习报名管理")
        assert not self.software.offers("审核通过", within=YOUTH.name), "the only seat is taken"

    def afterwards(self) -> None:
        """The rejected one reads why and chooses again; the accepted one may not; full is said."""
        self.earlier.go_to("已报见习岗位管理")
        self.earlier.sees("所学专业与岗位不符")
        applications.find(self.earlier, "职位名称", "数控")
        applications.apply(self.earlier, TURNER)
        self.graduate.go_to("已报见习岗位管理")
        self.graduate.sees("审核通过")
        self.factory.go_to("见习报名管理")
        self.factory.sees(EARLIER.name)
        self.factory.misses(GRADUATE.name)
        anyone = self.enter()
        anyone.open("/positions")
        anyone.sees("已满", within=TESTER)
        anyone.open("/bases")
        anyone.sees(SOFTWARE.name)

    def run(self) -> None:
        for chapter in (self.bases, self.positions, self.people, self.applications, self.afterwards):
            chapter()


@asked_on("sqlite")
def test_the_story_runs_by_plain_forms(plainly: Callable[[], Visitor]) -> None:
    Story(plainly).run()


@pytest.fixture
def window_size(database_kind: str) -> tuple[int, int]:
    """Each width with one of the databases; every page is checked for sideways scrolling as it comes."""
    return {"sqlite": DESKTOP, "postgres": PHONE}[database_kind]


@asked_on("postgres")
def test_the_story_runs_in_chromium(in_chromium: Callable[[], BrowserVisitor]) -> None:
    Story(in_chromium).run()
