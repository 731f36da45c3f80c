"""The parts of a roster (花名册): the unit's facts, one person's columns, a line with its months, the head."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jianxi.domain.periods import Period, month_of
from jianxi.domain.roster_evidence import Evidence
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import MonthAmount, RetentionFigure, Rules, Service, Standing


@dataclass(frozen=True, slots=True)
class Unit:
    """单位 and its base, as the version in force and 联系方式和账户 have it."""

    name: str
    credit_code: str
    level: str
    """基地级别: county, city; empty for a base that was never approved."""
    county: str
    """所属区县: the base's 注册地, whose minimum wage counts."""
    place: str
    """济南市历下区."""
    account_name: str
    """开户名称."""
    bank: str
    """开户银行."""
    account_number: str
    """银行账号."""
    contact: str
    phone: str
    """联系手机."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Somebody whom the retention figure counts."""

    placement: int
    name: str
    day: date
    """When the retention began to count, or when the period was completed."""
    service: Service | None = None
    """Of whom there is no line, since no month of the year is theirs."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of 报送材料 that was sent along, without its name: people write names and numbers into those."""

    kind: Evidence
    digest: str
    """SHA-256 of what was uploaded."""
    pages: int


@dataclass(frozen=True, slots=True)
class Head:
    """What holds for the whole roster. Frozen with it."""

    unit: Unit
    kind: RosterKind
    period: Period
    """From the first of its first month to the last of its last."""
    rules: Rules
    figure: RetentionFigure | None = None
    """留用率, of a settlement."""
    behind: tuple[Behind, ...] = ()
    """Everybody in `figure`: the retained, then the completed."""
    evidence: tuple[Attached, ...] = ()
    """What was attached when it was sent, in the order in which it came; of what was not sent, none."""

    def names(self, placements: Iterable[int]) -> tuple[Behind, ...]:
        """Those of `figure.retained` or `figure.completed`, in that order."""
        known = {each.placement: each for each in self.behind}
        return tuple(known[each] for each in placements)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one person. Whatever depends on days and money stands in the line's service and months."""

    name: str
    sex: str
    id_number: str
    """Whole: masked wherever it is shown on a screen."""
    kind: str
    """人员类别: 应届毕业生, 往届毕业生 or 社会青年 on 上岗日期."""
    school: str
    major: str
    degree: str
    graduated_on: date | None
    phone: str
    title: str
    """见习岗位."""
    mentor: str
    last_day: date | None
    """实际离岗/期满日: None while it lies beyond the roster's months and nobody has left."""
    leaving_reason: str
    """离岗原因 of an approved departure."""
    insurance: str
    """保险情况."""


@dataclass(frozen=True, slots=True)
class Line:
    """One placement of a roster. Money in 分."""

    place: int
    """序号, from 1."""
    placement: int
    person: int
    columns: Columns
    service: Service
    months: tuple[MonthAmount, ...]

    @property
    def departure(self) -> int | None:
        """The approved one, where an amount, or the figure of a settlement, depends on it."""
        is_last = bool(self.months) and self.months[-1].last == self.service.left_on
        return self.service.departure if is_last or self.settles else None

    @property
    def retention(self) -> int | None:
        """The one that stands, where an amount, or the figure of a settlement, depends on it."""
        contract = self.service.contract
        if contract is None or not self.months:
            return None
        until = min(self.service.ends_on, month_of(self.months[-1].month).last)
        return contract.retention if contract.first_day <= until or self.settles else None

    @property
    def settles(self) -> bool:
        """Of a 年度清算."""
        return any(month.settles for month in self.months)

    @property
    def payable(self) -> tuple[MonthAmount, ...]:
        return tuple(month for month in self.months if month.standing is Standing.PAYABLE)

    @property
    def months_claimed(self) -> int:
        """申请月数: months in which a day is subsidised."""
        return len(self.months)

    @property
    def months_counted(self) -> int:
        """核算月数: those that are paid."""
        return sum(month.standing is Standing.PAYABLE for month in self.months)

    @property
    def fen(self) -> int:
        """补贴合计, without insurance."""
        return sum(month.fen for month in self.months if month.standing is Standing.PAYABLE)

    @property
    def insurance_fen(self) -> int:
        return sum(month.insurance_fen for month in self.months if month.standing is Standing.PAYABLE)

    @property
    def allowance_fen(self) -> int:
        """月生活费, as it was last in these months."""
        told = [month.allowance_fen for month in self.months if month.allowance_day is not None]
        return told[-1] if told else self.service.allowance_fen

    @property
    def wages(self) -> tuple[int, ...]:
        """当地最低工资: each that counts, in the order of days."""
        return tuple(dict.fromkeys(part.wage_fen for month in self.months for part in month.parts))

    @property
    def rates(self) -> tuple[int, ...]:
        """补贴比例 with what a settlement adds, each once."""
        return tuple(dict.fromkeys(month.rate + month.bonus for month in self.months))

    @property
    def reasons(self) -> tuple[str, ...]:
        """备注: why months are 待定 or 不予补贴, each once."""
        return tuple(dict.fromkeys(month.reason for month in self.months if month.reason))
