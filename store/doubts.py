"""What is doubtful of an article that the press has read, and why: codes, and their sentences."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from store.bounds import Short
from store.messages import Message, template

Part = Literal["head", "bounds", "page", "byline"]
"""What may be doubted of an article: its head, where it begins and ends, its page, its people."""
Reason = Literal[
    "readings_differ",
    "near_call",
    "next_begins",
    "none_found",
    "no_text",
    "not_printed",
    "odd_page",
    "side_by_side",
    "odd_form",
    "names_people",
    "numbered",
    "dated",
    "goes_on",
    "sentence",
    "open_bracket",
    "short",
    "not_named",
    "unlike_others",
    "next_headless",
    "broken_off",
]

_PARTS: dict[Part, Message] = {
    "head": Message("head"),
    "bounds": Message("bounds"),
    "page": Message("page number"),
    "byline": Message("byline"),
}
_REASONS: dict[Reason, str] = {
    "readings_differ": template("{part}: two readings of the page differ here"),
    "near_call": template("{part}: another reading is nearly as likely"),
    "next_begins": template("{part}: another reading is nearly as likely"),
    "none_found": template("{part}: none was found"),
    "no_text": template("{part}: there is no text under the headline"),
    "not_printed": template("{part}: no line prints its number"),
    "odd_page": template("{part}: many lines of the page could be read in two ways"),
    "side_by_side": template("{part}: columns stand side by side and could not be told apart"),
    "odd_form": template("{part}: its form is unusual"),
    "names_people": template("{part}: it names people as a byline does"),
    "numbered": template("{part}: it begins with a number, as an item of a list does"),
    "dated": template("{part}: it has a date in it, as a line of the masthead does"),
    "goes_on": template("{part}: it begins with a small letter, as the rest of a line does"),
    "sentence": template("{part}: it has a full stop in it, as a paragraph does"),
    "open_bracket": template("{part}: a bracket in it is not closed; it may go on in another line"),
    "short": template("{part}: it is short, and may be the end of the kicker above it"),
    "not_named": template("{part}: the text says nothing of it, and may be another's"),
    "unlike_others": template("{part}: it is far shorter than the other articles of the page"),
    "next_headless": template("{part}: what follows may be a part of it"),
    "broken_off": template("{part}: a paragraph breaks off"),
}
_OF_A_LINE: dict[Reason, str] = {
    "readings_differ": template("{part}: “{line}” was read as {kind}, and may be {other}"),
    "near_call": template("{part}: “{line}” was read as {kind}, and may be {other}"),
    "next_begins": template(
        "{part}: “{line}” was read as {kind} of the next article, and may be {other} of this one"
    ),
    "none_found": template("{part}: there is none over “{line}”"),
    "odd_form": template("{part}: “{line}” is in no form that is known"),
    "next_headless": template("{part}: “{line}”, which follows, may be a part of it"),
    "broken_off": template("{part}: the paragraph that ends in “{line}” breaks off"),
}
"""What is said where a line is known. Where what it may be is not, the line is what may be."""
_MAY_BE: str = template("{part}: it may be “{line}”")
_KINDS: dict[str, Message] = {
    "furniture": Message("no part of an article"),
    "column": Message("a column's name"),
    "head": Message("a headline"),
    "byline": Message("a byline"),
    "back": Message("a reference to another page"),
    "lead": Message("the beginning of a text"),
    "body": Message("a paragraph"),
    "rest": Message("the rest of a paragraph"),
    "crosshead": Message("a crosshead"),
    "caption": Message("a caption"),
    "tail": Message("a note under the text"),
    "credit": Message("a credit"),
    "jump": Message("a reference to another page"),
    "index": Message("a line of the contents"),
}

DOUBTFUL = 0.7
"""Below this confidence what an article has of the press was a near call, and a reader is told."""


class Doubt(Struct, frozen=True):
    """One thing that is doubtful of an article, and why.

    ``line`` is the beginning of the line that is doubted (the end, of a paragraph that breaks off),
    ``kind`` what it was read as, ``other`` what it may be instead; a near call without these names
    the line that may be there instead. All are ``""`` where the press does not know.
    """

    part: Part
    reason: Reason
    line: Short = ""
    kind: Short = ""
    other: Short = ""

    @property
    def name(self) -> Message:
        """What is doubted, in a word."""
        return _PARTS[self.part]

    def message(self) -> Message:
        """Return the sentence for a reader."""
        fields: dict[str, str | int | Message] = {"part": self.name}
        if not self.line or self.reason not in _OF_A_LINE:
            return Message(_REASONS[self.reason], fields)
        fields["line"] = self.line
        if self.reason == "near_call" and not self.other:
            return Message(_MAY_BE, fields)
        fields |= {"kind": _called(self.kind), "other": _called(self.other)}
        return Message(_OF_A_LINE[self.reason], fields)


def _called(kind: str) -> Message:
    return _KINDS.get(kind, _KINDS["body"])
