"""Write siblings of the cases: ``python -m tests.press_lab.siblings FOLDER``.

They lie in FOLDER/press as the cases do, so that the cases' own check.py can be run on them.
"""

import argparse
import json
import random
from pathlib import Path

from tests.press_lab.siblings.characters import CHARACTERS
from tests.press_lab.siblings.controls import CONTROLS
from tests.press_lab.siblings.heads import HEADS
from tests.press_lab.siblings.pages import PAGES

RECIPES = HEADS | PAGES | CHARACTERS | CONTROLS


def main() -> None:
    """Write ten siblings of each kind."""
    parser = argparse.ArgumentParser(prog="python -m tests.press_lab.siblings")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10, help="siblings of each kind")
    arguments = parser.parse_args()
    write(arguments.folder / "press", arguments.count)


def write(folder: Path, count: int) -> None:
    """Write `count` siblings of each kind into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, recipe in RECIPES.items():
        for number in range(count):
            made = recipe(random.Random(f"{kind} {number}"))
            name = f"{kind}-{number}"
            (folder / f"{name}.txt").write_bytes(made.data)
            truth = json.dumps(made.truth, ensure_ascii=False, indent=1)
            (folder / f"{name}.truth.json").write_text(truth + "\n", "utf-8")


if __name__ == "__main__":
    main()
