"""The places marked are those that match, in the original's offsets."""

from hypothesis import given
from hypothesis import strategies as st

from store.index.folded import Needles
from store.index.query.highlight import spans
from store.index.query.parse import parse
from store.words.fold import fold

characters = st.sampled_from("古桥臺台ＡaＢbé……㎏kg")


def marked(query: str, text: str, *stands_for: str) -> list[str]:
    words = {query: Needles((query, *stands_for))}
    return [text[a:b] for a, b in spans(parse(query), text, words)]


def test_the_original_is_marked_where_folding_changes_lengths() -> None:
    assert marked("古桥 nba", "……ＮＢＡ来到①古橋") == ["ＮＢＡ", "古橋"]


def test_touching_and_overlapping_places_are_one() -> None:
    assert marked("古桥 桥修 修缮", "古桥修缮古桥") == ["古桥修缮古桥"]


def test_a_character_is_marked_whole() -> None:
    assert marked("k", "五㎏重") == ["㎏"]


def test_letterspaced_words_and_numbers_are_marked_as_they_are_printed() -> None:
    assert marked("防汛工作", "关 于 防 汛 工 作 的 通 知") == ["防 汛 工 作"]
    assert marked("25座", "二十五座泵站、25 座闸") == ["二十五座", "25 座"]


def test_words_that_latin_letters_stand_for_are_marked_beside_them() -> None:
    assert marked("lsc", "林守誠 LSC", "林守诚") == ["林守誠", "LSC"]


def test_what_must_not_be_there_and_what_is_no_text_is_not_marked() -> None:
    assert marked("-古桥 is:unread 版:1", "古桥 1") == []


@given(st.text(characters, min_size=1, max_size=3), st.text(characters))
def test_every_place_and_no_other(term: str, text: str) -> None:
    query = parse(f'"{term}"')
    found = spans(query, text)
    assert list(found) == sorted(found)
    assert all(fold(term) in fold(text[a:b]) for a, b in found)
    ends = [b for _, b in found]
    starts = [a for a, _ in found]
    assert all(a > b for a, b in zip(starts[1:], ends, strict=False))
    rest = "\n".join(text[a:b] for a, b in zip([0, *ends], [*starts, len(text)], strict=True))
    assert fold(term) not in fold(rest)
    assert bool(found) == (fold(term) in fold(text))
