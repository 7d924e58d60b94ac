"""The first sight of a paper is what the reader shows a moment later, cell by cell."""

from typing import Any

import pytest
from msgspec.structs import replace

from store.backends.memory import MemoryFiles
from store.config import Config
from store.library.library import Library
from store.models import IndexEntry
from store.reader.marks import Marks
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter
from tui.app import DubaoApp
from tui.first_paint import first_rows
from tui.state.session import Session
from tui.terminal.grid import Cell

TEXT = "古桥修好那天，全村的人都来了。“桥通了，路就近了”，林芮说。" * 40
SIZES = [
    (80, 24), (121, 40), (30, 9),
    *(pytest.param(size, marks=pytest.mark.slow)
      for size in [(81, 24), (120, 30), (200, 50), (201, 50), (60, 20)]),
]  # fmt: skip

Rows = list[list[Cell]]


@pytest.fixture(scope="module")
def papers(builder: type[Any]) -> Library:
    """Return a library of two papers, some of its issues longer than a screen; it is only read."""
    library = Library(MemoryFiles())
    for day in range(1, 8):
        issue = builder("临江报").on(2024, 3, day).page("1", "要闻")
        for number in range(day * 4):
            issue.article(f"{day}日第{number}条：春茶开园采摘忙", TEXT, TEXT)
        issue.add_to(library)
    builder("望江报").on(2023, 1, 1).page("1").article("旧闻", TEXT).add_to(library)
    return library


async def first_painted(app: DubaoApp, size: tuple[int, int], pilot_done: Any) -> Rows:
    """Return the cells that the reader paints first, its status line left out."""
    painted: list[Rows] = []
    release = app.release

    def releasing() -> None:
        if not painted:
            painted.append(app.drawn())
        release()

    app.release = releasing  # type: ignore[method-assign]
    async with app.run_test(size=size) as pilot:
        await pilot_done(pilot)
    return painted[0][:-1]


async def settled(pilot: Any) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def seen(library: Library, marks: Marks, config: Config, size: tuple[int, int]) -> Rows:
    rows = first_rows(Session(library, marks), config, *size)
    assert rows is not None
    assert [len(row) for row in rows] == [size[0]] * size[1]
    return rows[:-1]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "place",
    [
        {},
        {"article": "linjiangbao-2024-03-06/1.20", "paragraph": 1, "offset": 90},
        {"article": "wangjiangbao-2023-01-01/1.1", "list_width": 22, "scrolled": True},
        {"article": "linjiangbao-2024-03-02/1.3", "panes": 3},
        {"article": "linjiangbao-1999-01-01/1.1"},
        {
            "article": "linjiangbao-2024-03-06/1.20",
            "paragraph": 1,
            "offset": 90,
            "setting": "vertical",
        },
    ],
    ids=["none", "far down", "narrowed list", "panes", "gone", "vertical"],
)
async def test_it_is_what_the_reader_paints_first(
    papers: Library, marks: Marks, size: tuple[int, int], place: dict[str, Any]
) -> None:
    names = [article.id for row in papers.rows() for article in papers.issue(row.id).articles]
    assert {place.get("article", names[0])} - set(names) <= {"linjiangbao-1999-01-01/1.1"}
    marks.mark(papers.issue("linjiangbao-2024-03-06").articles[19].key, starred=True)
    marks.leave(replace(Place(), **place))
    sketched = seen(papers, marks, Config(), size)
    painted = await first_painted(DubaoApp(papers, marks), size, settled)
    assert sketched == painted


async def test_within_an_article_it_has_the_cursor_of_the_list_away(
    papers: Library, marks: Marks
) -> None:
    marks.leave(Place(article="linjiangbao-2024-03-02/1.3", reading=True))
    sketched = seen(papers, marks, Config(), (80, 24))
    assert sketched == await first_painted(DubaoApp(papers, marks), (80, 24), settled)
    narrow = first_rows(Session(papers, marks), Config(), 60, 20)
    assert narrow is None, "the list is not seen there"


@pytest.mark.parametrize("theme", ["ansi-light", "night", "paper"])
async def test_it_has_the_colours_of_the_theme(
    papers: Library, marks: Marks, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(theme=theme)
    app = DubaoApp(papers, marks, config)
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", app.console.color_system or "truecolor")
    sketched = seen(papers, marks, config, (80, 24))
    painted = await first_painted(app, (80, 24), settled)
    assert sketched == painted


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2, 2), (80, 1), (0, 24)], ids=str)
def test_it_fits_the_smallest_terminal(
    papers: Library, marks: Marks, size: tuple[int, int]
) -> None:
    rows = first_rows(Session(papers, marks), Config(), *size)
    assert [len(row) for row in rows or ()] == [size[0]] * size[1] * bool(size[0])


def test_without_an_article_there_is_an_empty_list(library: Library, marks: Marks) -> None:
    assert {cell for row in seen(library, marks, Config(), (80, 24)) for cell in row} == {
        (" ", ""),
        ("│", "2"),
    }


@pytest.mark.parametrize("hidden", [SavedFilter("天气", "雨", "hide"), None])
def test_it_is_not_made_where_a_filter_narrows_or_hides(
    papers: Library, marks: Marks, hidden: SavedFilter | None
) -> None:
    if hidden:
        marks.filters.save(hidden)
    else:
        marks.leave(Place(filter="春茶"))
    assert first_rows(Session(papers, marks), Config(), 80, 24) is None


async def test_contents_without_articles_are_painted_first_too(
    library: Library, marks: Marks, builder: type[Any]
) -> None:
    builder("临江报").on(2024, 3, 6).having(index=(IndexEntry("龙舟下水", "", "2"),)).add_to(
        library
    )
    sketched = seen(library, marks, Config(), (80, 24))
    assert "龙舟下水 2版" in "".join(text for row in sketched for text, _ in row)
    assert sketched == await first_painted(DubaoApp(library, marks), (80, 24), settled)
