"""The texts of the corpus, each with the maker whose habits it has."""

import importlib.util
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

from msgspec import Struct

from tests.press_lab.truth import Truth

SHARED = Path(__file__).parents[3] / "shared"
_OF_FAMILY = {
    "district": "district",
    "rmrb-real-pages": "daily",
    "traditional": "traditional",
    "english": "english",
    "mixed": "bilingual",
    "xinwenlianbo": "broadcast",
    "mrdx": "mrdx",
    "mrdx-w3m": "mrdx",
    "gmrb-feed": "gmrb",
    "rmrb-old": "daily-archive",
    "pdftotext": "daily-pdf",
}
_BY_PAPER = ("epaper-local", "hk-pdf", "ocr", "raw")
"""Families of texts that have nothing of a maker in common but how they were found."""
Counts = dict[str, tuple[float, ...]]
Score = Callable[["Truth", object], Counts]
Value = Callable[[str, tuple[float, ...]], float | None]


class Dump(Struct, frozen=True):
    """A text with its truth; `labels`, of texts made here, say what each raw line is."""

    name: str
    maker: str
    data: bytes
    truth: Truth
    labels: tuple["RawLabel | None", ...] = ()
    folder: str = "made"
    """dev, wild or seed for a text of the corpus."""


class RawLabel(Struct, frozen=True):
    """What a raw line is: its kind, and whether it begins a paragraph or a head anew.

    `parts` are the kinds and texts within it where one line holds several.
    """

    kind: str
    begins: bool = True
    parts: tuple[tuple[str, str], ...] = ()


def maker_of(name: str, family: str) -> str:
    """Return whose habits a text of the corpus has: a paper, a composer, a site."""
    if family in _BY_PAPER:
        maker = name.partition("-")[2].split("-")[-1 if family == "raw" else 0]
        return maker.removesuffix("1line").strip("0123456789-") or maker
    return _OF_FAMILY.get(family, family)


@cache
def real_dumps() -> tuple[Dump, ...]:
    """Return the texts of the corpus and the seed; none where they are not there."""
    found = []
    for folder in ("corpus/dev", "corpus/wild", "seed"):
        for path in sorted((SHARED / folder).glob("*.truth.json")):
            truth = cast(Truth, json.loads(path.read_text("utf-8")))
            name = path.name.removesuffix(".truth.json")
            source = path.parent / truth["file"]
            family = truth.get("family") or "district"
            if source.suffix in (".txt", ".md"):
                maker = maker_of(name, family)
                data = source.read_bytes()
                found.append(Dump(name, maker, data, truth, folder=path.parent.name))
    return tuple(found)


@cache
def scorer() -> tuple[
    Callable[[Truth, object], Counts], Callable[[str, tuple[float, ...]], float | None]
]:
    """Return the corpus's own ``score`` and ``val``; raises FileNotFoundError without them."""
    path = SHARED / "corpus" / "score.py"
    spec = importlib.util.spec_from_file_location("corpus_score", path)
    if not path.exists() or spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} is missing: nothing can be judged without the scorer.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score, module.val
