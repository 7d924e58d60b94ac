"""What the press makes of many makers' pages: ``python -m tests.press_lab``.

Prints by maker what rose and what fell against the figures that were kept last.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.press_lab import report
from tests.press_lab.compose import compose, made_dumps
from tests.press_lab.corpus import SHARED, real_dumps
from tests.press_lab.families import FAMILIES
from tests.press_lab.judge import Judgement, judge
from tests.press_lab.stories import library_without

ROOT = Path(__file__).parents[2]
_LEGEND = """
bounds and heads are exact ones; lost is a share of the text; wrong* is the share of the wrong
articles that are marked doubtful (to be high), right* that of the right ones (to be low)."""


def main() -> int:
    """Judge, print, and keep if asked; return the exit status."""
    arguments = _arguments()
    if not (SHARED / "corpus" / "score.py").exists():
        print(f"{SHARED / 'corpus'} is missing: pages can be made, but nothing can be judged.")
        return 2
    start = time.monotonic()
    if arguments.write:
        _write(arguments.write, arguments.pages)
        return 0
    judgements = _judgements(arguments)
    now = report.figures(judgements)
    if arguments.figures:
        report.keep(now, arguments.figures)
        return 0
    before = _figures_of(arguments.against, arguments) if arguments.against else report.load()
    _print(report.table(now, before))
    print(_LEGEND)
    _print(report.moved(now, before))
    print(f"\nworst of {len(judgements)} texts, in {time.monotonic() - start:.0f} s:")
    _print(report.worst(judgements, arguments.worst))
    if arguments.habits:
        _print(_habits(arguments.pages))
    if arguments.keep:
        report.keep(now)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.press_lab", description=__doc__)
    parser.add_argument(
        "--train",
        action="store_true",
        help="train anew, each maker's texts judged by what has not seen it",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="with --train: hold out the families made after a maker, too",
    )
    parser.add_argument("--quick", action="store_true", help="few made pages, no long real ones")
    parser.add_argument("--pages", type=int, default=6, help="made pages of each family")
    parser.add_argument("--against", metavar="COMMIT", help="compare with the press of a commit")
    parser.add_argument("--keep", action="store_true", help="keep these figures for later runs")
    parser.add_argument("--worst", type=int, default=8, metavar="N", help="texts shown at the end")
    parser.add_argument("--habits", action="store_true", help="which habits break readings")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="only write made pages there")
    parser.add_argument("--figures", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()  # fmt: skip


def _judgements(arguments: argparse.Namespace) -> list[Judgement]:
    pages = 2 if arguments.quick else arguments.pages
    if arguments.train:
        # Here alone, so that presses of old can be judged whose lines come otherwise.
        from tests.press_lab.leave_out import TRAINING_PAGES, leave_one_out
        from tests.press_lab.trainer import trainer

        return leave_one_out(trainer(), TRAINING_PAGES, pages, strict=arguments.strict)
    real = [dump for dump in real_dumps() if not arguments.quick or len(dump.data) < 60_000]
    return judge([*real, *made_dumps(pages)])


def _habits(pages: int) -> Iterator[str]:
    """Yield a table by habit, of many made pages: 8 times as many as are judged else."""
    stories = library_without(())
    made = [
        compose(f"habits {n}", family, stories) for family in FAMILIES for n in range(8 * pages)
    ]
    judgements = judge([each.dump for each in made])
    yield "\nby habit: cost against its family, mean overall, texts"
    yield from report.by_habit(judgements, {each.dump.name: each.habits for each in made})


def _figures_of(commit: str, arguments: argparse.Namespace) -> report.Figures:
    """Return the figures of the press of `commit`, judged by the laboratory that stands here."""
    with tempfile.TemporaryDirectory(prefix="press-lab-") as folder:
        tree, found = Path(folder) / "tree", Path(folder) / "figures.json"
        (Path(folder) / "shared").symlink_to(SHARED.resolve())
        _git("worktree", "add", "--detach", str(tree), commit)
        try:
            here = tree / "tests" / "press_lab"
            shutil.rmtree(here, ignore_errors=True)
            shutil.copytree(Path(__file__).parent, here)
            call = [sys.executable, "-m", "tests.press_lab", "--figures", str(found)]
            call += ["--pages", str(arguments.pages), *(["--quick"] if arguments.quick else [])]
            environment = {**os.environ, "PYTHONPATH": str(tree)}
            subprocess.run(call, cwd=tree, env=environment, check=True)
            return report.load(found)
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True)


def _write(folder: Path, pages: int) -> None:
    """Write made pages into `folder`, to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    for dump in made_dumps(pages):
        (folder / f"{dump.name.replace(' ', '-')}.txt").write_bytes(dump.data)


def _print(lines: Iterator[str] | Sequence[str]) -> None:
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())
