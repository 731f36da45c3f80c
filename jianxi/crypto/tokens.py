"""Signed tokens (one-time links, frozen selections) and the CSRF secret of a session."""

import hashlib
import hmac

from itsdangerous import BadData, URLSafeTimedSerializer

from jianxi.crypto.keys import derive, keyring


class BadToken(Exception):
    """Altered, for another purpose, or older than allowed."""


def sign(value: object, purpose: str) -> str:
    """`value` is anything JSON can hold. Signed, not hidden."""
    return _serializer(purpose).dumps(value)


def read(token: str, purpose: str, max_age_seconds: int) -> object:
    """Raises `BadToken`."""
    try:
        value: object = _serializer(purpose).loads(token, max_age=max_age_seconds)
    except BadData as error:
        raise BadToken from error
    return value


def csrf_secret(session_token: str) -> bytes:
    """What the masked tokens of one session's forms carry."""
    return hmac.new(derive(keyring().newest, "csrf"), session_token.encode(), hashlib.sha256).digest()


def token_hash(token: str) -> str:
    """What the database keeps of a random token: whoever reads it there cannot come in with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _serializer(purpose: str) -> URLSafeTimedSerializer:
    ring = keyring()
    secrets = [secret for secret in (ring.old, ring.newest) if secret is not None]
    return URLSafeTimedSerializer([derive(secret, "token:" + purpose) for secret in secrets], salt="jianxi")
