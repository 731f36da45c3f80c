"""操作日志: who did what to which record, when and why. Append-only (triggers)."""

from piccolo.columns import Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class LogEntry(Table, tablename="log_entry"):
    """One entry a state change or logged look, with the digest of its canonical bytes; chained in batches later."""

    id: Serial
    at = Timestamptz(default=None)
    actor_kind = Varchar(length=10)
    """employer, person, county, city, province, system."""
    actor = Integer(null=True, default=None)
    """Employer, person or official id."""
    actor_name = Text()
    office = Text(default="")
    """Name of the office an official acted for."""
    noun = Varchar(length=16)
    record = Integer()
    verb = Varchar(length=24)
    source = Varchar(length=24, default="")
    target = Varchar(length=24, default="")
    reason = Text(default="")
    facts = Text(default="")
    """Canonical JSON of what else belongs to the act (no personal data)."""
    digest = Varchar(length=64)
