"""Copies of an archive's files: what is kept of each, and as of which change."""

from pathlib import Path

import pytest

from store.backends.postgres.copies import Copies, Heading

NAME = "issues/a/a-1.json"


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    """Give a folder that holds one copy."""
    copies = Copies(tmp_path / "copies")
    copies.keep(NAME, Heading((7, 3), 9), b"old")
    return copies


def test_a_copy_begins_with_what_it_is_a_copy_of(copies: Copies) -> None:
    assert copies.heading(NAME) == Heading((7, 3), 9)
    assert copies.read(NAME) == (Heading((7, 3), 9), b"old")
    assert copies.hold_any([NAME])


def test_a_later_change_is_noted(copies: Copies) -> None:
    copies.note(NAME, Heading((7, 3), 12))
    assert copies.read(NAME) == (Heading((7, 3), 12), b"old")


def test_nothing_is_noted_of_another_copy(copies: Copies) -> None:
    copies.note(NAME, Heading((8, 3), 12))
    assert copies.heading(NAME) == Heading((7, 3), 9)


@pytest.mark.parametrize("held", [None, b"", b"short"])
def test_what_is_no_copy_is_none(copies: Copies, held: bytes | None) -> None:
    (copies.folder / NAME).unlink()
    if held is not None:
        (copies.folder / NAME).write_bytes(held)
    copies.note(NAME, Heading((0, 0), 1))
    assert copies.heading(NAME) is None
    assert copies.read(NAME) is None
    assert not copies.hold_any([NAME])


def test_nothing_is_kept_outside_of_its_folder(copies: Copies, tmp_path: Path) -> None:
    copies.keep("issues/../../outside.json", Heading((1, 1), 1), b"x")
    assert not list(tmp_path.rglob("outside.json"))
    copies.keep("../outside.json", Heading((1, 1), 1), b"x")
    assert copies.heading("../copies/" + NAME) is None
    assert not list(tmp_path.rglob("outside.json"))
