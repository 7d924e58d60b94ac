"""The word lists of ``lists.toml``, read when they are first asked for."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def word_list(section: str, name: str) -> tuple[str, ...]:
    """Return the words of one list, such as ``word_list("names", "titles")``, in its order."""
    return tuple(_lists()[section][name].split())


@cache
def tag_corrections() -> dict[str, str]:
    """Return the words that jieba's dictionary tags wrongly, with their right tags."""
    return {word: tag for tag, text in _lists()["tags"].items() for word in text.split()}


@cache
def _lists() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("lists.toml").read_text("utf-8"))
