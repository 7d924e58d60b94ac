"""Files in memory: see `test_files` for what holds of all."""

from store.backends.memory import MemoryFiles


def test_each_write_has_a_stamp_of_its_own() -> None:
    files = MemoryFiles()
    files.write("a/b.json", b"one")
    first = files.stamp("a/b.json")
    files.write("a/b.json", b"one")
    assert files.stamp("a/b.json") != first


def test_a_moved_file_keeps_its_bytes_and_leaves_its_name() -> None:
    files = MemoryFiles()
    files.write("a/b.json", b"one")
    files.move("a/b.json", "c/d")
    assert (files.read("a/b.json"), files.read("c/d")) == (None, b"one")
    assert (files.names("a"), files.names("c"), files.stamps("c")) == ([], ["c/d"], {})
