"""Files of a reader's state that are damaged are set aside, and those of a newer dubao are not."""

from pathlib import Path

import pytest

from store.backends.migrations import SCHEMA
from store.errors import NewerError
from store.reader.marks import open_marks


def test_damaged_marks_are_put_aside(tmp_path: Path) -> None:
    marks = open_marks(tmp_path)
    marks.mark("0123456789abcdef", read=True)
    marks.mark("ff23456789abcdef", read=True)
    (tmp_path / "marks" / "01.json").write_bytes(b"{")
    (found,) = marks.check()
    assert "damaged" in str(found.wrong)
    (found,) = marks.check(repair=True)
    assert found.mended
    assert marks.read_keys() == {"ff23456789abcdef"}
    assert marks.check() == []


def test_marks_of_a_newer_dubao_stay_and_so_does_what_is_damaged(tmp_path: Path) -> None:
    marks = open_marks(tmp_path)
    marks.mark("0123456789abcdef", read=True)
    (tmp_path / "marks" / "00.json").write_bytes(b"{")
    path = tmp_path / "marks" / "01.json"
    text = path.read_text("utf-8").replace(f'"schema":{SCHEMA}', f'"schema":{SCHEMA + 1}')
    path.write_text(text, "utf-8")
    with pytest.raises(NewerError, match="newer dubao"):
        marks.check(repair=True)
    assert path.read_text("utf-8") == text
    assert (tmp_path / "marks" / "00.json").exists()
    assert not (tmp_path / "quarantine").exists()
