"""The topics of ``dubao help``: ``LANGUAGE/TOPIC.txt``, whose first line is its title.

A line ``[[NAME]]`` of a text stands for a table that is made from the program itself (`tables`).
"""

import re
from pathlib import Path

from tui.cli.help.tables import TABLES
from tui.language import chosen

FOLDER = Path(__file__).parent

_TABLE = re.compile(r"^\[\[(\w+)\]\]$", re.MULTILINE)

ORDER = (
    "start", "sources", "subscribing", "unattended", "keys", "page", "filter", "correcting",
    "exporting", "commands", "files", "backup", "ssh", "pictures", "guests", "shared", "changes",
)  # fmt: skip
"""The topics as one reads them who reads them all."""


def topics() -> dict[str, str]:
    """Return the titles of the topics by name, in the language chosen."""
    return {name: _written(name).partition("\n")[0] for name in ORDER}


def text_of(topic: str) -> str:
    """Return the text of a topic, in the language chosen; it must be one of `topics`."""
    return _TABLE.sub(lambda mark: "\n".join(TABLES[mark[1]]()), _written(topic))


def _written(topic: str) -> str:
    return (FOLDER / chosen() / f"{topic}.txt").read_text("utf-8").rstrip("\n")
