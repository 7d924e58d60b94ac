"""Numbers as newspapers print them."""

import pytest

from store.press.text.numbers import is_page_number, page_number, page_order, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("〇", 0),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("廿三", 23),
        ("卅一", 31),
        ("二〇一九", 2019),
        ("二○三四", 2034),
        ("二Ｏ三四", 2034),
        ("一百二十", 120),
        ("一百零九", 109),
        ("兩", 2),
        ("", None),
        ("桥", None),
        ("十十", None),
        ("1" * 10, None),
    ],
)
def test_numbers(text: str, value: int | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("02", "2"),
        ("第二版", "2"),
        ("２", "2"),
        ("a05", "A5"),
        ("第A04版", "A4"),
        ("十二", "12"),
        ("要闻", "要闻"),
        ("", ""),
    ],
)
def test_a_pages_number_has_one_form(text: str, number: str) -> None:
    assert page_number(text) == number


def test_pages_stand_in_print_order() -> None:
    numbers = ["", "B1", "10", "A10", "2", "A2", "1", "特1", "9" * 5000]
    assert sorted(numbers, key=page_order) == [
        *("1", "2", "10", "9" * 5000, "A2", "A10", "B1", "特1", "")
    ]


@pytest.mark.parametrize(
    ("number", "can"),
    [("2", True), ("A5", True), ("AB12", True), ("特1", True), ("0", False), ("A0", False),
     ("ABC", False), ("要闻", False), ("2B", False), ("05", False), ("", False)],
)  # fmt: skip
def test_a_page_is_called_by_a_number_with_letters_before_it(number: str, can: bool) -> None:
    assert is_page_number(number) is can
