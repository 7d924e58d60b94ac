"""What ``dubao help backup`` says of copies that are made while others write."""

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from store.backends.serialization import decode
from store.library import catalogue_file
from store.library.library import Library, open_library
from store.messages import Message
from store.models import Issue
from tests.conftest import LONG, PaperBuilder
from tests.store.durability.actions import act, choose, source

ORDER = ("library.json", "recent.json", "catalogue.json", "issues", "issues", "sources")
"""The order in which a library is copied without its lock."""


@pytest.fixture(autouse=True)
def _often_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is recent in a catalogue be taken into its base when four rows are."""
    monkeypatch.setattr(catalogue_file, "ROOM", 3)


def copied(
    library: Library, to: Path, order: tuple[str, ...], meanwhile: Callable[[], None]
) -> None:
    """Copy a library part by part; a folder again that is copied again, until no file vanishes.

    `meanwhile` happens before each step. A folder's files are listed first, then copied.
    """
    for at, part in enumerate(order):
        again = part in order[:at]
        while copied_part(library.path, to, part, meanwhile) and again:
            pass


def copied_part(folder: Path, to: Path, part: str, meanwhile: Callable[[], None]) -> int:
    """Copy a file, or a folder's files; return how many vanished before they could be."""
    meanwhile()
    path = folder / part
    vanished = 0
    for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
        meanwhile()
        if file.is_file():
            target = to / file.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        else:
            vanished += 1
    return vanished


def library_with(folder: Path, chance: random.Random) -> Library:
    library = open_library(folder)
    for _ in range(chance.randint(4, 12)):
        change(library, chance)
    return library


def change(library: Library, chance: random.Random) -> None:
    """Change the library in some way that takes nothing back."""
    action = choose(chance, library)
    if action[0] not in ("undo", "empty"):
        act(library, action)


def read(sources: Sequence[tuple[str, bytes]]) -> list[list[Issue] | Message]:
    """Read originals again as the builder of issues has made them."""
    found: list[list[Issue] | Message] = []
    for _, data in sources:
        name, issue = decode(data, tuple[str, Issue])
        fields = {field: getattr(issue, field) for field in ("date", "pages", "articles")}
        found.append([PaperBuilder(issue.paper.name, source=name).having(**fields).issue()])
    return found


def mend(folder: Path) -> None:
    for _ in open_library(folder).check(repair=True, read=read):
        pass


def wrong(folder: Path) -> Iterator[str]:
    for _, found in open_library(folder).check():
        yield from (str(each.wrong) for each in found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(300 if LONG else 12))
def test_a_copy_in_the_right_order_has_what_was_there_at_its_start(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    library = library_with(tmp_path / "library", chance)
    before = [library.issue(row.id) for row in library.rows()]
    corrected = {
        row.id: {each for each, _ in library.corrections(row.id)} for row in library.rows()
    }

    def meanwhile() -> None:
        if chance.random() < 0.3:
            change(library, chance)

    copied(library, tmp_path / "copy", ORDER, meanwhile)
    mend(tmp_path / "copy")
    assert list(wrong(tmp_path / "copy")) == []
    copy = open_library(tmp_path / "copy")
    assert copy.place.partition(" ")[0] == library.place.partition(" ")[0]
    for row in copy.removed():
        copy.restore(row.id)
    for issue in before:
        held = {copy.holds(each.sha256) for each in issue.sources}
        assert all(held)
        kept = {each for name in held for each, _ in copy.corrections(name)}
        assert corrected[issue.id] <= kept


def test_a_catalogue_that_is_copied_last_names_what_the_copy_lacks(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library")
    act(library, ["add", 1])
    late = iter([["add", 2]])

    def meanwhile() -> None:
        if (tmp_path / "copy" / "sources").exists():
            for action in late:
                act(library, action)

    order = ("issues", "sources", "recent.json", "catalogue.json")
    copied(library, tmp_path / "copy", order, meanwhile)
    assert any("missing" in each for each in wrong(tmp_path / "copy"))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("flock"), reason="there is no flock here")
def test_the_lock_of_the_shell_is_that_of_the_library(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library", patience=0)
    act(library, ["add", 1])
    lock = library.path / ".lock"
    assert subprocess.run(["flock", "-n", lock, "true"], check=False).returncode == 0
    with library.files.lock():
        assert subprocess.run(["flock", "-n", lock, "true"], check=False).returncode == 1
        taken = subprocess.run(["cp", "-a", library.path, tmp_path / "copy"], check=False)
        assert taken.returncode == 0
    assert list(wrong(tmp_path / "copy")) == []
    assert open_library(tmp_path / "copy").holds(source(1).issue().sources[0].sha256)
