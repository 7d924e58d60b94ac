"""One issue's file: no name leads out of the library, and damage is a sentence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.backends.files import Files
from store.corrections.apply import corrected
from store.corrections.correction import Correction
from store.errors import LibraryError
from store.hostile import bare
from store.library.library import Library, open_library
from tests.store.damage import unsummed
from tests.store.library.sources import ID, Builder, front


def test_an_issue_of_contents_alone_is_kept(library: Library, builder: Builder) -> None:
    paper = builder().on(2024, 3, 5)
    paper.add_to(library)
    assert library.issue(ID) == paper.issue()


@pytest.mark.parametrize("name", ["../../etc", "/", "..", "a/../b", "报\x00", "." * 300])
def test_no_name_of_a_paper_leads_out_of_the_library(
    tmp_path: Path, builder: Builder, name: str
) -> None:
    library = open_library(tmp_path / "library")
    paper = builder(name).on(2024, 3, 5).page("1").article("喜讯")
    assert library.issue(paper.add_to(library).issue).paper.name == bare(name)
    assert [path.name for path in tmp_path.iterdir()] == ["library"]
    (stored,) = (tmp_path / "library" / "issues").rglob("*2024-03-05.json")
    assert len(stored.relative_to(tmp_path).parts) == 4


def test_a_catalogue_that_leads_out_of_the_library_is_not_followed(
    tmp_path: Path, builder: Builder
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    catalogue = tmp_path / "recent.json"
    crafted = catalogue.read_bytes().replace(ID.encode(), b"../../../etc/passwd")
    catalogue.write_bytes(unsummed(crafted))
    with pytest.raises(LibraryError, match="cannot be the id"):
        library.issue("../../../etc/passwd")


def test_damage_is_a_sentence(library: Library, files: Files, builder: Builder) -> None:
    front(builder).add_to(library)
    files.write(f"issues/linjiangbao/{ID}.json", b"{")
    with pytest.raises(LibraryError, match=rf"{ID}\.json: damaged"):
        library.issue(ID)
    files.remove(f"issues/linjiangbao/{ID}.json")
    with pytest.raises(LibraryError, match=rf"{ID}\.json: missing"):
        library.issue(ID)
    files.write("catalogue.json", b"{}")
    with pytest.raises(LibraryError, match=r"catalogue\.json: damaged"):
        library.rows()


ODD: dict[str, Callable[[dict[str, Any]], object]] = {
    "a crosshead out of range": lambda a: a.update(crossheads=[10**9]),
    "a crosshead before the first paragraph": lambda a: a.update(crossheads=[-1]),
    "a part out of range": lambda a: a.update(
        parts=[{"page": "2", "paragraph": 10**9, "offset": 0}]
    ),
    "a part with a negative offset": lambda a: a.update(
        parts=[{"page": "2", "paragraph": 0, "offset": -5}]
    ),
    "negative lines": lambda a: a.update(lines=[10**12, -5]),
    "a page with a name of megabytes": lambda a: a.update(page="页" * 300_000),
    "a key that is a path": lambda a: a.update(key="../../../x"),
    "an address elsewhere": lambda a: a.update(id="other-2024-03-05/1.1"),
    "a word of megabytes": lambda a: a.update(keywords=[{"word": "a" * 10**6}]),
    "keys without end": lambda a: a.update(keywords=[{"word": "a", "keys": ["a"] * 20_000}]),
    "a key without end": lambda a: a.update(keywords=[{"word": "a", "keys": ["aa " * 1000]}]),
    "a word that ends before its text": lambda a: a.update(head_words={"headline": [-2]}),
    "words of a head without end": lambda a: a.update(head_words={"kicker": [1] * 20_000}),
    "keywords without end": lambda a: a.update(keywords=[{"word": "a"}] * 20_000),
}


@pytest.mark.parametrize("how", ODD)
def test_what_no_issue_can_say_is_damage(
    library: Library, files: Files, builder: Builder, how: str
) -> None:
    front(builder).add_to(library)
    name = f"issues/linjiangbao/{ID}.json"
    tables = json.loads(files.read(name) or b"")
    ODD[how](next(iter(tables["articles"].values())))
    files.write(name, json.dumps(tables).encode())
    with pytest.raises(LibraryError, match=rf"{ID}\.json: damaged"):
        library.issue(ID)


@pytest.mark.parametrize(
    "more", [{"readings": {"x": {"sources": []}}}, {"issue": {ID: {"id": "x", "sources": []}}}]
)
def test_a_source_that_is_none_is_damage(
    library: Library, files: Files, builder: Builder, more: dict[str, Any]
) -> None:
    front(builder).add_to(library)
    name = f"issues/linjiangbao/{ID}.json"
    files.write(name, json.dumps(json.loads(files.read(name) or b"") | more).encode())
    with pytest.raises(LibraryError, match=rf"{ID}\.json: damaged"):
        library.issue(ID)


def test_text_of_a_strangers_library_is_cleaned_as_it_is_read(
    library: Library, files: Files, builder: Builder
) -> None:
    front(builder).add_to(library)
    before = library.issue(ID)
    name = f"issues/linjiangbao/{ID}.json"
    packed = (files.read(name) or b"").decode()
    headline = before.articles[0].headline
    files.write(name, packed.replace(headline, f"\\u001b{headline}\u202e\u0600").encode())
    assert library.issue(ID) == before


def test_a_correction_to_a_day_that_is_none_does_not_fit(builder: Builder) -> None:
    issue = builder().on(2024, 3, 5).issue()
    corrected_issue, unfit = corrected(issue, [Correction("date", to="x")])
    assert (corrected_issue, len(unfit)) == (issue, 1)
