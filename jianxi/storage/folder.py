"""Writes an object into a folder so that it is whole or not there, also after the power failed. obstore's own writing
does not wait for the disk."""

import os
from pathlib import Path

from jianxi.storage import naming


def write(folder: Path, key: str, content: bytes | bytearray) -> None:
    """Raises `OSError`, also when the folder has gone: it may be a disk that is not there for now. What was never
    finished is found by the sweep as an object without row."""
    unfinished = folder / naming.unfinished(key)
    try:
        with open(unfinished, "xb", opener=_for_us_alone) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(folder / key)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    _flush(folder)


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _flush(folder: Path) -> None:
    """The name, too, is on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
