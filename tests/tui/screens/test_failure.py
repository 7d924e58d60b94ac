"""An error that nobody foresaw: its note is private and bounded, and needs no disk to be told."""

from pathlib import Path

from tui.screens.failure import MOST_BYTES, NAME, note_failure


def raised(text: str) -> Exception:
    try:
        raise KeyError(text)
    except KeyError as error:
        return error


def test_the_note_is_the_readers_alone_and_the_sentence_names_it(tmp_path: Path) -> None:
    said = str(note_failure(raised("桥"), tmp_path / "state"))
    path = tmp_path / "state" / NAME
    assert "KeyError" in said
    assert str(path) in said
    assert "桥" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_note_has_a_bound_and_is_one(tmp_path: Path) -> None:
    for _ in range(3):
        note_failure(raised("长" * MOST_BYTES), tmp_path)
    assert [path.stat().st_size for path in tmp_path.iterdir()] == [MOST_BYTES]


def test_where_nothing_can_be_written_it_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("x")
    assert "KeyError" in str(note_failure(raised("桥"), tmp_path / "state"))
