"""Where the sources of an import are found, and why some cannot be had."""

import os
from pathlib import Path

import pytest

from store.bounds import LARGEST
from store.errors import SourceError
from store.imports.sources import Input, gather, load
from store.press.recognise import LIMIT


def test_files_are_found_in_their_names_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.txt", "b/.hidden", ".git/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    found = [Path(source.name).relative_to(tmp_path) for source in gather([str(tmp_path)])]
    assert list(map(str, found)) == ["a.txt", "b/10.txt", "b/2.txt", "c.txt"]


def test_no_file_is_opened_before_it_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"before")
    (found,) = gather([str(tmp_path)])
    (tmp_path / "a.txt").write_bytes(b"after")
    assert load(found) == b"after"
    assert load(Input("-", b"given")) == b"given"


def test_what_cannot_be_had_is_one_sentence(tmp_path: Path) -> None:
    empty, large = tmp_path / "empty", tmp_path / "large.txt"
    empty.mkdir()
    with large.open("wb") as file:
        file.truncate(LIMIT + 1)
    for path, why in ((empty, "no files"), (large, "split"), (tmp_path / "absent", "no such file")):
        (source,) = gather([str(path)])
        with pytest.raises(SourceError, match=rf"^{path}: .*{why}.*\.$"):
            load(source)


def test_a_pdf_may_be_larger_than_a_text_and_not_without_end(tmp_path: Path) -> None:
    path = tmp_path / "issue.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with path.open("r+b") as file:
        file.truncate(LIMIT + 7)
    assert len(load(Input(str(path)))) == LIMIT + 7
    with path.open("r+b") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(SourceError, match=f"{LARGEST:,}"):
        load(Input(str(path)))


def test_a_link_that_leads_nowhere_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "c").symlink_to(tmp_path)
    assert [Path(each.name).name for each in gather([str(tmp_path)])] == ["a.txt", "b.txt"]


def test_a_name_that_is_no_text_is_readable_in_messages(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xc7\xe0.txt")
    Path(path).write_bytes(b"given")
    (found,) = gather([str(tmp_path)])
    assert load(found) == b"given"
    assert found.name == rf"{tmp_path}/\xc7\xe0.txt"
    Path(path).unlink()
    with pytest.raises(SourceError, match=r"xe0\.txt: there is no such file") as raised:
        load(found)
    assert str(raised.value).encode()


def test_folders_that_are_too_deep_are_told_of_and_end(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"d" * 100)
    deep.mkdir(parents=True)
    (deep / "a.txt").touch()
    (found,) = gather([str(tmp_path)])
    with pytest.raises(SourceError, match="no files"):
        load(found)


def test_a_link_to_a_pipe_or_a_device_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / ".pipe")
    (tmp_path / "pipe.txt").symlink_to(".pipe")
    assert [Path(each.name).name for each in gather([str(tmp_path)])] == ["a.txt"]


def test_what_cannot_be_looked_at_ends_no_import(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "long").symlink_to("x" * 300)
    found = {Path(each.name).name: each for each in gather([str(tmp_path)])}
    assert list(found) == ["a.txt", "long", "loop"]
    for name in ("long", "loop"):
        with pytest.raises(SourceError, match=rf"{name}: .*check the file"):
            load(found[name])
    (lone,) = gather([str(tmp_path / "loop")])
    with pytest.raises(SourceError, match=r"loop: .*check the file"):
        load(lone)
