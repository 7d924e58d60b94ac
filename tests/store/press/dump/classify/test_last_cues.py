"""The last characters of a line."""

import pytest

from store.press.dump.classify.last_cues import LAST_CUES


@pytest.mark.parametrize(
    ("end", "name"),
    [("。”", "sentence"), ("好！", "question"), ("来，", "comma"), ("桥栏板", "nothing")],
)
def test_the_last_characters_have_one_cue(end: str, name: str) -> None:
    assert next(cue.name for cue in LAST_CUES if cue.pattern.search(end)) == name
