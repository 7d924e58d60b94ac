"""What a reader has set right in an issue: small records, kept apart from the text.

A correction hangs on what stays: an article's key and a line's text. What the press read is never
overwritten; `store.corrections.apply` applies the records to it, in their order, each time
that an issue is made of its sources.
"""

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from store.bounds import MANY, Hash, SourceId, Text
from store.words.article_words import ArticleWords

Action = Literal["join", "split", "line", "page", "sure", "date", "paper", "text"]
Role = Literal[
    "headline", "kicker", "subhead", "column", "byline", "crosshead", "body", "furniture"
]

ROLES: tuple[Role, ...] = get_args(Role)


class Correction(Struct, frozen=True):
    """One thing that a reader has set right.

    `article` is the key of the article it is about, `line` the text of one of its lines, and `at`
    the number this had (see `store.corrections.lines`): of several equal lines the nearest is
    meant. `to` is what comes of it: for ``join`` the key of the article that it goes on, for
    ``split`` the key of the second part, for ``line`` its Role, for ``text`` other words, for
    ``sure`` nothing, else the page's number, the date (ISO 8601) or the paper's name. `sources` are
    the originals it is about. In ``text``, newlines part paragraphs: of `line` those that become
    one, of `to` those that one becomes. `words` are those of the article as this has made it, where
    they have been extracted anew.
    """

    action: Action
    article: Hash = ""
    to: Text = ""
    line: Text = ""
    at: Annotated[int, Meta(ge=-(2**31), le=2**31)] = 0
    sources: Annotated[tuple[SourceId, ...], Meta(max_length=MANY)] = ()
    words: ArticleWords | None = None

    @property
    def rewords(self) -> bool:
        """Whether the article's words are to be extracted anew."""
        return self.action == "text" or (self.action, self.to) == ("line", "byline")
