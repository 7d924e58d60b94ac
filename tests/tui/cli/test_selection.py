"""What a command is about: its ids, narrowed by its query."""

from argparse import Namespace

from store.library.library import open_library
from tests.tui.cli.support import ISSUE, Dubao
from tui.cli.selection import select


def test_ids_are_narrowed_by_the_query(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    with open_library() as library:
        assert select(library, Namespace(ids=[], query=None)) == ({ISSUE: None}, False)
        chosen, problems = select(library, Namespace(ids=[ISSUE], query="鲜叶"))
        assert ([len(articles or ()) for articles in chosen.values()], problems) == ([1], False)
        assert select(library, Namespace(ids=[], query="绝无此词")) == ({}, False)
