"""An article's lines: each field in its place, each character traced to its source."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.models import Article, Byline, Jump
from tui.typeset import Line, set_article, source_text, texts, width
from tui.typeset.script import as_drawn
from tui.typeset.setting import Field

MEASURES = st.integers(10, 120)


def traced(lines: Sequence[Line]) -> dict[Field, list[tuple[int, int]]]:
    """Return the source ranges that the runs show, by field."""
    ranges: dict[Field, list[tuple[int, int]]] = {}
    for line in lines:
        for run in line.runs:
            ranges.setdefault(run.field, []).append((run.start, run.end))
    return ranges


def test_the_parts_stand_in_the_order_of_a_page(story: Article) -> None:
    roles = [line.role for line in set_article(story, 60).lines]
    order = list(dict.fromkeys(roles))
    assert order == ["column", "kicker", "headline", "subhead", "blank", "jump", "body",
                     "crosshead", "caption", "credit"]  # fmt: skip
    assert roles[-1] == "jump"


def test_heads_are_centred_and_jumps_stand_at_the_right(story: Article) -> None:
    lines = set_article(story, 60).lines
    headline = next(line for line in lines if line.role == "headline")
    assert headline.pad == (60 - width(story.headline)) // 2
    assert lines[-1].pad + width(lines[-1].text) == 60
    assert (lines[-1].text, lines[-1].field) == ("(下转2版)", "jump")


def test_a_paragraph_stands_in_by_two_characters_and_a_crosshead_apart(story: Article) -> None:
    lines = set_article(story, 60).lines
    first = [line for line in lines if line.field == ("body", 1)]
    assert [line.pad for line in first] == [4] + [0] * (len(first) - 1)
    at = next(n for n, line in enumerate(lines) if line.role == "crosshead")
    assert not lines[at - 1].runs
    assert lines[at].pad == (60 - width(story.paragraphs[2])) // 2


def test_the_lead_in_is_a_run_of_its_own_with_its_name_closed_up(story: Article) -> None:
    first = next(line for line in set_article(story, 76).lines if line.field == ("body", 0))
    leads = [run for run in first.runs if run.role == "lead"]
    assert "".join(run.text for run in leads) == "本报讯(记者 白露)"
    assert leads[-1].end == len(story.lead_in)
    assert first.text.startswith("本报讯(记者 白露)3月11日")


def test_the_byline_names_only_those_whom_the_text_does_not(story: Article) -> None:
    assert source_text(story, "byline") == ""
    unsigned = replace(story, credit="", byline=(*story.byline, Byline("评论员", ())))
    assert source_text(unsigned, "byline") == "摄影 江一帆 评论员"
    assert "摄影 江一帆 评论员" in [line.text for line in set_article(unsigned, 60).lines]


@pytest.mark.parametrize(
    "changes",
    [{"jump": Jump("2", "(下转2版)", resolved=True)}, {"paragraphs": ("桥修好了。(下转2版)",)}],
)
def test_a_jump_is_not_set_where_it_leads_nowhere_or_is_printed_already(
    story: Article, changes: dict[str, object]
) -> None:
    changed = replace(story, crossheads=(), **changes)
    assert all(line.field != "jump" for line in set_article(changed, 60).lines)


@given(st.data(), MEASURES)
def test_runs_cover_their_sources_and_show_their_characters(
    story: Article, texts: st.SearchStrategy[str], data: st.DataObject, measure: int
) -> None:
    paragraph = data.draw(texts)
    article = replace(story, headline=data.draw(texts), paragraphs=(*story.paragraphs, paragraph))
    setting = set_article(article, measure)
    for field, ranges in traced(setting.lines).items():
        assert [end for _, end in ranges[:-1]] == [start for start, _ in ranges[1:]]
        assert (ranges[0][0], ranges[-1][1]) == (0, len(source_text(article, field)))
    for line in setting.lines:
        assert line.pad + width(line.text) <= measure
        for run in line.runs:
            source = as_drawn(source_text(article, run.field), "printed")[run.start : run.end]
            assert run.text == ("" if run.role == "space" else source)
            assert run.role != "space" or not source.strip()


@given(MEASURES, st.integers(0, 4), st.integers(0, 200))
def test_a_place_is_found_again(story: Article, measure: int, paragraph: int, offset: int) -> None:
    setting = set_article(story, measure)
    number = setting.line_at(paragraph, offset)
    place = setting.place_at(number)
    assert place <= (paragraph, offset)
    assert setting.line_at(*place) == number
    following = next((n for n in range(number + 1, len(setting.lines))
                      if setting.place_at(n) > place), None)  # fmt: skip
    assert following is None or setting.place_at(following) > (paragraph, offset)


@given(MEASURES)
def test_a_place_outlives_a_change_of_measure(story: Article, measure: int) -> None:
    before, after = set_article(story, 60), set_article(story, measure)
    for number in range(before.head, len(before.lines)):
        paragraph, offset = before.place_at(number)
        line = after.lines[after.line_at(paragraph, offset)]
        assert line.field == ("body", paragraph)
        assert line.runs[0].start <= offset < max(line.runs[-1].end, 1)


def test_an_article_without_a_body_has_the_place_of_its_beginning() -> None:
    setting = set_article(Article(headline="今日无报"), 40)
    assert [line.text for line in setting.lines] == ["今日无报"]
    assert (setting.line_at(3, 5), setting.place_at(0)) == (0, (0, 0))
    assert list(set_article(Article(), 40).lines) == []


def test_hostile_text_comes_out_harmless(story: Article) -> None:
    article = replace(
        story, headline="桥\x1b]0;x\x07", paragraphs=("\x9b2J\u202e头[/]",), credit="\x00"
    )
    shown = "".join(line.text for line in set_article(article, 40).lines)
    assert "桥\ufffd]0;x\ufffd" in shown
    assert "\ufffd2J\ufffd头[/]" in shown
    assert not set(shown) & set("\x1b\x07\x9b\u202e\x00")


def test_a_long_text_is_set_only_as_far_as_is_asked_for(story: Article) -> None:
    setting = set_article(replace(story, paragraphs=story.paragraphs * 500), 40)
    seen = len(setting.at_least(30))
    assert 30 <= seen < 100
    assert not setting.whole
    assert setting.place_at(60) > setting.place_at(0)
    assert not setting.whole
    assert setting.line_at(1_000, 3) < len(setting.lines)
    assert setting.whole


def test_an_article_is_set_once_for_each_measure(story: Article) -> None:
    assert set_article(story, 44) is set_article(replace(story), 44)
    assert set_article(story, 44) is not set_article(story, 45)


@pytest.mark.parametrize(("hang", "cells"), [(False, 38), (True, 42)])
def test_stops_hang_where_that_is_asked_for(hang: bool, cells: int) -> None:
    article = Article(paragraphs=("溪" * 18 + "，青溪。",))
    first = set_article(article, 40, hang=hang).lines[0]
    assert first.pad + width(first.text) == cells


def test_numbers_stand_before_paragraphs_and_move_no_line() -> None:
    article = Article(paragraphs=("桥通了。" * 20, "冲刷", "水退了。"), crossheads=(1,))
    plain = set_article(article, 40).lines
    numbered = set_article(article, 40, numbered=True).lines
    assert [line.role for line in numbered] == [line.role for line in plain]
    assert [line.pad + width(line.text) for line in numbered] == [
        line.pad + width(line.text) for line in plain
    ]
    told = [a.text for a, b in zip(numbered, plain, strict=True) if a != b]
    assert [text[:3] for text in told] == ["1 桥", "2 冲", "3 水"]


def test_every_text_of_an_article_is_searched_for_hits() -> None:
    bridge = Article(headline="石桥", paragraphs=("桥一。", "桥二。"), captions=("石桥一角",))
    found = dict(texts(bridge))
    assert found["headline"] == "石桥"
    assert found["caption", 0] == "石桥一角"
    assert [field for field in found if field[0] == "body"] == [("body", 0), ("body", 1)]
