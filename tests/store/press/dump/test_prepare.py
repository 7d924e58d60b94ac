"""Pages ready to be classified: parted, in one style, with what their lines' forms alone tell."""

from collections.abc import Callable

from store.press.dump.lines.kinds import BYLINE
from store.press.dump.lines.lines import Line
from store.press.dump.prepare import prepare

LinesOf = Callable[[str], list[Line]]


def test_pages_are_parted_and_only_the_first_is_a_front(
    paper: list[str], lines_of: LinesOf
) -> None:
    front, back = prepare(lines_of("\n\n".join(paper)))
    assert (front.text.number, back.text.number) == ("1", "2")
    assert (front.front, back.front) == (True, False)
    assert front.style == back.style


def test_authors_are_told_and_no_line_is_lost(paper: list[str], lines_of: LinesOf) -> None:
    at = next(n for n, text in enumerate(paper) if text.startswith("南渡书屋"))
    lines = lines_of("\n".join([*paper[: at + 1], "白露 江一帆", *paper[at + 1 :]]))
    pages = prepare(lines)
    assert "白露 江一帆" in {
        line.text for page in pages for line in page.lines if line.kind == BYLINE
    }
    held = {line.first for page in pages for line in (*page.lines, *page.text.aside)}
    assert held == {line.first for line in lines}


def test_a_page_whose_line_has_the_day_has_no_masthead_below(lines_of: LinesOf) -> None:
    story = "守住一江清水\n\n十二座老桥的体检昨天做完了，修缮从四月开始。"
    (dated,) = prepare(lines_of(f"青溪时报 2034年3月12日 第1版\n\n{story}"))
    (bare,) = prepare(lines_of(f"第1版\n\n{story}"))
    assert (dated.front, bare.front) == (False, True)
