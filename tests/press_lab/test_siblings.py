"""Siblings of the cases: each kind can be made, its truth parses and speaks of its text."""

import json
import random
from pathlib import Path

import pytest

from tests.press_lab.siblings.__main__ import RECIPES, write


@pytest.mark.parametrize("kind", RECIPES)
def test_a_sibling_is_made_of_each_kind(kind: str) -> None:
    made = {RECIPES[kind](random.Random(seed)).data for seed in range(4)}
    assert len(made) > 1
    again = RECIPES[kind](random.Random(1))
    assert again == RECIPES[kind](random.Random(1))
    assert again.truth["about"]


def test_they_lie_as_cases_do(tmp_path: Path) -> None:
    write(tmp_path, 1)
    for path in tmp_path.glob("*.truth.json"):
        truth = json.loads(path.read_text("utf-8"))
        assert truth["about"]
        assert path.with_name(path.name.replace(".truth.json", ".txt")).exists()
    assert len(list(tmp_path.iterdir())) == 2 * len(RECIPES)
