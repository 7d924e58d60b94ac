"""The reader's configuration: one small TOML file, and every setting in it optional."""

import re
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import fields

from store.backends import opening
from store.backends.serialization import from_plain
from store.errors import DubaoError, LibraryError
from store.locations import config_file

MOST = 2**20
"""Bytes of a configuration at most."""


Setting = Annotated[str, Meta(max_length=1000)]


Script = Literal["printed", "simplified", "traditional"]
"""In which characters texts are shown: as printed, or all in one script."""

Forms = Literal["vertical", "plain"]
"""In which forms stops are drawn in vertical text."""


PicturesSetting = Literal["auto", "kitty", "sixel", "blocks", "off"]
"""How pictures are shown: by the terminal's name, or as is set."""


Front = Literal["page", "list"]
"""How an issue is shown first: its pages as they are made up, or its headlines as a list."""


class Config(Struct, frozen=True):
    """What a reader may set; empty text leaves the choice to dubao.

    `language` is the interface's, `theme` a colour theme's name, `mouse` lets the mouse work,
    `hanging` lets stops hang over the end of a full line, `fuzzy` takes pinyin that sounds alike
    for one. `ambiguous` says whether “ ” — … take two cells on the terminal, `script` in which
    characters texts are shown; on the screen, `marks` are halved side by side and at lines' edges,
    and `spacing` sets Chinese and Latin a cell apart. `setting` is the direction of the article,
    `forms` are those of stops where it is vertical, as fonts may lack the vertical ones. `front` is
    what the front page is shown as first, `start` whether the reader begins with it. `pictures`
    says how pictures are shown, `picture_bytes` how many bytes each may take on the way to the
    terminal. `keys` are keys by the name of a command (``dubao keys`` lists them), several parted
    by commas; `macros` are commands by a key, or by several to be pressed in turn, that does one
    after the other. `state` says whether a
    reader's marks lie in the archive, too, so that they are the same on every host, and `search`
    whether the index of an archive lies on this host or in it. `hook` is a
    shell command that is run when issues have come, with JSON on its
    standard input. `colours` are colours of the theme, by their use.
    """

    language: Literal["", "zh", "en"] = ""
    theme: Setting = ""
    mouse: bool = False
    hanging: bool = False
    ambiguous: Literal["", "wide", "narrow"] = ""
    margins: Literal["", "yes", "no"] = ""
    fuzzy: bool = False
    script: Script = "printed"
    setting: Literal["horizontal", "vertical"] = "horizontal"
    forms: Forms = "vertical"
    front: Front = "page"
    start: Literal["reading", "front"] = "reading"
    pictures: PicturesSetting = "auto"
    picture_bytes: Annotated[int, Meta(ge=4096, le=2**24)] = 65536
    marks: Literal["full", "half"] = "full"
    spacing: bool = False
    state: Literal["here", "archive"] = "here"
    search: Literal["local", "server"] = "local"
    hook: Annotated[str, Meta(max_length=10_000)] = ""
    keys: Annotated[dict[Setting, Setting], Meta(max_length=1000)] = field(default_factory=dict)
    macros: Annotated[dict[Setting, Setting], Meta(max_length=1000)] = field(default_factory=dict)
    colours: Annotated[dict[Setting, Setting], Meta(max_length=1000)] = field(default_factory=dict)


def read_config(path: Path | None = None) -> Config:
    """Return the configuration in `path`, or in the reader's own file; a missing one is empty.

    Raises DubaoError when it is not TOML, or sets what is unknown or to a wrong kind of value.
    """
    path = path or config_file()
    return config_in(text_of(path), path)


def text_of(path: Path) -> str:
    """Return the text of a configuration, ``""`` of a missing one. Raises DubaoError."""
    try:
        return opening.read(path, MOST).decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def config_in(text: str, path: Path) -> Config:
    """Return the configuration that `text` is; `path` is where it stands. Raises DubaoError."""
    if not text.strip():
        return Config()
    import tomllib  # 5 ms, and most readers have set nothing

    try:
        settings = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, error) from error
    known = {each.name for each in fields(Config)}
    if unknown := sorted(settings.keys() - known):
        raise DubaoError(
            "{file}, line {line}: there is no setting {name}; there are {names}.",
            file=path,
            line=line_of(text, unknown[0]),
            name=unknown[0],
            names=", ".join(sorted(known)),
        )
    try:
        return from_plain(settings, Config)
    except LibraryError as error:
        why = str(error.__cause__)
        raise DubaoError(
            "{file}, line {line}: a setting has a wrong value ({why}).",
            file=path,
            line=max((line_of(text, name) for name in _named_in(why)), default=1),
            why=why,
        ) from error


def line_of(text: str, name: str) -> int:
    """Return the number of the line of `text` that sets this name, or begins the table of it."""
    begins = re.compile(rf"\s*(?:\[\s*)?[\"']?{re.escape(name)}\b")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if begins.match(line)), 1)


def _named_in(why: str) -> list[str]:
    """Return the names on the way to a value that msgspec refuses: ``… - at `$.keys[...]` ``."""
    return re.findall(r"\w+", why.rpartition("`$.")[2])


def _unreadable(path: Path, why: Exception) -> DubaoError:
    return DubaoError("{file}: the configuration cannot be read ({why}).", file=path, why=why)
