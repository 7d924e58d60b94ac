"""``dubao serve``: the library over SSH, to be read by guests."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import say
from tui.language import N_, _

if TYPE_CHECKING:
    from asyncssh import SSHKey

    from tui.serve import Offer

HELP = N_("let guests read the library over SSH")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao serve``."""
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--keys", type=Path, metavar="FILE", help=_("the public keys of the guests"))
    who.add_argument("--anyone", action="store_true", help=_("let anyone read who can connect"))
    parser.add_argument("--host", default="127.0.0.1", help=_("the address to listen at"))
    parser.add_argument("--port", type=int, default=8022, help=_("the port to listen at"))
    parser.add_argument(
        "--most", type=int, default=20, metavar="N", help=_("at most N connections at a time")
    )
    parser.add_argument(
        "--idle", type=float, default=30, metavar="MINUTES", help=_("end those who press no key")
    )
    parser.add_argument("--host-key", type=Path, metavar="FILE", help=_("the server's own key"))


def run(arguments: argparse.Namespace) -> int:
    """Serve until interrupted."""
    try:
        from tui.serve import Offer, guests_in, host_key, reader
    except ModuleNotFoundError as error:
        raise DubaoError(_("Serving needs asyncssh: pip install 'dubao[serve]'.")) from error
    from store.locations import library_folder, state_folder

    folder = library_folder(arguments.library).absolute()
    keys = None if arguments.anyone else guests_in(arguments.keys)
    key = host_key(arguments.host_key or state_folder() / "host_key")
    command = reader(folder, arguments.lang or arguments.config.language)
    offer = Offer(command, keys, arguments.most, arguments.idle * 60)
    asyncio.run(_serve(offer, arguments.host, arguments.port, key))
    return 0


async def _serve(offer: "Offer", host: str, port: int, key: "SSHKey") -> None:
    from tui.serve import serve

    acceptor = await serve(offer, host, port, key)
    at = acceptor.get_port()
    say(_("Serving: ssh -p {port} paper@{host}").format(port=at, host=host))
    say(key.get_fingerprint())
    await acceptor.wait_closed()
