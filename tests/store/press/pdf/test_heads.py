"""Which columns of a row are under which head."""

from store.press.pdf.heads import foot_of, under_heads
from store.press.pdf.items import Item
from tests.store.press.pdf.builders import row

WIDTH, STEP = 80.0, 95.0


def item(text: str, start: float, top: float, size: float = 10.0) -> Item:
    one = row(text, start, top, size)
    return Item(one.start, one.top, one.end, one.bottom, size, (one,))


def column(at: int, top: float = 30.0, head: float | None = None) -> list[Item]:
    """Return a column of text, with a head that begins at a point of the page."""
    text = [item("文" * 8, STEP * at, top + 16 * line) for line in range(4)]
    return [item("题题", head, 0, 20), *text] if head is not None else text


def groups(*columns: list[Item]) -> list[int]:
    """Return how many columns are together, by their lines of text."""
    found = under_heads(columns, 10.0)
    return [sum(each.size == 10 for each in items) // 4 for items in found]


def test_columns_behind_the_one_with_a_head_are_under_it() -> None:
    assert groups(column(0, head=0), column(1), column(2, head=2 * STEP), column(3)) == [2, 2]


def test_columns_around_a_head_in_the_middle_are_under_it() -> None:
    columns = [column(at, head=STEP + 20 if at == 1 else None) for at in range(3)]
    assert groups(*columns) == [3]


def test_between_two_heads_in_the_middle_each_has_as_many_on_both_sides() -> None:
    heads = {1: STEP + 20, 4: 4 * STEP + 20}
    assert groups(*(column(at, head=heads.get(at)) for at in range(6))) == [3, 3]


def test_a_column_that_begins_higher_is_of_another_story() -> None:
    assert groups(column(0, top=0), column(1, head=STEP), column(2)) == [1, 2]


def test_a_head_ends_with_its_last_line() -> None:
    first, second = item("题题题", 0, 0, 20), item("题题", 10, 24, 20)
    assert foot_of(first, [first, second, item("文", 0, 60)], 10.0) == 44
