"""Judging a press: its readings beside the truth, text by text, in all cores."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

import msgspec
from msgspec import Struct

from store.doubts import DOUBTFUL
from store.errors import DubaoError
from store.press.dump.read import read_issue
from store.words.fold import fold
from tests.press_lab.corpus import Counts, Dump, scorer
from tests.press_lab.truth import Truth

Prepare = Callable[[], None]
"""What makes a press ready in a process before it reads, as by putting other weights in its place;
None where the press is to be as it stands."""
_OVERALL = {
    "bound_strict": 0.2, "headline_exact": 0.15, "headblock": 0.05, "text_once": 0.25,
    "para_breaks": 0.1, "joins_repaired": 0.05, "byline": 0.08, "page": 0.06, "index": 0.03,
    "date": 0.03,
}  # fmt: skip
"""As score.py weighs them."""
SHOWN = (
    "overall", "bound_strict", "headline_exact", "page", "date", "byline", "para_breaks",
    "text_lost", "wrong_marked", "right_marked",
)  # fmt: skip


class Judgement(Struct, frozen=True):
    """What came of one text: the scorer's counts, and how many articles were right and marked."""

    name: str
    maker: str
    counts: Counts
    folder: str = "made"
    refused: str = ""

    def value(self, metric: str) -> float | None:
        """Return a metric from 0 to 1, or None where there is nothing to judge."""
        return value(self.counts, metric)


def judge(
    dumps: Sequence[Dump], prepare: Prepare | None = None, *, processes: int = 0
) -> list[Judgement]:
    """Return the judgements of `dumps`, in their order, by a press that `prepare` readied."""
    processes = processes or min(os.cpu_count() or 1, 8)
    if processes == 1 or len(dumps) < 4:
        if prepare:
            prepare()
        return [judge_one(dump) for dump in dumps]
    with ProcessPoolExecutor(processes, initializer=prepare) as pool:
        return list(pool.map(judge_one, dumps, chunksize=4))


def judge_one(dump: Dump) -> Judgement:
    """Return what comes of one text."""
    try:
        issue = read_issue(dump.data, f"{dump.name}.txt").issue
    except DubaoError as error:
        counts = _score(dump.truth, {"articles": []})
        return Judgement(dump.name, dump.maker, counts, dump.folder, str(error))
    read: Mapping[str, object] = msgspec.json.decode(msgspec.json.encode(issue))
    counts = _score(dump.truth, read)
    return Judgement(dump.name, dump.maker, counts | _marks(dump.truth, read), dump.folder)


def _score(truth: Truth, read: Mapping[str, object]) -> Counts:
    score, _ = scorer()
    return {name: tuple(map(float, counts)) for name, counts in score(truth, read).items()}


def _marks(truth: Truth, read: Mapping[str, object]) -> Counts:
    """Return (marked, all) of the articles that were read wrong, and of those read right."""
    wrong, right = [0, 0], [0, 0]
    for article, good in verdicts(truth, read):
        tally = right if good else wrong
        tally[0] += article.confidence < DOUBTFUL
        tally[1] += 1
    return {"wrong_marked": tuple(wrong), "right_marked": tuple(right)}


def verdicts(truth: Truth, read: Mapping[str, object]) -> Iterator[tuple["_Read", bool]]:
    """Yield the articles that count, each with whether it was read right.

    An article is right when it alone, against the truth, is found with its bounds and its headline.
    """
    articles = msgspec.convert(read.get("articles", []), list[_Read])
    pieces = [_pieces(article["headline"], article["paragraphs"]) for article in truth["articles"]]
    for article in articles:
        own = _pieces(article.headline, article.paragraphs)
        shared = [len(own & of_truth) for of_truth in pieces]
        nearest = shared.index(max(shared)) if any(shared) else 0
        one: Truth = {**truth, "articles": truth["articles"][nearest : nearest + 1]}
        counts = _score(one, {"articles": [msgspec.to_builtins(article)]})
        good = counts["bound_strict"][0] > 0 and counts["headline_exact"][0] > 0
        if good or not counts["_n"][2]:  # furniture that stands as an article costs nothing
            yield article, good


class _Read(Struct):
    """What of a read article says whether it is right."""

    headline: str = ""
    kicker: str = ""
    subhead: str = ""
    paragraphs: list[str] = []
    confidence: float = 1.0
    lines: tuple[int, int] = (0, 0)


def _pieces(headline: str, paragraphs: Iterable[str]) -> set[str]:
    """Return pieces by which a text is known: eight characters behind each comma or stop."""
    text = fold("\n".join([headline, *map(str, paragraphs)]))
    return {piece[:8] for piece in re.split(r"[\s，。,.、:;!?\"]+", text) if len(piece) > 3}


def value(counts: Counts, metric: str) -> float | None:
    """Return a metric out of (summed) counts, or None where there is nothing to judge."""
    if metric == "overall":
        return _overall(counts)
    found = counts.get(metric)
    if found is None:
        return None
    _, of = scorer()
    return of(metric, found)


def _overall(counts: Counts) -> float | None:
    total = weight = 0.0
    for metric, share in _OVERALL.items():
        if (found := value(counts, metric)) is not None:
            total += share * found
            weight += share
    return total / weight if weight else None


def summed(judgements: Iterable[Judgement]) -> Counts:
    """Return the counts of all `judgements` together."""
    sums: dict[str, tuple[float, ...]] = {}
    for each in judgements:
        for name, counts in each.counts.items():
            before = sums.get(name, (0.0,) * len(counts))
            sums[name] = tuple(a + b for a, b in zip(before, counts, strict=True))
    return sums


def summary(judgements: Sequence[Judgement]) -> dict[str, float]:
    """Return the metrics of `judgements` together; overall is the texts' mean, as in score.py."""
    counts = summed(judgements)
    overalls = [found for each in judgements if (found := each.value("overall")) is not None]
    figures = {"overall": sum(overalls) / len(overalls)} if overalls else {}
    for metric in SHOWN[1:]:
        if (figure := value(counts, metric)) is not None:
            figures[metric] = figure
    return figures
