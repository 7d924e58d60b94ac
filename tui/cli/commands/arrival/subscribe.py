"""``dubao subscribe``: find out what stands at an address, and keep it as a subscription."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.fetching.options import add_options, changes
from tui.cli.fetching.told import changed_options, kept, of_found
from tui.cli.output import print_error, print_lines
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.fetching.discover import Found
    from store.library.library import Library
    from store.subscriptions.listed import Listed
    from store.subscriptions.models import Subscription
    from store.subscriptions.subscriptions import Subscriptions

HELP = N_("subscribe to a paper or a feed")

_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.ASCII)

_OF_A_FILE = ("/", "./", "../", "~")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao subscribe``."""
    parser.add_argument(
        "what",
        metavar="ADDRESS|PAPER|FILE",
        help=_("an address, a known paper (dubao papers), or an OPML or urls file"),
    )
    parser.add_argument(
        "--edit", action="store_true", help=_("change the subscription of this name")
    )
    parser.add_argument(
        "--address", default="", help=_("with --edit: where it is from now on, with a login or not")
    )
    add_options(parser)


def run(arguments: argparse.Namespace) -> int:
    """Subscribe or change a subscription. Raises DubaoError."""
    from tui.cli.fetching.subscribed import subscribed

    if arguments.address and not arguments.edit:
        print_error(_("--address goes with --edit; to subscribe, the address alone is enough."))
        return 2
    with subscribed(arguments, changing=True) as (library, subscriptions):
        if arguments.edit:
            return _edit(arguments, library, subscriptions)
        if Path(arguments.what).is_file():
            return _take_list(arguments, library, subscriptions)
        return _subscribe(arguments, library, subscriptions)


def _edit(arguments: argparse.Namespace, library: "Library", subscriptions: "Subscriptions") -> int:
    from msgspec.structs import replace

    from store.fetching.changes import changed
    from store.net.credentials import Credentials
    from tui.cli.fetching.subscribed import forget_unused, secret_name, secrets_of

    own = subscriptions.named(arguments.what)
    secret = secret_name(library.address, own.address)
    set_anew = changes(arguments, Credentials(), secret)
    if arguments.address:
        set_anew |= _elsewhere(arguments.address, own, library, subscriptions)
    if not set_anew:
        print_error(_("Say what to change; dubao subscribe --help lists the options."))
        return 2
    after = replace(own, **set_anew)
    changed(subscriptions, own, after)
    forget_unused(secrets_of(own), subscriptions)
    print_lines(*kept(after), *changed_options(own, after))
    return 0


def _elsewhere(
    address: str, own: "Subscription", library: "Library", subscriptions: "Subscriptions"
) -> "dict[str, object]":
    """Return what a new address changes; the login that is kept is for its origin alone."""
    from store.net.addresses import parse, shown
    from store.net.credentials import Credentials
    from tui.cli.fetching.subscribed import secret_name

    same = parse(address).origin == parse(own.address).origin
    without = shown(address)
    if without != own.address:
        _refuse_twice(subscriptions, without)
    credentials = own.credentials if same else ""
    if without != address:
        credentials = secret_name(library.address, without)
        Credentials().keep_login(credentials, address)
    return {"address": without, "credentials": credentials}


def _take_list(
    arguments: argparse.Namespace, library: "Library", subscriptions: "Subscriptions"
) -> int:
    """Take the subscriptions in a file of another reader."""
    from store.net.credentials import Credentials
    from tui.cli.fetching.subscribed import secret_name

    listed, left_out = _listed(Path(arguments.what))
    secret = secret_name(library.address, arguments.what)
    _subscribe_to_all(listed, changes(arguments, Credentials(), secret), subscriptions)
    for line in left_out:
        print_error(_("Left out, being no address of a feed: {line}").format(line=line))
    return 1 if left_out else 0


def _subscribe_to_all(
    listed: "Sequence[Listed]", given: "dict[str, object]", subscriptions: "Subscriptions"
) -> None:
    """Subscribe to what a list names, each with the fields `given` but a name."""
    from msgspec.structs import replace

    from store.subscriptions.listed import as_subscriptions

    fields = {name: value for name, value in given.items() if name != "name"}
    made = [replace(each, **fields) for each in as_subscriptions(listed, subscriptions.all())]
    subscriptions.save(*made)
    print_lines(*(f"{each.name}  {each.title}  {each.address}" for each in made))
    words = plural("{n} new subscription", "{n} new subscriptions", len(made))
    print_lines(
        _("{new}, {n} there already; dubao fetch brings what is new.").format(
            new=words.format(n=len(made)), n=len(listed) - len(made)
        )
    )


