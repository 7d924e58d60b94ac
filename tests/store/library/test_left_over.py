"""What a change leaves goes later, and never comes back; what is needed again stays."""

from collections.abc import Callable
from typing import Any

import pytest

from store.backends.files import Files
from store.backends.memory import MemoryFiles
from store.backends.tables import write
from store.errors import LibraryError
from store.library.catalogue import Catalogue
from store.library.catalogue_file import RECENT
from store.library.left_over import STALE, left_over
from store.library.library import Library

Builder = Callable[..., Any]


class Refusing(MemoryFiles):
    """Files of which none can be removed while they refuse."""

    refuses = False

    def remove(self, name: str) -> None:
        if self.refuses:
            raise LibraryError("{file}: cannot be removed.", file=name)
        super().remove(name)


@pytest.fixture
def files() -> Refusing:
    return Refusing()


@pytest.fixture
def library(files: Refusing, builder: Builder) -> Library:
    """Give a library of one issue, from which another was emptied, though its files stay."""
    library = Library(files)
    for day in (5, 6):
        paper(builder, day).add_to(library)
    files.refuses = True
    library.remove(library.rows()[0].id)
    library.empty()
    files.refuses = False
    return library


def paper(builder: Builder, day: int) -> Any:
    return builder().on(2024, 3, day).page("1").article("防汛")


def held(files: Files) -> int:
    return len([*files.names("issues"), *files.names("sources")])


def test_what_was_emptied_is_no_finding_and_goes_with_a_repair(
    library: Library, files: Refusing
) -> None:
    assert held(files) > 2
    assert [found for _, each in library.check() for found in each] == []
    list(library.check(repair=True))
    assert (len(library.rows()), library.removed(), held(files)) == (1, (), 2)


def test_it_goes_with_the_next_change(library: Library, files: Refusing, builder: Builder) -> None:
    paper(builder, 7).add_to(library)
    assert (len(library.rows()), held(files)) == (2, 4)


def test_it_is_known_when_the_catalogue_was_written_anew(library: Library, files: Refusing) -> None:
    files.refuses = True
    library._catalogue_file.rewrite(library.rows(), stale=left_over(files, RECENT, Catalogue()))
    files.refuses = False
    list(library.check(repair=True))
    assert (len(library.rows()), held(files)) == (1, 2)


def test_what_is_added_again_stays(library: Library, files: Refusing, builder: Builder) -> None:
    paper(builder, 6).add_to(library)
    paper(builder, 7).add_to(library)
    list(library.check(repair=True))
    assert [library.original(row.sources[0]) for row in library.rows()]
    assert (len(library.rows()), held(files)) == (3, 6)


@pytest.mark.parametrize("name", ["../x", "/etc/passwd", "catalogue.json", "issues/../../x.json"])
def test_nothing_else_is_ever_removed(files: Refusing, name: str) -> None:
    write(files, RECENT, {STALE: {name: {}}})
    assert left_over(files, RECENT, Catalogue()) == []
