"""The beginning of a text, and the picture over it."""

from store.models import Article, Picture
from tui.makeup.body import FRAME, body, picture, rows_of, text_columns
from tui.makeup.geometry import Rect

STORY = Article(paragraphs=("临水镇的老人说，这座桥修好以后，赶集要近十五里路。" * 9,))
PICTURED = Article(pictures=(Picture("p.jpg", "图为老桥。"),))


def drawn(story: Article, box: Rect) -> dict[int, list[tuple[int, str]]]:
    """Return the text of each row, with the cell at which it begins."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for piece in body(STORY, story, box):
        rows.setdefault(piece.y, []).append((piece.x, "".join(run.text for run in piece.runs)))
    return rows


def test_a_wide_box_has_as_many_columns_as_can_be_read() -> None:
    assert text_columns(26) == (1, 26)
    assert text_columns(57) == (2, 27)
    assert text_columns(150) == (5, 27)


def test_columns_are_of_like_length() -> None:
    rows = drawn(STORY, Rect(10, 5, 57, 40))
    assert {len(row) for row in rows.values()} <= {1, 2}
    assert min(rows) == 5
    assert len(rows) < 12


def test_a_text_that_goes_on_says_so() -> None:
    assert drawn(STORY, Rect(0, 0, 30, 3))[2][0][1].endswith("…")
    assert body(STORY, STORY, Rect(0, 0, 30, 0)) == []


def test_a_picture_stands_over_the_last_column_with_its_caption() -> None:
    rows = drawn(PICTURED, Rect(0, 0, 57, 20))
    assert rows[0][-1] == (30, "░" * 27)
    captions = [y for y, row in rows.items() if (30, "图为老桥。") in row]
    assert captions == [round(27 * 0.3)]
    assert rows[0][0][1].strip().startswith("临水镇")


def test_a_picture_leaves_room_for_text_and_grows_no_taller_than_wide() -> None:
    assert picture(STORY, 30, 40) == []
    assert picture(PICTURED, 30, FRAME[0] + 1) == []
    assert len(picture(PICTURED, 60, 40)) == FRAME[1] + 2
    assert "░" not in str(drawn(PICTURED, Rect(0, 0, 30, 8)))
    assert "░" in str(drawn(Article(kind="photo", captions=("老桥",)), Rect(0, 0, 30, 8)))


def test_the_rows_of_a_text_are_about_those_that_it_takes() -> None:
    taken = len(drawn(STORY, Rect(0, 0, 57, 99)))
    assert abs(rows_of(STORY, STORY, 57) - taken) <= 1
    assert rows_of(STORY, PICTURED, 57) > rows_of(STORY, STORY, 57)
