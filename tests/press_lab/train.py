"""Teaching the second reader of lines: ``python -m tests.press_lab.train``.

A linear-chain conditional random field over the features of lines (`features`), whose states are
the press's own, and which is told nothing of the weights set by hand. Its likelihood is made large
by L-BFGS, with a price on the squares of the weights, so that nothing is learned from little.
Needs numpy and scipy, which is half a second to load: where it is used alone.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from store.press.dump.classify import learned
from store.press.dump.classify.classify import weighed
from store.press.dump.classify.transitions import FREE, STATES, State
from store.press.dump.lines.kinds import BODY, CROSSHEAD, KINDS, LEAD, REST
from tests.press_lab.labels import Sample
from tests.press_lab.leave_out import TRAINING_PAGES, training

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

TORN = 0.5
"""A page with more rests of paragraphs was not unwrapped, and teaches nothing of lines."""
PRICE = 8.0
"""Of the squares of the weights."""
RARE = 5
"""A feature seen less often is not learned."""
ROUNDS = 60
TOGETHER = 48
"""Pages of like length that are worked on at once."""

KIND_OF: Places = np.array([KINDS.index(state.kind) for state in STATES])
CANNOT = -60.0
"""What cannot be has a weight that underflows to none."""
FIRST, LAST, BETWEEN = (
    np.maximum(np.array(weights, float), CANNOT)
    for weights in (FREE.first, FREE.last, FREE.between)
)


class Lesson(Struct, frozen=True):
    """A page to learn from."""

    names: list[list[str]]
    """The features of each line."""
    given: Floats
    """What is told of each line's kind, and no question."""
    states: Places
    """The right ones."""


def lesson(sample: Sample) -> Lesson:
    """Return what a page teaches; the kind of a line that its form alone tells is as told."""
    _, _, names = weighed(sample.lines, sample.style, front=sample.front)
    given = np.zeros((len(names), len(KINDS)))
    for at, line in enumerate(sample.lines):
        if line.kind:
            given[at] = CANNOT
            given[at, KINDS.index(line.kind)] = 0.0
    kinds = [line.kind or kind for line, kind in zip(sample.lines, sample.kinds, strict=True)]
    return Lesson(names, given, np.array(states_of(kinds)))


def states_of(kinds: Iterable[str]) -> list[int]:
    """Return the places of the states that a page's `kinds` go through."""
    found = []
    before = State("")
    for kind in kinds:
        count = before.crossheads
        if kind == CROSSHEAD and before.kind != CROSSHEAD:
            count = min(count + 1, 2)
        elif kind not in (CROSSHEAD, BODY, REST) or before.kind not in _COUNTED:
            count = 0
        before = State(kind, count)
        found.append(STATES.index(before))
    return found


_COUNTED = (LEAD, BODY, REST, CROSSHEAD)


