"""The hosts that an address names, as libpq reads it: how each is connected to, and called.

A service file and the environment may name several, too.
"""

import os
import re
import socket
import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from os import fsdecode
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.pq import Conninfo

from store.backends.postgres.faults import CONNECT, Why, first_line
from store.errors import LibraryError
from store.messages import Message, template

Parts = dict[str, str | None]
"""Parameters of a connection, by their names."""

SECRET = template(
    "An address with a password is not taken, for others could read it; put that into ~/.pgpass, "
    "or into a service that libpq knows."
)
OPEN = template("{file}: others may read it, so that no password is taken from it; chmod 600 it.")
NO_ADDRESS = template("{file}: no address of a database ({why}).")
_LIKE_SECRET = re.compile(r"(?i)(password|secret)\s*=|://[^@/?]*:[^@?]*@")
"""What may be a password in an address that is not read as it was meant: errors would show it."""

_SETTINGS = {
    "connect_timeout": str(CONNECT),
    "tcp_user_timeout": str(CONNECT * 1000),
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "2",
    "client_encoding": "utf8",
    "target_session_attrs": "any",
    # What others put into the database is not looked up: no function or table of theirs.
    "options": "-c search_path=pg_catalog -c statement_timeout=60s",
}
_BY_HOST, _PORT = ("host", "hostaddr", "port"), "5432"
_environment = threading.Lock()


def hosts(address: str) -> Iterator[tuple[str, str]]:
    """Yield how each host in an address is connected to, and what to call it.

    Raises LibraryError when libpq cannot read it, when there is a password in it, or passwords lie
    open to others.
    """
    parts = _parsed(address)
    given = _defaults(parts.get("service")) | parts
    _check_passwords(given)
    for host, hostaddr, port in _by_host(address, given):
        own = {"host": host or None, "hostaddr": hostaddr or None, "port": port or None}
        name = f"[{host}]" if ":" in host else host or hostaddr or "localhost"
        shown = name if port in ("", _PORT) else f"{name}:{port}"
        said = f"dubao {socket.gethostname()} {os.getpid()}"
        yield make_conninfo("", **parts | own | _SETTINGS, application_name=said), shown


def _parsed(address: str) -> Parts:
    """Return the parameters in an address. Raises LibraryError."""
    parts = Parts()
    why: Why = ""
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(address).items() if value}
    except psycopg.ProgrammingError as error:
        why = first_line(error)
    ports = (parts.get("port") or "").split(",")
    odd = why or "/" in (parts.get("dbname") or "") or not all(map(_is_port, ports))
    if parts.keys() & {"password", "sslpassword"} or (odd and _LIKE_SECRET.search(address)):
        raise LibraryError(SECRET)
    if why:
        raise LibraryError(NO_ADDRESS, file=address, why=why)
    return parts


def _is_port(text: str) -> bool:
    return not text or text.isdecimal()


def _check_passwords(given: Parts) -> None:
    """Raise LibraryError when passwords lie where others may read them.

    libpq takes none of them then, and would write a warning into the screen.
    """
    with suppress(OSError, RuntimeError):  # no file, or nowhere for one
        path = Path(given.get("passfile") or Path.home() / ".pgpass")
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) and mode & 0o077 and not given.get("password"):
            raise LibraryError(OPEN, file=path)


def _by_host(address: str, given: Parts) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the number and the port of each host; what is empty is libpq's own.

    Raises LibraryError where some have what others lack.
    """
    names, numbers, ports = ((given.get(key) or "").split(",") for key in _BY_HOST)
    count = max(len(names), len(numbers))
    fits = [len(ports) in (1, count)]
    fits += [len(each) == count or each == [""] for each in (names, numbers)]
    if not all(fits):
        why = Message("each host has to have its own port and number, or all the same port")
        raise LibraryError(NO_ADDRESS, file=address, why=why)
    lists = [each * count if len(each) == 1 else each for each in (names, numbers, ports)]
    yield from zip(*lists, strict=True)


def _defaults(service: str | None) -> Parts:
    """Return what libpq takes where an address says nothing, from a service or the environment.

    It reads the service files itself, for the service that the environment names.
    """
    with _environment:
        before = os.environ.get("PGSERVICE")
        try:
            if service:
                os.environ["PGSERVICE"] = service
            found = Conninfo.get_defaults()
        finally:
            os.environ.pop("PGSERVICE", None)
            if before is not None:
                os.environ["PGSERVICE"] = before
    return {fsdecode(each.keyword): fsdecode(each.val) for each in found if each.val}
