"""A reader of lines that was taught by the pages of many makers, beside the one set by hand.

It is a linear-chain conditional random field over the features of lines, and knows nothing of the
weights set by hand: where the two agree, that says something. Its table is made by
``python -m tests.press_lab.train``.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from store.press.dump.classify.evidence import Evidence
from store.press.dump.classify.transitions import FREE, UNUSUAL, Transitions, added
from store.press.dump.lines.kinds import KINDS

WEIGHTS = Path(__file__).with_name("weights.json")
_UNIT = 0.01


class Table(Struct, frozen=True):
    """The table as it is kept: weights in hundredths, in the order of KINDS."""

    features: dict[str, tuple[int, ...]]
    between: tuple[tuple[int, ...], ...]
    """Of each kind (second) behind each (first)."""


class Learned:
    """What was learned, ready for use."""

    def __init__(self, table: Table) -> None:
        self._features = {
            name: tuple(_UNIT * weight for weight in weights)
            for name, weights in table.features.items()
        }
        self._between: Mapping[str, Mapping[str, float]] = {
            before: {after: _UNIT * weight for after, weight in zip(KINDS, weights, strict=True)}
            for before, weights in zip(KINDS, table.between, strict=True)
        }
        self.alone = added(FREE, self._between, 1.0)
        """What follows what, as learned."""
        self._beside: dict[float, Transitions] = {}

    def evidence(self, names: Iterable[str]) -> Evidence:
        """Return the score for each kind of a line with the features of these `names`.

        There is none for a line of which no feature is known.
        """
        rows = list(filter(None, map(self._features.get, names)))
        # By columns, in C: a loop over the weights takes ten times as long (measured).
        return dict(zip(KINDS, map(sum, zip(*rows, strict=True)), strict=True)) if rows else {}

    def beside(self, share: float) -> Transitions:
        """Return what follows what by hand, and by a `share` of what was learned."""
        if share not in self._beside:
            self._beside[share] = added(UNUSUAL, self._between, share)
        return self._beside[share]


def read_table(path: Path) -> Learned:
    """Return what the table in `path` holds."""
    return Learned(msgspec.json.decode(path.read_bytes(), type=Table))


@cache
def learned() -> Learned:
    """Return what this version has learned; it is read once, when a press first runs."""
    return read_table(WEIGHTS)
