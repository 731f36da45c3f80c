"""行政区划 (GB/T 2260) and the development zones that were added as offices of county level."""

from piccolo.columns import Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class RegionRow(Table, tablename="region"):
    """Province, city or county. `parent` is empty for a province."""

    id: Serial
    code = Varchar(length=6, unique=True)
    name = Text()
    parent = Varchar(length=6, index=True)
    level = Varchar(length=8)
    sort = Integer()


class Merger(Table):
    """A county that went into another. Its own row stays, for the names of what was."""

    id: Serial
    source = Varchar(length=6, unique=True)
    target = Varchar(length=6)
    merged_at = Timestamptz(default=None)
