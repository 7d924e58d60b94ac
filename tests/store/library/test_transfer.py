"""An issue from another library: what makes it whole, and what it adds to what is held."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from store.corrections import records
from store.errors import LibraryError
from store.library.issue_file import IssueCopy
from store.library.library import Library
from store.library.transfer import check, united

Builder = Callable[..., Any]
ID = "linjiangbao-2024-03-05"


@pytest.fixture
def copy(library: Library, builder: Builder) -> IssueCopy:
    """Give a copy of an issue of two sources, one page each."""
    builder().on(2024, 3, 5).page("1").article("修桥", "一段", "二段").add_to(library)
    builder(source="2.txt").on(2024, 3, 5).page("2").article("放水").add_to(library)
    return library.copy(ID)


def test_what_a_library_gives_is_whole(copy: IssueCopy) -> None:
    check(copy)


@pytest.mark.parametrize("name", ["../etc", "", "a/b"])
def test_no_id_leads_out_of_the_library(copy: IssueCopy, name: str) -> None:
    stored = replace(copy.stored, issue=replace(copy.stored.issue, id=name))
    with pytest.raises(LibraryError, match="cannot be the id of an issue"):
        check(replace(copy, stored=stored))


def test_each_source_comes_with_its_original(copy: IssueCopy) -> None:
    (sha256, _), *rest = copy.originals.items()
    with pytest.raises(LibraryError, match="not read from the originals"):
        check(replace(copy, originals=dict(rest)))
    assert sha256 in {issue.sources[0].sha256 for issue in copy.stored.parsed}


def test_a_key_is_never_the_name_of_another_file(copy: IssueCopy) -> None:
    stored = replace(copy.stored, aliases={f"{ID}/9.9": "../../marks"})
    with pytest.raises(LibraryError, match="keys of its articles are damaged"):
        check(replace(copy, stored=stored))


def test_its_text_is_clean(copy: IssueCopy) -> None:
    with pytest.raises(LibraryError, match="what dubao takes out of every source"):
        check(replace(copy, names=("\x1b[2J",)))


def test_what_is_held_stays_and_what_it_lacks_is_added(copy: IssueCopy) -> None:
    coming = copy.stored
    first, second = coming.parsed
    correction = records.split(coming.issue.articles[0], 1)
    here = replace(coming, parsed=(first,))
    both = united(here, replace(coming, corrections=(correction,)))
    assert both.parsed == (first, second)
    assert both.corrections == (correction,)
    assert united(both, replace(coming, corrections=(correction,))) == both
    assert united(here, coming, {second.sources[0].sha256}).parsed == (first,)
