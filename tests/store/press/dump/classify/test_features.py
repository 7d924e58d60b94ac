"""The features of lines: what of a line, its place and its page has a name."""

from functools import partial
from itertools import chain

from store.press.dump.classify.features import features
from store.press.dump.classify.signs import signs_of
from store.press.dump.classify.topics import topic
from store.press.dump.lines.kinds import BYLINE
from store.press.dump.lines.line_breaks import line_breaks
from store.press.dump.lines.lines import Line
from store.press.dump.lines.style import Style

BODY = "三座桥桥墩基础冲刷明显，五座桥栏板风化较重，其余四座状况良好，修缮从四月开始，年内完成。"


def named(*lines: Line | str, style: Style | None = None) -> list[set[str]]:
    page = [
        line if isinstance(line, Line) else Line(line, at, at) for at, line in enumerate(lines, 1)
    ]
    style = style or Style()
    breaks = line_breaks(page, [False] * len(page), style)
    return [
        set(names) for names in features(page, signs_of(page), breaks, style, partial(topic, page))
    ]


def test_cues_length_and_ends_are_named() -> None:
    head, lead = named("古桥体检完成", f"本报讯（记者 白露）{BODY}")
    assert {"nothing", "S ends ", "long 2"} <= head
    assert {"电头", "sentence", "L ends 。"} <= lead


def test_what_stands_within_is_named_of_short_lines_alone() -> None:
    assert "has date" in named("2031-05-12 来源：青溪时报")[0]
    assert not any(name.startswith("has ") for name in named(f"2031-05-12，{BODY}")[0])


def test_a_line_knows_what_stands_beside_it() -> None:
    head, lead = named("古桥体检完成", f"本报讯（记者 白露）{BODY}")
    assert ">电头" in head
    assert {name for name in lead if name.startswith("<")} == {"<S L"}


def test_place_blanks_indents_and_repetition_are_named() -> None:
    style = Style(indented=True, repeated=frozenset(("简讯",)))
    first, second = named(Line("简讯", 1, 1), Line(2 * BODY, 3, 3, 4, 2), style=style)
    assert {"line 0", "repeated", "S flush", "S |blank of some"} <= first
    assert {"line 1", "L indented", "L far", "L blank|end of some"} <= second


def test_a_told_line_has_no_features_but_its_neighbours_know_of_it() -> None:
    head, told, body = named("古桥体检完成", Line("白露", 2, 2, kind=BYLINE), BODY)
    assert told == set()
    assert ">told byline" in head
    assert "<told byline" in body


def test_no_feature_holds_words_of_the_text() -> None:
    words = set("古桥体检完成")
    assert not words & set("".join(chain.from_iterable(named("古桥体检完成", BODY))))


def test_a_page_that_signs_its_stories_shows_which_short_line_has_no_byline() -> None:
    head, byline, _, crosshead, _ = named(
        "古桥体检完成", "本报记者 白露", 2 * BODY, "桥上人家", 2 * BODY
    )
    assert "signed 1>" in head
    assert "signed 1+" in byline
    assert "signed 1" in crosshead
