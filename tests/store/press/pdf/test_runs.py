"""Letters that are drawn one after another, and the direction in which a page is written."""

from collections.abc import Iterator

from msgspec.structs import replace

from store.press.pdf.glyphs import Glyphs
from store.press.pdf.runs import read_runs


def along(text: str, left: float, top: float, step: float = 10.0) -> Iterator[Glyphs]:
    for at, char in enumerate(text):
        x = left + at * step
        yield Glyphs(char, x, top, x + 10, top + 10, 10, at)


def down(text: str, left: float, top: float) -> Iterator[Glyphs]:
    for at, char in enumerate(text):
        y = top + 10 * at
        yield Glyphs(char, left, y, left + 10, y + 10, 10, at)


def texts(*glyphs: Iterator[Glyphs]) -> list[str]:
    runs, _ = read_runs([each for some in glyphs for each in some], 800)
    return [run.text for run in runs]


def test_a_run_ends_with_its_line() -> None:
    assert texts(along("老桥修好了", 0, 0), along("走了两百人", 0, 16)) == [
        "老桥修好了",
        "走了两百人",
    ]


def test_a_run_ends_at_a_gutter() -> None:
    assert texts(along("老桥修好", 0, 0), along("书屋", 52, 0)) == ["老桥修好", "书屋"]


def parted(glyphs: Iterator[Glyphs], blank: str = " ", *, drawn: bool = False) -> Iterator[Glyphs]:
    """Yield `glyphs` with a blank before the first."""
    yield replace(next(glyphs), blank=blank, drawn=drawn)
    yield from glyphs


def test_a_blank_that_is_drawn_is_kept() -> None:
    second = parted(along("诺", 20, 0), "\u3000", drawn=True)
    assert texts(along("许", 0, 0), second) == ["许\u3000诺"]


def test_a_gap_is_a_blank_unless_the_line_is_stretched() -> None:
    assert texts(along("一月讯", 0, 0), parted(along("记者来", 36, 0))) == ["一月讯 记者来"]
    stretched = (parted(iter([each])) for each in along("同比上升", 0, 0, 16))
    assert texts(*stretched) == ["同比上升"]


def test_no_gap_before_a_mark_or_beside_figures_is_a_blank() -> None:
    assert texts(along("桥修好", 0, 0), parted(along("，大家来", 36, 0))) == ["桥修好，大家来"]
    assert texts(along("建成于", 0, 0), parted(along("2031", 36, 0, 5))) == ["建成于2031"]


def test_letters_drawn_behind_others_begin_a_run() -> None:
    word = Glyphs("老桥修好了", 0, 0, 50, 10, 10, 0, False)
    assert texts(iter([word]), along("，", 14, 0)) == ["老桥修好了", "，"]


def test_words_of_latin_letters_are_parted() -> None:
    assert texts(along("old", 0, 0), parted(along("town", 33, 0))) == ["old town"]


def test_a_letter_drawn_twice_is_there_once() -> None:
    twice = [
        each for char in along("老桥", 0, 0) for each in (char, replace(char, left=char.left + 1))
    ]
    assert texts(iter(twice)) == ["老桥"]


def test_two_dashes_may_be_one_shape() -> None:
    dash = Glyphs("—", 0, 0, 20, 10, 10, 0)
    assert texts(iter([dash, replace(dash, at=1)]), along("各地", 20, 0)) == ["——各地"]


def test_a_page_is_written_as_most_of_it_is() -> None:
    runs, vertical = read_runs([*along("老桥修好了", 0, 0), *down("书屋亮灯", 700, 0)], 800)
    assert not vertical
    assert [run.cross for run in runs] == [False, True]


def test_on_a_page_written_downward_lines_go_from_the_right() -> None:
    runs, vertical = read_runs([*down("老桥修好了", 780, 20), *down("走了人", 764, 20)], 800)
    assert vertical
    assert [(run.start, run.top) for run in runs] == [(20, 10), (20, 26)]
