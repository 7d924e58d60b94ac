"""What one reader has asked the filter, newest first: kept in their state across sessions."""

from msgspec import Struct

from store.backends.files import Files
from store.backends.tables import Tables, write

KEPT = 100
"""Questions that are kept."""

_FILE = "asked.json"


class Question(Struct, frozen=True):
    """A filter line."""

    text: str


class FilterHistory:
    """The filters that a reader has used, each once.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(self, files: Files) -> None:
        self._files = files

    def all(self) -> tuple[str, ...]:
        """Return the questions, newest first."""
        kept = Tables(self._files, _FILE).records("asked", Question)
        return tuple(question.text for question in kept.values())

    def keep(self, text: str) -> None:
        """Keep `text` as the newest question; it is durable when this returns."""
        with self._files.lock():
            before = self.all()
            if text and before[:1] != (text,):
                kept = dict.fromkeys((text, *before))
                questions = {each: Question(each) for each in tuple(kept)[:KEPT]}
                write(self._files, _FILE, {"asked": questions})
