"""The door to the disk: what is opened, by which way, and how much of it."""

import os
from pathlib import Path

import pytest

from store.backends.opening import (
    bound,
    folder,
    is_folder,
    make,
    open_own,
    parts,
    read,
    read_within,
)


def test_a_file_is_read_by_whatever_way_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "link").symlink_to("a")
    assert read(tmp_path / "a", 3) == read(tmp_path / "link", 3) == b"one"


def test_what_is_no_file_or_too_large_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "a").write_bytes(b"four")
    for path, why in (("/dev/zero", "regular"), (tmp_path / "fifo", "regular"), ("a", "larger")):
        with pytest.raises(OSError, match=why):
            read(tmp_path / path, 3)


def test_every_kind_of_file_has_a_bound() -> None:
    assert bound("catalogue.json") > bound("issues/p/i.json") > bound("marks/00.json")


def test_a_folder_is_made_on_the_way(tmp_path: Path) -> None:
    with folder(tmp_path / "a/b", "c", "d", mode=0o700) as handle:
        os.mkdir("e", dir_fd=handle)
    assert (tmp_path / "a/b/c/d/e").is_dir()
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700


def test_a_missing_folder_is_not_made_to_be_looked_into(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), folder(tmp_path, "a"):
        pass
    assert not list(tmp_path.iterdir())


def test_links_lead_to_the_top_and_no_further(tmp_path: Path) -> None:
    make(tmp_path / "disk/inner", 0o777)
    (tmp_path / "top").symlink_to("disk")
    (tmp_path / "disk/link").symlink_to("inner")
    with folder(tmp_path / "top", "inner"):
        pass
    with pytest.raises(OSError, match="a link"), folder(tmp_path / "top", "link", mode=0o777):
        pass


def test_handles_are_closed_whatever_happens(tmp_path: Path) -> None:
    make(tmp_path / "a", 0o777)
    (tmp_path / "a/link").symlink_to("/")
    before = set(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for way in (("a",), ("a", "link"), ("a", "none")):
        try:
            with folder(tmp_path, *way):
                raise OSError
        except OSError:
            pass
    assert set(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def test_a_file_of_ones_own_is_no_link_and_has_one_name(tmp_path: Path) -> None:
    os.close(open_own(tmp_path / "lock", 0o600))
    (tmp_path / "link").symlink_to("lock")
    os.mkfifo(tmp_path / "fifo")
    for name, why in (("link", "a link"), ("fifo", "regular")):
        with pytest.raises(OSError, match=why):
            open_own(tmp_path / name, 0o600)
    (tmp_path / "other").hardlink_to(tmp_path / "lock")
    with pytest.raises(OSError, match="regular"):
        open_own(tmp_path / "lock", 0o600)


def test_what_cannot_be_looked_at_is_no_folder(tmp_path: Path) -> None:
    assert is_folder(tmp_path)
    for other in (tmp_path / "none", tmp_path / ("x" * 300), Path("\0")):
        assert not is_folder(other)


@pytest.mark.parametrize("way", ["..", ".", "", "/", "a/..", "a\0"])
def test_a_name_is_no_way_to_elsewhere(way: str, tmp_path: Path) -> None:
    make(tmp_path / "top/a", 0o777)
    with (
        pytest.raises(OSError, match="leads elsewhere"),
        folder(tmp_path / "top", way, mode=0o777),
    ):
        pass
    for name in (way, f"{way}/a", f"a/{way}"):
        with pytest.raises(OSError, match="leads elsewhere"):
            parts(name)
    assert [path.name for path in tmp_path.iterdir()] == ["top"]


def test_within_a_folder_no_link_is_read(tmp_path: Path) -> None:
    make(tmp_path / "disk/inner", 0o777)
    (tmp_path / "disk/inner/a").write_bytes(b"one")
    (tmp_path / "disk/inner/b").symlink_to("a")
    (tmp_path / "disk/link").symlink_to("inner")
    (tmp_path / "top").symlink_to("disk")
    assert read_within(tmp_path / "top", "inner/a", 3) == b"one"
    for name in ("inner/b", "link/a"):
        with pytest.raises(OSError, match="a link"):
            read_within(tmp_path / "top", name, 3)
    with pytest.raises(OSError, match="larger"):
        read_within(tmp_path / "top", "inner/a", 2)
