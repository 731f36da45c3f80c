"""The keys, all derived from the installation's secret: one a purpose, each with an id so that old data stays readable."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SHORTEST_SECRET = 32


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret and the four public bytes by which sealed values name it."""

    value: bytes
    id: bytes


@dataclass(frozen=True, slots=True)
class Keyring:
    """The secret in use, and the one before it while data is being sealed anew."""

    newest: Secret
    old: Secret | None = None

    def secret(self, id: bytes) -> Secret | None:
        known = (self.newest, self.old)
        return next((secret for secret in known if secret is not None and secret.id == id), None)


_keyring: Keyring | None = None


def configure(secret: str, old: str | None = None) -> None:
    """Set the keys of this process; raises `ValueError` for a secret that is too short."""
    global _keyring
    _keyring = Keyring(_secret(secret), _secret(old) if old else None)


def keyring() -> Keyring:
    if _keyring is None:
        raise RuntimeError("no keys: call configure(secret) first")
    return _keyring


@lru_cache(maxsize=256)
def derive(secret: Secret, purpose: str) -> bytes:
    """32 bytes that serve this purpose alone."""
    return HKDF(SHA256(), 32, salt=b"jianxi", info=purpose.encode()).derive(secret.value)


def _secret(text: str) -> Secret:
    value = text.encode()
    if len(value) < SHORTEST_SECRET:
        raise ValueError(f"the secret must have at least {SHORTEST_SECRET} bytes")
    return Secret(value, hashlib.sha256(b"jianxi key id" + value).digest()[:4])
