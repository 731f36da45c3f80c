"""见习岗位."""

from piccolo.columns import Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.employers import Base, Employer


class Position(Table):
    """见习岗位. `county` is the base's 注册地 (scope of the offices); the place of work is separate. `accepted` is
    never written here: triggers count the accepted applications in it, and a CHECK keeps it within `headcount`."""

    id: Serial
    base = ForeignKey(references=Base, on_delete=OnDelete.restrict, null=False)
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=False)
    state = Varchar(length=16)
    version = Integer(default=1)
    chain = Text()
    base_level = Varchar(length=8)
    county = Varchar(length=6)
    unit_name = Text()
    unit_key = Text()
    title = Text()
    title_key = Text()
    category = Text()
    headcount = Integer()
    accepted = Integer(default=0)
    degree = Text()
    major = Text(default="")
    months = Integer()
    allowance_fen = Integer()
    benefits = Text(default="")
    work_city = Varchar(length=6)
    work_county = Varchar(length=6)
    work_address = Text()
    duties = Text()
    requirements = Text(default="")
    mentor = Text()
    deadline = Date(default=None)
    contact = Text()
    phone = Text()
    """Published with the position."""
    submitted_at = Timestamptz(default=None)
    county_passed_at = Timestamptz(default=None, null=True)
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Varchar(length=10, default="")
    published_at = Timestamptz(default=None, null=True)
    first_published_at = Timestamptz(default=None, null=True)
    rejection = Text(default="")
