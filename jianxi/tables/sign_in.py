"""What limits sign-in (登录): tries, wrong ones held against somebody, numbers by the hour, and listed networks.

No ID number, user name or address of a visitor stands here, only keyed blind indexes of them."""

from piccolo.columns import Date, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.table import Table


class SignInTry(Table):
    """One try that was let through to the look-up; kept for the longest window, an hour."""

    id: Serial
    at = Timestamptz(default=None)
    family = Varchar(length=10)
    address = Varchar(length=64)
    subject = Varchar(length=64)
    """The ID number or user name."""
    against = Varchar(length=64)
    """What a wrong try is held against: the ID number; the account at this address."""
    answer = Varchar(length=64)
    """The secret with it: the ID number and the name."""
    area = Varchar(length=64)
    """Region prefix and birth year of an ID number."""
    outcome = Varchar(length=8)
    """wrong (also while it is not known yet), let_in (by age, no name to compare with), again (the same once more), right."""


class SignInFailure(Table):
    """Wrong tries since the last right one, and the wait that they led to."""

    id: Serial
    family = Varchar(length=10)
    subject = Varchar(length=64)
    against = Varchar(length=64, unique=True)
    wrong = Integer()
    waits = Integer()
    """How many waits have followed one another."""
    until = Timestamptz(default=None, null=True)
    last_at = Timestamptz(default=None)


class SignInHour(Table):
    """How many tries by name and ID number a clock hour saw; kept for a week."""

    id: Serial
    hour = Timestamptz(default=None, unique=True)
    tries = Integer()


class ListedNetwork(Table):
    """放宽登录限制的地址: a school's or job fair's network, listed by an office until a day."""

    id: Serial
    network = Varchar(length=43)
    what = Text()
    region = Varchar(length=6)
    """The office that listed it."""
    until_on = Date(default=None)
    """The last day, inclusive."""
    added_by = Text()
    added_at = Timestamptz(default=None)
    version = Integer(default=1)
