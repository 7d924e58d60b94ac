"""Files that are held back are there for whoever holds them, and for others once they settle."""

import pytest

from store.backends import unwritten
from store.backends.files import Files
from store.backends.unwritten import Unwritten


def test_what_is_held_is_there_for_its_writer_alone_until_it_settles(files: Files) -> None:
    files.write("a.json", b"one")
    held = Unwritten(files)
    held.write("a.json", b"two")
    held.write_all({"b/c.json": b"", "b/d.json": b"four"})
    assert [held.read(name) for name in ("a.json", "b/c.json")] == [b"two", b""]
    assert held.stamp("b/c.json") is not None
    assert [files.read(name) for name in ("a.json", "b/c.json")] == [b"one", None]
    held.settle(without=["b/d.json"])
    assert [files.read(name) for name in ("a.json", "b/c.json")] == [b"two", b""]
    assert held.read("b/d.json") is None


def test_what_is_removed_comes_back_neither_now_nor_later(files: Files) -> None:
    files.write("a.json", b"one")
    held = Unwritten(files)
    held.write("a.json", b"two")
    held.remove("a.json")
    assert held.stamp("a.json") is None
    assert held.read("a.json") is None
    held.settle()
    assert files.read("a.json") is None


def test_whoever_looks_at_a_folder_sees_what_is_held(files: Files) -> None:
    held = Unwritten(files)
    held.write("a/b.json", b"one")
    assert held.names("") == ["a/b.json"]
    held.write("a/c.json", b"two")
    assert held.stamps("a").keys() == {"a/b.json", "a/c.json"}
    held.write("a/c.json", b"three")
    held.move("a/c.json", "d.json")
    assert held.read("d.json") == b"three"


@pytest.mark.parametrize(("bound", "most"), [("FILES", 3), ("BYTES", 12)])
def test_only_so_much_is_held_in_memory(
    bound: str, most: int, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unwritten, bound, most)
    held = Unwritten(files)
    for name in "abcd":
        held.write(f"{name}.json", b"four")
    assert files.names("") == ["a.json", "b.json", "c.json"]
    assert held.read("d.json") == b"four"
