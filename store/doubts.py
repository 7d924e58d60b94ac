"""What is doubtful of an article that the press has read, and why: codes, and their sentences."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from store.messages import Message, template

Part = Literal["head", "bounds", "page", "byline"]
"""What may be doubted of an article: its head, where it begins and ends, its page, its people."""
Reason = Literal[
    "readings_differ",
    "near_call",
    "none_found",
    "not_printed",
    "odd_page",
    "odd_form",
    "not_named",
    "unlike_others",
    "broken_off",
]

_PARTS: dict[Part, Message] = {
    "head": Message("head"),
    "bounds": Message("bounds"),
    "page": Message("page"),
    "byline": Message("byline"),
}
_REASONS: dict[Reason, str] = {
    "readings_differ": template("{part}: two readings of the page differ here"),
    "near_call": template("{part}: another reading is nearly as likely"),
    "none_found": template("{part}: none was found"),
    "not_printed": template("{part}: no line prints it"),
    "odd_page": template("{part}: the page is set as few are"),
    "odd_form": template("{part}: its form is unusual"),
    "not_named": template("{part}: the text says nothing of it"),
    "unlike_others": template("{part}: it is unlike the other articles"),
    "broken_off": template("{part}: a paragraph breaks off"),
}


DOUBTFUL = 0.7
"""Below this confidence what an article has of the press was a near call, and a reader is told."""


class Doubt(Struct, frozen=True):
    """One thing that is doubtful of an article, and why; ``fields`` fill in what a reason names."""

    part: Part
    reason: Reason
    fields: dict[str, str | int] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.part, self.reason, frozenset(self.fields.items())))

    @property
    def name(self) -> Message:
        """What is doubted, in a word."""
        return _PARTS[self.part]

    def message(self) -> Message:
        """Return the sentence for a reader."""
        return Message(_REASONS[self.reason], {**self.fields, "part": self.name})
