"""What the press gives: an issue, and an account of how it was read."""

from msgspec import Struct

from store.models import Issue


class Report(Struct, frozen=True):
    """An account of a reading; lines are those of the source that are not blank."""

    encoding: str
    encoding_sure: float
    pages_expected: int
    """今日N版, or 0 when it is not printed."""
    pages_found: int
    articles: tuple[tuple[str, int], ...]
    """Articles by kind."""
    joins: int
    """Paragraphs put together again."""
    jumps_resolved: int
    jumps_open: int
    lines: int
    lines_in_articles: int
    lines_in_index: int
    lines_in_furniture: int
    doubtful: tuple[str, ...]
    """Ids of articles whose bounds or head were a near call."""
    cleaned: tuple[tuple[str, int], ...] = ()
    """What was taken out of the text, with counts."""
    mended: tuple[tuple[str, int], ...] = ()
    """What was mended in the text, with counts."""


class PressResult(Struct, frozen=True):
    """An issue as read from one source, and the account of how."""

    issue: Issue
    report: Report
