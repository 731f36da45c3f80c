"""How an object is sealed: in segments, so that a part of it can be read without the rest.

Each is bound to the object's key, to its number and to being the last: one that was altered, left out, put elsewhere or
cut off does not open."""

from jianxi.crypto import sealing

SEGMENT = 256 * 1024
"""Bytes of the content in each but the last."""
SEAL = 33
"""Bytes that sealing adds to each."""
SEALED = SEGMENT + SEAL


def seal(key: str, content: bytes) -> bytearray:
    """The whole object; an empty one is one empty segment."""
    sealed, last = bytearray(), max(len(content) - 1, 0) // SEGMENT
    for number in range(last + 1):
        part = content[number * SEGMENT : (number + 1) * SEGMENT]
        sealed += sealing.seal_bytes(part, _purpose(key, number, number == last))
    return sealed


def unseal(key: str, sealed: bytes) -> bytes:
    """The whole content. Raises `Unreadable`."""
    places = range(count(len(sealed)))
    parts = (sealed[number * SEALED : (number + 1) * SEALED] for number in places)
    return b"".join(
        unseal_one(key, part, number, len(sealed)) for number, part in zip(places, parts, strict=True)
    )


def unseal_one(key: str, part: bytes, number: int, size: int) -> bytes:
    """One segment of an object of `size` bytes as it lies. Raises `Unreadable`."""
    return sealing.unseal_bytes(part, _purpose(key, number, number == count(size) - 1))


def count(size: int) -> int:
    """How many segments an object of `size` bytes as it lies has."""
    return max(1, -(-size // SEALED))


def plain_size(size: int) -> int:
    """Bytes of the content of an object of `size` bytes as it lies."""
    return size - SEAL * count(size)


def _purpose(key: str, number: int, last: bool) -> str:
    return f"file:{key}:{number}{':last' if last else ''}"
