"""Where a newspaper's names of people are believed to be."""

import pytest

from store.words.names import byline_names, find_names

COMMON = (
    "主持召开强调出席走访陪同水稻高粱小麦方案会议记者认为部署车队来到文化教育",
    "设计师",
)
"""Everyday words, of two characters and of three."""


def frequency(word: str) -> int:
    pairs = [COMMON[0][at : at + 2] for at in range(0, len(COMMON[0]), 2)]
    return 900 if word in (*pairs, COMMON[1]) else 0


def names(*texts: str) -> set[str]:
    return find_names(texts, frequency)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县委书记林守诚主持召开会议", {"林守诚"}),
        ("镇长方舟陪同走访", {"方舟"}),
        ("社区主任欧阳晓岚说", {"欧阳晓岚"}),
        ("县领导祝远、何小溪、江一帆出席会议", {"祝远", "何小溪", "江一帆"}),
        ("柳如川、祝远山、何小溪等到场", {"祝远山", "何小溪"}),
        ("会后,贺闻溪强调,要加快部署", {"贺闻溪"}),
        ("意大利设计师安娜·贝里尼来到清溪", {"安娜·贝里尼"}),
    ],
)
def test_names_are_found(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_a_character_that_a_paper_lacks_stands_in_a_name() -> None:
    assert list(byline_names(["刘（王争）", "宋〓", "王〔草〕溪", "桥（上）", "〓〓"])) == [
        "刘(王争)",
        "宋〓",
        "王〔草〕溪",
    ]


def test_surnames_that_are_mostly_words_are_believed_in_a_byline() -> None:
    assert list(byline_names(["和月白", "那素心", "本报评论员"])) == ["和月白", "那素心"]
    assert names("乡村教师和月白主持会议", "和月白说,桥要修") == set()


@pytest.mark.parametrize("name", ["冼秋", "佟亭", "阚月白", "瞿素心"])
def test_a_surname_that_is_seldom_anything_else_is_believed_at_once(name: str) -> None:
    assert names(f"乡村教师{name}主持会议") == {name}


def test_a_foreign_name_that_begins_as_a_rare_surname_is_believed_at_once() -> None:
    assert names("设计师伊莎·贝里尼来到清溪") == {"伊莎·贝里尼"}


@pytest.mark.parametrize(
    "name", ["年月白", "冷月白", "区月白", "朴素心", "盖闻溪", "种小满", "长孙亭", "澹台月"]
)
def test_names_with_rare_surnames_are_found_where_they_are_met_twice(name: str) -> None:
    assert names(f"乡村教师{name}主持会议", f"{name}说,桥要修") == {name}
    assert names(f"乡村教师{name}主持会议") == set()
    assert names(*[f"居民{name[0]}文化主持会议"] * 3) == set()
    assert list(byline_names([name])) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "种植水稻、高粱、小麦三种",
        "方案指出,要加快",
        "教师文化教育",
        "今天,车队来到主任家",
        "、、、",
        "",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert names(text) == set()


def test_of_a_name_and_its_beginning_the_one_met_more_often_is_kept() -> None:
    assert names("书记林守,", "书记林守诚,", "主任林守诚,") == {"林守诚"}


def test_a_byline_names_people_only() -> None:
    assert list(byline_names(["林守诚", "本报评论员", "祝遠", "e报"])) == ["林守诚", "祝远"]
