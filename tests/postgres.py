"""A throw-away PostgreSQL cluster from the system's own binaries, ended by its process id."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "128MB",
}
MEMORY = Path("/dev/shm")  # noqa: S108 (folders in it are made by mkdtemp)
ENOUGH = 2**31


def binaries() -> Path | None:
    """The newest server's folder: Debian's, else where the initdb on the path really is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; then it runs as somebody with fewer rights."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def in_memory() -> Path | None:
    """A folder for clusters that are only fast: memory, where there is enough of it."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH else None


@contextmanager
def cluster(settings: Mapping[str, str] = SETTINGS, folder: Path | None = None) -> Iterator[str]:
    """Runs one; gives the address of its maintenance database. As set here it is fast and loses data with the power.
    `folder`: where it may be; where temporary files are unless given."""
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL's server is not installed: apt-get install postgresql")
    user = _unprivileged()
    own = Path(tempfile.mkdtemp(prefix="jianxi-pg-", dir=folder))
    server: subprocess.Popen[bytes] | None = None
    try:
        _create(programs, own, user)
        port = _free_port()
        server = _serve(programs, own, port, user, settings)
        address = f"postgresql://jianxi@127.0.0.1:{port}/postgres"
        _wait(programs, port, server)
        yield address
    finally:
        if server is not None:
            server.terminate()
            _end(server)
        shutil.rmtree(own, ignore_errors=True)


def _create(programs: Path, folder: Path, user: pwd.struct_passwd | None) -> None:
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    options = ["-D", str(folder / "data"), "-U", "jianxi", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    command = [str(programs / "initdb"), *options]
    if user is None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder)
    else:
        subprocess.run(
            command, check=True, capture_output=True, cwd=folder, user=user.pw_uid, group=user.pw_gid
        )


def _serve(
    programs: Path,
    folder: Path,
    port: int,
    user: pwd.struct_passwd | None,
    wanted: Mapping[str, str],
) -> "subprocess.Popen[bytes]":
    settings = {**wanted, "listen_addresses": "127.0.0.1", "port": str(port)}
    settings["unix_socket_directories"] = ""
    options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), *options]
    with (folder / "log").open("wb") as log:
        if user is None:
            return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
        return subprocess.Popen(
            command, stdout=log, stderr=log, cwd=folder, user=user.pw_uid, group=user.pw_gid
        )


def _wait(programs: Path, port: int, server: "subprocess.Popen[bytes]") -> None:
    command = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    deadline = time.monotonic() + 30
    while subprocess.run(command, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the throw-away PostgreSQL did not start")
        time.sleep(0.05)


def _end(server: "subprocess.Popen[bytes]") -> None:
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
