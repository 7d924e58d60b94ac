"""Lines of columns are put together from the runs in which they are drawn."""

from store.press.pdf.rows import read_rows
from store.press.pdf.runs import Run
from tests.store.press.pdf.builders import run


def texts(*runs: Run) -> list[str]:
    return [
        "".join(each.text for each in row.runs) for row in read_rows(runs, 10.0, vertical=False)
    ]


def test_runs_at_one_height_are_a_row_up_to_a_wide_blank() -> None:
    runs = (run("老桥修", 0, 0), run("好了呀", 32, 1), run("书屋亮", 80, 0))
    assert texts(*runs) == ["老桥修好了呀", "书屋亮"]


def test_a_raised_letter_stands_where_there_is_room() -> None:
    lines = (run("老桥昨天修好", 0, 0), run("今年月一日三", 0, 16), run("日止", 70, 16))
    assert texts(*lines, run("十", 60, 10)) == ["老桥昨天修好", "今年月一日三十日止"]


def test_a_lone_letter_is_a_row_of_its_own() -> None:
    assert texts(run("老桥昨天修好", 0, 0), run("了。", 0, 16)) == ["老桥昨天修好", "了。"]


def test_letters_drawn_one_by_one_are_rows_too() -> None:
    letters = [run(char, 10.0 * at, 0) for at, char in enumerate("桥修好")]
    assert texts(*letters) == ["桥修好"]


def test_what_is_drawn_twice_is_there_once() -> None:
    assert texts(run("老桥修好", 0, 0), run("老桥修好", 0.5, 0.5)) == ["老桥修好"]


def test_a_mark_that_hangs_into_the_gutter_joins_no_columns() -> None:
    assert texts(run("老桥修好了，", 0, 0), run("书屋亮灯", 66, 0)) == ["老桥修好了，", "书屋亮灯"]


def test_heads_close_beside_each_other_are_apart() -> None:
    assert texts(run("老桥修好", 0, 0, 20), run("书屋亮灯", 92, 0, 20)) == ["老桥修好", "书屋亮灯"]


def test_vertical_lines_beside_each_other_are_one_block_from_the_right() -> None:
    runs = [run("老桥修好", 20, 0, cross=True), run("新路连通", 35, 0, cross=True)]
    (block,) = read_rows(runs, 10.0, vertical=False)
    assert block.cross
    assert [each.text for each in block.runs] == ["新路连通", "老桥修好"]


def test_a_mark_drawn_apart_stands_between_the_letters_that_leave_it_no_room() -> None:
    whole = run("老桥修“好”大家都来", 0, 0)
    assert texts(whole, run("，", 57, 1)) == ["老桥修“好”，大家都来"]
    assert texts(whole, run("，", 62, 1)) == ["老桥修“好”，大家都来"]
    assert texts(whole, run("灯", 57, 1)) == ["老桥修“好”大家都来", "灯"]
