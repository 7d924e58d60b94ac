"""``dubao words``: the reader's own words."""

from tests.tui.cli.support import Dubao


def test_words_keep_their_kind_and_only_ones_own_are_dropped(dubao: Dubao) -> None:
    assert dubao("words", "add", "亭山书会", "--kind", "organisation")[0] == 0
    assert "organisation" in dubao("words", "add", "亭山书会")[1]
    for words in (("add",), ("drop",), ("drop", "另一词")):
        assert dubao("words", *words)[0] == 2
    assert dubao("words", "drop", "亭山书会")[0] == 0
