"""The topics of ``dubao help``: ``LANGUAGE/TOPIC.txt``, whose first line is its title."""

from pathlib import Path

from tui.language import chosen

FOLDER = Path(__file__).parent


def topics() -> dict[str, str]:
    """Return the titles of the topics by name, in the language chosen."""
    return {path.stem: text_of(path.stem).partition("\n")[0] for path in sorted(_texts())}


def text_of(topic: str) -> str:
    """Return the text of a topic, in the language chosen; it must be one of `topics`."""
    return (FOLDER / chosen() / f"{topic}.txt").read_text("utf-8").rstrip("\n")


def _texts() -> list[Path]:
    return list((FOLDER / chosen()).glob("*.txt"))
