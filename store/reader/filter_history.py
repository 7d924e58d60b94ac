"""What one reader has asked the filter, newest first: kept in their state across sessions."""

from typing import Annotated

from msgspec import Meta, Struct

from store.backends.files import Files
from store.backends.locking import quietly
from store.backends.state_files import StateRecords, Told
from store.backends.tables import write
from store.bounds import LONGEST_QUERY, Text

KEPT = 100
"""Questions that are kept."""

_FILE = "asked.json"


class Question(Struct, frozen=True):
    """A filter line."""

    text: Text


class Questions(Struct, frozen=True):
    """Filter lines, newest first, as they travel together."""

    texts: Annotated[tuple[Text, ...], Meta(max_length=KEPT)] = ()


class FilterHistory:
    """The filters that a reader has used, each once.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(self, files: Files, told: Told = quietly) -> None:
        self._records = history_records(files, told)

    def all(self) -> tuple[str, ...]:
        """Return the questions, newest first."""
        return tuple(question.text for question in self._records.read(_FILE).values())

    def keep(self, text: str) -> None:
        """Keep `text`, unless it is too long, as the newest question: durable when this returns."""
        if len(text) > LONGEST_QUERY:
            return
        files = self._records.files
        with files.lock():
            self._records.mend(_FILE)
            before = self.all()
            if text and before[:1] != (text,):
                kept = dict.fromkeys((text, *before))
                questions = {each: Question(each) for each in tuple(kept)[:KEPT]}
                write(files, _FILE, {"asked": questions})


def history_records(files: Files, told: Told = quietly) -> StateRecords[Question]:
    """Return the records of what was asked, in the state that lies in `files`."""
    return StateRecords(files, _FILE, "asked", Question, told)
