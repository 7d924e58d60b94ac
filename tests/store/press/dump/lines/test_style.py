"""The habits of a source."""

from store.press.dump.lines.lines import Line
from store.press.dump.lines.look import Look
from store.press.dump.lines.style import style_of

LONG = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


def line(text: str, indent: int = 0) -> Line:
    return Line(text, 1, 1, indent)


def test_paragraphs_are_indented_when_most_long_lines_are() -> None:
    assert style_of([[line(LONG, 4)] * 3 + [line(LONG)]]).indented
    assert not style_of([[line(LONG, 4)] + [line(LONG)] * 3]).indented
    assert not style_of([[line(LONG, 4)] * 2]).indented, "two are too few to tell"


def test_columns_have_cut_when_long_lines_end_in_mid_sentence() -> None:
    whole = [line(LONG * 2)] * 30
    assert not style_of([whole]).cut
    assert style_of([[*whole, line(LONG * 2 + "四乡的"), line(LONG * 2 + "村民")]]).cut


def test_what_returns_at_the_head_of_pages_is_a_running_head() -> None:
    style = style_of([[line("青溪时报"), line("综合"), line(LONG)], [line("青溪时报"), line(LONG)]])
    assert style.running == {"青溪时报"}


def test_what_stands_more_than_once_is_repeated_if_it_is_short() -> None:
    page = [line(LONG), line(LONG), line(LONG), line("春耕一线"), line(LONG), line("春耕一线")]
    style = style_of([page])
    assert style.repeated == {"春耕一线"}
    assert not style.running


def test_heads_are_set_apart_where_most_of_the_text_is_not() -> None:
    text = Line("青溪县的春茶今日开园。" * 4, 1, 1, look=Look())
    head = Line("春茶开园", 2, 2, look=Look(bold=True))
    assert style_of([[head, text]]).apart
    assert not style_of([[head, head]]).apart
    assert not style_of([[text, text]]).apart
    assert not style_of([[Line("春茶开园", 1, 1)]]).apart
