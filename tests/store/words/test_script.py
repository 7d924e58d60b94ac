"""Simplified and Traditional characters, one for each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.config import Script
from store.words.script import SCRIPTS, in_script, names_kept
from store.words.search_fold import search_fold


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("城南水库今日开闸放水", "城南水庫今日開閘放水"),
        ("皇后走后，头发发白", "皇后走後，頭髮發白"),
        ("干部说，晒干粮、不干涉", "幹部說，曬乾糧、不干涉"),
        ("一只鸟、几里路、屋里、钟表", "一隻鳥、幾里路、屋裡、鐘錶"),
        ("为群众", "為群眾"),
    ],
)
def test_phrases_tell_which_character_is_meant(simplified: str, traditional: str) -> None:
    assert in_script(simplified, "traditional") == traditional
    assert in_script(traditional, "simplified") == simplified


def test_what_is_of_that_script_already_stays() -> None:
    assert in_script("乾坤、瞭望、著名", "simplified") == "乾坤、瞭望、著名"
    assert in_script("城南水庫，開閘放水", "traditional") == "城南水庫，開閘放水"
    assert in_script("皇后发白 Ａbc", "printed") == "皇后发白 Ａbc"


@given(
    st.text(st.sampled_from("皇后发髮白干乾里裡只隻钟鐘著着一以 ，a\U0002ceb2")),
    st.sampled_from(SCRIPTS),
)
def test_one_character_becomes_one(text: str, script: Script) -> None:
    assert len(in_script(text, script)) == len(text)


def test_a_word_is_found_in_whatever_script_it_is_shown() -> None:
    text = "城南水庫開閘，頭髮、皇后、乾糧、鐘錶與裡面"
    for script in SCRIPTS:
        assert search_fold(in_script(text, script)) == search_fold(text)


def test_surnames_of_people_known_stay_where_words_change() -> None:
    names = names_kept(("于归", "余晚", "白露", "于"), "traditional")
    assert names == ("于归", "余晚")
    assert in_script("于归由于余晚剩余", "traditional", names) == "于歸由於余晚剩餘"
    assert names_kept(("于归",), "simplified") == ()
