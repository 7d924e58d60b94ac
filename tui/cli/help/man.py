"""The manual, ``man dubao``, made from the topics of help and from what each command takes.

``python -m tui.cli.help.man`` writes it anew in both languages beside this file, from where the
wheel installs it. The requests are those of man(7).
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from tui.cli.help.topics import text_of, topics
from tui.cli.parser import COMMANDS, command_parser, global_parser
from tui.language import LANGUAGES, _, choose, chosen

FOLDER = Path(__file__).with_name("man1")

_APART = ("commands",)
"""Topics that the manual has in another form."""


def pages() -> dict[Path, str]:
    """Return the manual of each language, with the path where it lies."""
    made = {}
    for language in LANGUAGES:
        choose(language)
        made[FOLDER / language / "dubao.1"] = "\n".join(_page()) + "\n"
    return made


def _page() -> Iterator[str]:
    yield from ('.TH DUBAO 1 "" dubao "dubao"', ".ad l")
    yield from (f".SH {_('NAME')}", _said(f"dubao {_('- a newspaper reader for the terminal')}"))
    yield f".SH {_('SYNOPSIS')}"
    yield from (_said(_("dubao [OPTIONS] [PATH…]")), ".br", _said(_("dubao [OPTIONS] COMMAND …")))
    yield from _options(global_parser())
    for name, title in topics().items():
        if name not in _APART:
            yield f'.SH "{_said(title)}"'
            yield from _paragraphs(text_of(name).partition("\n")[2])
    yield f".SH {_('COMMANDS')}"
    for name in COMMANDS:
        yield from _command(name)


def _command(name: str) -> Iterator[str]:
    """Yield what a command does and all that it takes."""
    parser = command_parser(name)
    usage = " ".join(_shown(action) for action in parser._actions if not action.option_strings)
    yield f'.SS "dubao {_said(" ".join(filter(None, (name, usage))))}"'
    yield _said(parser.description or "")
    yield from _options(parser)
    yield from (".PP", ".nf", *map(_said, (parser.epilog or "").split("\n")), ".fi")


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield what a parser takes, each with its help."""
    for action in parser._actions:
        if action.help and action.dest != "help":
            yield from (".TP", f".B {_said(_shown(action))}", _said(_help(action)))


def _shown(action: argparse.Action) -> str:
    """Return an argument as it is written: ``-o, --output FILE``, ``FILE…``."""
    value = action.metavar or (action.nargs != 0 and "|".join(map(str, action.choices or ()))) or ""
    if isinstance(value, tuple):
        value = " ".join(value)
    value = str(value) + ("…" if action.nargs in ("*", "+") else "")
    names = ", ".join(action.option_strings)
    return " ".join(filter(None, (names, value)))


def _help(action: argparse.Action) -> str:
    named = {"default": action.default, "prog": "dubao", "choices": action.choices}
    return (action.help or "") % named


def _paragraphs(text: str) -> Iterator[str]:
    """Yield paragraphs that man sets, and as they are those that are set already.

    Chinese ones are: man(7) knows no line that ends without a blank.
    """
    for block in text.strip("\n").split("\n\n"):
        lines = block.split("\n")
        set_already = chosen() == "zh" or any(line.startswith((" ", "*/")) for line in lines)
        before, after = ((".in 0", ".nf"), (".fi", ".in")) if set_already else ((), ())
        yield from (".PP", *before, *map(_said, lines), *after)


def _said(text: str) -> str:
    """Return `text` as man(7) says it as it is."""
    said = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{said}" if said.startswith((".", "'")) else said


if __name__ == "__main__":
    for path, page in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")
