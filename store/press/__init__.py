"""The press: from a source's bytes to an issue as a newspaper's editor would mark it up.

The steps, in their order: decode and clean, unwrap hard-wrapped lines, split into pages, judge what
each line is, group lines into stories (which mends the paragraphs that columns have cut), join
jumps, date the issue. Every line ends in an article, the contents or the furniture.
"""

from typing import TYPE_CHECKING

from store.press.report import Reading, Report

if TYPE_CHECKING:
    from store.press.reading import read_issue

__all__ = ["Reading", "Report", "read_issue"]


def __getattr__(name: str) -> object:
    """Import the press when it is asked for: its expressions take 0.2 s to compile (measured)."""
    if name != "read_issue":
        raise AttributeError(name)
    from store.press import reading

    return reading.read_issue
