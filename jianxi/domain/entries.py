"""The canonical bytes of an entry of the 操作日志, and the digest by which it proves that it was not altered."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC
from typing import Any

DIGESTED = (
    *("at", "actor_kind", "actor", "actor_name", "office"),
    *("noun", "record", "verb", "source", "target", "reason", "facts"),
)


def digest(entry: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical bytes of an entry, as written or as read back."""
    listed = [entry[name] for name in DIGESTED]
    listed[0] = entry["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(canonical(listed).encode()).hexdigest()


def canonical(value: object) -> str:
    """JSON in its one spelling: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
