"""Characters of ambiguous width: as one cell, and as two on terminals that draw them so."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pyte.screens
import pytest
from rich.cells import cell_len

from store.library.library import Library
from store.reader.marks import Marks
from tests.tui.emulator import Watch
from tui.app import DubaoApp
from tui.typeset import sign
from tui.typeset.ambiguous import draw_ambiguous
from tui.typeset.cells import advances, width


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a terminal that draws them in two cells, and say so."""
    narrow = pyte.screens.wcwidth

    def drawn(character: str) -> int:
        ambiguous = unicodedata.east_asian_width(character) == "A"
        return 2 if ambiguous else int(narrow(character))

    monkeypatch.setattr(pyte.screens, "wcwidth", drawn)
    draw_ambiguous(wide=True)
    yield
    draw_ambiguous(wide=False)


TEXTS = [("“桥”", 6), ("——", 4), ("…", 2), ("±5℃", 5), ("│", 2), ("①②", 4), ("桥a", 3),
         ("e\u0301", 1), ("©\ufe0f", 2), ("α", 2), ("é", 2), ("ﾊ", 1)]  # fmt: skip


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize(("text", "cells"), TEXTS)
def test_all_measure_two_cells(text: str, cells: int) -> None:
    assert width(text) == cell_len(text) == sum(advances(text)) == cells


def test_all_measure_one_cell_again() -> None:
    draw_ambiguous(wide=True)
    assert (width("“桥”"), sign("│", "|")) == (6, "|")
    draw_ambiguous(wide=False)
    assert (width("“桥”"), sign("│", "|")) == (4, "│")


@pytest.mark.usefixtures("wide")
async def test_nothing_is_torn_on_any_screen(library: Library, marks: Marks, builder: Any) -> None:
    paper = builder().on(2023, 5, 12).page("1", "要闻")
    paper.article("“双河”渠完工——下游三镇受益……", paragraphs=["“水来了！”——误差±5％，①渠首…"] * 9)
    paper.article("★相关链接　■背景").add_to(library)
    builder().on(2023, 5, 14).page("1").article("“渴”了多年的梯田").add_to(library)
    app = DubaoApp(library, marks)
    watch = Watch(app)
    async with app.run_test(size=(160, 24)) as pilot:
        for key in ("j", "j", "enter", "j", "escape", "f", "escape", "C", "escape", "ctrl+p",
                    "escape", "question_mark", "j", "escape", "slash", "“", "escape"):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            lines = ["".join(str(cell[0]) for cell in row) for row in watch.seen()]
            assert watch.seen() == watch.stock(), f"{key}\n" + "\n".join(lines)
            assert {width(line) for line in lines} == {160}, key
        assert any("“双河”渠完工——下游三镇受益……" in line for line in lines)
