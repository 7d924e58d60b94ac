"""Marks by half and a cell beside Latin: on the screen only, each character where it was."""

from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.config import Config, Script
from store.models import Article, HeadWords
from tests.tui.typeset.test_breaking import CLOSING, OPENING, PLAIN
from tui.typeset import break_headline, lay_out, on_one_line, source_text
from tui.typeset.ambiguous import draw_ambiguous
from tui.typeset.breaking import Breaker
from tui.typeset.cells import width
from tui.typeset.plain import plain_lines, unset_lines
from tui.typeset.script import as_drawn
from tui.typeset.setting import Field, Line, set_in
from tui.typeset.spacing import AS_PRINTED, HALVES, Spacing, beside_latin, halved, space_as

HALF, APART = Spacing(half=True), Spacing(apart=True)
BOTH = Spacing(half=True, apart=True)


@pytest.fixture
def chosen() -> Iterator[None]:
    """Space the screen as a reader has chosen, while a test runs."""
    space_as(Config(marks="half", spacing=True))
    yield
    space_as(Config())


@pytest.fixture(params=[False, True], ids=["narrow", "wide"])
def ambiguous(request: pytest.FixtureRequest) -> Iterator[None]:
    """Draw characters of ambiguous width in one cell, or in two."""
    draw_ambiguous(request.param)
    yield
    draw_ambiguous(wide=False)


def lines(text: str, measure: int, spacing: Spacing) -> list[str]:
    breaker = Breaker(text, spacing=spacing)
    return [breaker.drawn(*span) for span in breaker.lines(measure)]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("他说：「走吧。」", "他说：｢走吧｡」"),
        ("「青溪」「云坪」", "「青溪｣「云坪」"),
        ("《桥》、「渡」。", "《桥》､「渡｣。"),
        ("（「桥」）", "（｢桥｣）"),
        ("「「桥", "「｢桥"),
        ("桥。渡、茶「溪」云", "桥。渡、茶「溪」云"),
        ("“走吧。”", "“走吧｡”"),
        ("桥。——渡……", "桥。——渡……"),
    ],
)
def test_of_two_marks_side_by_side_one_is_halved(text: str, drawn: str) -> None:
    assert halved(text) == drawn


@pytest.mark.parametrize(
    ("text", "measure", "drawn"),
    [
        ("青溪，桥a、石门", 10, ["青溪，桥a､", "石门"]),
        ("青溪石桥「渡a口」", 9, ["青溪石桥", "｢渡a口｣"]),
        ("青溪a「渡口」石桥", 7, ["青溪a", "｢渡口｣", "石桥"]),
        ("青溪桥「渡」", 40, ["青溪桥「渡｣"]),
    ],
)
def test_a_mark_at_a_lines_edge_is_halved(text: str, measure: int, drawn: list[str]) -> None:
    assert lines(text, measure, HALF) == drawn
    assert all(width(line) <= measure for line in drawn)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("青溪2024年GDP增长", "青溪 2024 年 GDP 增长"),
        ("增长5%的￥100元", "增长 5%的￥100 元"),
        ("在 2024年", "在 2024 年"),
        ("（GDP）「A4」，3月", "（GDP）「A4」，3 月"),
        ("２０２４年Ａ股", "２０２４年Ａ股"),
        ("第Ⅲ类café馆", "第Ⅲ类 café 馆"),
        ("A股", "A 股"),
    ],
)
def test_chinese_and_latin_stand_a_cell_apart_but_not_at_marks(text: str, drawn: str) -> None:
    assert lines(text, 40, APART) == [drawn]


def test_at_a_lines_edge_no_cell_is_left() -> None:
    assert lines("青溪石桥2024年春茶", 8, APART) == ["青溪石桥", "2024 年", "春茶"]
    assert lines("青溪石桥GDP增长", 9, APART) == ["青溪石桥", "GDP 增长"]


def test_a_headline_is_as_wide_as_it_is_drawn() -> None:
    space_as(Config(marks="half", spacing=True))
    try:
        assert break_headline("青溪GDP增长「好」", 40) == ["青溪 GDP 增长「好｣"]
        drawn = break_headline("青溪GDP增长「好」，石桥2024年开通", 18)
        assert all(width(line) <= 18 for line in drawn)
    finally:
        space_as(Config())


@pytest.mark.usefixtures("chosen")
def test_what_is_copied_and_printed_is_the_text() -> None:
    article = Article(headline="青溪GDP", paragraphs=("他说：「2024年好。」",))
    shown = [line.text for line in lay_out(article, 60, 20).setting.lines]
    assert shown == ["青溪 GDP", "", "他说：｢2024 年好｡｣"]
    assert list(unset_lines(article)) == [article.headline, *article.paragraphs]
    plain = "\n".join(plain_lines(article, 60))
    assert article.headline in plain
    assert article.paragraphs[0] in plain
    assert on_one_line("青溪GDP") == "青溪GDP"


def check(line: Line, article: Article, script: Script, measure: int) -> None:
    """Check one line: its width, and each character and cell in it."""
    assert line.pad + width(line.text) <= measure
    seen = [run for run in line.runs if run.text]
    for run in line.runs:
        source = as_drawn(source_text(article, run.field), script)
        if run.role == "space" and run.text:
            assert run.text == " "
            assert run.start == run.end
            assert run.start in beside_latin(source)
            assert run not in (seen[0], seen[-1])
        elif run.role == "space":
            assert not source[run.start : run.end].strip()
        else:
            printed = source[run.start : run.end]
            assert len(run.text) == len(printed)
            for one, other in zip(run.text, printed, strict=True):
                assert one in (other, HALVES.get(other))


@pytest.mark.usefixtures("ambiguous")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.data(), st.integers(10, 120), st.booleans())
def test_nothing_is_lost_or_doubled_whatever_is_set(
    story: Article,
    texts: st.SearchStrategy[str],
    data: st.DataObject,
    measure: int,
    hang: bool,
) -> None:
    some = st.lists(st.one_of(texts, st.sampled_from(("「", "」", "。」", "、「", "2024", "GDP"))))
    text = "".join(data.draw(some))
    spaced = " ".join(text[:20])
    article = replace(
        story,
        headline=text,
        head_words=HeadWords(headline=(*range(0, len(text), 2), len(text))),
        paragraphs=(*story.paragraphs, text, spaced),
    )
    scripts: tuple[Script, ...] = ("printed", "simplified", "traditional")
    for script, spacing in product(scripts, (AS_PRINTED, HALF, APART, BOTH)):
        ends: dict[Field, int] = {}
        for line in set_in(article, measure, measure, hang, spacing, script).lines:
            check(line, article, script, measure + 2 * hang)
            for run in line.runs:
                assert run.start == ends.get(run.field, 0)
                ends[run.field] = run.end
        assert all(end == len(source_text(article, field)) for field, end in ends.items())


@given(st.data(), st.integers(10, 120), st.sampled_from((HALF, APART, BOTH)))
def test_a_forbidden_break_is_made_only_where_there_is_no_other(
    texts: st.SearchStrategy[str], data: st.DataObject, measure: int, spacing: Spacing
) -> None:
    text = data.draw(texts)
    for (start, end), (after, _) in pairwise(Breaker(text, spacing=spacing).lines(measure)):
        if text[after] in CLOSING or text[end - 1] in OPENING:
            line = text[start : end + 1]
            assert not any(a in PLAIN and b in PLAIN for a, b in pairwise(line))
