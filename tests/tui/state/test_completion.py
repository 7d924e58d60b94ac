"""A filter line is completed with fields, what the library has for them, and its keywords."""

from typing import Any

import pytest

from store.library.library import Library
from store.models import Keyword
from store.reader.marks import Marks
from tui.state.completion import Completion
from tui.state.session import Session


@pytest.fixture
def completing(library: Library, marks: Marks, builder: type[Any]) -> Completion:
    """Give what completes in a library of two papers."""
    flood = Keyword("防汛", 0.5, "topic", ("fang xun",))
    person = Keyword("范心远", 0.5, "person", ("fan xin yuan",))
    paper = builder("临江报").on(2024, 3, 9).page("1").page("12")
    paper.article("堤防", keywords=(flood, person), column="江城 夜话").add_to(library)
    builder("青溪晨报").on(2023, 11, 2).page("2").article("春茶", column="副刊").add_to(library)
    return Completion(Session(library, marks))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("", ()),
        ("石匠 ", ()),
        ("he", ("headline:",)),
        ("石匠 -pa", ("paper:", "page:")),
        ("lm", ("栏目:",)),
        ("标", ("标题:", "标签:")),
        ("is:", ("unread", "read", "starred", "doubtful")),
        ("is:re", ("read",)),
        ("是:", ("未读", "已读", "星标", "收藏")),
        ("kind:ph", ("photo",)),
        ("paper:qing", ("青溪晨报",)),
        ("报:临", ("临江报",)),
        ("page:", ("1", "2", "12")),
        ("date:2023", ("2023-11",)),
        ("column:", ('"江城 夜话"', "副刊")),
        ("石匠|防", ("防汛",)),
        ("fangx", ("防汛",)),
        ("byline:fxy", ("范心远",)),
        ('"fx', ()),
        ("no:fx", ()),
        ("headline:", ()),
    ],
)
def test_what_is_offered(completing: Completion, text: str, offered: tuple[str, ...]) -> None:
    begin, found = completing.offers(text)
    assert found[: len(offered)] == offered
    assert bool(found) is bool(offered)
    assert text[:begin].endswith(("", " ", "-", ":", "|"))


def test_words_are_those_spelt_to_their_end_then_those_used_most(
    completing: Completion, library: Library, builder: Any
) -> None:
    word = Keyword("方向", 0.5, "topic", ("fang xiang",))
    paper = builder("临江报").on(2024, 3, 10).page("1").article("甲", keywords=(word,))
    paper.article("乙", keywords=(word,)).add_to(library)
    assert completing.offers("石匠 fx") == (3, ("方向", "防汛", "范心远"))


def test_the_tags_in_use(completing: Completion, marks: Marks, library: Library) -> None:
    marks.mark_all(library.rows()[0].keys, tag="待查")
    assert completing.offers("tag:") == (4, ("待查",))
