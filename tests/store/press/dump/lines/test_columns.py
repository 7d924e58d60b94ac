"""Columns side by side are read one after another; tables and other lines with blanks stay."""

from store.press.dump.lines.columns import read_apart, stand_beside
from store.press.dump.lines.kinds import HEAD
from store.press.dump.lines.lines import PAGE_BREAK, split_lines
from store.press.dump.lines.unwrap import unwrap
from store.press.text.characters import cells

DYKE = (
    "河堤加固收尾",
    "",
    "　　本报讯（记者 岑小满）石门河堤加",
    "固工程昨日收尾，三公里长的新堤把两",
    "岸的菜地和老街都护在身后。",
    "　　施工队说，最后一段用了整整四十",
    "天，夜里也没有停过灯。",
)
SCHOOL = (
    "夜校又开课了",
    "",
    "　　老粮站改成的夜校昨晚又开课了，",
    "来了七十多个人，年纪最大的六十八岁，",
    "最小的刚上初中。",
    "　　教缝纫的陆师傅说，她年轻时就在",
    "这间屋里学的手艺。",
)
GOODS = (
    "山货赶上早班车",
    "",
    "　　每天清晨五点，云坪乡的第一班车",
    "上总有一半座位留给山货，竹笋、蕨菜，",
    "一筐一筐码得整整齐齐。",
    "　　司机老贺说，乡亲们把货托给他，",
    "到城里有人接。",
)


def beside(*columns: tuple[str, ...], width: int = 42) -> str:
    """Return `columns` set side by side, each `width` cells from the one before."""
    rows = []
    for texts in zip(*columns, strict=True):
        row = ""
        for at, text in enumerate(texts):
            row += " " * (at * width - cells(row)) + text
        rows.append(row.rstrip())
    return "\n".join(rows)


def texts(text: str) -> list[str]:
    return [line.text for line in read_apart(split_lines(text))]


def plain(*columns: tuple[str, ...]) -> list[str]:
    return [text.strip() for column in columns for text in column if text]


def test_two_columns() -> None:
    assert texts(f"青溪晚报\n\n{beside(DYKE, SCHOOL)}") == ["青溪晚报", *plain(DYKE, SCHOOL)]


def test_three_columns_under_a_masthead_that_spans_them() -> None:
    masthead = " " * 30 + "青溪晚报 2031年6月3日 星期二 第2版"
    text = f"{masthead}\n\n{beside(DYKE, SCHOOL, GOODS)}"
    assert texts(text) == [masthead.strip(), *plain(DYKE, SCHOOL, GOODS)]


def test_a_headline_over_two_of_three_columns() -> None:
    head = "        全县防汛工作会议召开 六项措施守住汛期平安"
    head += " " * (84 - cells(head)) + "山货赶上早班车"
    text = f"{head}\n\n{beside(DYKE[2:], SCHOOL[2:], GOODS[2:])}"
    assert texts(text) == [
        "全县防汛工作会议召开 六项措施守住汛期平安",
        *plain(DYKE[2:], SCHOOL[2:], GOODS),
    ]


def test_bands_one_below_the_other() -> None:
    text = f"{beside(DYKE, SCHOOL)}\n\n\n\n{beside(GOODS, DYKE)}"
    assert texts(text) == plain(DYKE, SCHOOL, GOODS, DYKE)


def test_columns_set_by_characters_and_not_by_cells() -> None:
    rows = [a.ljust(24) + b if b else a for a, b in zip(DYKE, SCHOOL, strict=True)]
    assert texts("\n".join(rows)) == plain(DYKE, SCHOOL)


def test_each_line_knows_its_place_and_its_layout() -> None:
    lines = read_apart(split_lines(beside(DYKE, SCHOOL)))
    assert [line.first for line in lines] == [1, 3, 4, 5, 6, 7] * 2
    assert [line.indent for line in lines] == [0, 4, 0, 0, 4, 0] * 2
    assert [line.gap for line in lines] == [0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0]


def test_what_runs_on_into_the_next_column_has_no_blank_before_it() -> None:
    text = beside((*DYKE[2:6], "天，夜里也没有停过灯，两岸的人常"), SCHOOL[2:])
    assert [line.gap for line in read_apart(split_lines(text))][5] == 0


def test_sheets_are_read_one_by_one() -> None:
    lines = read_apart(split_lines(f"{beside(DYKE, SCHOOL)}\n\f{beside(GOODS, DYKE)}"))
    assert [line.text for line in lines] == plain(DYKE, SCHOOL, GOODS, DYKE)
    assert [at for at, line in enumerate(lines) if line.gap >= PAGE_BREAK] == [12]


def test_a_table_stays() -> None:
    days = ("周一", "周二", "周三", "周四", "周五", "周六")
    lines = split_lines(
        "\n".join(f"{day}    石门队 对 南渡队    柳坝体育场    19:30" for day in days)
    )
    assert read_apart(lines) == lines
    assert not stand_beside(lines)


def test_bylines_with_wide_blanks_stay() -> None:
    lines = split_lines("\n".join(["本报青溪5月5日电  （记者白露）桥通了，老人们都说好。"] * 6))
    assert read_apart(lines) == lines
    assert not stand_beside(lines)


def test_what_could_not_be_read_apart_is_seen() -> None:
    ragged = [a.strip() + "   " + b.strip() for a, b in zip(DYKE, SCHOOL, strict=True) if a]
    assert stand_beside(split_lines("\n".join(ragged * 2)))


def test_three_lines_beside_each_other_are_enough() -> None:
    left = (*DYKE[:1], *DYKE[2:])
    right = (*SCHOOL[:1], *SCHOOL[2:5], "", "")
    assert texts(f"青溪晚报\n\n{beside(left, right)}") == ["青溪晚报", *plain(left, right)]


def test_columns_that_all_begin_as_stories_do_have_headlines() -> None:
    columns = (tuple(text for text in column if text) for column in (DYKE, GOODS))
    lines = read_apart(split_lines(f"青溪晚报\n\n{beside(*columns)}"))
    assert [line.text for line in lines if line.kind == HEAD] == [DYKE[0], GOODS[0]]


def test_columns_of_unlike_widths_keep_their_paragraphs() -> None:
    narrow = (
        "山货赶上早班车",
        "　　每天清晨五点，",
        "云坪乡的第一班车上",
        "总有一半座位留给山",
        "货，一筐一筐。",
    )
    text = f"青溪晚报\n\n{beside(tuple(text for text in DYKE if text)[:5], narrow)}"
    lines = unwrap(read_apart(split_lines(text)))
    assert lines[-1].text == "每天清晨五点，云坪乡的第一班车上总有一半座位留给山货，一筐一筐。"


def test_a_full_line_may_leave_but_one_blank_to_the_next_column() -> None:
    left = ("河堤加固收尾", *DYKE[2:5], "天，夜里也没有停过灯，两岸的人都看着它。")
    right = ("夜校又开课了", *SCHOOL[2:])
    assert texts(beside(left, right[:5], width=41)) == plain(left, right[:5])
