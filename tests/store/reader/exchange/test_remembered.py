"""What is remembered of an exchange."""

from store.backends.memory import MemoryFiles
from store.reader.exchange.remembered import Exchanged, Remembered, digest


def test_it_is_kept_for_each_archive() -> None:
    files = MemoryFiles()
    one = Remembered(files, "one")
    one.keep({"a.json": Exchanged(3, "stamp", 1, digest(b"1"))}, {"a.json": b"1"})
    again, other = Remembered(files, "one"), Remembered(files, "other")
    assert again.all() == {"a.json": Exchanged(3, "stamp", 1, digest(b"1"))}
    assert (again.base("a.json"), again.base("b.json")) == (b"1", None)
    assert (other.all(), other.base("a.json")) == ({}, None)


def test_damage_is_no_memory() -> None:
    files = MemoryFiles()
    Remembered(files, "one").keep({"a.json": Exchanged(3)}, {})
    files.write("archive/one.json", b"no JSON")
    assert Remembered(files, "one").all() == {}
