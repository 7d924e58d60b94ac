"""A file named for what leaves."""

from contextlib import suppress
from pathlib import Path

import pytest

from store.errors import DubaoError
from store.exports.destination import writing_to


def test_it_appears_whole_and_is_overwritten_by_force_alone(tmp_path: Path) -> None:
    file = tmp_path / "剪报.csv"
    with suppress(ZeroDivisionError), writing_to(str(file)) as out:
        out.write(b"half")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    with writing_to(str(file)) as out:
        out.write(b"whole")
    with pytest.raises(DubaoError, match="--force"), writing_to(str(file)):
        pass
    with pytest.raises(DubaoError, match="name another"), writing_to(str(file), force=None):
        pass  # nobody is told of an option that they do not have
    with writing_to(str(file), force=True) as out:
        out.write(b"new")
    assert file.read_bytes() == b"new"


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    for name, why in ((tmp_path, "not a regular file"), (tmp_path / "no" / "x.md", "No such")):
        with pytest.raises(DubaoError, match=why), writing_to(str(name)):
            pass
