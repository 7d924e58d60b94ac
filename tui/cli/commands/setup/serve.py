"""``dubao serve``: guests read the library over SSH."""

import argparse
import asyncio
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.arguments import at_least_one, minutes
from tui.cli.output import print_lines
from tui.language import N_, _

if TYPE_CHECKING:
    from asyncssh import SSHKey

    from tui.guests.serve import Service

HELP = N_("let guests read the library over SSH")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao serve``."""
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument(
        "--keys", type=Path, metavar="FILE", help=_("a file with the guests' public keys")
    )
    who.add_argument("--anyone", action="store_true", help=_("let anyone who can connect read"))
    parser.add_argument("--host", default="127.0.0.1", help=_("the address to listen on"))
    parser.add_argument("--port", type=int, default=8022, help=_("the port to listen on"))
    parser.add_argument(
        "--most",
        type=at_least_one,
        default=20,
        metavar="N",
        help=_("allow at most N readers at a time"),
    )
    parser.add_argument(
        "--idle",
        type=minutes,
        default=30,
        metavar="MINUTES",
        help=_("disconnect readers who press no key for this long"),
    )
    parser.add_argument(
        "--host-key", type=Path, metavar="FILE", help=_("a file with the server's host key")
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    try:
        from tui.guests.reader import command
        from tui.guests.serve import Service
        from tui.guests.ssh_keys import guests_in, host_key
    except ModuleNotFoundError as error:
        raise DubaoError(
            _("Serving needs asyncssh: {python} -m pip install asyncssh").format(
                python=sys.executable
            )
        ) from error
    from store.library.library import open_library
    from store.locations import library_address, state_folder

    library = open_library(library_address(arguments.library), readonly=True)
    if not library.path.is_dir():
        raise DubaoError(_("{folder}: there is no library to serve.").format(folder=library.path))
    keys = None if arguments.anyone else guests_in(arguments.keys)
    key = host_key(arguments.host_key or state_folder() / "host_key")
    spoken = arguments.lang or arguments.config.language
    service = Service(
        command(library.address, spoken), keys, _log, arguments.most, arguments.idle * 60
    )
    asyncio.run(_serve(service, arguments.host, arguments.port, key))
    return 0


def _log(line: str) -> None:
    """Print what happened, with the time."""
    print_lines(f"{datetime.now():%Y-%m-%d %H:%M:%S} {line}")
    sys.stdout.flush()


async def _serve(service: "Service", host: str, port: int, key: "SSHKey") -> None:
    from tui.guests.serve import close, serve

    acceptor = await serve(service, host, port, key)
    at = acceptor.get_port()
    print_lines(_("Serving: ssh -p {port} paper@{host}").format(port=at, host=host))
    print_lines(key.get_fingerprint())
    sys.stdout.flush()
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()
    acceptor.close()
    await close(service)
