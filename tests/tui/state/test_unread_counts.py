"""What is counted of an issue, and when it is counted again."""

from store.index.hits import Hits
from store.models import CatalogueRow
from tests.tui.state.fake_marks import FakeMarks
from tui.state.unread_counts import MANY, UnreadCounts

PAPER = "青溪时报"


def rows(count: int) -> list[CatalogueRow]:
    keyed = ("".join(f"{n:015x}{at}" for at in range(4)) for n in range(count))
    return [CatalogueRow(f"p-{n}", PAPER, keyed=each) for n, each in enumerate(keyed)]


def test_an_issue_is_counted_again_where_a_mark_has_changed_alone() -> None:
    marks, issues = FakeMarks(), rows(3)
    unread = UnreadCounts(marks)
    assert unread.of_paper(PAPER, issues) == 12
    marks.mark(issues[1].keys[2])
    unread.follow()
    assert unread.of_paper(PAPER, issues) == 11
    assert [unread.of(row) for row in issues] == [4, 3, 4]
    assert marks.read.asked == list(issues[1].keys)


def test_a_filter_counts_what_it_leaves_without_a_look_at_the_marks() -> None:
    marks, issues = FakeMarks(), rows(3)
    marks.mark(issues[0].keys[0])
    unread = UnreadCounts(marks)
    assert unread.of_paper(PAPER, issues) == 11
    marks.read.asked.clear()
    hits = Hits({"p-0": b"\1\1\0\0", "p-2": b"\0\0\0\1"})
    assert unread.of_paper(PAPER, issues, hits, "saved") == 2
    assert [unread.of(row, hits) for row in issues] == [1, 0, 1]
    unread.forget("")
    assert unread.of_paper(PAPER, issues, hits) == 2
    unread.forget("saved")
    assert unread.of_paper(PAPER, issues, Hits(), "saved") == 0
    assert not marks.read.asked


def test_many_changes_count_all_anew() -> None:
    marks, issues = FakeMarks(), rows(MANY)
    unread = UnreadCounts(marks)
    assert unread.of_paper(PAPER, issues) == MANY * 4
    marks.mark(*(key for row in issues for key in row.keys))
    unread.follow()
    assert unread.of_paper(PAPER, issues) == 0
    assert unread.of(issues[0]) == 0
