"""What a shell may complete: commands and options of the parser, and what the library knows.

The shell's side is argcomplete's, which starts ``dubao`` with ``_ARGCOMPLETE`` set.
"""

import argparse
from collections.abc import Callable, Iterable
from contextlib import suppress

from store.errors import DubaoError
from store.library.library import Library, open_library
from store.locations import library_address
from store.reader.marks import open_marks
from tui.cli.output import on_one_line
from tui.cli.parser import COMMANDS, whole_parser

Words = Callable[[argparse.Namespace, str], Iterable[str]]
"""From what has been typed before, and of this word, to the words that may come."""


def complete() -> None:
    """Tell the shell what may stand where it asks, and end the process."""
    import argcomplete

    parser = whole_parser()
    _give_completers(parser)
    argcomplete.autocomplete(parser, always_complete_options="long")


def _give_completers(parser: argparse.ArgumentParser) -> None:
    """Have each argument of each command know its words."""
    for action in parser._actions:
        if isinstance(action.choices, dict):  # of commands
            for name, command in action.choices.items():
                for given in command._actions:
                    words = OF_COMMAND.get((name, given.dest)) or OF_METAVAR.get(str(given.metavar))
                    if words and not given.choices:
                        given.completer = _Completer(words)


class _Completer:
    """Gives the words that begin with what has been typed, and none where they cannot be read."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def __call__(self, prefix: str, parsed_args: argparse.Namespace, **_: object) -> list[str]:
        """Return the words, as argcomplete asks for them."""
        with suppress(DubaoError):
            found = (word for word in self._words(parsed_args, prefix) if word == on_one_line(word))
            return [word for word in found if word.startswith(prefix)]
        return []


def _library(arguments: argparse.Namespace) -> Library:
    return open_library(library_address(arguments.library), readonly=True)


def _issues(arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    return (row.id for row in _library(arguments).rows())


def _articles(arguments: argparse.Namespace, begun: str) -> Iterable[str]:
    """Return the issues, or the articles of the one that is typed already."""
    issue, slash, _rest = begun.partition("/")
    if not slash:
        return _issues(arguments, begun)
    return (article.id for article in _library(arguments).issue(issue).articles)


def _queries(_arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    """Yield what a query may begin with: fields, states, kinds, tags."""
    from store.index.query.fields import FIELD_OF, KIND_OF, STATE_OF

    yield from (f"{field}:" for field in FIELD_OF)
    yield from (f"is:{state}" for state in STATE_OF)
    yield from (f"kind:{kind}" for kind in KIND_OF)
    yield from (f"tag:{tag}" for tag in open_marks().tags())


def _tags(_arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    return open_marks().tags()


def _filters(_arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    return (saved.name for saved in open_marks().filters.all())


def _subscriptions(arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    from store.subscriptions.subscriptions import Subscriptions

    return (own.name for own in Subscriptions(_library(arguments).files).all())


def _papers(_arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    from store.subscriptions.papers import known_papers

    return (paper.name for paper in known_papers())


def _clips(_arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    from store.reader.clippings import open_clips

    return open_clips().short_names().values()


def _settings(_arguments: argparse.Namespace, begun: str) -> Iterable[str]:
    """Return the settings, and those of the table that is typed already."""
    from msgspec.structs import fields

    from store.config import Config
    from tui.styles import ANSI

    tables: dict[str, Iterable[str]] = {}
    if "." in begun:
        tables = {"keys": _commands(), "colours": ANSI}
    in_tables = (f"{table}.{name}" for table, names in tables.items() for name in names)
    return (*in_tables, *(each.name for each in fields(Config)))


def _values(arguments: argparse.Namespace, begun: str) -> Iterable[str]:
    """Return what the setting may be that is named before; of a macro, commands with commas."""
    from typing import get_args, get_type_hints

    from store.config import Config
    from tui.styles import PALETTES

    setting = arguments.name or ""
    if setting.startswith("macros."):
        before = begun[: begun.rfind(",") + 1]
        return (before + name for name in _commands())
    if setting == "theme":
        return PALETTES
    kind = get_type_hints(Config).get(setting)
    return ("true", "false") if kind is bool else filter(None, map(str, get_args(kind)))


def _commands() -> Iterable[str]:
    """Return the names of the reader's commands."""
    from tui.all_commands import sections

    return {command.name: None for commands in sections().values() for command in commands}


def _topics(_arguments: argparse.Namespace, _begun: str) -> Iterable[str]:
    from tui.cli.help.topics import topics

    return {**topics(), **COMMANDS}


OF_METAVAR: dict[str, Words] = {
    "ID": _articles,
    "ISSUE": _issues,
    "QUERY": _queries,
    "ISSUE|QUERY": lambda given, begun: (*_issues(given, begun), *_queries(given, begun)),
    "TAG": _tags,
    "TOPIC": _topics,
    "SETTING": _settings,
    "CLIP": _clips,
}
"""The words of an argument by what help calls it."""

OF_COMMAND: dict[tuple[str, str], Words] = {
    ("clips", "note"): _clips,
    ("config", "value"): _values,
    ("filters", "name"): _filters,
    ("fetch", "names"): _subscriptions,
    ("unsubscribe", "names"): _subscriptions,
    ("subscribe", "what"): _papers,
}
"""The words of an argument by its command and its own name."""
