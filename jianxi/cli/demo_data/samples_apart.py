"""Samples that differ from each other although they look the same, as two people's papers do."""

import struct
import zlib
from dataclasses import replace

from jianxi.storage.checking import Checked, Kind

_END = 12
"""Bytes of the last chunk of a PNG, which has nothing in it."""


def apart(sample: Checked, mark: str) -> Checked:
    """With a comment that nobody sees: samples of the same mark are the same file."""
    said = mark.encode()
    if sample.kind is Kind.PDF:
        return replace(sample, content=sample.content + b"% " + said + b"\n")
    name, data = b"tEXt", b"Comment\0" + said
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return replace(sample, content=sample.content[:-_END] + chunk + sample.content[-_END:])
