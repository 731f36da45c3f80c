"""Under what names a file can be saved, wherever it is taken."""

import re

_REFUSED = re.compile(r'[/\\<>:"|?*]')
"""Signs that lead elsewhere or that Windows does not take."""
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for its devices, with any ending."""


def saveable(name: str) -> str:
    """As any system saves it, in one folder; nothing of what is but dots and spaces."""
    kept = _REFUSED.sub("_", name).strip(" .")
    return f"_{kept}" if _RESERVED.fullmatch(kept) else kept
