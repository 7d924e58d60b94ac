"""The sample paper: made once, and kept in the cache."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.errors import DubaoError
from tests.tui.cli.support import ISSUE, Dubao
from tui.cli.sample import sample_library


def test_it_is_made_once(dubao: Dubao) -> None:
    made = []

    @contextmanager
    def preparing() -> Iterator[None]:
        made.append(1)
        yield

    for _ in range(2):
        with sample_library(preparing) as library:
            assert [row.id for row in library.rows()] == [ISSUE]
    assert made == [1]


def test_a_cache_that_cannot_be_written_is_a_sentence(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    with pytest.raises(DubaoError, match="the sample paper cannot be saved"):
        sample_library()
