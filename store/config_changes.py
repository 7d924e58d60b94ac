"""Changing one setting of the configuration, and nothing else in its file."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from store.backends import atomic, opening
from store.config import Config, config_in, text_of
from store.errors import DubaoError
from store.locations import config_file

TRUE = ("true", "yes", "on", "1")
FALSE = ("false", "no", "off", "0")


def set_setting(name: str, value: str | None, path: Path | None = None) -> Config:
    """Give the setting `name` (``keys.star`` within a table) this value, None for its default.

    Comments and order of the file stay. Return the configuration. Raises DubaoError when there is
    no such setting or value, or when it cannot be written; then nothing has changed.
    """
    path = path or config_file()
    text = with_setting(text_of(path), name, value, path)
    config = config_in(text, path)
    try:
        opening.make(path.parent, 0o700)
        atomic.write(path, text.encode())
    except OSError as error:
        raise DubaoError("{file}: {why}.", file=path, why=error) from error
    return config


def with_setting(text: str, name: str, value: str | None, path: Path) -> str:
    """Return the configuration `text` with this setting changed. Raises DubaoError."""
    import tomlkit

    config_in(text, path)  # what is wrong already is told before anything is changed
    document = tomlkit.parse(text)
    table, _, key = name.partition(".")
    within: MutableMapping[str, Any] = document.setdefault(table, {}) if key else document
    if not isinstance(within, MutableMapping):
        raise DubaoError("{name} is one setting, without others in it.", name=table)
    if value is None:
        within.pop(key or table, None)
    else:
        within[key or table] = _typed(table, value)
    return tomlkit.dumps(document)


def _typed(name: str, value: str) -> str | bool | int:
    """Return `value` as the setting `name` takes it; where that takes another, the file tells."""
    default = getattr(Config(), name, "")
    if isinstance(default, bool) and value.lower() in (*TRUE, *FALSE):
        return value.lower() in TRUE
    if isinstance(default, int) and not isinstance(default, bool) and value.isdecimal():
        return int(value)
    return value
