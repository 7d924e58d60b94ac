"""A page of an issue as sheets of the terminal's size: one, or more if there are many stories."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from store.models import Issue, Page
from tui.language import plural
from tui.makeup.allotment import Allotment
from tui.makeup.geometry import Rect
from tui.makeup.masthead import over_page
from tui.makeup.pieces import Drawn, Piece, Target, rule
from tui.makeup.plan import Plan, plan_of
from tui.makeup.tree import leaves
from tui.typeset import Run, fit, sign, width

MARGIN = 1
"""Blank cells at the left and right of a page that is wide enough."""

WIDE = 40
"""Cells from which on it is."""


CORNERED = (60, 16)
"""Cells and rows from which on the masthead may stand in a corner, with a story beside it."""


class Sheet(Struct, frozen=True):
    """Rows of pieces, from the left, and what can be chosen among them.

    `more` stories have no room on it; the last target stands for them.
    """

    rows: Sequence[Sequence[Piece]]
    targets: Sequence[Target]
    more: int = 0


def sheets(issue: Issue, page: Page, width: int, height: int) -> Iterator[Sheet]:
    """Yield the sheets of a page, `width` cells and `height` rows large; there is at least one."""
    first = not issue.pages or issue.pages[0].number == page.number
    cornered = width >= CORNERED[0] and height >= CORNERED[1]
    plan: Plan | None = plan_of(issue, page, first=first, cornered=cornered)
    margin = MARGIN if width >= WIDE else 0
    while plan is not None:
        drawn: list[Piece] = []
        if not plan.has_masthead:
            over = over_page(issue, page, width - 2 * margin, height, first=first)
            drawn = over if 3 * _rows(over) <= height else []
        top = _rows(drawn)
        drawn = [replace(piece, x=piece.x + margin) for piece in drawn]
        box = Rect(margin, top, max(2, width - 2 * margin), max(1, height - top))
        yield _sheet(plan, drawn, box, height)
        plan, first = plan.rest, False


def _rows(pieces: Sequence[Piece]) -> int:
    return max((piece.y + 1 for piece in pieces), default=0)


def _sheet(plan: Plan, over: Sequence[Piece], box: Rect, height: int) -> Sheet:
    """Return a sheet with what `plan` finds room for in `box`, beneath what stands `over` it."""
    tree = plan.fit(box.width, box.height)
    more = len(plan.rest.order) if plan.rest else 0
    told = more > 0 and box.height > 1
    pieces, targets = list(over), list[Target]()
    if tree is not None:
        allotment = Allotment(plan.blocks)
        allotment.spread(tree, Rect(*box[:3], box.height - told))
        for number in leaves(tree):
            for drawn in plan.blocks[number].draw(allotment.boxes[number]):
                _put(drawn, pieces, targets)
        for line in allotment.rules:
            pieces += rule(line)
    if told:
        _put(_told(more, box), pieces, targets, chosen=True)
    rows: list[list[Piece]] = [[] for _ in range(height)]
    for piece in sorted(pieces, key=lambda piece: piece.x):
        if piece.y < height:
            rows[piece.y].append(piece)
    return Sheet(rows, targets, more)


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
