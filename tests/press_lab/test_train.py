"""Learning: the states of a page, and a likelihood whose slope is what it says."""

import numpy as np
import pytest

from store.press.dump.classify.transitions import STATES, State
from store.press.dump.lines.kinds import BODY, CROSSHEAD, HEAD, KINDS, LEAD, TAIL
from tests.press_lab.train import Lesson, _Batch, fit, states_of


def lesson(*lines: tuple[str, str]) -> Lesson:
    """Return a page of lines, each with its kind and one feature."""
    count = len(lines)
    states = np.array(states_of(kind for kind, _ in lines))
    names = [[name] for _, name in lines]
    return Lesson(names, np.zeros((count, len(KINDS))), states)


PAGES = (
    lesson((HEAD, "short"), (LEAD, "long"), (BODY, "long"), (TAIL, "bracket")),
    lesson((HEAD, "short"), (LEAD, "long"), (CROSSHEAD, "short"), (BODY, "long")),
)


def test_crossheads_are_counted_within_their_story() -> None:
    kinds = (HEAD, LEAD, CROSSHEAD, BODY, CROSSHEAD, BODY, HEAD, LEAD)
    counts = (0, 0, 1, 1, 2, 2, 0, 0)
    expected = [State(kind, count) for kind, count in zip(kinds, counts, strict=True)]
    assert [STATES[at] for at in states_of(kinds)] == expected


def test_the_slope_of_the_likelihood_is_right() -> None:
    batch = _Batch(PAGES, {"bracket": 0, "long": 1, "short": 2})
    rng = np.random.default_rng(5)
    weights = rng.normal(size=(3, len(KINDS)))
    between = rng.normal(size=(len(KINDS), len(KINDS)))
    _, of_weights, of_between = batch.likelihood(weights, between)
    step = 1e-5
    for array, slope in ((weights, of_weights), (between, of_between)):
        for place in ((0, 2), (1, 5), (2, 8)):
            array[place] += step
            above = batch.likelihood(weights, between)[0]
            array[place] -= 2 * step
            below = batch.likelihood(weights, between)[0]
            array[place] += step
            assert (above - below) / (2 * step) == pytest.approx(slope[place], abs=1e-4)


def test_what_is_seen_often_is_learned_and_what_is_rare_is_not() -> None:
    table = fit([*PAGES, lesson((HEAD, "once"), (LEAD, "long"))] * 4)
    assert set(table.features) == {"short", "long"}
    short = dict(zip(KINDS, table.features["short"], strict=True))
    assert short[HEAD] > 0 > short[LEAD]
    assert len(table.between) == len(KINDS)
