"""Where an issue belongs, and how it is found after it has moved."""

from itertools import permutations
from pathlib import Path

from store.backends.memory import MemoryFiles
from store.library.adding import Added
from store.library.library import Library, open_library
from store.models import Paper
from tests.store.library.sources import DAY, ID, Builder, Contents, everything, front, inside


def test_two_libraries_of_the_same_sources_are_equal_byte_for_byte(
    tmp_path: Path, builder: Builder, contents: Contents
) -> None:
    for name in ("a", "b"):
        front(builder).add_to(open_library(tmp_path / name))
        inside(builder).add_to(open_library(tmp_path / name))
    one, other = contents(tmp_path / "a"), contents(tmp_path / "b")
    assert one.pop("library.json") != other.pop("library.json"), "each is itself"
    assert one == other


def test_every_order_of_imports_gives_one_issue(builder: Builder) -> None:
    papers = [
        front(builder),
        inside(builder),
        builder(source="3").on(2024, 3, 5).page("2").article("另说").page("10").article("体育"),
        builder(source="4").on(2024, 3, 5).page("A1").article("增刊").having(number=77),
    ]
    found = []
    for order in permutations(papers):
        library = Library(MemoryFiles())
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
    assert third == Added(f"{ID}-2", "merged", ("2",), articles=1)
    assert library.article(f"{ID}-2/2.1")[1].headline == "雪山"


def test_undated_sources_stay_apart(library: Library, builder: Builder) -> None:
    for headline in ("喜讯", "新桥"):
        builder().page("1").article(headline).add_to(library)
    assert len(everything(library)) == 2


def test_a_moved_issue_leaves_no_file_behind(tmp_path: Path, builder: Builder) -> None:
    library = open_library(tmp_path)
    paper = builder().page("1").article("喜讯")
    paper.add_to(library)
    paper.given(date=DAY).add_to(library)
    assert [path.name for path in (tmp_path / "issues").rglob("*.json")] == [f"{ID}.1.json"]


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
