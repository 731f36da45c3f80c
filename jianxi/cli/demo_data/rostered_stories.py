"""Whom the demo's 花名册 are about: trainees of the settled year and of the quarters since, told in days from today."""

from datetime import date

from jianxi.cli.demo_data.quarters import Quarters
from jianxi.cli.demo_data.traineeship_stories import (
    COPIED,
    EMPLOYER,
    KUNYUN,
    MINGHU,
    QUANCHENG,
    Steps,
    Story,
    since,
)
from jianxi.domain.periods import DAY, Period, end_after

SAME_PHONE = "15864159001"
"""Two people give it."""
BORN = date(2001, 5, 17)
"""Two people of the same name were born on it."""
PENDING, CORRECTED, LOW = "荣嘉懿", "查思宁", "佟晓雯"
"""待定; whose departure was decided after the roster was accepted; 不予补贴."""


def stories(quarters: Quarters) -> tuple[Story, ...]:
    """The first and the last of the settled year, then of the last two quarters."""
    return (*_settled(quarters), *_in_between(quarters), *_lately(quarters), *_elsewhere(quarters))


def remarkable(quarters: Quarters) -> tuple[Story, ...]:
    """Those who show something in the last two quarters."""
    return (*_lately(quarters), *_elsewhere(quarters))


def _settled(of: Quarters) -> tuple[Story, ...]:
    """Of demo.employer two are retained and one is not; of demo.minghu nobody is."""
    year = of.settled
    return (
        _story(of, "甄立言", "上年度留用", date(year, 4, 8), retain=True),
        _story(of, "闻人悦", "上年度留用", date(year, 5, 12), retain=True),
        _story(of, "晏清和", "上年度见习期满", date(year, 5, 12)),
        _story(of, "管书瑜", "见习期满", date(year, 7, 16), 12),
        _story(of, "卓文清", "见习期满后留用", date(year, 9, 1), retain=True),
        _story(of, "车建明", "上年度见习期满", date(year, 6, 2), unit=MINGHU),
        _story(of, "沙志强", "上年度见习期满", date(year, 7, 1), unit=MINGHU),
        _story(of, "麦文涛", "见习期满", date(year, 9, 15), 12, unit=MINGHU),
        _story(of, "欧阳雪", "上年度见习期满", date(year, 8, 3), unit=QUANCHENG, born=BORN),
    )


def _in_between(of: Quarters) -> tuple[Story, ...]:
    year = of.settled + 1
    return (
        _story(of, "仇思远", "十二个月的见习", date(year, 3, 10), 12),
        _story(of, "苗雨桐", "十二个月的见习", date(year, 3, 20), 12, unit=MINGHU),
    )


def _lately(of: Quarters) -> tuple[Story, ...]:
    """Of demo.employer, for a look at its last two rosters."""
    last = of.last.first
    left = ((of.days(last) + 41, "depart"),)
    return (
        *_moved_on(of, of.before, of.last),
        _story(of, PENDING, "离岗待定，待上传解除协议证明", last + 3 * DAY, more=left),
        _story(of, "唐伟", "与法定代表人同名", last + 8 * DAY),
        _story(of, "池晓棠", "联系手机与桑晓桐相同", last + 10 * DAY, phone=SAME_PHONE),
        _story(of, "桑晓桐", "联系手机与池晓棠相同", last + 10 * DAY, phone=SAME_PHONE),
    )


def _moved_on(of: Quarters, before: Period, last: Period) -> tuple[Story, ...]:
    """Who is not in the one as in the other."""
    first, over = of.days(before.first), of.days(before.last)
    low, short = before.first + 2 * DAY, before.first + 11 * DAY
    decided = ((first + 46, "depart"), (over + 16, "stamp"), (over + 17, "let_go"))
    raised = ((of.days(last.first) + 45, "raise"),)
    kept = (_end(of, short, 3, "retain_month"),)
    told = "生活费低于最低工资，后来调整"
    return (
        _story(of, CORRECTED, "花名册接受后离岗审核通过，已更正", before.first + 5 * DAY, more=decided),
        _story(of, LOW, told, low, 9, more=raised, record="record_lowest"),
        _story(of, "阮静怡", "留用合同一个月", short, 3, more=kept),
    )


def _elsewhere(of: Quarters) -> tuple[Story, ...]:
    """Of the units whose last roster waits for its county."""
    first, last = of.before, of.last
    again = ((-6, "reopen"),)
    return (
        _story(of, "盛子墨", "十二个月的见习", first.first + 6 * DAY, 12, unit=KUNYUN),
        _story(of, COPIED[0], "协议与祁若彤的扫描件相同", last.first + 15 * DAY, unit=KUNYUN),
        _story(of, COPIED[1], "协议与雍子昂的扫描件相同", last.first + 15 * DAY, unit=KUNYUN),
        _story(of, "湛书言", "上岗审核已撤销，重新等待审核", last.first + 20 * DAY, unit=KUNYUN, more=again),
        _story(of, "单思源", "十二个月的见习", first.first + 9 * DAY, 12, unit=QUANCHENG),
        _story(of, "欧阳雪", "可能重复参加见习", last.first + 12 * DAY, unit=QUANCHENG, born=BORN),
    )


def _story(
    of: Quarters,
    name: str,
    words: str,
    first: date,
    months: int = 6,
    *,
    unit: str = EMPLOYER,
    retain: bool = False,
    more: Steps = (),
    record: str = "record",
    phone: str = "",
    born: date | None = None,
) -> Story:
    start = of.days(first)
    kept = (_end(of, first, months, "retain"),) if retain else ()
    steps = since(start, *more, *kept, record=record)
    end = of.days(end_after(first, months))
    return Story(name, words, start, steps, unit, end=end, phone=phone, born=born)


def _end(of: Quarters, first: date, months: int, act: str) -> tuple[int, str]:
    """On the last day."""
    return of.days(end_after(first, months)), act
