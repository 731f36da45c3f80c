"""The chapters of the story of 补贴经费, from the amounts that nobody could work out yet to the sums of the year."""

from tests.cast_people import PASSWORD
from tests.journeys import bases, departures, money_sums, on_duty, parameters, rosters
from tests.journeys.accepted import Accepted
from tests.journeys.cast import SOFTWARE
from tests.journeys.conftest import Enter
from tests.journeys.on_duty import OnDuty
from tests.journeys.served import Served

LACKS = "缺少 济南市历下区 2025年9月 的最低工资标准"
QUARTER = ("2026-07", "2026-09")
QUESTION, ANSWER = "9月10日是否最后一天上班？", "实际到9月20日，离岗日期需要更正。"
CHANGED, EVIDENCE = "报送后记录有变化，请核对后重新报送", "考勤表缺少或与花名册不一致"
WHY = "离岗日期应为2026年9月20日"
NEXT_YEAR = "2027-01-05T09:00+08:00"


class Story:
    """The employer, two officials of its county, the city, a stranger, and the one who is kept."""

    def __init__(self, enter: Enter, served: Served[OnDuty]) -> None:
        self.enter, self.served, self.who = enter, served, served.planted
        self.employer = bases.sign_in(enter(), SOFTWARE.login, PASSWORD)
        self.county = bases.sign_in(enter(), "lixia")
        self.city = bases.sign_in(enter(), "jinan")
        self.own = self.seen = ""

    def lack(self) -> None:
        """Nothing is guessed: what is missing is named, until the city has entered it."""
        rosters.preview(self.employer, "2025-09", "2025-12")
        self.employer.sees(LACKS)
        assert not self.employer.offers("报送")
        parameters.set_wage(self.city, "370102", "2,200.00", "2025-03-01", "该日原来没有值")
        self.employer.open(self.employer.here)
        amounts = ("9月 660.00", "10月 1,440.00", "11月 1,440.00", "12月 696.77")
        rosters.reads_amounts(self.employer, {self.who.earlier: amounts}, "4,236.77")
        self.employer.unfold("2025年9月", within=self.who.earlier)
        self.employer.sees("2,200.00 元 × 60% × 15/30 天 = 660.00 元")

    def send(self) -> None:
        """Estimated, looked at, exported, and sent with evidence; the same month cannot be sent beside it."""
        rosters.open_list(self.employer)
        self.employer.sees("912.00 元，1 人")
        self.employer.sees("8 个月，16,236.77 元")
        rosters.preview(self.employer, *QUARTER)
        rosters.reads_amounts(self.employer, money_sums.first(self.who), "11,303.23")
        self.employer.unfold("2026年7月", within=self.who.completes)
        self.employer.sees("2,400.00 元 × 60% × 16/31 天 = 743.23 元")
        book = rosters.workbook(self.employer)["补贴经费花名册"]
        found = rosters.column(book, "补贴合计（元）", "姓名")
        assert {name: found[name] for name in money_sums.SHEET} == money_sums.SHEET
        rosters.send_with_evidence(self.employer)
        self.own = self.employer.here
        rosters.preview(self.employer, "2026-09", "2026-09")
        self.employer.sees("现在不能报送")
        self.employer.sees("2026年9月已在花名册")

    def ask(self) -> None:
        """The office checks, asks about a row and sends it back; the employer answers; meanwhile the wage is raised."""
        self.seen = rosters.look_at(self.county, SOFTWARE.name, "核对结果：与记录一致", rosters.SLIP[0])
        rosters.ask(self.county, self.who.leaves, QUESTION)
        rosters.send_back(self.county, EVIDENCE)
        rosters.answer(self.employer, self.own, self.who.leaves, ANSWER, EVIDENCE)
        does = "其中1份、3人有变化，补贴（含保险补贴）合计由11,303.23元变为11,443.23元（增加140.00元）"
        parameters.set_wage(self.city, "370102", "2,500.00", "2026-09-01", does)
        rosters.send_again(self.employer, self.own, "合计增加140.00元", "11,443.23 元")

    def change(self) -> None:
        """Changed again while the office decides: it cannot be accepted, and goes back once more."""
        rosters.look_at(self.county, SOFTWARE.name, ANSWER, "11,443.23")
        self.county.follow("接受")
        does = "其中1份已报送：接受时会与报送时的内容不一致"
        parameters.set_value(self.city, "见习补贴比例", "65%", "2026-08-01", does)
        self.county.press("确认接受")
        self.county.sees("报送后记录或参数有变化：3人有变化，合计增加651.67元。请退回，由单位重新报送。")
        assert not self.county.offers("确认接受")
        rosters.send_back(self.county, CHANGED)
        rosters.send_again(self.employer, self.own, "合计增加651.67元", "12,094.90 元")

    def read_only(self) -> None:
        """The office of the other level."""
        self.city.open(self.seen)
        rosters.reads_amounts(self.city, money_sums.second(self.who), "12,094.90")
        self.city.misses("提问：")
        self.city.open(self.seen.partition("?")[0] + "/acceptance")
        assert not self.city.offers("确认接受")
        self.city.sees("历下区")

    def accept(self) -> None:
        """Two of one office at once: the second is told who was first."""
        other = bases.sign_in(self.enter(), on_duty.SECOND_LOGIN, PASSWORD)
        for official in (self.county, other):
            rosters.look_at(official, SOFTWARE.name, "12,094.90")
            official.follow("接受")
        self.county.press("确认接受")
        self.county.sees("已接受，合计12,094.90元。")
        other.press("确认接受")
        other.sees("李建国")
        other.sees("接受")
        assert not other.offers("确认接受")

    def be_seen(self) -> None:
        """Another county finds nothing; the person sees own months."""
        assert bases.sign_in(self.enter(), "huaiyin").open(self.seen) == 404
        self.person = bases.sign_in(self.enter(), self.who.login, PASSWORD)
        self.person.go_to("已报见习岗位管理")
        for month in ("2026年7月已接受1,440.00", "2026年8月已接受1,560.00", "2026年9月已接受1,625.00"):
            self.person.sees(month[-8:], within=month[:7])
        self.person.misses(self.who.leaves)

    def send_twice(self) -> None:
        rosters.preview(self.employer, "2026-09", "2026-09")
        self.employer.press("报送")
        self.employer.press("确认报送")
        self.employer.sees("已在接受的花名册中，不能重复计算")
        self.employer.follow("返回花名册")
        self.employer.follow("删除")
        self.employer.press("确认删除")

    def correct(self) -> None:
        """A departure of an accepted month stays as it is until a 更正 is open."""
        self.county.open("/authority/departures?state=approved")
        self.county.misses("撤销审核")
        new = rosters.correct(self.employer, self.own, WHY)
        self.county.open("/authority/departures?state=approved")
        self.county.follow("撤销审核", within=self.who.leaves)
        self.county.press("确认撤销审核")
        departures.decide(self.county, Accepted(self.who.leaves, ""), "2026-09-20")
        self.employer.open(new)
        rosters.send(self.employer, "合计增加541.66元", "由541.67元（10/30天）变为1,083.33元（20/30天）")
        rosters.accept(self.county, SOFTWARE.name, WHY, "与第1版相比", "合计增加541.66元")
        self.county.open(self.seen)
        self.county.sees("已被更正")

    def settle(self) -> None:
        """The year is over: what retention adds, with the names behind the figure."""
        self.served.since(NEXT_YEAR)
        bases.sign_in(self.employer, SOFTWARE.login, PASSWORD)
        rosters.open_list(self.employer)
        self.employer.follow("办理2026年年度清算")
        self.employer.sees("2026年留用率 1/2（50%），达到 50%")
        rosters.reads_amounts(self.employer, money_sums.settled(self.who), "1,990.54")
        self.employer.sees("该月在已接受的花名册中没有补贴", within=self.who.stays)
        self.employer.press("报送")
        rosters.send(self.employer)
        bases.sign_in(self.county, "lixia")
        rosters.look_at(self.county, SOFTWARE.name, "2026年留用率 1/2（50%），达到 50%")
        self.county.sees(self.who.kept, within="期满未计入留用")
        self.county.sees(self.who.completes, within="期满未计入留用")
        rosters.accept(self.county, SOFTWARE.name, "1,990.54")

    def sum_up(self) -> None:
        """On screen and in the workbook, by county and by month."""
        bases.sign_in(self.city, "jinan")
        money_sums.add_up(self.city)
        bases.sign_in(self.person, self.who.login, PASSWORD)
        self.person.go_to("已报见习岗位管理")
        self.person.sees("年度清算")
        self.person.sees("250.00")

    def run(self) -> None:
        chapters = (
            self.lack,
            self.send,
            self.ask,
            self.change,
            self.read_only,
            self.accept,
            self.be_seen,
            self.send_twice,
        )
        for chapter in (*chapters, self.correct, self.settle, self.sum_up):
            chapter()
