"""Corrections to the weights set by hand, learned from the pages of many makers.

They are the weights of a linear-chain conditional random field over the features of lines, trained
with the evidence set by hand as given: where nothing was learned, that evidence stands. The table
is made by ``python -m tests.press_lab.train``.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from store.press.dump.classify.evidence import Evidence
from store.press.dump.classify.transitions import Transitions, corrected
from store.press.dump.lines.kinds import KINDS

WEIGHTS = Path(__file__).with_name("weights.json")
BOUND = 12.0
"""By how much the weights set by hand may speak for a kind: what is surer can be corrected."""
PARTS = 4
"""Corrections count in such parts: on a page that was read surely without them, by one."""
_UNIT = 0.01


class Table(Struct, frozen=True):
    """The table as it is kept: weights in hundredths, in the order of KINDS."""

    features: dict[str, tuple[int, ...]]
    between: tuple[tuple[int, ...], ...]
    """Of each kind (second) behind each (first)."""


class Learned(Struct, frozen=True):
    """The corrections, ready for use: a part of them, two parts, … and all `PARTS`."""

    features: tuple[Mapping[str, tuple[float, ...]], ...]
    """What each feature adds to each kind, in the order of KINDS."""
    transitions: tuple[Transitions, ...]

    def corrected(self, scores: Evidence, names: Iterable[str], parts: int = PARTS) -> Evidence:
        """Return `scores`, in the order of KINDS, corrected by a line's features if it has any."""
        rows = list(filter(None, map(self.features[parts - 1].get, names)))
        if not rows:
            return scores
        least = max(scores.values()) - BOUND
        bounded = [score if score > least else least for score in scores.values()]
        # By columns, in C: a loop over the weights takes ten times as long (measured).
        return dict(zip(KINDS, map(sum, zip(bounded, *rows, strict=True)), strict=True))


def read_table(path: Path) -> Learned:
    """Return the corrections that the table in `path` holds."""
    table = msgspec.json.decode(path.read_bytes(), type=Table)
    between = {
        before: {after: _UNIT * weight for after, weight in zip(KINDS, weights, strict=True)}
        for before, weights in zip(KINDS, table.between, strict=True)
    }
    shares = [parts / PARTS for parts in range(1, PARTS + 1)]
    features = (
        {
            name: tuple(share * _UNIT * weight for weight in weights)
            for name, weights in table.features.items()
        }
        for share in shares
    )
    return Learned(tuple(features), tuple(corrected(between, share) for share in shares))


@cache
def learned() -> Learned:
    """Return the corrections of this version; they are read once, when a press first runs."""
    return read_table(WEIGHTS)
