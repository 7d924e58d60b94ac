"""What the press gives: an issue, and an account of how it was read."""

from msgspec import Struct

from store.models import Issue


class Report(Struct, frozen=True):
    """An account of a reading, in terms that fit the kind of its source.

    Lines are those of a text that are not blank; other kinds have none. The door of the press says
    the `kind`, and which articles are `doubtful`.
    """

    kind: str = "dump"
    taken: tuple[tuple[str, int], ...] = ()
    """What parts of the source were taken for, with counts: page lists, entries, advertisements."""
    encoding: str = "utf-8"
    encoding_sure: float = 1.0
    pages_expected: int = 0
    """今日N版, or 0 when it is not printed."""
    pages_found: int = 0
    articles: tuple[tuple[str, int], ...] = ()
    """Articles by kind."""
    joins: int = 0
    """Paragraphs put together again."""
    jumps_resolved: int = 0
    jumps_open: int = 0
    lines: int = 0
    lines_in_articles: int = 0
    lines_in_index: int = 0
    lines_in_furniture: int = 0
    doubtful: tuple[str, ...] = ()
    """Ids of articles whose bounds or head were a near call."""
    cleaned: tuple[tuple[str, int], ...] = ()
    """What was taken out of the text, with counts."""
    mended: tuple[tuple[str, int], ...] = ()
    """What was mended in the text, with counts."""


class PressResult(Struct, frozen=True):
    """An issue as read from one source, which may hold several, and the account of how."""

    issue: Issue
    report: Report
