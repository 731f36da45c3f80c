"""参数: dated values by region over the shipped ones."""

from piccolo.columns import Date, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class PolicyRow(Table, tablename="policy"):
    """One value from one day on for one region. Never changed: a correction is a newer row."""

    id: Serial
    key = Varchar(length=64)
    region = Varchar(length=6)
    value = Text()
    effective_from = Date(default=None)
    source = Text()
    entered_by = Text()
    entered_at = Timestamptz(default=None)
