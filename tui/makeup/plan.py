"""What is to stand on a sheet: its blocks in the order in which they give way, and their tree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from store.models import Article, Issue, Page, PageBox, Part
from tui.makeup.advertisement import AdvertisementBlock
from tui.makeup.allotment import Allotment
from tui.makeup.areas import free_top, places_of, tell_the_page
from tui.makeup.contents import ContentsBlock
from tui.makeup.geometry import NOWHERE, Rect
from tui.makeup.grid import Weighed, columns_in, made_up
from tui.makeup.masthead import MastheadBlock
from tui.makeup.slicing import sliced
from tui.makeup.story import StoryBlock
from tui.makeup.tree import Cut, Node
from tui.makeup.weights import weight

Drawing = StoryBlock | ContentsBlock | MastheadBlock | AdvertisementBlock

CONTENTS = 0.15
"""What the contents box weighs beside the lead."""

GOES_ON = 0.3
"""What a story weighs that goes on here, beside the lead."""

UNPLACED = 0.15
"""Part of a page that all those have together that no area tells of: they stand at its foot."""


AT_FIRST = 16
"""Blocks for which room is looked for at first, then for twice as many, and so on."""


TALL = 30
"""Rows of a sheet from which on headlines do not stand alone where there are many stories."""

TEXT = 3
"""Rows of text, with the blank one, that stories have there at least."""


class Plan:
    """The blocks of one sheet, and how they are to stand.

    `order` are the numbers of `blocks`, the weightiest first: the last ones go when there is no
    room, to the sheet that is then the `rest`. `places` are where blocks stand on the page, if
    that is told, in thousandths.
    """

    def __init__(
        self,
        blocks: Sequence[Drawing],
        weights: Sequence[float],
        places: Sequence[Rect] = (),
    ) -> None:
        self.blocks = blocks
        self.order = sorted(range(len(blocks)), key=lambda at: -weights[at])
        lead = self.order[:1]
        self.order.sort(key=lambda at: at not in lead and not _is_contents(blocks[at]))
        self.rest: Plan | None = None
        self._weights = weights
        self._places = places

    def allotment(self, height: int) -> Allotment:
        """Return what gives the blocks their boxes on a sheet of so many rows."""
        return Allotment(self.blocks, TEXT if height >= TALL and not self._places else 0)

    @property
    def has_masthead(self) -> bool:
        """Whether the masthead is one of the blocks."""
        return any(isinstance(block, MastheadBlock) for block in self.blocks)

    def fit(self, width: int, height: int) -> Node | None:
        """Return the tree of as many blocks as there is room for, at least of one if there is any.

        The others become the `rest`.
        """
        if not self.order:
            return None

        def too_many(count: int) -> bool:
            room = height - (count < len(self.order))
            return self.allotment(height).least(self._tree(count, width), width) > room

        count, tried = len(self.order), AT_FIRST
        while tried < count and not too_many(tried):
            tried *= 2
        if too_many(min(tried, count)):
            count = max(1, bisect_left(range(1, min(tried, count)), True, key=too_many))
            left = sorted(at for at in self.order[count:] if self.blocks[at].items)
            if left:
                weights = [self._weights[at] for at in left]
                self.rest = Plan([self.blocks[at] for at in left], weights)
        return self._tree(count, width)

    def _tree(self, count: int, width: int) -> Node:
        """Return the tree of the first `count` blocks."""
        kept = self.order[:count]
        columns = columns_in(width)
        if not self._places:
            return made_up([Weighed(at, self._weights[at]) for at in kept], columns)
        placed = [(at, self._places[at]) for at in kept if self._places[at] is not NOWHERE]
        others = [Weighed(at, self._weights[at]) for at in kept if self._places[at] is NOWHERE]
        if not placed:
            return made_up(others, columns)
        tree = sliced(placed)
        return Cut(False, 1 - UNPLACED, tree, made_up(others, columns)) if others else tree


def plan_of(issue: Issue, page: Page, *, first: bool, cornered: bool = True) -> Plan:
    """Return the plan of a page: of its stories, and those that go on there.

    On the `first` page the contents box is among them, and if it was printed in a corner and may
    be `cornered`, the masthead.
    """
    articles = [article for article in issue.articles if article.page == page.number]
    parts = [(article, part) for article in issue.articles for part in _parts_on(article, page)]
    places, continued, boxes = _all_places(articles, parts, page)
    told = tell_the_page([*places, *(each for each in continued if each is not NOWHERE)])
    weights = [
        _prominence(place) if told else weight(article, at)
        for at, (article, place) in enumerate(zip(articles, places, strict=True))
    ]
    most = max(weights, default=1.0)
    blocks: list[Drawing] = [
        StoryBlock(article, leads=at == weights.index(most)) for at, article in enumerate(articles)
    ]
    blocks += [StoryBlock(article, part=part) for article, part in parts]
    weights += [GOES_ON * most for _ in parts]
    places += continued
    if first and issue.index:
        blocks.append(ContentsBlock(issue.index))
        weights.append(CONTENTS * most)
        places.append(next(_places_of("contents", boxes), NOWHERE))
    if not told:
        return Plan(blocks, weights)
    for place in _places_of("advertisement", boxes):
        blocks.append(AdvertisementBlock())
        weights.append(0)
        places.append(place)
    corner = free_top(places) if first and cornered else NOWHERE
    if corner is not NOWHERE:
        blocks.append(MastheadBlock(issue))
        weights.append(2 * most)
        places.append(corner)
    return Plan(blocks, weights, places)


def _all_places(
    articles: Sequence[Article], parts: Sequence[tuple[Article, Part]], page: Page
) -> tuple[list[Rect], list[Rect], list[tuple[PageBox, Rect]]]:
    """Return where stories stand on a page, where those go on that do so there, and its boxes."""
    areas = [article.area for article in articles]
    areas += [part.area for _, part in parts]
    areas += [box.area for box in page.boxes]
    found = iter(places_of(areas))
    places, continued = (list(islice(found, len(each))) for each in (articles, parts))
    return places, continued, list(zip(page.boxes, found, strict=True))


def _places_of(kind: str, boxes: Sequence[tuple[PageBox, Rect]]) -> Iterator[Rect]:
    """Yield where boxes of this kind stand on a page."""
    for box, place in boxes:
        if box.kind == kind and place is not NOWHERE:
            yield place


def _is_contents(block: Drawing) -> bool:
    return isinstance(block, ContentsBlock)


def _parts_on(article: Article, page: Page) -> list[Part]:
    """Return where a story of another page goes on, on this one."""
    if article.page == page.number:
        return []
    jump = article.jump
    if jump and jump.resolved and jump.to == page.number and not article.parts:
        return [Part(page.number, len(article.paragraphs), 0)]  # its text is whole, and not told
    return [part for part in article.parts if part.page == page.number]


def _prominence(place: Rect) -> float:
    """Return how much a story stands out by where it was printed: by its size, and how high up."""
    return 1 + place.size * (2000 - place.y) / 1000
