"""The process that brings an index up to date beside a reader."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from store.backends.disk import DiskFiles
from store.index.storage.location import index_file
from store.library.library import Library


def started(library: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "store.index.worker", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def test_it_says_how_far_it_is_and_ends(tmp_path: Path, builder: Callable[..., Any]) -> None:
    library = Library(DiskFiles(tmp_path / "library"))
    builder().on(2024, 3, 5).page("1").article("甲").article("乙").add_to(library)
    with started(library.path) as process:
        assert process.stdout
        assert process.stdout.read() == b"2 2\n"
        assert process.wait() == 0
    assert index_file(library).exists()


def test_it_ends_with_the_reader(tmp_path: Path) -> None:
    with started(tmp_path / "none") as process:
        process.communicate()
        assert process.returncode == 0
