"""Sealed values (AES-256-GCM, bound to their purpose) and the blind index by which a sealed ID number is found.

Layout: suite (1 byte) · key id (4) · nonce (12) · ciphertext with tag. The suite byte leaves room for SM4/SM3."""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jianxi.crypto.keys import Secret, derive, keyring

AES_256_GCM = b"\x01"
_HEADER = 5
_NONCE = 12


class Unreadable(Exception):
    """Not sealed by a key of this installation, for another purpose, or altered since."""


def seal(text: str, purpose: str) -> bytes:
    return seal_bytes(text.encode(), purpose)


def seal_bytes(content: bytes, purpose: str) -> bytes:
    secret = keyring().newest
    header, nonce = AES_256_GCM + secret.id, os.urandom(_NONCE)
    cipher = AESGCM(derive(secret, "seal:" + purpose))
    return header + nonce + cipher.encrypt(nonce, content, header + purpose.encode())


def unseal(data: bytes, purpose: str) -> str:
    """Raises `Unreadable`."""
    return unseal_bytes(data, purpose).decode()


def unseal_bytes(data: bytes, purpose: str) -> bytes:
    """Raises `Unreadable`."""
    header, nonce = data[:_HEADER], data[_HEADER : _HEADER + _NONCE]
    secret = keyring().secret(header[1:]) if header[:1] == AES_256_GCM else None
    if secret is None:
        raise Unreadable
    try:
        cipher = AESGCM(derive(secret, "seal:" + purpose))
        return cipher.decrypt(nonce, data[_HEADER + _NONCE :], header + purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise Unreadable from error


def needs_resealing(data: bytes) -> bool:
    """Whether it was sealed by the old secret."""
    return data[:_HEADER] != AES_256_GCM + keyring().newest.id


def blind_index(text: str) -> str:
    """64 hexadecimal digits that say nothing without the key and are the same each time."""
    return _index(keyring().newest, text)


def indexes(text: str) -> tuple[str, ...]:
    """The blind index first, then the one under the old secret while there is one: every look-up asks for all of
    them, so that rows not yet sealed anew are found."""
    known = (keyring().newest, keyring().old)
    return tuple(_index(secret, text) for secret in known if secret is not None)


def _index(secret: Secret, text: str) -> str:
    return hmac.new(derive(secret, "blind index"), text.encode(), hashlib.sha256).hexdigest()
