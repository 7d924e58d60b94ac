"""The library, in memory and on disk."""

import errno
import gzip
import multiprocessing
import os
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from store.backends.files import Files
from store.errors import LibraryError, NotFoundError
from store.library.adding import Added
from store.library.library import Library, open_library
from store.models import Issue, Jump, Keyword, Paper, issue_of

Builder = Callable[..., Any]
Contents = Callable[[Path], dict[str, bytes]]

DAY = date(2024, 3, 5)
ID = "linjiangbao-2024-03-05"
OUT = Jump("2", "（下转2版）")
BACK = Jump("1", "（上接1版）")


def front(builder: Builder) -> Any:
    return builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了，", jump=OUT)


def inside(builder: Builder) -> Any:
    page = builder(source="2.txt").on(2024, 3, 5).page("2")
    return page.article("喜讯之二", "人人叫好。", continues=BACK).article("新校舍")


def everything(library: Library) -> list[tuple[Issue, tuple[str, ...]]]:
    """Return each issue, having checked that the catalogue tells the truth about it."""
    issues = []
    for row in library.rows():
        issue = library.issue(row.id)
        assert row.keys == tuple(article.key for article in issue.articles)
        assert row.pages == tuple(page.number for page in issue.pages)
        assert row.sources == tuple(source.sha256 for source in issue.sources)
        for sha256 in row.sources:
            assert library.holds(sha256) == row.id
            assert library.original(sha256)
        issues.append((issue, row.aliases))
    return issues


def test_an_issue_comes_back_as_it_was_added(library: Library, builder: Builder) -> None:
    paper = front(builder).article("新桥", keywords=(Keyword("桥", 0.5),)).page("2", "要闻")
    assert paper.add_to(library) == Added(ID, "new", ("1", "2"))
    assert library.issue(ID) == paper.issue()
    issue, article = library.article(f"{ID}/1.2")
    assert (issue, article) == (paper.issue(), paper.issue().articles[1])
    assert everything(library) == [(paper.issue(), ())]


def test_an_issue_of_contents_alone_is_kept(library: Library, builder: Builder) -> None:
    paper = builder().on(2024, 3, 5)
    paper.add_to(library)
    assert library.issue(ID) == paper.issue()


def test_the_original_comes_back(library: Library, builder: Builder) -> None:
    paper = front(builder)
    paper.add_to(library)
    assert library.original(paper.issue().sources[0].sha256) == paper.original


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../catalogue", "/etc/passwd"])
def test_no_such_original(library: Library, sha256: str) -> None:
    with pytest.raises(NotFoundError):
        library.original(sha256)


DAMAGED = [b"", b"junk", gzip.compress(b"other", mtime=0), gzip.compress(b"x", mtime=0)[:9]]


@pytest.mark.parametrize("packed", DAMAGED)
def test_a_damaged_original_is_a_sentence(library: Library, files: Files, packed: bytes) -> None:
    files.write(f"sources/{'0' * 64}.gz", packed)
    with pytest.raises(LibraryError, match=r"0\.gz: damaged"):
        library.original("0" * 64)


def test_what_was_not_read_from_the_original_is_refused(library: Library, builder: Builder) -> None:
    with pytest.raises(LibraryError, match="not read from this original"):
        library.add(front(builder).issue(), b"something else")
    assert library.rows() == ()


def test_what_is_held_changes_nothing(tmp_path: Path, builder: Builder, contents: Contents) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    before = contents(tmp_path)
    assert front(builder).add_to(library) == Added(ID, "held")
    assert front(builder).given(date=date(2020, 1, 1)).add_to(library) == Added(ID, "held")
    assert contents(tmp_path) == before


