"""Corrections that were learned: the table as kept, and what it adds."""

from pathlib import Path

import msgspec

from store.press.dump.classify.learned import BOUND, WEIGHTS, Learned, Table, learned, read_table
from store.press.dump.classify.transitions import UNUSUAL
from store.press.dump.lines.kinds import BODY, HEAD, KINDS, LEAD

NONE = (0,) * len(KINDS)


def table(tmp_path: Path, **features: dict[str, int]) -> Learned:
    rows = {
        name: tuple(weights.get(kind, 0) for kind in KINDS) for name, weights in features.items()
    }
    path = tmp_path / "weights.json"
    path.write_bytes(msgspec.json.encode(Table(rows, (NONE,) * len(KINDS))))
    return read_table(path)


def test_features_add_what_they_have_learned(tmp_path: Path) -> None:
    weights = table(tmp_path, short={HEAD: 150}, dot={HEAD: -50, BODY: 25})
    scores = dict.fromkeys(KINDS, 0.0)
    found = weights.corrected(scores, ["short", "dot", "never seen"])
    assert (found[HEAD], found[BODY], found[LEAD]) == (1.0, 0.25, 0.0)
    assert scores == dict.fromkeys(KINDS, 0.0)


def test_what_is_weighed_by_hand_can_be_corrected_only_up_to_a_bound(tmp_path: Path) -> None:
    weights = table(tmp_path, short={HEAD: 100})
    scores = dict.fromkeys(KINDS, 0.0) | {HEAD: -100.0}
    assert weights.corrected(scores, ["short"])[HEAD] == 1.0 - BOUND


def test_a_line_without_features_stays_as_certain_as_it_is(tmp_path: Path) -> None:
    scores = dict.fromkeys(KINDS, -40.0) | {HEAD: 0.0}
    assert table(tmp_path, short={HEAD: 1}).corrected(scores, []) is scores


def test_the_table_that_is_shipped_is_small_and_fits_the_kinds() -> None:
    assert WEIGHTS.stat().st_size <= 60_000
    assert all(len(row) == len(KINDS) for row in learned().features[-1].values())
    assert learned().transitions[-1] != UNUSUAL


def test_a_part_of_what_was_learned_corrects_by_so_much(tmp_path: Path) -> None:
    weights = table(tmp_path, short={HEAD: 200})
    scores = dict.fromkeys(KINDS, 0.0)
    assert [weights.corrected(scores, ["short"], parts)[HEAD] for parts in (1, 2, 4)] == [0.5, 1, 2]
