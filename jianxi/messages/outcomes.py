"""How an attempt to send can end. Only a failure that certainly did not deliver may be tried again."""


class Undelivered(Exception):
    """It certainly did not arrive; a later attempt may succeed. The text says why, without personal data."""


class Rejected(Exception):
    """It did not arrive and never will: the other side refuses this message or this address."""


class Uncertain(Exception):
    """It may have arrived: whoever tried again might send it twice."""
