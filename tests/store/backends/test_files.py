"""What holds of files wherever they lie: in memory and on disk."""

from store.backends.files import Files


def test_what_is_written_is_read(files: Files) -> None:
    with files.lock():
        files.write("a/b.json", b"one")
        before = files.stamp("a/b.json")
        files.write("a/b.json", b"two")
    assert files.read("a/b.json") == b"two"
    assert files.stamp("a/b.json") != before
    assert files.stamps("a") == {"a/b.json": files.stamp("a/b.json")}


def test_a_missing_file_is_no_error(files: Files) -> None:
    assert files.read("a.json") is None
    assert files.stamp("a.json") is None
    assert files.stamps("a") == {}


def test_a_removed_file_is_missing(files: Files) -> None:
    with files.lock():
        files.write("a.json", b"one")
        files.remove("a.json")
        files.remove("a.json")
    assert files.read("a.json") is None
