"""A place is one that a screen can show, whatever its file says."""

from store.bounds import LONGEST_QUERY
from store.reader.place import FAR, LONG, WIDE, Place


def test_what_a_file_says_is_brought_within_bounds() -> None:
    beyond = Place(paragraph=-1, offset=FAR * 2, panes=9, list_width=WIDE * 2)
    assert beyond == Place(paragraph=0, offset=FAR, panes=3, list_width=WIDE)
    within = Place(paragraph=3, offset=7, panes=2, list_width=30)
    assert (within.paragraph, within.offset, within.panes, within.list_width) == (3, 7, 2, 30)


def test_a_filter_that_none_has_typed_is_dropped() -> None:
    assert Place(filter="x" * (LONG + 1)).filter == ""
    assert Place(filter="x" * LONGEST_QUERY).filter
