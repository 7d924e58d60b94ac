"""A page of an issue as sheets of the terminal's size: one, or more if there are many stories."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from store.models import Issue, Page
from tui.language import plural
from tui.makeup.geometry import Rect
from tui.makeup.masthead import over_page
from tui.makeup.pieces import Drawn, Piece, Target, rule
from tui.makeup.plan import Plan, plan_of
from tui.makeup.tree import leaves
from tui.state.front_page import Item
from tui.typeset import Run, fit, sign, width

MARGIN = 1
"""Blank cells at the left and right of a page that is wide enough."""

WIDE = 40
"""Cells from which on it is."""


CORNERED = (60, 16)
"""Cells and rows from which on the masthead may stand in a corner, with a story beside it."""


class Sheet:
    """A page, or a part of it, as it is drawn in `box`, with what stands `over` it.

    `more` stories have no room on it; the last target stands for them.
    """

    def __init__(self, plan: Plan, over: Sequence[Piece], box: Rect) -> None:
        self._plan = plan
        self._over = over
        self._box = box
        self._tree = plan.fit(box.width, box.height)
        self.more = len(plan.rest.order) if plan.rest else 0

    def holds(self, item: Item) -> bool:
        """Return whether something to be chosen stands on it."""
        blocks = leaves(self._tree) if self._tree else ()
        return any(item in self._plan.blocks[number].items for number in blocks)

    @property
    def rows(self) -> Sequence[Sequence[Piece]]:
        """The rows of the terminal, each of pieces from the left."""
        return self._drawn[0]

    @property
    def targets(self) -> Sequence[Target]:
        """What can be chosen."""
        return self._drawn[1]

    @cached_property
    def _drawn(self) -> tuple[Sequence[Sequence[Piece]], Sequence[Target]]:
        box, blocks = self._box, self._plan.blocks
        pieces, targets = list(self._over), list[Target]()
        told = self.more > 0 and box.height > 1
        if self._tree is not None:
            allotment = self._plan.allotment(box.height)
            filled = min(box.height - told, allotment.most(self._tree, box.width))
            allotment.spread(self._tree, Rect(*box[:3], filled))
            for number in leaves(self._tree):
                for drawn in blocks[number].draw(allotment.boxes[number]):
                    _put(drawn, pieces, targets)
            for line in allotment.rules:
                pieces += rule(line)
        if told:
            _put(_told(self.more, box), pieces, targets, chosen=True)
        rows: list[list[Piece]] = [[] for _ in range(box.bottom)]
        for piece in sorted(pieces, key=lambda piece: piece.x):
            rows[piece.y].append(piece)
        return rows, targets


def sheets(issue: Issue, page: Page, width: int, height: int) -> Iterator[Sheet]:
    """Yield the sheets of a page, `width` cells and `height` rows large; there is at least one."""
    first = not issue.pages or issue.pages[0].number == page.number
    cornered = width >= CORNERED[0] and height >= CORNERED[1]
    plan: Plan | None = plan_of(issue, page, first=first, cornered=cornered)
    margin = MARGIN if width >= WIDE else 0
    while plan is not None:
        over: list[Piece] = []
        if not plan.has_masthead:
            over = over_page(issue, page, width - 2 * margin, height, first=first)
            over = over if 3 * _rows(over) <= height else []
        top = _rows(over)
        box = Rect(margin, top, max(2, width - 2 * margin), max(1, height - top))
        yield Sheet(plan, [replace(piece, x=piece.x + margin) for piece in over], box)
        plan, first = plan.rest, False


def _rows(pieces: Sequence[Piece]) -> int:
    return max((piece.y + 1 for piece in pieces), default=0)


def _put(drawn: Drawn, pieces: list[Piece], targets: list[Target], *, chosen: bool = False) -> None:
    """Add what a block has drawn; it is a target if it is something to be chosen."""
    if drawn.item is None and not chosen:
        pieces += drawn.pieces
        return
    pieces += (replace(piece, target=len(targets)) for piece in drawn.pieces)
    heads = [p for p in drawn.pieces if any(run.role == "headline" for run in p.runs)]
    head = (heads or list(drawn.pieces))[:1]
    at = (head[0].x, head[0].y) if head else (drawn.box.x, drawn.box.y)
    targets.append(Target(drawn.box, at, drawn.item))


def _told(more: int, box: Rect) -> Drawn:
    """Return the last row, which tells how many stories the sheet has no room for."""
    text = " " + plural("{n} more story", "{n} more stories", more).format(n=more) + " "
    row = Rect(box.x, box.bottom - 1, box.width, 1)
    text = fit(text, min(width(text), row.width))
    begin = max(row.x, row.right - width(text) - 2)
    dash = sign("─", "-")
    runs = Run(dash * (begin - row.x), "rule", "", 0, 0), Run(text, "caption", "", 0, 0)
    return Drawn(row, [Piece(row.x, row.y, runs[:1]), Piece(begin, row.y, runs[1:])])
