"""Tables: figures by maker beside those of another run."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from tests.press_lab.judge import SHOWN, Judgement, summary

Figures = dict[str, dict[str, float]]
"""Metrics by maker, and by all of a kind."""
KEPT = Path(__file__).parent / "figures.json"
_SHORT = {
    "overall": "overall", "bound_strict": "bounds", "headline_exact": "heads", "page": "page",
    "date": "date", "byline": "byline", "para_breaks": "paras", "text_lost": "lost",
    "wrong_marked": "wrong*", "right_marked": "right*",
}  # fmt: skip
_LOW_IS_GOOD = {"text_lost", "right_marked"}
_MOVED = 0.0005


def figures(judgements: Sequence[Judgement]) -> Figures:
    """Return the figures by maker, and of the corpus's folders, of all real texts, of all made."""
    by: dict[str, list[Judgement]] = defaultdict(list)
    for each in sorted(judgements, key=lambda each: each.maker):
        by[each.maker].append(each)
    for each in judgements:
        real = each.folder != "made"
        by[f"= {each.folder}" if real else "= made"].append(each)
        if real:
            by["= real"].append(each)
    return {maker: summary(found) for maker, found in by.items()}


def table(now: Figures, before: Figures) -> Iterator[str]:
    """Yield the lines of a table of `now`, with what rose or fell against `before`."""
    yield f"{'':16}" + "".join(f"{_SHORT[metric]:>13}" for metric in SHOWN)
    makers = sorted(
        now, key=lambda maker: (maker.startswith("= "), maker.startswith("made:"), maker)
    )
    for maker in makers:
        cells = (_cell(metric, now[maker], before.get(maker, {})) for metric in SHOWN)
        yield f"{maker:16}" + "".join(cells)


def _cell(metric: str, now: Mapping[str, float], before: Mapping[str, float]) -> str:
    if metric not in now:
        return f"{'-':>13}"
    moved = now[metric] - before.get(metric, now[metric])
    change = "" if abs(moved) < _MOVED else f"{moved:+.3f}".replace("0.", ".")
    return f"{now[metric]:7.3f}{change:>6}"


def moved(now: Figures, before: Figures) -> Iterator[str]:
    """Yield in words which makers rose and which fell, by more than a hundredth overall."""
    for word, sign in (("rose", 1), ("fell", -1)):
        changes = {
            maker: now[maker]["overall"] - before[maker]["overall"]
            for maker in now.keys() & before.keys()
            if "overall" in now[maker] and "overall" in before[maker]
        }
        found = sorted(
            (maker for maker, change in changes.items() if sign * change > 0.01),
            key=lambda maker: -sign * changes[maker],
        )
        yield f"{word}: " + (", ".join(f"{m} {changes[m]:+.3f}" for m in found) or "none")


def load(path: Path = KEPT) -> Figures:
    """Return the figures that were kept; none if there are none."""
    return msgspec.json.decode(path.read_bytes(), type=Figures) if path.exists() else {}


def keep(found: Figures, path: Path = KEPT) -> None:
    """Keep the figures for later runs."""
    rounded = {
        maker: {metric: round(value, 4) for metric, value in sorted(row.items())}
        for maker, row in sorted(found.items())
    }
    path.write_bytes(msgspec.json.format(msgspec.json.encode(rounded), indent=1) + b"\n")


def worst(judgements: Sequence[Judgement], count: int) -> Iterator[str]:
    """Yield the texts that were read worst."""
    ranked = sorted(judgements, key=lambda each: each.value("overall") or 0.0)
    for each in ranked[:count]:
        figures_ = "  ".join(
            f"{_SHORT[metric]} {value:.2f}"
            for metric in SHOWN[:6]
            if (value := each.value(metric)) is not None
        )
        yield f"{each.name:36} {figures_} {each.refused[:60]}"


def by_habit(
    judgements: Sequence[Judgement], habits: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Yield the habits that break readings, worst first.

    The first figure is the mean overall of the texts that have the habit; the second is what it
    costs against the texts of the same family that lack it.
    """
    overall = {each.name: each.value("overall") or 0.0 for each in judgements}
    family = {each.name: each.maker for each in judgements}
    rows = []
    for habit in {habit for found in habits.values() for habit in found}:
        having = [name for name in overall if habit in habits.get(name, ())]
        families = {family[name] for name in having}
        lacking = [name for name in overall if name not in having and family[name] in families]
        if len(having) < 4 or not lacking:
            continue
        mean = sum(overall[name] for name in having) / len(having)
        means = {
            maker: _mean([overall[name] for name in lacking if family[name] == maker])
            for maker in families
        }
        expected = [means[family[name]] for name in having if means[family[name]] is not None]
        cost = mean - sum(filter(None, expected)) / len(expected) if expected else 0.0
        rows.append((cost, mean, len(having), habit))
    for cost, mean, count, habit in sorted(rows):
        yield f"{cost:+.3f}  {mean:.3f}  {count:4}  {habit}"


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
