"""The filters of a list as the log of its 导出 tells them."""

import re
from dataclasses import asdict
from typing import Any

LONG_NUMBER = re.compile("[0-9]{11,}")


def told_filters(filters: Any, *, of_people: bool = True) -> dict[str, str]:
    """Those in force. Words to find are names and numbers of people: the log keeps none, only that there were some. Of
    units the words stay, but for what may be a telephone or ID number."""
    given = {name: text for name, text in asdict(filters).items() if text}
    return {name: _words(text, of_people) if name == "words" else text for name, text in given.items()}


def _words(text: str, of_people: bool) -> str:
    return "…" if of_people else LONG_NUMBER.sub("…", text)
