"""What a reader sets right in a library that they may not change."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.corrections import records as corrections
from store.errors import CorrectionError, LibraryError
from store.index.query.parse import parse
from store.index.search import open_searcher
from store.index.update import update
from store.library.library import Library
from store.library.library_id import FILE, Identity
from store.library.overlay import Overlay
from store.messages import Message
from store.models import Issue, Keyword
from store.reader.marks import open_marks

Builder = Callable[..., Any]
ID = "linjiangbao-2024-03-05"


class Shared(DiskFiles):
    """Files that another owns."""

    def writable(self) -> bool:
        return False

    def write(self, name: str, data: bytes) -> None:
        raise LibraryError(f"{name}: not mine.")


class Rig:
    """A library that its owner may change, and its reader may not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "papers"
        self.state = DiskFiles(folder / "state", private=True)
        self.owner = Library(DiskFiles(self.folder))

    def reader(self, *, may_write: bool = False) -> Library:
        files = DiskFiles(self.folder) if may_write else Shared(self.folder)
        return Library(files, Overlay(self.state, Identity(files)))


@pytest.fixture
def rig(tmp_path: Path, builder: Builder) -> Rig:
    rig = Rig(tmp_path)
    front(builder).add_to(rig.owner)
    return rig


def front(builder: Builder) -> Any:
    paper = builder().on(2024, 3, 5).page("1")
    return paper.article("喜讯", "桥通了。", "人人叫好。").article("天气", "晴。")


def headlines(library: Library, name: str = ID) -> list[str]:
    return [article.headline for article in library.issue(name).articles]


def whole(library: Library) -> None:
    """Check that the catalogue tells the truth about each issue."""
    for row in library.rows():
        issue = library.issue(row.id)
        assert row.keys == tuple(article.key for article in issue.articles)
        assert (row.date, row.paper) == (issue.date, issue.paper.name)
        assert all(library.article(a.id)[1] == a for a in issue.articles)


def test_it_is_right_for_its_reader_alone(rig: Rig) -> None:
    library, other = rig.reader(), rig.reader()
    before = library.rows()[0].stamp
    _, article = library.article(f"{ID}/1.2")
    library.edit(ID, corrections.join(library.issue(ID), article))
    for each in (library, other, rig.reader()):
        assert headlines(each) == ["喜讯"]
        assert each.rows()[0].stamp != before
        assert each.article(f"{ID}/1.2")[1].headline == "喜讯", "a former address still leads there"
        whole(each)
    assert headlines(rig.owner) == ["喜讯", "天气"]
    assert [fits for _, fits in library.corrections(ID)] == [True]


def test_words_are_right_for_their_reader_alone(rig: Rig) -> None:
    library = rig.reader()
    article = library.issue(ID).articles[0]
    library.edit(ID, corrections.reword(article, -2, "大喜讯"))

    def make(issues: list[Issue]) -> list[Issue]:
        (issue,) = issues
        words = (Keyword("喜讯"),)
        return [replace(issue, articles=tuple(replace(a, keywords=words) for a in issue.articles))]

    assert library.reword_texts(ID, make)
    for each in (library, rig.reader()):
        assert headlines(each)[0] == "大喜讯"
        assert each.issue(ID).articles[0].keywords == (Keyword("喜讯"),)
        whole(each)
    assert headlines(rig.owner)[0] == "喜讯"


def test_it_is_undone_step_by_step(rig: Rig) -> None:
    library = rig.reader()
    issue = library.issue(ID)
    library.edit(ID, corrections.split(issue.articles[0], 1))
    library.edit(ID, corrections.redate(library.issue(ID), date(2024, 3, 6)))
    assert library.rows()[0].date == date(2024, 3, 6)
    whole(library)
    with pytest.raises(CorrectionError, match="it is so already"):
        library.edit(ID, corrections.redate(library.issue(ID), date(2024, 3, 6)))
    assert library.undo(ID) is not None
    assert library.issue(ID).date == date(2024, 3, 5)
    assert len(headlines(library)) == 3
    assert library.undo(ID) is not None
    assert library.issue(ID) == issue
    assert library.undo(ID) is None
    whole(library)


def test_it_stays_right_when_the_issue_grows(rig: Rig, builder: Builder) -> None:
    library = rig.reader()
    _, article = library.article(f"{ID}/1.2")
    library.edit(ID, corrections.join(library.issue(ID), article))
    builder().on(2024, 3, 5).page("2").article("广告", "新店开张。").add_to(rig.owner)
    assert headlines(library) == ["喜讯", "广告"]
    whole(library)


def test_it_does_no_harm_when_the_issue_is_gone(rig: Rig) -> None:
    library = rig.reader()
    library.edit(ID, corrections.redate(library.issue(ID), date(2024, 3, 6)))
    rig.owner.remove(ID)
    assert library.rows() == ()


