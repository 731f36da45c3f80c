"""A refusal in the words of the place where it is read."""

from jianxi.domain import deeds
from jianxi.domain.outcomes import Stale, Told


def on_page(no: Told, now_what: str = deeds.UPDATED_PAGE) -> str:
    """The sentence for a page of its own, where somebody was first: what happened, and what is to be seen or done."""
    if isinstance(no, Stale) and no.clause:
        return deeds.not_done(no.clause, now_what)
    return no.sentence
