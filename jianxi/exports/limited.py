"""Reads a workbook that somebody sent in a process of its own, with a limit on memory and time: what a hostile or
broken file does there, it does to nobody else."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from jianxi.domain.texts import Malformed

MOST_ENTRIES = 500
LARGEST_UNPACKED = 400 * 1024 * 1024
HIGHEST_RATIO = 300
SECONDS = 120
NOT_A_WORKBOOK = "文件不是可以读取的XLSX工作簿，请用模板另存为XLSX格式后重新上传"
TOO_LARGE = "工作簿过大或内容异常，请检查后拆分为几个文件重新上传"
READER = "jianxi.exports.workbook"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells in the order of the headings asked for, as text; `lost` are places whose number has lost digits."""

    number: int
    cells: tuple[str, ...]
    lost: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet, unpacked as they are asked for: a register has 100,000 of them."""

    lines: list[bytes]

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Row]:
        return map(_row, self.lines)

    def part(self, start: int, many: int) -> "Rows":
        return Rows(self.lines[start : start + many])


def read_rows(data: bytes, headings: Sequence[str]) -> Rows:
    """The rows of the first sheet under these headings, which may stand in any order; blank ones are passed over.
    Raises `Malformed` with one sentence for anything else than such a workbook."""
    _check_package(data)
    first, *lines = _read_apart(data, headings)
    answer: dict[str, Any] = json.loads(first)
    if "missing" in answer:
        raise Malformed(f"第一行缺少这些列：{'、'.join(answer['missing'])}。请使用模板")
    if "rows" not in answer:
        raise Malformed(NOT_A_WORKBOOK)
    return Rows(lines)


def _row(line: bytes) -> Row:
    number, cells, lost = json.loads(line)
    return Row(number, tuple(cells), tuple(lost))


def _read_apart(data: bytes, headings: Sequence[str]) -> list[bytes]:
    """The child knows the code's folders and nothing of this process's environment, keys least of all."""
    surroundings = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", READER, json.dumps(headings)]
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter and module; the file comes by its input.
            command, input=data, capture_output=True, timeout=SECONDS, env=surroundings, check=False
        )
    except subprocess.TimeoutExpired:
        raise Malformed(TOO_LARGE) from None
    if done.returncode:
        raise Malformed(TOO_LARGE)
    return done.stdout.splitlines()


def _check_package(data: bytes) -> None:
    """A workbook is a zip: one that says it would unpack to far more than it weighs is refused unread."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise Malformed(NOT_A_WORKBOOK) from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > min(LARGEST_UNPACKED, HIGHEST_RATIO * max(len(data), 1)):
        raise Malformed(TOO_LARGE)
