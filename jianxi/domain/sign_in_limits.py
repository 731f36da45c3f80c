"""How often somebody may try to sign in (登录次数限制): windows, waits that double, and the sentence of a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from statistics import median

from jianxi.domain.outcomes import Told
from jianxi.domain.periods import in_shanghai

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
IPV6_HOST_BITS = 64
"""One household or school is given at least this much of an address space, so its addresses count as one."""


class Family(StrEnum):
    """Ways that guess at the same secret count together: 姓名+身份证号 is asked for at 应届毕业生注册, too."""

    IDENTITY = "identity"
    ACCOUNT = "account"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class Window:
    """At most so many within this time."""

    most: int
    span: timedelta

    def times(self, factor: int) -> "Window":
        return Window(self.most * factor, self.span)


PER_ADDRESS: Mapping[Family, tuple[Window, ...]] = {
    Family.IDENTITY: (Window(20, MINUTE), Window(60, HOUR)),
    Family.ACCOUNT: (Window(60, MINUTE), Window(600, HOUR)),
    Family.EMPLOYER: (Window(10, MINUTE), Window(30, HOUR)),
}
"""Tries of every outcome. A right password costs as much work as a wrong one, so right ones count, too; but a whole office stands
behind one address and signs in at half past eight: three times as many a minute as by name and ID number, ten times an hour."""
WRONG_PER_ADDRESS: Mapping[Family, tuple[Window, ...]] = {Family.ACCOUNT: (Window(100, HOUR),)}
"""Wrong tries alone: one password tried at many accounts."""
IDS_PER_ADDRESS = Window(10, HOUR)
"""Distinct ID numbers."""
LISTED = 10
"""How many times as much an address may that an office has listed (学校, 招聘会)."""
WRONG = Window(5, timedelta(minutes=15))
"""Wrong names for one ID number, or wrong passwords for one account from one address; then the waits."""
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=15), DAY
REMEMBERED = DAY
"""How long after a wait the next wrong try still doubles it."""
PER_AREA = Window(50, HOUR)
"""Wrong tries for one region prefix and birth year."""
OVERALL_LEAST, OVERALL_TIMES = 1_000, 5
HOURS_OF_A_WEEK = 7 * 24


class Limit(StrEnum):
    """Which limit was passed; the value is what the server's log says."""

    WRONG = "wrong"
    ADDRESS = "address"
    AREA = "area"
    OVERALL = "overall"
    CODES = "codes"


class TooMany(Told):
    """Not tried: a limit is passed, until that moment (429)."""

    def __init__(self, limit: Limit, family: Family, until: datetime, now: datetime) -> None:
        super().__init__(sentence(limit, family, until, now))
        self.limit, self.family = limit, family
        self.seconds = max(1, -(-(until - now) // timedelta(seconds=1)))


def free_from(times: Sequence[datetime], window: Window, now: datetime) -> datetime | None:
    """When there is room for one more; None: at once. `times` in any order."""
    within = sorted((at for at in times if at > now - window.span), reverse=True)
    return within[window.most - 1] + window.span if len(within) >= window.most else None


def free_for_another(
    newest: Mapping[str, datetime], subject: str, window: Window, now: datetime
) -> datetime | None:
    """The same of distinct subjects, each with its newest try. One that was tried already may be tried again."""
    within = {each: at for each, at in newest.items() if at > now - window.span}
    return None if subject in within else free_from(list(within.values()), window, now)


def wait_after(waits: int) -> timedelta:
    """The first is 15 minutes, each is twice the one before, none is longer than a day."""
    doublings: int = min(waits - 1, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def next_wait(wrong_before: int, waits: int, until: datetime | None, now: datetime) -> int:
    """Which wait, counted from one, a further wrong try begins; 0 for none yet."""
    if waits and until is not None and now < until + REMEMBERED:
        return waits + 1
    return 1 if wrong_before + 1 >= WRONG.most else 0


def overall(hours: Sequence[int]) -> int:
    """Tries an hour that all may make together; `hours` are the numbers of the week's hours that had any."""
    quiet = [0] * max(0, HOURS_OF_A_WEEK - len(hours))
    return max(OVERALL_LEAST, int(OVERALL_TIMES * median([*quiet, *hours])))


def counted_as(address: str) -> str:
    """The address as it is counted: an IPv6 one by its first 64 bits, an IPv4 one in IPv6 clothes as itself."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> IPV6_HOST_BITS << IPV6_HOST_BITS)) + f"/{IPV6_HOST_BITS}"
    return str(found)


ELSE: Mapping[tuple[Limit, Family], str] = {
    (Limit.WRONG, Family.IDENTITY): (
        "该身份证号多次与姓名不符。请核对姓名，应与身份证一致；不是您本人尝试的，请携带身份证到区县人社部门办理。"
    ),
    (Limit.WRONG, Family.ACCOUNT): (
        "忘记密码的：单位请联系注册地的区县人社部门，毕业生请联系人社部门，主管部门请联系系统管理员。"
    ),
    (Limit.ADDRESS, Family.IDENTITY): (
        "同一网络的人较多时也会这样，可以换用手机网络；学校、招聘会请联系当地人社部门登记后放宽。"
    ),
    (
        Limit.ADDRESS,
        Family.ACCOUNT,
    ): "同一网络的人较多时也会这样，可以换用其他网络，或联系当地人社部门登记后放宽。",
    (
        Limit.ADDRESS,
        Family.EMPLOYER,
    ): "同一网络注册较多时也会这样，可以换用其他网络，或联系当地人社部门登记后放宽。",
    (Limit.AREA, Family.IDENTITY): "同一地区的尝试较多，不是您的信息有误。着急办理的，请联系区县人社部门。",
    (Limit.CODES, Family.IDENTITY): (
        "短信验证码每小时最多发送5次。一直收不到的，请携带身份证到区县人社部门办理。"
    ),
    (Limit.OVERALL, Family.IDENTITY): "全系统的尝试较多，不是您的信息有误。着急办理的，请联系区县人社部门。",
}
"""What else to do than to wait."""


def sentence(limit: Limit, family: Family, until: datetime, now: datetime) -> str:
    """尝试次数过多，请在14:35以后（约12分钟后）再试。…"""
    return f"尝试次数过多，请在{from_when(until, now)}再试。{ELSE[limit, family]}"


def from_when(until: datetime, now: datetime) -> str:
    """14:35以后（约12分钟后）."""
    # The minute is rounded up, so that whoever comes at that minute is let through.
    end = in_shanghai(until + MINUTE - timedelta(microseconds=1)).replace(second=0, microsecond=0)
    day = "" if end.date() == in_shanghai(now).date() else f"{end.month}月{end.day}日"
    return f"{day}{end:%H:%M}以后（约{_spoken(until - now)}后）"


def _spoken(wait: timedelta) -> str:
    minutes = max(1, -(-wait // MINUTE))
    if minutes < 60:
        return f"{minutes}分钟"
    hours, rest = divmod(minutes, 60)
    return f"{hours}小时{rest}分钟" if rest else f"{hours}小时"
