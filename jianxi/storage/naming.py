"""What our objects are called. Whatever else lies in the place is somebody else's and never touched."""

import re
import secrets

UNFINISHED = ".new"
"""What the name of a file ends in that was never finished."""
PROBE = "probe-"
"""What begins the key of an object that only tells whether the store works."""
_OURS = re.compile(r"(probe-)?[0-9a-f]{32}(\.p[0-9]+(t(90|180|270))?)?(\.[0-9a-f]{8}\.new)?")


def is_ours(key: str) -> bool:
    """Whether it is a file, a picture of a page or a probe, finished or not, and lies in no folder of the place."""
    return _OURS.fullmatch(key) is not None


def probe() -> str:
    return PROBE + secrets.token_hex(16)


def unfinished(key: str) -> str:
    """Another one for each writer, so that of two who write the same none disturbs the other."""
    return f"{key}.{secrets.token_hex(4)}{UNFINISHED}"


def file_of(key: str) -> str:
    """The key of the file that an object belongs to: a picture of a page has its file's up to the dot. Empty for what
    belongs to none."""
    return "" if key.startswith(PROBE) or key.endswith(UNFINISHED) else key.partition(".")[0]
