"""Leave one maker out: each text is judged by a press that was trained without its maker.

The makers are dealt into a few folds. A fold's makers are held out together: their texts, and their
stories in made pages; and for a family of made pages, all the forms of lines that only it has.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from tests.press_lab.compose import compose, made_dumps
from tests.press_lab.corpus import real_dumps
from tests.press_lab.families import FAMILIES
from tests.press_lab.judge import Judgement, judge
from tests.press_lab.labels import Sample, samples
from tests.press_lab.stories import library_without

FOLDS = 5
TRAINING_PAGES = 12
"""Made pages of each family to learn from: more would outweigh the real texts."""
KIN = {
    "district": "district", "daily": "daily", "daily-pdf": "book", "daily-archive": "archive",
    "mrdx": "epaper browser", "gmrb": "feed", "traditional": "island", "english": "english",
    "bilingual": "english", "broadcast": "broadcast", "hxdsb": "city", "zmdwb": "portal",
    "wushan": "epaper", "dyrb": "photo", "xcrb": "photo", "zjrb": "photo", "qlwb": "city",
    "metrohk": "island vertical", "ourvoice": "island", "ocr": "ocr",
}  # fmt: skip
"""The families whose habits were learned by looking at a maker, among others."""


class Trainer(Protocol):
    """What learns from lines with their kinds."""

    def train(self, lines: Sequence[Sample], weights: Path) -> None:
        """Write what was learned to `weights`."""

    def use(self, weights: Path) -> None:
        """Make the press of this process read with `weights`."""


class Fold(Struct, frozen=True):
    """Makers and families that are held out together."""

    makers: frozenset[str]
    families: frozenset[str]

    def training(self, pages: int) -> list[Sample]:
        """Return the lines to learn from: `pages` made pages of each family, and the corpus."""
        return training(pages, self.makers, self.families)


def training(
    pages: int, makers: Iterable[str] = (), families: Iterable[str] = (), seed: str = "train"
) -> list[Sample]:
    """Return lines with their kinds, without those of `makers` and of `families` of made pages."""
    stories = library_without(makers)
    barred = frozenset(families)
    dumps = [dump for dump in real_dumps() if dump.maker not in set(makers)]
    for family in FAMILIES.keys() - barred:
        dumps += (compose(f"{seed} {n}", family, stories, barred).dump for n in range(pages))
    dumps.sort(key=lambda dump: dump.name)
    return [sample for dump in dumps for sample in samples(dump)]


def folds(count: int = FOLDS, *, strict: bool = False) -> Iterator[Fold]:
    """Yield the folds; `strict` holds out with a maker the families that were made after it."""
    makers = sorted({dump.maker for dump in real_dumps()})
    families = sorted(FAMILIES)
    for at in range(count):
        held = frozenset(makers[at::count])
        kin = {family for maker in held for family in KIN.get(maker, "").split()}
        yield Fold(held, frozenset(families[at::count]) | (kin if strict else set()))


def leave_one_out(
    trainer: Trainer, pages: int, judged: int, count: int = FOLDS, *, strict: bool = False
) -> list[Judgement]:
    """Return the judgements of all texts, and of `judged` made ones of each family, each unseen.

    A family's judged pages hold stories that were in training in other pages; what is new is how
    they are set.
    """
    found: list[Judgement] = []
    dealt = frozenset[str]()
    for fold in folds(count, strict=strict):
        with tempfile.TemporaryDirectory(prefix="press-lab-") as folder:
            weights = Path(folder) / "weights"
            trainer.train(fold.training(pages), weights)
            unseen = [dump for dump in real_dumps() if dump.maker in fold.makers]
            unseen += made_dumps(judged, sorted(fold.families - dealt))
            dealt |= fold.families
            found += judge(unseen, partial(trainer.use, weights))
    return found
