"""报名."""

from piccolo.columns import ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.employers import Employer
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position


class Application(Table):
    """报名. One live one (waiting or accepted) a person: a partial unique index."""

    id: Serial
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    position = ForeignKey(references=Position, on_delete=OnDelete.restrict, null=False)
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=False)
    state = Varchar(length=16)
    version = Integer(default=1)
    applied_at = Timestamptz(default=None)
    decided_at = Timestamptz(default=None, null=True)
    rejection = Text(default="")
    ended_at = Timestamptz(default=None, null=True)
    """When 放弃录用 or 取消录用 ended an acceptance."""
    ended_by = Varchar(length=10, default="")
    """The role of whoever did: person, employer, county, city."""
    ending = Text(default="")
    """The reason that they gave."""
    switched_from: ForeignKey["Application"] = ForeignKey(
        references="self", on_delete=OnDelete.restrict, null=True, default=None, unique=True
    )
    """The application that a 改报 withdrew for this one."""
