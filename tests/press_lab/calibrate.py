"""What each sign says against an article: ``python -m tests.press_lab.calibrate``.

A logistic regression over the signs of articles (`doubt_signs`) of makers from whom nothing had
been learned. Prints the weights for `confidence`, and
the constant with which one in five of the articles read right is marked. Needs numpy and scipy.
"""

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from math import log
from pathlib import Path

import msgspec
import numpy as np
from msgspec import Struct

from store.doubts import DOUBTFUL
from store.errors import DubaoError
from store.models import Article
from store.press.dump.read import read_issue
from store.press.dump.stories import doubt_signs
from store.press.dump.stories.doubt_signs import Around, signs
from store.press.dump.stories.stories import StoryLines
from tests.press_lab.compose import made_dumps
from tests.press_lab.corpus import Dump, real_dumps
from tests.press_lab.judge import verdicts
from tests.press_lab.leave_out import FOLDS, TRAINING_PAGES, folds
from tests.press_lab.train import SecondReader

MADE = 120
"""Made pages of each family to learn from: signs of wrong articles are rare in real ones."""
REAL = 0.25
"""The weight of all real articles together: with 0.5, what 40 wrong ones happen to show is learned,
and other makers' right articles are marked for it (measured fold by fold)."""
PRICE = 1.0
"""Of the squares of the weights."""
MARKED = 0.2
"""The share of the articles read right that may be marked, of real ones and of made ones."""


class Case(Struct, frozen=True):
    """An article: the signs that it shows, and whether it was read right."""

    signs: tuple[str, ...]
    right: bool
    folder: str


def cases(dumps: Sequence[Dump]) -> Iterator[Case]:
    """Yield the articles of `dumps` as this press reads them."""
    seen: dict[tuple[int, int], tuple[str, ...]] = {}

    def observed(story: StoryLines, article: Article, around: Around, at: int) -> Iterator[str]:
        seen[article.lines] = tuple(signs(story, article, around, at))
        return iter(seen[article.lines])

    doubt_signs.signs = observed
    for dump in dumps:
        seen.clear()
        try:
            issue = read_issue(dump.data, f"{dump.name}.txt").issue
        except DubaoError:
            continue
        read = msgspec.json.decode(msgspec.json.encode(issue))
        for article, right in verdicts(dump.truth, read):
            yield Case(seen.get(article.lines, ()), right, dump.folder)


def _of_fold(number: int) -> list[Case]:
    every = list(folds(strict=True))
    fold, trainer = every[number], SecondReader()
    dealt = frozenset[str]().union(*(each.families for each in every[:number]))
    unseen = [dump for dump in real_dumps() if dump.maker in fold.makers]
    unseen += made_dumps(MADE, sorted(fold.families - dealt), "calibrate")
    with tempfile.TemporaryDirectory(prefix="press-lab-") as folder:
        weights = Path(folder) / "weights"
        trainer.train(fold.training(TRAINING_PAGES), weights)
        trainer.use(weights)
        return list(cases(unseen))


def fit(found: Sequence[Case]) -> tuple[dict[str, float], float]:
    """Return what each sign says against an article, and the constant (see `MARKED`)."""
    from scipy.optimize import minimize  # which takes half a second to load

    names = sorted({sign for case in found for sign in case.signs})
    shown = np.array([[sign in case.signs for sign in names] for case in found], float)
    wrong = np.array([not case.right for case in found], float)
    real = np.array([case.folder != "made" for case in found])
    each = REAL / max(1, real.sum()), (1 - REAL) / max(1, (~real).sum())
    share = len(found) * np.where(real, *each)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        odds = shown @ flat[1:] + flat[0]
        slope = share * (1 / (1 + np.exp(-odds)) - wrong)
        value = (share * (np.logaddexp(0, odds) - wrong * odds)).sum()
        held = np.concatenate([[0.0], flat[1:]])
        gradient = np.concatenate([[slope.sum()], shown.T @ slope]) + PRICE * held
        return float(value + PRICE / 2 * held @ held), gradient

    weights = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x[1:]
    against = shown @ weights
    right = [against[(wrong == 0) & where] for where in (real, ~real)]
    limit = max(np.quantile(each, 1 - MARKED) for each in right if each.size)
    constant = float(limit) + log(DOUBTFUL / (1 - DOUBTFUL))
    return dict(zip(names, map(float, weights), strict=True)), constant


def main() -> None:
    """Print what was found."""
    with ProcessPoolExecutor(2) as pool:
        found = [case for each in pool.map(_of_fold, range(FOLDS)) for case in each]
    weights, constant = fit(found)
    print(f"{len(found)} articles, {sum(not case.right for case in found)} of them wrong")
    print(f"_CONSTANT = {constant:.2f}")
    for sign, weight in sorted(weights.items(), key=lambda each: -each[1]):
        print(f'    "{sign}": {weight:.2f},')


if __name__ == "__main__":
    main()
