"""The keyword list's rows: groups with heads, few words of each, and what the filter holds."""

from store.index.results import Facet
from tui.state.keyword_rows import FEW, rows, with_chosen

TOPICS = [Facet(f"题{n}", "topic", 40 - n) for n in range(FEW + 3)]


def test_what_letters_stand_for_comes_first_and_then_kind_by_kind() -> None:
    facets = [Facet("防汛", "topic", 9), Facet("叶知秋", "person", 3), Facet("古桥", "topic", 2)]
    found = rows(facets, [("yzq", (("叶知秋", 5),))], {"古桥"}, (), ())
    assert [(row.group, row.word, row.count, row.most, row.sign) for row in found] == [
        ("yzq", "", 1, 1, ""),
        ("yzq", "叶知秋", 5, 5, ""),
        ("person", "", 1, 1, ""),
        ("person", "叶知秋", 3, 3, ""),
        ("topic", "", 2, 2, ""),
        ("topic", "防汛", 9, 9, ""),
        ("topic", "古桥", 2, 9, "+"),
    ]


def test_few_of_a_group_are_shown_before_it_is_unfolded_but_always_what_is_chosen() -> None:
    head, *words = rows(TOPICS, (), {"题10"}, {"题9"}, ())
    assert (head.most, head.count) == (FEW + 2, FEW + 3)
    assert [row.word for row in words] == [*(f"题{n}" for n in range(FEW)), "题9", "题10"]
    assert len(rows(TOPICS, (), set(), (), {"topic"})) == 1 + len(TOPICS)


def test_an_excluded_word_stays_where_it_stood() -> None:
    left, out = [TOPICS[0], TOPICS[2]], Facet("题1", "topic", 0)
    kept = with_chosen(left, TOPICS[:3], set(), ["题1"])
    assert kept == [TOPICS[0], out, TOPICS[2]]
    assert with_chosen(left, kept, set(), ["题1"]) == kept
    assert with_chosen(left, (), set(), ["题1"]) == [out, *left]


def test_an_included_word_that_nothing_left_has_for_a_keyword_stays_too() -> None:
    kept = with_chosen([TOPICS[0]], TOPICS[:2], {"题0", "题1", "不知"}, ())
    assert kept == [TOPICS[0], Facet("题1", "topic", 0)]
