"""Characters that stand for others are put back, and told by kind."""

import unicodedata

import pytest

from store.words.stand_ins import (
    COMPATIBLE,
    LIGATURES,
    PRIVATE,
    RADICALS,
    SMALL,
    VERTICAL,
    in_place,
    private_left,
    put_back,
)


@pytest.mark.parametrize(
    ("text", "meant", "kinds"),
    [
        ("⻓桥开⻔，居⺠过河，⼯匠⼩憩", "长桥开门，居民过河，工匠小憩", {RADICALS: 5}),
        (
            "︻本報訊︼︵記者︶︐橋通了︒﹁好﹂︱",
            "【本報訊】（記者），橋通了。「好」—",
            {VERTICAL: 9},
        ),
        ("等︙︙", "等……", {VERTICAL: 2}),
        ("The oﬃce ﬁlled", "The office filled", {LIGATURES: 2}),
        ("\uf90a橋", "金橋", {COMPATIBLE: 1}),
        ("杭\ue82a年", "杭㧐年", {PRIVATE: 1}),
        ("\ue78d\ue796 \ue81e\ue864", "，… 龴龻", {PRIVATE: 4}),
        ("問︰好﹗是﹖甲﹑乙︴", "問：好！是？甲、乙﹏", {VERTICAL: 2, SMALL: 3}),
        ("杭\ue82a年\ue000桥", "杭㧐年\ue000桥", {PRIVATE: 1}),
    ],
)
def test_they_become_what_is_meant(text: str, meant: str, kinds: dict[str, int]) -> None:
    assert put_back(text) == (meant, kinds)


def test_what_is_printed_as_it_should_be_stays() -> None:
    text = "“桥”：１２％，⺀——【】「」﹏﹉"
    assert put_back(text) == (text, {})


def test_private_characters_that_no_standard_knows_are_counted() -> None:
    assert private_left(put_back("\ue000桥\ue82a")[0]) == 1


def test_every_mark_of_another_form_has_a_usual_one() -> None:
    codes = (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE6C))
    marks = [chr(code) for code in codes if unicodedata.category(chr(code)) != "Cn"]
    stay = [mark for mark in marks if in_place(mark) == mark]
    assert "".join(stay) == "﹅﹆﹉﹊﹋﹌﹍﹎﹏"
    assert all(len(in_place(mark)) == 1 for mark in marks)


def test_no_radical_is_left_that_has_a_character() -> None:
    radicals = [chr(code) for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))]
    left = [each for each in radicals if put_back(each)[0] == each]
    assert [each for each in left if unicodedata.category(each) != "Cn"] == ["⺀"]
