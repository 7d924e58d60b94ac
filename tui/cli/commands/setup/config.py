"""``dubao config``: the settings, what they mean and where they come from; and setting one."""

import argparse
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import fields

from store.config import Config, config_in, line_of, text_of
from store.errors import DubaoError
from store.locations import config_file, is_remote, library_address
from tui.cli.output import print_error, print_json, print_lines, print_table
from tui.language import N_, _

HELP = N_("list the settings and where they come from, or set one")

MEANINGS = {
    "language": N_("the interface's language, zh or en; else what the locale says"),
    "theme": N_("the colours: ansi-dark, ansi-light (the terminal's own), paper, night"),
    "mouse": N_("the mouse works"),
    "hanging": N_("stops may hang over the end of a full line"),
    "ambiguous": N_("“ ” — … take two cells (wide) or one (narrow); else what the locale says"),
    "margins": N_("the terminal can scroll one pane alone (yes, no); else what its name says"),
    "fuzzy": N_("pinyin that sounds alike finds the same: z zh, c ch, s sh, n l, an ang, in ing"),
    "script": N_("how texts are shown: printed, simplified, traditional"),
    "setting": N_("articles are set in lines (horizontal) or in columns from the right (vertical)"),
    "forms": N_("stops in vertical text: vertical, or plain where the font lacks such forms"),
    "front": N_("what f shows first: page (as it is made up) or list (of headlines)"),
    "start": N_("what dubao opens with: reading (where one left off) or front (the page)"),
    "pictures": N_("how pictures are shown: auto, kitty, sixel, blocks, off (dubao help pictures)"),
    "picture_bytes": N_("bytes of a picture on its way to the terminal, at most"),
    "marks": N_("“half”: 。、「」 take one cell beside marks and at lines' edges; else “full”"),
    "spacing": N_("Chinese stands a cell apart from Latin and digits"),
    "state": N_("where your marks lie: here, or in the archive, too (dubao help shared)"),
    "search": N_("where an archive's index lies: on this host (local), or in it (server)"),
    "hook": N_("a command that is run when issues have come, with JSON on its input"),
    "keys": N_("keys by the names of dubao keys, as keys.star"),
    "colours": N_("colours of your own over any theme, as colours.head #7fb4ca or blue"),
    "macros": N_("commands by the key that does them in turn, as macros.f5 star,next-article"),
}
"""What each setting of `store.config.Config` means."""


class _Row(Struct, frozen=True):
    """A setting as it is: `line` is that of the configuration, 0 where that does not set it."""

    name: str
    value: object
    default: object
    line: int
    meaning: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao config``."""
    parser.add_argument("name", nargs="?", metavar="SETTING", help=_("show or set this one"))
    parser.add_argument("value", nargs="?", metavar="VALUE", help=_("what it is to be"))
    parser.add_argument("--unset", action="store_true", help=_("give it its default back"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the settings, or show or set one. Raises DubaoError."""
    name, value = arguments.name, arguments.value
    if name and name.partition(".")[0] not in MEANINGS:
        names = ", ".join(MEANINGS)
        news = _("There is no setting {name}; there are {names}.")
        raise DubaoError(news.format(name=name, names=names))
    if value is not None or arguments.unset:
        if not name:
            raise DubaoError(_("--unset which setting?"))
        _set(name, None if arguments.unset else value)
        if (name, value) == ("search", "server"):
            _tell_of_folders(library_address(arguments.library))
    rows = [row for row in _rows() if name in (None, row.name, row.name.partition(".")[0])]
    if arguments.json:
        print_json(rows)
    else:
        print_table((row.name, _said(row.value), _origin(row), _(row.meaning)) for row in rows)
        if not name:
            print_lines(_("The configuration is {file}.").format(file=config_file()))
    return 0


def _set(name: str, value: str | None) -> None:
    """Set one setting, if what it is to be can be. Raises DubaoError."""
    from store.config_changes import set_setting, with_setting
    from tui.all_commands import checked
    from tui.styles import PALETTES, hard_to_read, take_colours

    path = config_file()
    config = config_in(with_setting(text_of(path), name, value, path), path)
    if config.theme not in ("", *PALETTES):
        news = _("There is no theme {name}; choose one of {names}.")
        raise DubaoError(news.format(name=config.theme, names=", ".join(PALETTES)))
    take_colours(config.colours)
    for sentence in hard_to_read(config.theme):
        print_error(sentence)
    for sentence in checked(config.keys, config.macros):
        raise DubaoError(sentence)
    set_setting(name, value, path)


def _tell_of_folders(address: str) -> None:
    """Say that it changes nothing for a library that is a folder."""
    if not is_remote(address):
        news = _("search = server: the index of {file} stays on this host, for that is a folder.")
        print_error(news.format(file=address))


def _rows() -> Iterator[_Row]:
    """Yield the settings as they are, those of tables one by one. Raises DubaoError."""
    path, default = config_file(), Config()
    text = text_of(path)
    config = config_in(text, path)
    for each in fields(Config):
        value, usual = getattr(config, each.name), getattr(default, each.name)
        line = line_of(text, each.name) if value != usual else 0
        meaning = MEANINGS[each.name]
        yield _Row(each.name, "" if isinstance(value, dict) else value, usual, line, meaning)
        if isinstance(value, dict):
            for key, given in value.items():
                yield _Row(f"{each.name}.{key}", given, "", line_of(text, key), "")


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _origin(row: _Row) -> str:
    return _("line {n}").format(n=row.line) if row.line else _("default")
