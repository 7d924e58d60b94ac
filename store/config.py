"""The reader's configuration: one small TOML file, and every setting in it optional."""

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


class Config(Struct, frozen=True):
    """What a reader may set; empty text leaves the choice to dubao.

    `language` is the interface's, `theme` a colour theme's name, `mouse` lets the mouse work,
    `hanging` lets stops hang over the end of a full line. `keys` are keys by the name of a command
    (``dubao keys`` lists them), several parted by commas. `hook` is a shell command that is run
    when issues have come, with JSON on its standard input.
    """

    language: Literal["", "zh", "en"] = ""
    theme: Setting = ""
    mouse: bool = False
    hanging: bool = False
    hook: Annotated[str, Meta(max_length=10_000)] = ""
    keys: Annotated[dict[Setting, Setting], Meta(max_length=1000)] = field(default_factory=dict)


def read_config(path: Path | None = None) -> Config:
    """Return the configuration in `path`, or in the reader's own file; a missing one is empty.

    Raises DubaoError when it is not TOML, or sets what is unknown or to a wrong kind of value.
    """
    path = path or config_file()
    try:
        text = opening.read(path, MOST).decode("utf-8")
        import tomllib  # 5 ms, and most readers have set nothing

        settings = tomllib.loads(text)
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError, RecursionError) as error:
        raise DubaoError(
            "{file}: the configuration cannot be read ({why}).", file=path, why=error
        ) from error
    known = {each.name for each in fields(Config)}
    if unknown := sorted(settings.keys() - known):
        raise DubaoError(
            "{file}: there is no setting {name}; there are {names}.",
            file=path,
            name=unknown[0],
            names=", ".join(sorted(known)),
        )
    try:
        return from_plain(settings, Config)
    except LibraryError as error:
        raise DubaoError(
            "{file}: a setting has a wrong value ({why}).", file=path, why=error.__cause__
        ) from error
