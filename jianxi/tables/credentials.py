"""What stands beside a password: links for a new one, second factors, sign-ins half done, and those of before."""

from piccolo.columns import Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table

from jianxi.tables.accounts import Account
from jianxi.tables.persons import Person


class ResetLink(Table):
    """The one link by which an account may be given a new password. Only the hash of its token is kept; it goes when it
    is used or a newer one is issued."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False)
    token_hash = Varchar(length=64)
    issued_at = Timestamptz(default=None)
    ends_at = Timestamptz(default=None)


class SecondFactor(Table):
    """动态口令 of an account, after its first code."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False)
    secret = Bytea()
    """Sealed."""
    last_step = Integer(default=0)
    """The half minute of the newest code that was taken: none is taken twice."""
    confirmed_at = Timestamptz(default=None)


class RecoveryCode(Table):
    """恢复码 not used yet, as a keyed hash."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False)
    code_hash = Varchar(length=64)


class HalfOpen(Table):
    """A sign-in whose password was right and whose second factor is awaited."""

    id: Serial
    token_hash = Varchar(length=64)
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False)
    opened_at = Timestamptz(default=None)
    tries = Integer(default=0)
    enrolment = Bytea(null=True, default=None)
    """Sealed secret of 动态口令 that this sign-in was shown, null where a code is asked for."""


class SignInCode(Table, tablename="sign_in_code"):
    """A sign-in by name and ID number that awaits the 短信验证码 sent to the stored phone. Kept for an hour, so that those
    sent to one person can be counted."""

    id: Serial
    token_hash = Varchar(length=64)
    person = ForeignKey(references=Person, on_delete=OnDelete.restrict, null=False)
    code_hash = Varchar(length=64)
    """Keyed."""
    opened_at = Timestamptz(default=None)
    tries = Integer(default=0)


class Arrival(Table):
    """A sign-in of before, for its owner to recognise; the newest few of an account or person are kept."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=True, default=None)
    person = Integer(null=True, default=None)
    at = Timestamptz(default=None)
    browser = Text(default="")
    address = Bytea(null=True, default=None)
    """Sealed."""
