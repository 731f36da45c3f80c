"""How a request to do something can end other than well; the web answers each with its own status."""

from collections.abc import Mapping


class Outcome(Exception):
    """Not done. Nothing was written."""


class Missing(Outcome):
    """No such record, or none that this viewer may see: the two are never told apart (404)."""


class Forbidden(Outcome):
    """This kind of user may not do this (403)."""


class Told(Outcome):
    """Not done, with the one sentence that a person reads."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Stale(Told):
    """Somebody was first: the record is no longer as it was shown (409, with the fresh record). `clause` is what happened
    alone, where it is known, for a place that goes on with what to do there."""

    def __init__(self, sentence: str, clause: str = "") -> None:
        super().__init__(sentence)
        self.clause = clause


class Refused(Told):
    """A rule says no: what, why, from when it would be possible and what to do next (409). `brief` is the same without names
    and accounts, for what is kept unsealed."""

    def __init__(self, sentence: str, brief: str = "") -> None:
        super().__init__(sentence)
        self.brief = brief or sentence


class Overloaded(Told):
    """Not done for want of time or room; trying again later may help (503)."""


class Unavailable(Exception):
    """The database cannot be used now (503). What was being written is saved whole or not at all; when its saving was
    under way, nobody knows which."""


class Unforeseen(Exception):
    """The database kept a rule that the code had not asked about (409). Nothing was written; the code has a gap."""


class Invalid(Outcome):
    """Input that cannot be taken, with a message by field (422). Field "" speaks of the whole form."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__("; ".join(messages.values()))
        self.messages = dict(messages)
