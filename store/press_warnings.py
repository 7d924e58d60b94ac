"""What a reader is told of the reading of an issue: codes, and the sentences they stand for."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from store.errors import why_ended
from store.messages import Message, template

WarningCode = Literal[
    "taken_out",
    "undecodable",
    "encoding_guessed",
    "mended",
    "lost",
    "mojibake",
    "private_use",
    "no_newspaper",
    "columns",
    "pages_missing",
    "articles_missing",
    "day_differs",
    "days",
    "no_text",
    "no_article",
    "no_keywords",
    "note",
]

_WARNINGS: dict[WarningCode, str] = {
    "taken_out": template("{count} {what} were taken out."),
    "undecodable": template("{count} characters could not be decoded as {encoding}."),
    "encoding_guessed": template("The encoding is a guess: {encoding}."),
    "mended": template("{count} {what} were mended."),
    "lost": template("{count} characters were lost before the text was saved."),
    "mojibake": template("Much reads like nothing; it may have been decoded wrongly and saved so."),
    "private_use": template("{count} characters are private to a program, and no one knows them."),
    "no_newspaper": template("This seems to be {what}, and no newspaper's page."),
    "columns": template("Columns seem to stand side by side; they could not be read apart."),
    "pages_missing": template("The paper says it has {expected} pages; {found} were found."),
    "articles_missing": template("{missing} of {listed} listed articles were not there."),
    "no_text": template("{count} of {pages} pages have no text: they are pictures, or damaged."),
    "day_differs": template("{printed} is printed, but the address names {day}."),
    "days": template("Pages of {count} days stand in it: {days}. Split it, a file for each day."),
    "no_article": template("No article was found."),
    "no_keywords": template("No keywords were made: {why}."),
}


class PressWarning(Struct, frozen=True):
    """What was doubtful or went wrong when an issue was read: a code, and what fills it in.

    A ``note`` has one field, ``text``: a sentence that some other dubao has left.
    """

    code: WarningCode
    fields: dict[str, str | int] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.code, frozenset(self.fields.items())))

    def message(self) -> Message:
        """Return the message for a reader."""
        if self.code == "note":
            return Message(str(self.fields.get("text", "")))
        fields: dict[str, str | int | Message] = {}
        for name, value in self.fields.items():
            fields[name] = why_ended(value) if isinstance(value, str) else value
        return Message(_WARNINGS[self.code], fields or None)
