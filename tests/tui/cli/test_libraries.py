"""Opening a library: the one that is named, else the reader's own."""

from argparse import Namespace
from pathlib import Path

from tests.tui.cli.support import Dubao
from tui.cli.libraries import library_of


def test_it_is_the_one_named_or_the_readers_own(dubao: Dubao, tmp_path: Path) -> None:
    with library_of(Namespace(library="there")) as library:
        assert library.path == Path("there")
    with library_of(Namespace(library=None)) as library:
        assert library.path == tmp_path / "data" / "dubao"
