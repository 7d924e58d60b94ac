"""What is counted of an issue, and when it is counted again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.models import CatalogueRow
from tui.counting import MANY, Unread


@dataclass
class FakeMarks:
    """Marks that a test sets."""

    read: set[str] = field(default_factory=set)
    changed: list[str] = field(default_factory=list)

    def read_keys(self) -> set[str]:
        return self.read

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        return len(self.changed), self.changed[since:]

    def mark(self, *keys: str) -> None:
        self.read ^= set(keys)
        self.changed += keys


def rows(count: int) -> list[CatalogueRow]:
    keyed = ("".join(f"{n:015x}{at}" for at in range(4)) for n in range(count))
    return [CatalogueRow(f"p-{n}", "青溪时报", keyed=each) for n, each in enumerate(keyed)]


def test_an_issue_is_counted_again_where_a_mark_has_changed_alone() -> None:
    marks, counted, issues = FakeMarks(), list[str](), rows(3)

    def left(row: CatalogueRow) -> Sequence[str]:
        counted.append(row.id)
        return row.keys

    unread = Unread(marks, left)
    assert unread.of_paper("青溪时报", issues) == 12
    assert counted == ["p-0", "p-1", "p-2"]
    marks.mark(issues[1].keys[2])
    unread.follow()
    assert unread.of_paper("青溪时报", issues) == 11
    assert [unread.of(row) for row in issues] == [4, 3, 4]
    assert counted[3:] == ["p-1"]


def test_many_changes_count_all_anew() -> None:
    marks, issues = FakeMarks(), rows(MANY)
    unread = Unread(marks, lambda row: row.keys)
    assert unread.of_paper("青溪时报", issues) == MANY * 4
    marks.mark(*(key for row in issues for key in row.keys))
    unread.follow()
    assert unread.of_paper("青溪时报", issues) == 0
    assert unread.of(issues[0]) == 0
