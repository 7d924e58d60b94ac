"""PostgreSQL for tests: a cluster of their own in a temporary folder, on this machine's loopback.

As root it runs as the user postgres, for it refuses to run as root. Nothing is synced unless it is
to be `durable`. A cluster lives as long as its tests do, however these end: see `a_folder`.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
BIN = Path(_FOUND[-1] if _FOUND else shutil.which("initdb") or "").parent
MISSING = not (BIN / "initdb").is_file()

needs_postgres = pytest.mark.skipif(MISSING, reason="PostgreSQL is not installed")

_CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
max_wal_senders = 4
wal_keep_size = 64MB
hot_standby = on
wal_receiver_status_interval = 1
"""
_FOR_TESTS = """
shared_buffers = 32MB
fsync = off
"""
_AS_IT_COMES = """
shared_buffers = 128MB
"""

_END = """
read -r _
for file in "$0"/*/postmaster.pid; do
    read -r server < "$file" && kill -QUIT "$server" || continue
    left=1000
    while [ -e "$file" ] && kill -0 "$server" && [ $((left -= 1)) -gt 0 ]; do sleep 0.02; done
done
rm -rf "$0"
"""
"""Waits for a line or the end of its input; then it stops the servers in a folder, which goes."""


class Cluster:
    """One server in `folder`, at a port of its own."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self._durable = durable
        self.port = _free_port()

    @property
    def host(self) -> str:
        """How an address names it."""
        return f"127.0.0.1:{self.port}"

    def address(self, database: str = "papers", user: str = "postgres") -> str:
        """Return the address of a database in it."""
        return f"postgresql://{user}@{self.host}/{database}"

    def make(self) -> None:
        """Make an empty cluster."""
        self.folder.mkdir()
        _give_away(self.folder)
        _run("initdb", "-D", self.folder, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8")
        with (self.folder / "postgresql.conf").open("a") as file:
            file.write(_CONFIGURATION + (_AS_IT_COMES if self._durable else _FOR_TESTS))

    def follow(self, primary: "Cluster") -> None:
        """Make a standby of `primary`."""
        self.folder.mkdir(0o700)
        _give_away(self.folder)
        at = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres")
        _run("pg_basebackup", "-D", self.folder, *at, "-R", "-c", "fast", "-X", "stream")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        log = self.folder / "log"
        _run("pg_ctl", "-D", self.folder, "-l", log, "-w", "-o", f"-p {self.port}", "start")

    def stop(self) -> None:
        """Stop it at once, as a kill does, if it runs."""
        if (self.folder / "postmaster.pid").exists():
            _run("pg_ctl", "-D", self.folder, "-m", "immediate", "-w", "stop")

    def wait_for_standby(self, wanted: bool) -> None:
        """Commit only what the standby has, or (not `wanted`) what lies here; also when stopped."""
        names = "*" if wanted else ""
        with (self.folder / "postgresql.auto.conf").open("a") as file:
            file.write(f"synchronous_standby_names = '{names}'\n")
        if (self.folder / "postmaster.pid").exists():
            _run("pg_ctl", "-D", self.folder, "reload")

    def promote(self) -> None:
        """Make the standby a primary."""
        _run("pg_ctl", "-D", self.folder, "-w", "promote")

    def sql(self, *statements: str, database: str = "postgres") -> None:
        """Have the superuser do this, each statement by itself."""
        for statement in statements:
            at = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database)
            _run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *at, "-c", statement)


@contextmanager
def running(*, durable: bool = False) -> Iterator[Cluster]:
    """Give a cluster that runs until the block ends, whose changes are safe where `durable`."""
    with a_folder(None if durable else Path("/dev/shm")) as folder:
        cluster = Cluster(folder / "primary", durable=durable)
        cluster.make()
        cluster.start()
        yield cluster


@contextmanager
def followed(primary: Cluster) -> Iterator[Cluster]:
    """Give a standby that follows `primary` until the block ends."""
    with a_folder() as folder:
        standby = Cluster(folder / "standby")
        standby.follow(primary)
        standby.start()
        yield standby


@contextmanager
def a_folder(within: Path | None = Path("/dev/shm")) -> Iterator[Path]:
    """Give a folder for clusters, which the servers' user may reach; that of tests is not.

    It goes, and the servers in it, with the block or with this process, ``kill -9`` too.
    """
    where = within if within and os.access(within, os.W_OK) else None
    folder = Path(tempfile.mkdtemp("", "dubao-", where))
    folder.chmod(0o711)
    end = subprocess.Popen(
        ["/bin/sh", "-c", _END, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # what ends the tests' whole group does not end it
    )
    try:
        yield folder
    finally:
        end.communicate(b"\n")  # a fork of this process may hold the other end open


def _run(program: str, *arguments: str | Path) -> None:
    command = [str(BIN / program), *map(str, arguments)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        cwd="/",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        user="postgres" if os.geteuid() == 0 else None,
        group="postgres" if os.geteuid() == 0 else None,
        extra_groups=[] if os.geteuid() == 0 else None,
    )
    assert done.returncode == 0, done.stderr


def _give_away(folder: Path) -> None:
    """Let the user who runs the server have the folder."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
