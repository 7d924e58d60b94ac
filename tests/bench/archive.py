"""What an export and an archive cost, beside tar with gzip of the library's folder.

Run it as ``python -m tests.bench.archive [ISSUES]`` (400). It prints milliseconds an issue, how
many times as long tar takes for the same thing, and megabytes; of what it takes to import an issue
a part is the disk's, whose syncs tar does without.
"""

import os
import sys
import tarfile
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from store.exports.archive import accept_all, open_archive, write_archive
from store.exports.markdown import markdown
from store.exports.selection import json_lines
from store.library.library import Library, open_library
from tests.bench.papers import build
from tui.typeset.plain import plain_lines


def timed(do: Callable[[], object]) -> float:
    """Return how many milliseconds it takes to `do` something once."""
    began = perf_counter()
    do()
    return (perf_counter() - began) * 1000


def written(file: Path, library: Library) -> None:
    """Write an archive of everything."""
    with file.open("wb") as out:
        write_archive(library, {row.id for row in library.rows()}, out, lambda _: None)


def accepted(file: Path, folder: Path) -> None:
    """Check an archive, and take it into an empty library."""
    with file.open("rb") as archive:
        for _ in accept_all(open_library(folder), open_archive(archive, file.name)):
            pass


def checked(file: Path) -> None:
    """Check an archive."""
    with file.open("rb") as archive:
        open_archive(archive, file.name)


def packed(file: Path, folder: Path) -> None:
    """Write a folder with tar and gzip."""
    with tarfile.open(file, "w:gz") as tar:
        tar.add(folder, ".")


def unpacked(file: Path, folder: Path) -> None:
    """Unpack what `packed` wrote."""
    with tarfile.open(file) as tar:
        tar.extractall(folder, filter="data")


def lines(library: Library, form: str) -> None:
    """Make the lines of everything in a format, and write them nowhere."""
    with open(os.devnull, "w", encoding="utf-8") as out:
        for row in library.rows():
            issue = library.issue(row.id)
            if form == "text":
                for article in issue.articles:
                    out.writelines(plain_lines(article, 76))
            else:
                make = {"jsonl": json_lines, "markdown": markdown}[form]
                out.writelines(make(issue, issue.articles))


def main() -> None:
    """Print the table."""
    issues = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "library", issues)
        library = open_library(folder / "library")
        archive, tar = folder / "all.zip", folder / "all.tar.gz"

        def show(what: str, ours: Callable[[], object], theirs: Callable[[], object]) -> None:
            mine, others = timed(ours), timed(theirs)
            print(f"{what:22}{mine / issues:9.2f}{others / mine:9.2f}x", flush=True)

        print(f"{issues:,} issues{'':11}{'ms each':>9}{'tar':>10}")
        pack = partial(packed, tar, folder / "library")
        unpack = partial(unpacked, tar, folder / "tar")
        for form in ("jsonl", "markdown", "text"):
            show(form, partial(lines, library, form), pack)
        show("archive", partial(written, archive, library), pack)
        show("check an archive", partial(checked, archive), unpack)
        show("check and import it", partial(accepted, archive, folder / "again"), unpack)
        for file in (archive, tar):
            print(f"{file.name:22}{file.stat().st_size / 1e6:9.2f} MB")


if __name__ == "__main__":
    main()
