"""Calibrating: signs of wrong articles speak against one, and few right ones are marked."""

from math import exp

from store.doubts import DOUBTFUL
from tests.press_lab.calibrate import MARKED, Case, fit


def test_what_wrong_articles_show_speaks_against_an_article() -> None:
    right, wrong = Case(("lead-in",), True, "dev"), Case(("odd page",), False, "made")
    found = [right, Case(right.signs, True, "made")] * 20 + [wrong, Case(wrong.signs, False, "dev")]
    weights, constant = fit(found)
    assert weights["odd page"] > 0 > weights["lead-in"]
    sure = [1 / (1 + exp(sum(weights[sign] for sign in case.signs) - constant)) for case in found]
    marked = [one < DOUBTFUL for one, case in zip(sure, found, strict=True) if case.right]
    assert sum(marked) <= MARKED * len(marked)