def test_two_libraries_of_the_same_sources_are_equal_byte_for_byte(
    tmp_path: Path, builder: Builder, contents: Contents
) -> None:
    for name in ("a", "b"):
        front(builder).add_to(open_library(tmp_path / name))
        inside(builder).add_to(open_library(tmp_path / name))
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_pages_of_one_day_make_one_issue(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    added = inside(builder).add_to(library)
    assert added == Added(ID, "merged", ("2",), jumps_resolved=1)
    issue = library.issue(ID)
    assert [(a.id, "".join(a.paragraphs)) for a in issue.articles] == [
        (f"{ID}/1.1", "桥通了，人人叫好。"),
        (f"{ID}/2.1", "新校舍的消息传遍临江城。"),
    ]
    assert len(everything(library)) == 1


def test_jumps_joined_before_are_not_counted_again(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    inside(builder).add_to(library)
    added = builder(source="3.txt").on(2024, 3, 5).page("3").article("赛龙舟").add_to(library)
    assert added == Added(ID, "merged", ("3",))


def test_a_page_held_from_another_source_becomes_a_variant(
    library: Library, builder: Builder
) -> None:
    front(builder).add_to(library)
    other = builder(source="b").on(2024, 3, 5).page("1").article("喜讯", "短。")
    assert other.add_to(library) == Added(ID, "merged", (), ("1",))
    issue = library.issue(ID)
    assert len(issue.articles) == len(issue.variants) == len(issue.variants[0].articles) == 1
    assert {issue.articles[0].source, issue.variants[0].page.source} == {
        source.sha256 for source in issue.sources
    }


def test_every_order_of_imports_gives_one_issue(tmp_path: Path, builder: Builder) -> None:
    papers = [
        front(builder),
        inside(builder),
        builder(source="3").on(2024, 3, 5).page("2").article("另说").page("10").article("体育"),
        builder(source="4").on(2024, 3, 5).page("A1").article("增刊").having(number=77),
    ]
    found = []
    for number, order in enumerate(permutations(papers)):
        library = open_library(tmp_path / str(number))
        for paper in order:
            paper.add_to(library)
        found += [issue for issue, _ in everything(library)]
    assert len(found) == 24
    assert all(issue == found[0] for issue in found)
    assert [page.number for page in found[0].pages] == ["1", "2", "10", "A1"]


def test_homophones_share_no_issue(library: Library, builder: Builder) -> None:
    first = builder("临江报").on(2024, 3, 5).page("1").article("喜讯").add_to(library)
    second = builder("邻疆报").on(2024, 3, 5).page("1").article("牧歌").add_to(library)
    assert [first.issue, second.issue] == [ID, f"{ID}-2"]
    third = builder("邻疆报").on(2024, 3, 5).page("2").article("雪山").add_to(library)
    assert third == Added(f"{ID}-2", "merged", ("2",))
    assert library.article(f"{ID}-2/2.1")[1].headline == "雪山"


def test_undated_sources_stay_apart(library: Library, builder: Builder) -> None:
    for headline in ("喜讯", "新桥"):
        builder().page("1").article(headline).add_to(library)
    assert len(everything(library)) == 2


def test_a_date_given_later_moves_an_issue(library: Library, builder: Builder) -> None:
    paper = builder().page("1").article("喜讯", keywords=(Keyword("喜"),)).article("新桥")
    before = library.issue(paper.add_to(library).issue)
    dated = builder().page("1").article("喜讯", keywords=(Keyword("喜"),)).article("新桥")
    added = dated.given(date=DAY).add_to(library)
    assert added == Added(ID, "redated", ("1",), renamed_from=before.id)
    issue = library.issue(before.id)
    assert (issue.id, issue.date) == (ID, DAY)
    assert [(a.key, a.keywords) for a in issue.articles] == [
        (a.key, a.keywords) for a in before.articles
    ]
    assert library.article(before.articles[1].id)[1].id == f"{ID}/1.2"
    assert everything(library) == [(issue, (before.id,))]


def test_an_issue_moves_with_its_articles_as_they_are_held(
    library: Library, builder: Builder
) -> None:
    paper = builder().page("1").article("喜讯", keywords=(Keyword("喜"),))
    paper.add_to(library)
    read_anew = paper.given(date=DAY).issue()
    read_anew = type(read_anew)(paper=read_anew.paper, date=DAY, sources=read_anew.sources)
    library.add(read_anew, paper.original)
    assert [a.keywords for a in library.issue(ID).articles] == [(Keyword("喜"),)]


def test_a_moved_issue_leaves_no_file_behind(tmp_path: Path, builder: Builder) -> None:
    library = open_library(tmp_path)
    paper = builder().page("1").article("喜讯")
    paper.add_to(library)
    paper.given(date=DAY).add_to(library)
    assert [path.name for path in (tmp_path / "issues").rglob("*.json")] == [f"{ID}.1.json"]


def test_a_dated_dump_joins_the_issue_of_its_day(library: Library, builder: Builder) -> None:
    undated = builder(source="2").page("2").article("喜讯之二", "叫好。", continues=BACK)
    old = library.issue(undated.add_to(library).issue).articles[0].id
    front(builder).add_to(library)
    added = undated.given(date=DAY).add_to(library)
    assert added == Added(ID, "redated", ("2",), (), 1, issue_of(old))
    assert library.article(old)[1].id == f"{ID}/1.1", "the story it was joined to"
    assert len(everything(library)) == 1


def test_a_paper_given_later_moves_an_issue(library: Library, builder: Builder) -> None:
    paper = builder("").on(2024, 3, 5).page("1").article("喜讯")
    assert paper.add_to(library).issue == "paper-2024-03-05"
    added = paper.given(paper=Paper("临江报")).add_to(library)
    assert added == Added(ID, "redated", ("1",), renamed_from="paper-2024-03-05")
    assert library.article("paper-2024-03-05/1.1")[0].paper.name == "临江报"


def test_an_id_freed_and_taken_again_is_its_new_owners(library: Library, builder: Builder) -> None:
    paper = builder("").on(2024, 3, 5).page("1").article("喜讯")
    paper.add_to(library)
    paper.given(paper=Paper("临江报")).add_to(library)
    builder("").on(2024, 3, 5).page("2").article("他报").add_to(library)
    assert library.issue("paper-2024-03-05").articles[0].headline == "他报"
    assert library.article("paper-2024-03-05/1.1")[1].headline == "喜讯"


def test_a_joined_continuation_is_found_by_its_old_address(
    library: Library, builder: Builder
) -> None:
    inside(builder).add_to(library)
    assert library.article(f"{ID}/2.2")[1].headline == "新校舍"
    front(builder).add_to(library)
    assert library.article(f"{ID}/2.2")[1].headline == "新校舍"
    assert library.article(f"{ID}/2.1")[1].headline == "新校舍", "its address now"


def test_an_unknown_name_is_told_with_the_closest(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    with pytest.raises(NotFoundError, match=f"closest names are {ID}"):
        library.issue("linjiangbao-2024-03-04")
    with pytest.raises(NotFoundError, match=f"closest names are {ID}/1.1"):
        library.article(f"{ID}/1.9")
    with pytest.raises(NotFoundError):
        library.article("喜讯")


@pytest.mark.parametrize("name", ["../../etc", "/", "..", "a/../b", "报\x00", "." * 300])
def test_no_name_of_a_paper_leads_out_of_the_library(
    tmp_path: Path, builder: Builder, name: str
) -> None:
    library = open_library(tmp_path / "library")
    paper = builder(name).on(2024, 3, 5).page("1").article("喜讯")
    assert library.issue(paper.add_to(library).issue).paper.name == name
    assert [path.name for path in tmp_path.iterdir()] == ["library"]
    (stored,) = (tmp_path / "library" / "issues").rglob("*2024-03-05.json")
    assert len(stored.relative_to(tmp_path).parts) == 4


def test_a_catalogue_that_leads_out_of_the_library_is_not_followed(
    tmp_path: Path, builder: Builder
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    catalogue = tmp_path / "recent.json"
    catalogue.write_bytes(catalogue.read_bytes().replace(ID.encode(), b"../../../etc/passwd"))
    with pytest.raises(LibraryError, match="cannot be the id"):
        library.issue("../../../etc/passwd")


def test_a_missing_library_is_empty_and_stays_missing(tmp_path: Path) -> None:
    with open_library(tmp_path / "none") as library:
        assert library.rows() == ()
        assert library.holds("0" * 64) == ""
        with pytest.raises(NotFoundError):
            library.issue(ID)
    assert list(tmp_path.iterdir()) == []


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


def test_what_another_process_adds_is_seen(
    library: Library, files: Files, builder: Builder
) -> None:
    assert library.rows() == ()
    front(builder).add_to(Library(files))
    assert [row.id for row in library.rows()] == [ID]
    assert len(library.issue(ID).articles) == 1
    inside(builder).add_to(Library(files))
    assert len(library.issue(ID).articles) == 2


def test_rows_are_read_once(library: Library, builder: Builder) -> None:
    front(builder).add_to(library)
    rows = library.rows()
    assert library.rows() is rows


def test_a_disk_that_is_full_at_any_point_leaves_what_was(
    tmp_path: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    before = everything(library)
    sync = os.fsync
    left = 0

    def fail(file: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(file)

    monkeypatch.setattr(os, "fsync", fail)
    for step in range(5):
        left = step
        with pytest.raises(LibraryError, match="No space left on device"):
            inside(builder).add_to(library)
        assert everything(library) == before
    left = 100
    assert inside(builder).add_to(library).status == "merged"


def test_a_library_that_cannot_be_written_can_be_read(
    tmp_path: Path, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    front(builder).add_to(open_library(tmp_path))
    opened = os.open

    def read_only(path: str, flags: int, *rest: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", read_only)
    library = open_library(tmp_path)
    assert len(everything(library)) == 1
    with pytest.raises(LibraryError, match="Read-only file system"):
        inside(builder).add_to(library)


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path, builder: Builder) -> None:
    fork = multiprocessing.get_context("fork")
    papers = [
        builder(source=str(n)).on(2024, 3, 1 + n % 4).page(str(n)).article(f"消息{n}")
        for n in range(16)
    ]

    def add(start: int) -> None:
        for paper in papers[start::2]:
            paper.add_to(open_library(tmp_path))

    others = [fork.Process(target=add, args=(start,)) for start in (0, 1)]
    for other in others:
        other.start()
    for other in others:
        other.join(30)
    issues = everything(open_library(tmp_path))
    assert [len(issue.articles) for issue, _ in issues] == [4, 4, 4, 4]


def test_an_original_that_was_lost_comes_back_with_its_source(
    tmp_path: Path, builder: Builder
) -> None:
    library = open_library(tmp_path)
    front(builder).add_to(library)
    (original,) = (tmp_path / "sources").iterdir()
    packed = original.read_bytes()
    (row,) = library.rows()
    original.unlink()
    assert library.holds(row.sources[0]) == ""
    assert front(builder).add_to(library).status == "held"
    assert original.read_bytes() == packed
    assert library.holds(row.sources[0]) == row.id
    assert library.rows() == (row,)
