"""How a line is set, as evidence for its kind."""

from collections import Counter

import pytest

from store.press.dump.classify.by_look import by_look
from store.press.dump.lines.kinds import BODY, CAPTION, CROSSHEAD, HEAD
from store.press.dump.lines.look import Look
from store.press.dump.lines.style import Style


def weights(look: Look, *, larger: bool = False) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in by_look(look, Style(apart=True, larger=larger)):
        for kind, weight in each.items():
            found[kind] += round(10 * weight)
    return found


@pytest.mark.parametrize("look", [Look(size=1.3), Look(size=2.0), Look(centred=True)])
def test_large_and_centred_lines_are_heads(look: Look) -> None:
    assert weights(look)[HEAD] > 0 > weights(look)[BODY]
    assert weights(look)[HEAD] > weights(look)[CROSSHEAD]


def test_bold_lines_of_the_texts_size_part_a_story() -> None:
    assert weights(Look(bold=True))[CROSSHEAD] > weights(Look(bold=True))[HEAD] > 0
    assert weights(Look(bold=True), larger=True)[HEAD] < 0


def test_small_lines_are_captions() -> None:
    assert weights(Look(size=0.8))[CAPTION] > 0 > weights(Look(size=0.8))[HEAD]


def test_a_style_speaks_for_its_kind() -> None:
    assert weights(Look(role=CAPTION))[CAPTION] > weights(Look(role=CAPTION))[HEAD]
