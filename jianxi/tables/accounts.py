"""Who signs in: accounts, officials and sessions."""

from piccolo.columns import Boolean, Bytea, ForeignKey, Integer, OnDelete, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class Account(Table):
    """A user name and a password: unit, graduate or official. `username_key` is the folded name that must be unique."""

    id: Serial
    username = Text()
    username_key = Text(unique=True)
    password_hash = Text()
    kind = Varchar(length=12)
    """employer, graduate or official."""
    disabled = Boolean(default=False)
    created_at = Timestamptz(default=None)
    last_sign_in_at = Timestamptz(default=None, null=True)
    version = Integer(default=1)
    password_changed_at = Timestamptz(default=None, null=True)


class Official(Table):
    """主管部门工作人员. The office is the region; its level is the region's."""

    id: Serial
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=False, unique=True)
    name = Text()
    region = Varchar(length=6, index=True)


class Session(Table):
    """A signed-in browser. Only the hash of the token is kept; a provisional person's claim is sealed in `claim`."""

    id: Serial
    token_hash = Varchar(length=64, unique=True)
    account = ForeignKey(references=Account, on_delete=OnDelete.restrict, null=True, default=None)
    person = Integer(null=True, default=None, index=True)
    """The person signed in by name and ID number (no account)."""
    claim = Bytea(null=True, default=None)
    """Provisional session: sealed JSON of name, ID number, kind and register row."""
    created_at = Timestamptz(default=None)
    seen_at = Timestamptz(default=None, index=True)
    idle_seconds = Integer()
    ends_at = Timestamptz(default=None)
    previous_sign_in_at = Timestamptz(default=None, null=True)
    browser = Text(default="")
    """In plain words, Chrome 108 · Windows."""
    address = Bytea(null=True, default=None)
    """Sealed; of the sign-in."""
    enrolment = Bytea(null=True, default=None)
    """Sealed secret of 动态口令 that this session was shown and has not confirmed."""
