"""个人, the 生源信息库 and the 就业见习意向."""

from piccolo.columns import Bytea, Date, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.accounts import Account


class Graduate(Table):
    """A row of the 生源信息库 (graduate register). ID number, addresses, mail and phone are sealed."""

    id: Serial
    id_index = Varchar(length=64, unique=True)
    """Keyed blind index of the ID number."""
    id_number = Bytea()
    name = Text()
    sex = Varchar(length=2)
    born = Date(default=None)
    nation = Text(default="")
    politics = Text(default="")
    school = Text()
    major = Text(default="")
    degree = Text(default="")
    cohort = Integer(index=True)
    graduated_on = Date(default=None, null=True)
    origin = Varchar(length=6, index=True)
    """生源地, a region code: decides which office may see and correct the row."""
    household = Bytea(null=True, default=None)
    address = Bytea(null=True, default=None)
    mail = Bytea(null=True, default=None)
    phone = Bytea(null=True, default=None)
    digest = Varchar(length=64)
    """Of the whole row as imported: importing the same again changes nothing."""
    version = Integer(default=1)
    imported_at = Timestamptz(default=None)


class Person(Table):
    """个人: written at 应届毕业生注册 or when the intention form is submitted, never by a guess at sign-in."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=True, default=None)
    graduate = ForeignKey(references=Graduate, on_delete=OnDelete.restrict, null=True, default=None)
    kind = Varchar(length=16)
    """graduate or youth; current and earlier graduates differ only by cohort and today."""
    name = Text()
    id_index = Varchar(length=64, unique=True)
    id_number = Bytea()
    sex = Varchar(length=2)
    born = Date(default=None)
    cohort = Integer(null=True, default=None)
    nation = Text(default="")
    politics = Text(default="")
    degree = Text(default="")
    school = Text(default="")
    major = Text(default="")
    unemployment_number = Text(default="")
    """失业登记号 (youths)."""
    household = Bytea(null=True, default=None)
    address = Bytea(null=True, default=None)
    mail = Bytea(null=True, default=None)
    phone = Bytea(null=True, default=None)
    phone_mark = Varchar(length=64, null=True, default=None, index=True)
    """Of the phone (crypto.marks): who has the same one."""
    chance_used_at = Timestamptz(default=None, null=True)
    """When 上岗审核 used up the one chance. A trigger refuses a live application once it stands."""
    version = Integer(default=1)
    created_at = Timestamptz(default=None)
    last_sign_in_at = Timestamptz(default=None, null=True)


class Intention(Table):
    """就业见习意向, one a person; `content` is the JSON of its 意向信息 (no identifying data)."""

    id: Serial
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False, unique=True)
    content = Text()
    version = Integer(default=1)
    submitted_at = Timestamptz(default=None)
