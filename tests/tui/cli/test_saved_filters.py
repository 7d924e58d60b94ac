"""What saved filters do to what comes."""

from typing import Any

import pytest

from store.errors import LibraryError
from store.library.library import Library
from store.reader.marks import open_marks
from store.reader.saved_filters import SavedFilter
from tests.tui.cli.support import Dubao
from tui.cli import saved_filters


def test_filters_that_mark_act_on_what_came(dubao: Dubao, library: Library, builder: Any) -> None:
    builder().on(2024, 3, 5).page("1").article("修桥").article("放水").add_to(library)
    marks = open_marks()
    marks.filters.save(SavedFilter("bridges", "修桥", "star"))
    marks.filters.save(SavedFilter("water", "放水", "hide"))
    saved_filters.apply_all(library)
    assert len(list(marks.all())) == 1
    assert saved_filters.apply(marks.filters.all(), library, marks) == 0


def test_a_mark_that_fails_is_told_of(
    dubao: Dubao,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The disk is full.")

    open_marks().filters.save(SavedFilter("bridges", "修桥", "star"))
    monkeypatch.setattr(saved_filters, "_apply", fail)
    saved_filters.apply_all(library)
    said = capsys.readouterr().err
    assert said == (
        "dubao: What saved filters have left undone they do with the next change: "
        "The disk is full.\n"
    )
