"""身份冲突."""

from piccolo.columns import ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.persons import Graduate, Person


class IdentityCase(Table):
    """Somebody gave the name that the register has for an ID number which a person here holds under another one.
    One case for each such pair; both names as they were when it was opened."""

    id: Serial
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    graduate = ForeignKey(references=Graduate, on_delete=OnDelete.restrict, null=False)
    person_name = Text()
    graduate_name = Text()
    region = Varchar(length=6)
    """The office that decides: the county of 生源地, or the office above where 生源地 names none."""
    state = Varchar(length=16)
    version = Integer(default=1)
    opened_at = Timestamptz(default=None)
    decided_at = Timestamptz(default=None, null=True)
    reason = Text(default="")