class _Batch:
    """Pages of like length, side by side: arrays by page, line and state."""

    def __init__(self, lessons: Sequence[Lesson], places: dict[str, int]) -> None:
        from scipy.sparse import csr_matrix

        self.lengths = np.array([len(each.states) for each in lessons])
        self.pages, self.lines = len(lessons), int(self.lengths.max())
        self.given = np.zeros((self.pages, self.lines, len(STATES)))
        self.states = np.zeros((self.pages, self.lines), int)
        self.there = np.arange(self.lines) < self.lengths[:, None]
        found: list[int] = []
        ends = [0]
        for page, each in enumerate(lessons):
            count = len(each.states)
            self.given[page, :count] = each.given[:, KIND_OF]
            self.states[page, :count] = each.states
            for names in (*each.names, *([[]] * (self.lines - count))):
                found += [places[name] for name in names if name in places]
                ends.append(len(found))
        shape = (self.pages * self.lines, len(places))
        self.features = csr_matrix((np.ones(len(found)), found, ends), shape=shape)
        self.of_features = self.features.T.tocsr()
        self.followed = self._followed()

    def _followed(self) -> Floats:
        """Return how often each kind follows each."""
        kinds = KIND_OF[self.states]
        counts = np.zeros((len(KINDS), len(KINDS)))
        np.add.at(counts, (kinds[:, :-1][self.there[:, 1:]], kinds[:, 1:][self.there[:, 1:]]), 1)
        return counts

    def likelihood(self, weights: Floats, between: Floats) -> tuple[float, Floats, Floats]:
        """Return its logarithm, and how it grows with `weights` and with `between` kinds."""
        added = np.asarray(self.features @ weights).reshape(self.pages, self.lines, len(KINDS))
        scores = self.given + added[:, :, KIND_OF]
        links = BETWEEN + between[KIND_OF][:, KIND_OF]
        expected, pairs, whole = self._forward_backward(scores, np.exp(links))
        at = np.arange(self.pages)
        right = np.take_along_axis(scores, self.states[:, :, None], 2)[:, :, 0]
        before, after = self.states[:, :-1], self.states[:, 1:]
        follow = links[before, after]
        last = self.states[at, self.lengths - 1]
        told = (right * self.there).sum() + (follow * self.there[:, 1:]).sum()
        told += FIRST[self.states[:, 0]].sum() + LAST[last].sum()
        missing = np.zeros((self.pages * self.lines, len(KINDS)))
        np.subtract.at(missing.T, KIND_OF, expected.reshape(-1, len(STATES)).T)
        rows = np.flatnonzero(self.there.ravel())
        missing[rows, KIND_OF[self.states].ravel()[rows]] += 1
        seen = np.zeros_like(self.followed)
        np.add.at(seen, (KIND_OF[:, None], KIND_OF[None, :]), pairs)
        return told - whole, np.asarray(self.of_features @ missing), self.followed - seen

    def _forward_backward(self, scores: Floats, links: Floats) -> tuple[Floats, Floats, float]:
        """Return how likely each state is, how often each follows each, and the whole's logarithm.

        Each line's sums are scaled to one, so that none underflows.
        """
        top = scores.max(axis=2, keepdims=True)
        own = np.exp(scores - top)
        ahead, scales = np.zeros_like(own), np.ones((self.pages, self.lines))
        for at in range(self.lines):
            reached = ahead[:, at - 1] @ links if at else np.exp(FIRST)
            sums = reached * own[:, at]
            scales[:, at] = sums.sum(axis=1) + 1e-300
            ahead[:, at] = sums / scales[:, at, None]
        pages, last = np.arange(self.pages), self.lengths - 1
        ends = (ahead[pages, last] * np.exp(LAST)).sum(axis=1)
        whole = ((np.log(scales) + top[:, :, 0]) * self.there).sum() + np.log(ends).sum()
        behind, pairs = np.zeros_like(own), np.zeros_like(links)
        behind[pages, last] = np.exp(LAST)
        for at in range(self.lines - 2, -1, -1):
            going = at < last
            onward = own[:, at + 1] * behind[:, at + 1] / scales[:, at + 1, None]
            behind[:, at] = np.where(going[:, None], onward @ links.T, behind[:, at])
            shares = ahead[:, at] * (going / ends)[:, None]
            pairs += links * (shares.T @ onward)
        likely = ahead * behind / ends[:, None, None] * self.there[:, :, None]
        return likely, pairs, float(whole)


def fit(lessons: Sequence[Lesson]) -> learned.Table:
    """Return the weights under which the kinds of all lines are likeliest."""
    from scipy.optimize import minimize

    counts = Counter(name for each in lessons for names in each.names for name in names)
    known = sorted(name for name, count in counts.items() if count >= RARE)
    places = {name: place for place, name in enumerate(known)}
    by_length = sorted(lessons, key=lambda each: len(each.states))
    batches = [
        _Batch(by_length[at : at + TOGETHER], places) for at in range(0, len(by_length), TOGETHER)
    ]
    size = len(known) * len(KINDS)

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat[:size].reshape(-1, len(KINDS))
        between = flat[size:].reshape(-1, len(KINDS))
        value, slope = PRICE / 2 * float(flat @ flat), PRICE * flat
        for batch in batches:
            found, of_weights, of_between = batch.likelihood(weights, between)
            value -= found
            slope = slope - np.concatenate([of_weights.ravel(), of_between.ravel()])
        return value, slope

    start = np.zeros(size + len(KINDS) ** 2)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    hundredths = np.rint(100 * best.x).astype(int).reshape(-1, len(KINDS)).tolist()
    rows = [tuple(row) for row in hundredths]
    features = {name: row for name, row in zip(known, rows, strict=False) if any(row)}
    return learned.Table(features, tuple(rows[len(known) :]))


class SecondReader:
    """The trainer of the press's second reader."""

    def train(self, lines: Sequence[Sample], weights: Path) -> None:
        """Write what was learned from `lines` to `weights`."""
        whole = (page for page in lines if page.kinds.count(REST) < TORN * len(page.kinds))
        write(fit([lesson(page) for page in whole]), weights)

    def use(self, weights: Path) -> None:
        """Make the press of this process read with `weights`."""
        learned.WEIGHTS = weights
        learned.learned.cache_clear()


def write(table: learned.Table, path: Path) -> None:
    """Write `table`, a row for each feature, so that a change of weights can be read."""
    path.write_text(msgspec.json.encode(table).decode().replace('],"', '],\n"') + "\n", "utf-8")


if __name__ == "__main__":
    SecondReader().train(training(TRAINING_PAGES), learned.WEIGHTS)
    print(f"{learned.WEIGHTS}: {learned.WEIGHTS.stat().st_size:,} bytes")
    sys.exit()
