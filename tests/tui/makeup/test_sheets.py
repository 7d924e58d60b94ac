"""Pages of an issue as they are seen: nothing overlaps, nothing is lost, and snapshots.

``DUBAO_PICTURES=1`` takes the snapshots anew.
"""

import os
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.models import Area, Article, Issue, Page, Paper
from tests.tui.makeup.test_plan import placed
from tui.makeup.geometry import Rect
from tui.makeup.sheets import Sheet, sheets
from tui.typeset import width

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = ((40, 12), (80, 24), (120, 40), (200, 60))

Show = Callable[[Sheet], list[str]]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["made_up", "areas"])
def test_the_page_is_as_it_was_seen_to_be_good(
    kind: str, size: tuple[int, int], issue: Issue, shown: Show
) -> None:
    issue = placed(issue) if kind == "areas" else issue
    wide, high = size
    sheet = next(sheets(issue, issue.pages[0], wide, high - 1))
    drawn = "".join(f"{row}\n" for row in shown(sheet))
    path = SNAPSHOTS / f"{kind}-{wide}x{high}.txt"
    if os.environ.get("DUBAO_PICTURES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, "utf-8")
    assert drawn == path.read_text("utf-8")


def test_what_has_no_room_is_told_and_is_on_the_next_sheet(issue: Issue, shown: Show) -> None:
    first, *rest = sheets(issue, issue.pages[0], 40, 11)
    assert first.more
    assert f"{first.more} more" in shown(first)[-1]
    assert first.targets[-1].item is None
    assert rest[-1].more == 0


def test_rules_end_where_the_texts_do(builder: type[Any]) -> None:
    short = builder("临江报").page("1").article("开园", "采茶。").article("收徒", "石匠。").issue()
    (sheet,) = sheets(short, short.pages[0], 120, 39)
    assert max(target.box.bottom for target in sheet.targets) < 12
    assert not any(sheet.rows[12:])


POINTS = st.tuples(st.integers(0, 1000), st.integers(0, 1000))
BOXES = st.builds(
    lambda x, y, w, h: (
        (x, y),
        (min(x + w, 1000), y),
        (min(x + w, 1000), min(y + h, 1000)),
        (x, min(y + h, 1000)),
    ),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.integers(0, 600),
    st.integers(0, 600),
)
AREAS = st.one_of(st.just(()), BOXES, st.lists(POINTS, min_size=3, max_size=9).map(tuple))
HEADS = st.text(alphabet="望江县防汛桥（）“”，AB12 ", min_size=1, max_size=50)


@st.composite
def pages(draw: st.DrawFn) -> Issue:
    """Draw an issue of one page: stories with random areas, holes and slivers among them."""
    articles = [
        Article(
            id=f"x/1.{at}",
            key=str(at),
            headline=draw(HEADS),
            kicker=draw(st.sampled_from(("", "修桥", "各乡镇加固堤防" * 3))),
            paragraphs=("望江县连日降雨。" * draw(st.sampled_from((0, 1, 9, 60))),),
            area=draw(AREAS),
        )
        for at in range(draw(st.integers(1, 12)))
    ]
    return Issue(paper=Paper("临江报"), pages=(Page("1"),), articles=tuple(articles))


@given(pages(), st.integers(2, 220), st.integers(1, 70))
def test_nothing_overlaps_and_nothing_is_lost(issue: Issue, wide: int, high: int) -> None:
    found = []
    for sheet in sheets(issue, issue.pages[0], wide, high):
        assert len(sheet.rows) == high
        for row in sheet.rows:
            at = 0
            for piece in row:
                assert piece.x >= at
                at = piece.x + sum(width(run.text) for run in piece.runs)
            assert at <= wide
        boxes = [target.box for target in sheet.targets if target.item]
        for one, other in combinations(boxes, 2):
            assert not one.common(other)
        for target in sheet.targets:
            assert target.box.common(Rect(0, 0, wide, high)) == target.box.size
            found.append(target.item)
    names = [item.article.id for item in found if item and item.article]
    assert sorted(names) == sorted(article.id for article in issue.articles)


def test_areas_of_real_shapes_hold_what_they_held(issue: Issue) -> None:
    def l_shaped(x: int) -> Area:
        return ((x, 0), (x + 400, 0), (x + 400, 300), (x + 200, 300), (x + 200, 900), (x, 900))

    articles = (
        replace(article, area=l_shaped(x))
        for article, x in zip(issue.articles, (0, 450), strict=False)
    )
    made: Any = replace(issue, articles=tuple(articles), index=())
    (sheet,) = sheets(made, made.pages[0], 120, 39)
    left, right = (target.box for target in sheet.targets)
    assert left.right < right.x
    assert left.y == right.y
