"""A story's box: its headline, what else of its head and of its text there is room for."""

from typing import Literal

from store.models import Article, Part
from tui.makeup.body import body, rows_of
from tui.makeup.geometry import Rect
from tui.makeup.heads import at_left, cut_short, spaced_out
from tui.makeup.pieces import Drawn, placed
from tui.state.front_page import Item
from tui.state.outline import title
from tui.typeset import Line, set_text

HEAD_LINES = 4
"""Lines of a headline that a box has room for at least; what is longer is cut short."""

BESIDE_HEAD = 2
"""Lines of a kicker or a subhead at most."""

AIRY = 3
"""Rows beside its headline from which on a lead's stands between blank ones: a wide lead has so
many at least."""

LONGEST_HEAD = 2000
"""Characters of a headline, kicker or subhead, beyond which no box has room."""

LONGEST = 20_000
"""Characters of a paragraph, and paragraphs, beyond which no page has room."""

CENTRED = 44
"""Cells from which on a headline stands in the middle: those of one column stand at its left."""


class StoryBlock:
    """One story on the page; `leads` is whether it is the page's first.

    Of a story that goes on here, `part` tells where.
    """

    narrowest = 16

    def __init__(self, article: Article, *, leads: bool = False, part: Part | None = None) -> None:
        self.article = article
        self.items = (Item(article.page, article),)
        self.leads = leads
        self._part = part
        self._headlines: dict[int, list[Line]] = {}

    def least(self, width: int) -> int:
        """Return the rows of the headline, and for a wide lead of what sets it off."""
        airy = AIRY if self.leads and width >= CENTRED else 0
        return min(HEAD_LINES, len(self._headline(width))) + airy

    def most(self, width: int) -> int:
        """Return the rows of all of it."""
        head = len(self._headline(width)) + len(self._above(width)) + len(self._subhead(width))
        return head + 2 * self.leads + 1 + rows_of(self._text(), self.article, width)

    def draw(self, box: Rect) -> list[Drawn]:
        """Return what fits of it into `box`."""
        head = self._head(box.width, box.height)
        pieces = placed(head, box.x, box.y)
        parted = bool(head[-1:] and head[-1].runs)
        used = len(head) + (parted and box.height - len(head) > 3)
        beneath = Rect(box.x, box.y + used, box.width, box.height - used)
        pieces += body(self._text(), self.article, beneath)
        return [Drawn(box, pieces, self.items[0])]

    def _head(self, width: int, height: int) -> list[Line]:
        """Return the lines of the head: the headline, kicker and subhead if they fit."""
        lines = cut_short(self._headline(width), height, width)
        airy = self.leads and height >= len(lines) + AIRY
        if airy:
            lines = [Line(), *lines, Line()]
        above = self._above(width)
        if above and len(lines) + len(above) <= height:
            lines = [*above, *lines]
        below = self._subhead(width)
        if below and len(lines) + len(below) <= height:
            lines += below
        return lines

    def _headline(self, width: int) -> list[Line]:
        lines = self._headlines.get(width)
        if lines is None:
            text = (self._part and self._part.headline) or title(self.article)
            words = self.article.head_words.headline if text == self.article.headline else ()
            text = text[:LONGEST_HEAD]
            lines = list(set_text(text, "headline", "headline", width, words=words))
            if self.leads:
                spaced = spaced_out(text, "headline", "headline", width, words)
                lines = spaced if len(spaced) <= max(2, len(lines)) else lines
            lines = lines if self._is_centred(width) else at_left(lines)
            self._headlines[width] = lines
        return lines

    def _above(self, width: int) -> list[Line]:
        """Return what stands over the headline: its kicker, or from which page it goes on."""
        if self._part:
            text = f"上接{self.article.page}版"
            return list(set_text(text, "jump", "", width, align="left"))
        return self._beside_head("kicker", width)

    def _subhead(self, width: int) -> list[Line]:
        return [] if self._part else self._beside_head("subhead", width)

    def _beside_head(self, role: Literal["kicker", "subhead"], width: int) -> list[Line]:
        text, words = getattr(self.article, role), getattr(self.article.head_words, role)
        lines = list(set_text(text[:LONGEST_HEAD], role, role, width, words=words))
        lines = cut_short(lines, BESIDE_HEAD, width)
        return lines if self._is_centred(width) else at_left(lines)

    def _is_centred(self, width: int) -> bool:
        return self.leads or width >= CENTRED

    def _text(self) -> Article:
        """Return the beginning of the story without its head, from where it goes on here."""
        article, part = self.article, self._part
        paragraphs, lead_in = article.paragraphs, article.lead_in
        if part:
            first = part.paragraph + bool(part.offset)
            paragraphs = (*("" for _ in paragraphs[:first]), *paragraphs[first:])
        paragraphs = tuple(paragraph[:LONGEST] for paragraph in paragraphs[:LONGEST])
        return Article(paragraphs=paragraphs, crossheads=article.crossheads, lead_in=lead_in)
