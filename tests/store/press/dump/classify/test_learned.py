"""What was learned: the table as kept, and what it says."""

from pathlib import Path

import msgspec

from store.press.dump.classify.learned import WEIGHTS, Learned, Table, learned, read_table
from store.press.dump.classify.transitions import FREE, STATES, UNUSUAL, State
from store.press.dump.lines.kinds import BODY, HEAD, KINDS, LEAD

NONE = (0,) * len(KINDS)


def table(tmp_path: Path, **features: dict[str, int]) -> Learned:
    rows = {
        name: tuple(weights.get(kind, 0) for kind in KINDS) for name, weights in features.items()
    }
    path = tmp_path / "weights.json"
    after_head = tuple(200 * (kind == LEAD) for kind in KINDS)
    between = tuple(after_head if kind == HEAD else NONE for kind in KINDS)
    path.write_bytes(msgspec.json.encode(Table(rows, between)))
    return read_table(path)


def test_features_say_what_they_have_learned(tmp_path: Path) -> None:
    taught = table(tmp_path, short={HEAD: 150}, dot={HEAD: -50, BODY: 25})
    found = taught.evidence(["short", "dot", "never seen"])
    assert (found[HEAD], found[BODY], found[LEAD]) == (1.0, 0.25, 0.0)


def test_of_a_line_without_features_nothing_is_said(tmp_path: Path) -> None:
    assert table(tmp_path, short={HEAD: 1}).evidence(["never seen"]) == {}


def test_what_follows_what_is_learned_anew_or_added_to_the_trades_order(tmp_path: Path) -> None:
    head, lead = STATES.index(State(HEAD)), STATES.index(State(LEAD))
    taught = table(tmp_path)
    assert FREE.between[head][lead] == 0.0
    assert taught.alone.between[head][lead] == 2.0
    assert taught.beside(0.5).between[head][lead] == UNUSUAL.between[head][lead] + 1.0


def test_the_table_that_is_shipped_is_small_and_fits_the_kinds() -> None:
    assert WEIGHTS.stat().st_size <= 60_000
    rows = msgspec.json.decode(WEIGHTS.read_bytes(), type=Table).features.values()
    assert {len(row) for row in rows} == {len(KINDS)}
    assert learned().alone != FREE
