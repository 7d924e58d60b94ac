"""The sample paper: made once, and kept in the cache."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.errors import DubaoError
from store.library.library import Library
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


def whole(library: Library) -> bool:
    return [row.id for row in library.rows()] == [ISSUE] and bool(library.issue(ISSUE).articles)


@pytest.mark.parametrize("pattern", ["recent.json", "issues/*/*.json", "library.json"])
@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"garbage")])
def test_a_spoiled_one_is_made_anew(
    dubao: Dubao, tmp_path: Path, pattern: str, spoil: Callable[[Path], object]
) -> None:
    folder = sample_library().path
    (path,) = folder.glob(pattern)
    spoil(path)
    assert whole(sample_library())
    assert whole(sample_library())
    assert len(list(folder.parent.iterdir())) == 1


def test_a_cache_that_may_not_be_looked_at_is_a_sentence(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    for name in ("exists", "is_dir"):
        monkeypatch.setattr(Path, name, refuse)
    with pytest.raises(DubaoError, match="the sample paper cannot be saved"):
        sample_library()
