"""行政区划: a development zone as one more office of county level."""

from datetime import datetime

from jianxi.domain.outcomes import Invalid
from jianxi.domain.regions import Level, city_of, level_of, parse_code
from jianxi.domain.texts import Malformed, clean_line
from jianxi.queries import regions
from jianxi.services import log
from jianxi.tables.regions import RegionRow
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

LONGEST = 30
TAKEN = "行政区划代码{}已有，请换一个"


async def add(code: str, name: str, parent: str, now: datetime) -> str:
    """Its full name. The code lies in the city's span, by which scope is told everywhere. Raises `Malformed`, `Invalid`."""
    number, city = parse_code(code), await regions.own(parent)
    known = await regions.directory()
    if level_of(city) is not Level.CITY:
        raise Malformed(f"--parent 应为市的代码，{known.full_name(city)}（{city}）不是市")
    if level_of(number) is not Level.COUNTY or city_of(number) != city:
        raise Malformed(f"{known.name(city)}的区县级代码应以{city[:4]}开头，且不以00结尾，例如{city[:4]}91")
    if number in known:
        raise Malformed(TAKEN.format(f"{number}（{known.full_name(number)}）"))
    row = RegionRow(
        code=number, name=_name(name), parent=city, level=str(Level.COUNTY), sort=await _last() + 1
    )
    try:
        async with unit_of_work():
            id = await insert(row)
            await log.record(log.SYSTEM, now, "region", id, "add", facts={"code": number, "parent": city})
    except Conflict:
        raise Invalid({"code": TAKEN.format(number)}) from None
    regions.forget()
    return (await regions.directory()).full_name(number)


def _name(typed: str) -> str:
    name = clean_line(typed)
    if not 2 <= len(name) <= LONGEST:
        raise Malformed(f"名称应为2至{LONGEST}个字")
    return name


async def _last() -> int:
    row = await RegionRow.select(RegionRow.sort).order_by(RegionRow.sort, ascending=False).first()
    return int(row["sort"]) if row else 0
