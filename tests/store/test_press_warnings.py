"""What a reader is told of a reading: sentences made of codes, kept with the issue."""

import pytest

from store.backends.serialization import from_bytes, to_bytes
from store.models import Issue
from store.press_warnings import PressWarning


@pytest.mark.parametrize(
    ("warning", "said"),
    [
        (PressWarning("no_article"), "No article was found."),
        (
            PressWarning("pages_missing", {"expected": 8, "found": 4}),
            "The paper says it has 8 pages; 4 were found.",
        ),
        (
            PressWarning("mended", {"count": 2, "what": "ligatures"}),
            "2 ligatures were mended.",
        ),
        (
            PressWarning("no_keywords", {"why": "SIGPROF"}),
            "No keywords were made: it took too long.",
        ),
        (PressWarning("note", {"text": "Left as {found}."}), "Left as {found}."),
        (PressWarning("note"), ""),
    ],
)
def test_a_warning_says_what_it_holds_and_keeps_it(warning: PressWarning, said: str) -> None:
    assert str(warning.message()) == said
    kept = from_bytes(to_bytes(Issue(warnings=(warning,))), Issue)
    assert kept.warnings == (warning,)
    assert len({warning, *kept.warnings}) == 1
