"""The masthead, and the line over further pages."""

from store.models import Issue, Page
from tui.makeup.geometry import Rect
from tui.makeup.masthead import MastheadBlock, day_of, over_page
from tui.makeup.pieces import Piece


def told(pieces: list[Piece]) -> list[str]:
    rows: dict[int, list[str]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.x):
        rows.setdefault(piece.y, []).append("".join(run.text for run in piece.runs))
    return [" | ".join(row) for _, row in sorted(rows.items())]


def test_the_day_is_printed_with_its_weekday(issue: Issue) -> None:
    assert day_of(issue) == "2024年3月5日 星期二"
    assert day_of(Issue(not_before="03-05")) == "≥ 03-05"
    assert day_of(Issue()) == ""


def test_the_first_page_has_the_name_of_the_paper(issue: Issue) -> None:
    (line, rule) = told(over_page(issue, issue.pages[0], 78, 23, first=True))
    assert line == "2024年3月5日 星期二 | 临   江   报 | 1版 要闻  第218期  今日2版"
    assert rule == "═" * 78
    tall = over_page(issue, issue.pages[0], 78, 50, first=True)
    assert {piece.y for piece in tall} == {1, 3}


def test_further_pages_have_their_own_name(issue: Issue) -> None:
    line = told(over_page(issue, issue.pages[1], 78, 23, first=False))[0]
    assert line == "2024年3月5日 星期二 | 2版  综 合 | 临江报"


def test_what_does_not_fit_beside_the_name_is_left_out(issue: Issue) -> None:
    assert told(over_page(issue, issue.pages[0], 20, 23, first=True))[0] == "临   江   报"
    assert told(over_page(Issue(), Page(""), 20, 23, first=True)) == ["═" * 20]


def test_in_a_corner_the_masthead_stands_in_the_middle(issue: Issue) -> None:
    block = MastheadBlock(issue)
    assert block.least(30) == 2
    (drawn,) = block.draw(Rect(0, 0, 30, 6))
    assert [piece.y for piece in drawn.pieces] == [2, 3]
    assert drawn.item is None
