"""Names of places and bodies, and phrases, put together from the pieces of a dictionary."""

import pytest

from store.words.phrases import find_phrases, find_places_and_bodies, find_quoted

TAGS = {"清溪": "ns", "水利": "n", "美丽": "a", "在": "p", "数字": "n", "经济": "n", "发展": "v"}
TAGS |= {"网络": "n", "空间": "n", "命运": "n", "古桥": "n"}


def tag(word: str) -> str:
    return TAGS.get(word, "")


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (["在", "清溪", "街道"], {"清溪街道": "ns"}),
        (["望月", "社区"], {"望月社区": "ns"}),
        (["清溪", "中学"], {"清溪中学": "nt"}),
        (["水利", "局"], {"水利局": "nt"}),
        (["望月路"], {"望月路": "ns"}),
        (["水利", "公司"], {}),
        (["美丽", "街道"], {}),
        (["在", "社区"], {}),
        (["12345", "路"], {}),
    ],
)
def test_places_and_bodies(cut: list[str], expected: dict[str, str]) -> None:
    assert find_places_and_bodies([cut], tag) == expected


def test_nouns_that_often_stand_together_are_a_phrase() -> None:
    assert find_phrases([["数字", "经济", "在"]] * 3, tag) == {"数字经济"}
    assert find_phrases([["数字", "经济", "在"]] * 2, tag) == set()
    assert find_phrases([["经济", "发展"]] * 3, tag) == set()


def test_nouns_that_mostly_stand_apart_are_none() -> None:
    apart = [["数字"], ["经济"]] * 4
    assert find_phrases([["数字", "经济"]] * 3 + apart, tag) == set()


def test_two_that_go_on_in_a_third_are_part_of_the_three() -> None:
    assert find_phrases([["网络", "空间", "命运"]] * 3, tag) == {"网络空间命运"}


def test_quoted_again() -> None:
    assert find_quoted(['"一桥一策"好', '按"一桥一策"', '"只有一次"']) == {"一桥一策"}
