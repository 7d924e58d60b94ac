"""What stands in each pair of cells of a column: numbers, Latin and marks after clreq."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.typeset.ambiguous import draw_ambiguous
from tui.typeset.breaking import Breaker
from tui.typeset.cells import visible, width
from tui.typeset.spacing import UPRIGHT
from tui.typeset.upright import form, heights, pairs, upright, use_forms


@pytest.fixture(autouse=True)
def as_usual() -> Iterator[None]:
    yield
    use_forms("vertical")
    draw_ambiguous(False)


def column(text: str) -> list[str]:
    breaker = Breaker(text, spacing=UPRIGHT)
    drawn = breaker.drawn(0, len(text))
    return [form(drawn[start:end]) for start, end in pairs(drawn)]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("3月11日", "３ 月 11 日"),
        ("１２个", "12 个"),
        ("2024年", "２ ０ ２ ４ 年"),
        ("第100期", "第 １ ０ ０ 期"),
        ("3.5%", "３ ・ ５ ％"),
        ("1,860万", "１ ︐ ８ ６ ０ 万"),
        ("6:00-9:30", "６ ︓ 00 ︲ ９ ︓ 30"),
        ("-5℃", "－ ５ ℃"),
        ("增长 GDP 的", "增 长 Ｇ Ｄ Ｐ 的"),
        ("5G与A股", "5G 与 Ａ 股"),
        ("G20峰会", "Ｇ 20 峰 会"),
        ("Wi-Fi", "Wi ︲ Fi"),
        ("iPhone手机", "iP ho ne 手 机"),
        ("the New York", "th e  Ne w  Yo rk"),
        ("in it", "in   it"),
        ("O’Brien", "Ｏ ＇ Br ie n"),
        ("见http://a.b/c", "见 ht tp :/ /a .b /c"),
        ("“青‘溪’”", "﹃ 青 ﹁ 溪 ﹂ ﹄"),
        ("「青『溪』」", "﹁ 青 ﹃ 溪 ﹄ ﹂"),
        ("（《桥》）", "︵ ︽ 桥 ︾ ︶"),
        ("好，——……。", "好 ︐ ︱ ︱ ︙ ︙ ︒"),
        ("欧阳·守拙", "欧 阳 ・ 守 拙"),
        ("林  芮", "林 芮"),
        ("青溪 云坪", "青 溪   云 坪"),
    ],
)
def test_each_pair_of_cells_holds_what_clreq_puts_there(text: str, drawn: str) -> None:
    assert " ".join(column(text)) == drawn


def test_stops_are_plain_where_the_font_lacks_their_vertical_forms() -> None:
    use_forms("plain")
    assert column("（好，……。）") == list("︵好，︰︰。︶")


@pytest.mark.parametrize("wide", [False, True])
@given(st.data())
def test_a_pair_has_two_cells_at_most_and_none_is_torn(
    texts: st.SearchStrategy[str], wide: bool, data: st.DataObject
) -> None:
    draw_ambiguous(wide)
    text = upright(visible(data.draw(texts)))
    spans = pairs(text)
    assert [at for span in spans for at in range(*span)] == list(range(len(text)))
    assert all(width(form(text[start:end])) <= 2 for start, end in spans)
    assert sum(heights(text)) == 2 * len(spans)
    if spans:
        cut = data.draw(st.sampled_from(spans))[0]
        assert pairs(text[:cut]) == spans[: len(pairs(text[:cut]))]
        again = [(start + cut, end + cut) for start, end in pairs(text[cut:])]
        assert again == spans[len(spans) - len(again) :]


@given(st.data(), st.integers(2, 60))
def test_a_column_holds_every_character_and_no_forbidden_mark_at_its_edges(
    texts: st.SearchStrategy[str], data: st.DataObject, characters: int
) -> None:
    text = data.draw(texts)
    breaker = Breaker(text, spacing=UPRIGHT)
    at = 0
    for start, end in breaker.lines(2 * characters):
        assert start < end
        assert not breaker.shown[at:start].strip()
        assert breaker.edges[end] - breaker.edges[start] <= 2 * characters
        assert (
            2 * len(pairs(breaker.drawn(start, end))) == breaker.edges[end] - breaker.edges[start]
        )
        at = end
    assert not breaker.shown[at:].strip()


@given(st.text("青溪桥，。（）“”《》、", max_size=60), st.integers(4, 30))
def test_columns_of_chinese_break_where_lines_do(text: str, characters: int) -> None:
    full = text.translate(str.maketrans("“”", "「」"))  # these are as wide as they are high
    lines = Breaker(full).lines(2 * characters)
    assert Breaker(full, spacing=UPRIGHT).lines(2 * characters) == lines
