"""The child that reads what somebody sent: limits itself, reads one order and one file, answers, ends. `limited` starts it."""

import json
import os
import resource
import sys

from jianxi.storage.kinds import Kind, Reason, Refusal

MEMORY = 300 * 1024 * 1024
SECONDS = 10
FILES = 24
NICENESS = {"check": 10, "picture": 5}
"""The server comes first, and who looks at a page before who sends a file."""


def main() -> int:
    confine()
    order = json.loads(sys.stdin.buffer.readline(10_000))
    os.nice(NICENESS[order["task"]])
    data = sys.stdin.buffer.read()
    content = b""
    try:
        told, content = _answer(order, data)
    except Refusal as refusal:
        told = {"reason": refusal.reason.value, "detail": refusal.detail}
    except (MemoryError, RecursionError):
        told = {"reason": Reason.UNREADABLE.value}
    told["memory"] = _most_memory()
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)
    return 0


def confine() -> None:
    """Before a byte of the file is read. No child of its own, nothing written anywhere, no memory image left behind."""
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def _answer(order: dict[str, object], data: bytes) -> tuple[dict[str, object], bytes]:
    """What reads the kind in question is loaded for it alone: the other half of the code is never there to be hit."""
    kind = Kind(str(order["kind"]))
    if kind is Kind.PDF:
        from jianxi.storage import pdfs as readers
    else:
        from jianxi.storage import pictures as readers  # type: ignore[no-redef]
    if order["task"] == "picture":
        page, width = int(str(order["page"])), int(str(order["width"]))
        return {}, _turned(readers.picture(data, kind, page, width), int(str(order.get("turn", 0))))
    content, pages = readers.checked(data, kind)
    return {"pages": pages, "codes": _codes(content, kind) if order.get("codes") else []}, content


def _codes(content: bytes, kind: Kind) -> list[str]:
    """In the same child, of what will be kept: a second one would read the file a second time."""
    from jianxi.storage import codes

    return codes.read(content, kind)


def _turned(jpeg: bytes, degrees: int) -> bytes:
    from jianxi.storage import pictures

    return pictures.turned(jpeg, degrees) if degrees else jpeg


def _most_memory() -> int:
    """The most that it held, in bytes. `getrusage` would count what its parent held when it started the child."""
    with open("/proc/self/status", encoding="ascii") as lines:
        peak = next(line for line in lines if line.startswith("VmHWM"))
    return int(peak.split()[1]) * 1024


if __name__ == "__main__":
    sys.exit(main())