def test_it_goes_into_the_library_when_its_reader_may_change_that(rig: Rig) -> None:
    library = rig.reader()
    _, article = library.article(f"{ID}/1.2")
    library.edit(ID, corrections.join(library.issue(ID), article))
    owner = rig.reader(may_write=True)
    assert headlines(owner) == ["喜讯"]
    owner.edit(ID, corrections.redate(owner.issue(ID), date(2024, 3, 6)))
    assert headlines(rig.owner, "linjiangbao-2024-03-06") == ["喜讯"]
    assert owner.undo("linjiangbao-2024-03-06") is not None
    assert headlines(rig.owner) == ["喜讯"]
    assert owner.undo(ID) is not None
    assert headlines(rig.owner) == ["喜讯", "天气"]


def test_the_index_follows_it(rig: Rig) -> None:
    library, marks = rig.reader(), open_marks(rig.folder.parent / "marks")
    searcher = open_searcher(library, marks)

    def found(query: str) -> tuple[list[int], int]:
        answer = searcher.search(parse(query))
        places = range(len(library.issue(ID).articles))
        return list(answer.hits.select(ID, places)), answer.read_through

    update(library)
    assert found("人人") == ([0], 0)
    first = library.issue(ID).articles[0]
    library.edit(ID, corrections.split(first, 1))
    assert found("人人") == ([1], 3), "what is not yet in the index is read through"
    update(library)
    assert found("人人") == ([1], 0)
    library.undo(ID)
    update(library)
    assert found("人人") == ([0], 0)


def amended(rig: Rig) -> Library:
    """Join the two articles for the reader alone, and return what they see."""
    library = rig.reader()
    library.edit(ID, corrections.join(library.issue(ID), library.article(f"{ID}/1.2")[1]))
    return library


@pytest.mark.parametrize("way", ["link", "moved", "copied"])
def test_it_stays_in_sight_by_another_way(rig: Rig, tmp_path: Path, way: str) -> None:
    amended(rig)
    elsewhere = tmp_path / "elsewhere"
    if way == "link":
        elsewhere.symlink_to(rig.folder)
    elif way == "moved":
        rig.folder.rename(elsewhere)
    else:
        copytree(rig.folder, elsewhere)
    rig.folder = elsewhere
    assert headlines(rig.reader()) == ["喜讯"]
    whole(rig.reader())


@pytest.mark.parametrize("linked", [True, False])
def test_what_was_kept_under_the_path_is_carried_over(
    rig: Rig, builder: Builder, tmp_path: Path, linked: bool
) -> None:
    (rig.folder / FILE).unlink()
    amended(rig)
    if linked:  # as older versions kept it
        (tmp_path / "link").symlink_to(rig.folder)
        digest = sha256(bytes(tmp_path / "link")).hexdigest()[:16]
        (kept,) = Path(rig.state.where("corrections")).iterdir()
        kept.rename(kept.with_name(f"{digest}.json"))
        rig.folder = tmp_path / "link"
    assert headlines(rig.reader()) == ["喜讯"]
    builder().on(2024, 3, 7).page("1").article("新").add_to(rig.owner)  # which gives it an id
    assert headlines(rig.reader()) == ["喜讯"]
    rig.folder = Path(rig.owner.path).rename(tmp_path / "moved")
    assert headlines(rig.reader()) == ["喜讯"]
    assert len(list(Path(rig.state.where("corrections")).iterdir())) == 1


def test_a_library_with_its_id_harms_nothing(rig: Rig, builder: Builder, tmp_path: Path) -> None:
    amended(rig)
    rows = rig.reader().rows()
    kept = Path(rig.reader().watched()[-1])
    before, true = kept.read_bytes(), rig.folder
    rig.folder = tmp_path / "claims"
    other = Library(DiskFiles(rig.folder))
    builder().on(2024, 3, 5).page("9").article("别的").article("怪事").add_to(other)
    (rig.folder / FILE).write_bytes((true / FILE).read_bytes())
    library = rig.reader()
    assert headlines(library) == ["别的", "怪事"], "what is set right does not fit there"
    assert library.rows()[0].pages == ("9",)
    whole(library)
    rig.folder = true
    assert kept.read_bytes() == before
    assert rig.reader().rows() == rows
    assert headlines(rig.reader()) == ["喜讯"]


def test_what_is_in_the_library_counts_once_when_it_cannot_be_forgotten(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    amended(rig)
    files = DiskFiles(rig.folder)
    told: list[Message] = []
    owner = Library(files, Overlay(rig.state, Identity(files), told.append))
    with monkeypatch.context() as patch:
        patch.setattr(rig.state, "write", lambda *_: raises(LibraryError("full")))
        owner.edit(ID, corrections.move(owner.issue(ID).articles[0], "3"))
    assert [str(each) for each in told] == ["full"]
    for library in (rig.reader(), rig.reader(may_write=True), rig.owner):
        assert headlines(library) == ["喜讯"]
        assert [article.page for article in library.issue(ID).articles] == ["3"]
        assert len(library.corrections(ID)) == 2
        whole(library)


def raises(error: Exception) -> None:
    raise error
