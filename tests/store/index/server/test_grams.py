"""Pairs of characters as numbers: whatever holds a word has what is asked of it."""

from hypothesis import given
from hypothesis import strategies as st

from store.index.server.grams import asked, grams, is_exact, stored

text = st.text("古桥的𠀀𠀁ab1 \n", max_size=12)


@given(text, st.text("古桥的𠀀𠀁ab1 ", min_size=1, max_size=4))
def test_what_holds_a_word_has_its_pairs(held: str, word: str) -> None:
    has = asked(word) <= grams(held)
    if word in held:
        assert has
    elif is_exact(word):
        assert not has


def test_what_no_database_takes_is_told_apart() -> None:
    assert "\0" not in stored("古\0桥")
    assert stored("\ud800") == "\ufffd"
    assert stored("𠀀古") == "𠀀古"
