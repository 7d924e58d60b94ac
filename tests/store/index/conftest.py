"""A small library about an invented town, and a searcher in it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.index.query.parse import parse
from store.index.results import Results
from store.index.search import Searcher, open_searcher
from store.index.update import update
from store.library.library import Library
from store.models import Byline, Keyword, Part
from store.reader.marks import Marks

LIN = Keyword("林守诚", 0.9, "person", ("lin shou cheng",))
BRIDGE = Keyword("古桥", 0.8, "topic", ("gu qiao",))
CHONGQING = Keyword("重庆", 0.2, "place", ("chong qing", "zhong qing"))
PEI = Keyword("裴听雨", 0.0, "person", ("pei ting yu",))


@pytest.fixture
def files(tmp_path: Path) -> DiskFiles:
    """Give files on disk, for the index lies there."""
    return DiskFiles(tmp_path / "library")


@pytest.fixture(params=["no index", "an index", "an older index"])
def indexed(request: pytest.FixtureRequest) -> str:
    """Give what index there is: searches find the same with each."""
    return str(request.param)


Builder = Callable[..., Any]


@pytest.fixture
def shelf(library: Library, builder: Builder, indexed: str) -> Library:
    """Give a library of three issues: newest first 1.1 to 2.1, then one, then an undated one."""
    return filled(library, builder, indexed)


@pytest.fixture(scope="session")
def shelves(tmp_path_factory: pytest.TempPathFactory, builder: Builder) -> Callable[[str], Library]:
    """Give a function from what index there is to such a library, which is to be read alone."""

    @cache
    def standing(indexed: str) -> Library:
        files = DiskFiles(tmp_path_factory.mktemp("shelf") / "library")
        return filled(Library(files), builder, indexed)

    return standing


def filled(library: Library, builder: Builder, indexed: str) -> Library:
    """Put the three issues into `library`, and make the index in between."""
    paper = builder("清溪报").on(2024, 3, 5).page("1")
    paper.article(
        "修缮古桥",
        "县委书记林守诚说,古桥要修。",
        "NBA与古桥",
        kicker="林守诚强调",
        byline=(Byline("记者", ("裴听雨",)),),
        keywords=(BRIDGE, LIN),
        names=(PEI,),
        parts=(Part("2", 1, 0),),
    )
    paper.article(
        "桥", "修古", "桥", column="溪边", kind="photo", captions=("图为林守诚",), confidence=0.4
    )
    paper.page("2").article("重慶來客", "重慶與清溪結對。", keywords=(CHONGQING, BRIDGE))
    paper.add_to(library)
    if indexed == "an older index":
        update(library)
    builder("清溪报").on(2023, 12, 31).page("A5").article("旧闻", "Gumbo 5G").add_to(library)
    builder("临江报", source="undated").page("3").article("无日期的古桥").add_to(library)
    if indexed == "an index":
        update(library)
    return library


@pytest.fixture
def searcher(shelf: Library, marks: Marks) -> Searcher:
    """Give a searcher in that library."""
    return open_searcher(shelf, marks)


@pytest.fixture
def search(searcher: Searcher) -> Callable[[str], Results]:
    """Give a function from the text of a query to what it finds."""
    return lambda text: searcher.search(parse(text))
