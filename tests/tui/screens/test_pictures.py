"""The README's pictures: drawn from the sample paper, and true as long as this passes.

``DUBAO_PICTURES=1 pytest tests/tui/screens/test_pictures.py`` draws them anew.
"""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from store.imports.pipeline import import_inputs
from store.imports.sources import Input
from store.library.library import open_library
from store.reader.marks import open_marks
from store.sample import NAME, sample
from tui import language
from tui.app import DubaoApp

FOLDER = Path(__file__).parents[2] / "pictures"
SHOTS = {
    "reading": ("en", (120, 30), ()),
    "filter": ("en", (120, 30), ("slash", *"nandu")),
    "front": ("zh", (120, 36), ("f",)),
}
"""A picture's name, and its language, size in cells, and the keys that lead there."""


def texts(svg: str) -> list[str]:
    """Return the lines of text that a picture shows."""
    lines: dict[float, dict[float, str]] = {}
    for x, y, text in re.findall(r'<text [^>]*x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>', svg):
        lines.setdefault(float(y), {})[float(x)] = unescape(text).replace("\xa0", " ")
    return ["".join(line[x] for x in sorted(line)).rstrip() for _, line in sorted(lines.items())]


def plain(svg: str) -> str:
    """Return a picture without fonts from elsewhere: one's own monospaced one draws it."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("font-family: Fira Code, monospace", "font-family: monospace")
    svg = re.sub(r"\s*<!--.*?-->", "", svg)
    return re.sub(r"terminal-\d+", "terminal", svg)


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English again when it is over."""
    yield
    language.choose("en")


@pytest.mark.slow
@pytest.mark.parametrize("name", SHOTS)
async def test_a_picture_shows_what_the_reader_shows(
    name: str, drive: Any, tmp_path: Path, english: None, in_this_process: None
) -> None:
    tongue, size, keys = SHOTS[name]
    language.choose(tongue)
    library = open_library(tmp_path / "library")
    assert [outcome.error for outcome in import_inputs(library, [Input(NAME, sample())])] == [None]
    app = DubaoApp(library, open_marks(tmp_path / "state"))
    async with drive(app, size) as reader:
        await reader.press(*keys)
        drawn = plain(app.export_screenshot(title="dubao 读报"))
    path = FOLDER / f"{name}.svg"
    if os.environ.get("DUBAO_PICTURES"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(drawn, "utf-8")
    assert texts(drawn) == texts(path.read_text("utf-8"))
    assert len(texts(drawn)) > 10
