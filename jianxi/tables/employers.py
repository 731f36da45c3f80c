"""单位 and its 见习基地 with every version that was submitted."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.accounts import Account


class Employer(Table):
    """单位: one account a credit code. `county` is its 注册地 and decides who reviews."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False, unique=True)
    name = Text()
    name_key = Text()
    """Folded for search."""
    credit_code = Varchar(length=18, unique=True)
    county = Varchar(length=6, index=True)
    contact = Text()
    phone = Bytea()
    """Sealed."""
    created_at = Timestamptz(default=None)


class Base(Table):
    """见习基地, one an employer. Search and list columns repeat the version in force, or the newest submitted one before
    there is one; the whole form is sealed."""

    id: Serial
    employer = ForeignKey(references=Employer, on_delete=OnDelete.restrict, null=False, unique=True)
    state = Varchar(length=16)
    version = Integer(default=1)
    chain = Text(default="")
    level = Varchar(length=8, default="")
    """基地级别, confirmed by the city: county or city. Empty before the first approval."""
    draft = Bytea(null=True, default=None)
    """Sealed JSON of the form as last saved (forms.bases.BaseForm raw values)."""
    draft_saved_at = Timestamptz(default=None, null=True)
    round = Integer(default=0)
    """Number of submissions so far; the newest BaseVersion has this number."""
    nature = Text(default="")
    industry = Varchar(length=1, default="")
    wanted_level = Varchar(length=8, default="")
    yearly_posts = Integer(default=0)
    staff = Integer(default=0)
    submitted_at = Timestamptz(default=None, null=True)
    county_passed_at = Timestamptz(default=None, null=True)
    """When the county first passed a version: from then on the city sees the base."""
    decided_at = Timestamptz(default=None, null=True)
    decided_by = Varchar(length=10, default="")
    """Role that took the last standing decision, for 撤销审核."""
    approved_at = Timestamptz(default=None, null=True)
    rejection = Text(default="")
    """The reason shown to the employer while it stands."""
    approved_round = Integer(default=0)
    """The submission whose content is in force; 0 while none is."""
    amendment_state = Varchar(length=16, default="")
    """Where the 变更申请 stands that is submission `round`: "", waiting_county, waiting_city or rejected."""
    amendment_level = Varchar(length=8, default="")
    """申请级别 of that 变更申请."""
    amendment_rejection = Text(default="")
    """Why it was rejected, while that stands."""
    stopped_reason = Text(default="")
    """Why it is 已暂停 or 已取消资格, while it is."""
    contacts = Bytea(null=True, default=None)
    """Sealed JSON of 联系人 … 银行账号 as changed since the version in force was submitted; they go over its own."""
    account_mark = Varchar(length=64, null=True, default=None, index=True)
    """Of the 银行账号 in force (crypto.marks): which unit has the same one."""


class BaseVersion(Table):
    """One submission of 见习基地申请, kept as it was with both opinions."""

    id: Serial
    base = ForeignKey(references=Base, on_delete=OnDelete.restrict, null=False)
    round = Integer()
    content = Bytea()
    """Sealed JSON, as Base.draft."""
    submitted_at = Timestamptz(default=None)
    county_opinion = Text(default="")
    county_official = Text(default="")
    county_at = Timestamptz(default=None, null=True)
    city_opinion = Text(default="")
    city_official = Text(default="")
    city_at = Timestamptz(default=None, null=True)
    amends = Integer(default=0)
    """For a 变更申请 the round that was in force when it was submitted, else 0."""
    level = Varchar(length=8, default="")
    """基地级别 that the city confirmed with it; empty before."""
    rejected_for = Text(default="")
    """Keys of the suggested reasons ticked, with commas, while a rejection of it stands."""
