"""What may be typed for a Chinese word without an input method."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.words.latin import fits, is_latin, is_mixed, key_of, key_pattern, matches

ZHU = ("zhu jian ming", "shu jian ming")


@pytest.mark.parametrize(
    "term", ["zhujianming", "zjm", "zhjm", "zhujm", "zjianm", "zhuji", "zhujianmin", "z", "shujm"]
)
def test_fits(term: str) -> None:
    assert matches(term, ZHU)


@pytest.mark.parametrize("term", ["jm", "jianming", "zm", "zhujim", "zjmm", "zhujianmingx", ""])
def test_does_not_fit(term: str) -> None:
    assert not matches(term, ZHU)


@pytest.mark.parametrize("term", ["xian", "xi'an", "xa"])
def test_a_term_may_be_divided_in_more_ways_than_one(term: str) -> None:
    assert matches(term, ("xi an",))
    assert matches("xian", ("xian",))


@pytest.mark.parametrize("term", ["lvhua", "lühua", "luhua"])
def test_the_umlaut_is_typed_in_three_ways(term: str) -> None:
    assert matches(term, ("lv hua",))


def test_only_letters_stand_for_words() -> None:
    assert is_latin("zjm")
    assert is_latin("xi'an")
    assert not any(map(is_latin, ["", "5g", "朱jm", "z j", "'", "z'"]))


syllable = st.sampled_from(["zhu", "jian", "ming", "zhou", "yong", "a", "e", "chong", "lv", "xi"])


@given(st.data(), st.lists(syllable, min_size=1, max_size=5))
def test_every_mix_fits_at_every_stage_of_typing(data: st.DataObject, word: list[str]) -> None:
    heads = [[s, s[0], s[:2] if s[:2] in ("zh", "ch") else s] for s in word]
    term = "".join(data.draw(st.sampled_from(choice)) for choice in heads)
    typed = term[: data.draw(st.integers(1, len(term)))]
    assert matches(typed, (" ".join(word),))


@pytest.mark.parametrize(
    ("key", "term"),
    [
        ("aa " * 400 + "b", "a" * 40 + "b"),
        ("zh " * 2000 + "x", "zh" * 20 + "x"),
        ("a " * 3000, "a" * 3000),
        ("a" * 100_000 + "b", "a" * 30 + "b"),
    ],
)
def test_no_key_takes_long_to_be_told_from_a_term(key: str, term: str) -> None:
    """Each way to divide the term alone would take more years than the world is old."""
    assert not matches(term, (key,))


@pytest.mark.parametrize("term", ["祝jm", "祝建m", "zhu建明", "z建ming", "祝jian", "zj明"])
def test_characters_may_stand_among_the_letters(term: str) -> None:
    assert is_mixed(term)
    assert fits(term, "祝建明", ZHU)


@pytest.mark.parametrize("term", ["朱jm", "祝m", "祝jm建", "建m"])
def test_each_character_stands_in_its_place(term: str) -> None:
    assert not fits(term, "祝建明", ZHU)


def test_figures_and_marks_in_a_word_are_passed_by() -> None:
    assert fits("糖类kangy", "糖类抗原19-9", ("tang lei kang yuan 199",))
    assert fits("安娜bl", "安娜·贝里尼", ("an na bei li ni",))
    assert not fits("糖类yuan", "糖类抗原19-9", ("tang lei kang yuan 199",))


def test_what_is_of_one_kind_is_not_mixed() -> None:
    assert not any(map(is_mixed, ["水库", "shuiku", "5g", "25座"]))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("suiku", "shui ku"),
        ("shuiku", "sui ku"),
        ("zujianmin", "zhu jian ming"),
        ("canglang", "can nan"),
        ("chengnan", "cen lang"),
        ("lanjing", "nan jin"),
    ],
)
def test_what_sounds_alike_is_one_where_that_is_wished(typed: str, key: str) -> None:
    assert matches(typed, (key,), fuzzy=True)
    assert not matches(typed, (key,))


@given(
    st.text("zhsclnaegiu水", min_size=1, max_size=6),
    st.lists(st.sampled_from(["zhu", "shui", "lan", "nang", "ceng", "li", "zi"]), min_size=1),
    st.booleans(),
)
def test_the_pattern_of_keys_misses_none(typed: str, key: list[str], fuzzy: bool) -> None:
    word = "水" + "桥" * (len(key) - 1)
    if (is_latin(typed) or is_mixed(typed)) and matches(typed, (" ".join(key),), word, fuzzy=fuzzy):
        pattern = key_pattern(typed, fuzzy=fuzzy)
        assert fnmatchcase(" ".join(key), pattern)


@pytest.mark.parametrize(
    ("letters", "syllables", "key"),
    [
        ("renminribao", 4, "ren min ri bao"),
        ("xianribao", 4, "xi an ri bao"),
        ("xianribao", 3, "xian ri bao"),
        ("shuangyashanwanbao", 5, "shuang ya shan wan bao"),
        ("theriversidedaily", 17, ""),
        ("paper", 3, ""),
        ("", 0, ""),
    ],
)
def test_pinyin_run_together_is_parted_into_so_many_syllables(
    letters: str, syllables: int, key: str
) -> None:
    assert key_of(letters, syllables) == key