def _listed(path: Path) -> "tuple[Sequence[Listed], Sequence[str]]":
    """Return what a list names, and the lines that are left out. Raises SourceError."""
    from store.errors import SourceError
    from store.imports.sources import Input, load
    from store.subscriptions.newsboat import looks_like_urls, read_urls
    from store.subscriptions.opml import MOST, read_opml

    data = load(Input(str(path)), MOST)
    text = data.decode("utf-8", "replace")
    if looks_like_urls(text):
        read = read_urls(text)
        return read.listed, read.left_out
    if "<opml" in text[:4096].lower():
        if listed := read_opml(data, str(path)):
            return listed, ()
        raise SourceError(
            "{url}: this list of subscriptions (OPML) names no address.", url=str(path)
        )
    raise SourceError(
        _("{file}: neither an OPML file nor a list of addresses, one a line.").format(file=path)
    )


def _subscribe(
    arguments: argparse.Namespace, library: "Library", subscriptions: "Subscriptions"
) -> int:
    from store.net.credentials import Credentials
    from tui.cli.fetching.subscribed import day_brought, forget_unused, secret_name

    credentials = Credentials()
    address, more = _meant(arguments.what)
    secret = secret_name(library.address, address)
    without = credentials.keep_login(secret, address)
    try:
        set_here = changes(arguments, credentials, secret)
        asked = secret if without != address else ""
        found = _found(without, {**more, **set_here, "credentials": asked}, subscriptions)
        if found.listed:
            _subscribe_to_all(found.listed, set_here, subscriptions)
            forget_unused({secret}, subscriptions)
            return 0
        subscriptions.save(found.subscription)
    except BaseException:
        forget_unused({secret}, subscriptions)
        raise
    print_lines(*of_found(found), *kept(found.subscription))
    return day_brought(library, subscriptions, found) if found.day else 0


def _meant(what: str) -> tuple[str, dict[str, object]]:
    """Return the address that `what` means, and what is known of the paper there.

    Raises NotFoundError for what is neither an address nor a known paper.
    """
    from store.errors import SourceError
    from store.subscriptions.papers import paper_named, papers_like

    if not what.strip():
        raise SourceError(_("Name an address, a known paper (dubao papers) or a file."))
    if "://" not in what and (what.startswith(_OF_A_FILE) or what.endswith(".opml")):
        raise SourceError(_("{file}: there is no such file.").format(file=what))
    known = papers_like(what)
    exact = [each for each in known if what.casefold() in each.spellings()]
    if not exact and "://" in what:
        return what, {}
    if not known and _HOST.fullmatch(what):
        return f"https://{what}", {}
    paper = paper_named(what)
    about: dict[str, object] = {
        "name": paper.code,
        "title": paper.name,
        "paper": paper.name,
        "walker": paper.walker,
    }
    return paper.entry, about


def _found(address: str, given: "dict[str, object]", subscriptions: "Subscriptions") -> "Found":
    """Return what stands at `address`, under a name that is free. Raises DubaoError."""
    from msgspec.structs import replace

    from store.errors import DubaoError
    from store.subscriptions.naming import name_for
    from tui.cli.fetching.subscribed import look

    _refuse_twice(subscriptions, address)
    own = _made(address, {"name": "new", **given})
    found = look(own)
    if found.listed:
        return found
    own = found.subscription
    _refuse_twice(subscriptions, own.address)
    names = [each.name for each in subscriptions.all()]
    if "name" not in given:
        own = replace(own, name=name_for(own.title or own.paper, own.address, names))
    elif own.name in names:
        raise DubaoError(_("There is a subscription {name} already.").format(name=own.name))
    return replace(found, subscription=own)


def _made(address: str, fields: "dict[str, object]") -> "Subscription":
    from msgspec.structs import replace

    from store.subscriptions.models import Subscription

    return replace(Subscription("new", address, "epaper"), **fields)


def _refuse_twice(subscriptions: "Subscriptions", address: str) -> None:
    from store.errors import DubaoError

    for each in subscriptions.all():
        if each.address == address:
            raise DubaoError(
                _("This is subscribed to already, as {name}; --edit {name} changes it.").format(
                    name=each.name
                )
            )
