"""The keyword list: its rows and what they tell."""

from tui.panes.keywords import row_text
from tui.state.keyword_rows import KeywordRow


def test_a_row_has_its_bar_and_fits_its_cells() -> None:
    assert row_text(KeywordRow("topic", "古桥", 3, 6, "+"), 24) == "+ 古桥       ===       3"
    assert row_text(KeywordRow("topic", "古桥", 0, 6, "-"), 24).rstrip() == "- 古桥"
    assert row_text(KeywordRow("topic", "", 9, 8), 12) == "topics   8/9"
    assert row_text(KeywordRow("zjm", "", 2, 2), 12) == "zjm        2"
