"""Which articles are marked: what is read of the files, and when."""

from collections.abc import Callable
from datetime import datetime

from store.backends.files import Files
from store.messages import Message
from store.reader.marks import Marks

KEY, OTHER = "0123456789abcdef", "ff23456789abcdef"


def test_one_article_asks_for_one_file(marks: Marks, files: Files) -> None:
    marks.mark_all([KEY, OTHER], read=True)
    files.write("marks/ff.json", b"{")
    told: list[Message] = []
    read = Marks(files, told=told.append).read_keys()
    assert KEY in read
    assert "no key" not in read
    assert told == []
    assert OTHER not in read
    assert len(told) == 1
    assert set(read) == {KEY}


def test_changes_are_told_of_what_was_asked_for(
    marks: Marks, files: Files, clock: Callable[[], datetime]
) -> None:
    other = Marks(files, clock)
    marks.mark(KEY, read=True)
    assert marks.changes(0) == (0, [])
    assert {KEY, OTHER} - marks.read_keys() == {OTHER}
    other.mark_all([KEY, OTHER], read=False)
    assert marks.changes(0) == (1, [KEY])
    other.mark(OTHER, read=True)
    other.mark(KEY, starred=True)
    assert marks.changes(1) == (2, [OTHER])
    other.undo()
    other.undo()
    assert marks.changes(2) == (3, [OTHER])
    assert marks.changes(0) == (3, [KEY, OTHER, OTHER])
