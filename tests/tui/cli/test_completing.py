"""What shells complete."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.library.library import open_library
from store.reader.clippings import open_clips
from store.reader.marks import open_marks
from store.reader.saved_filters import SavedFilter
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.conftest import PaperBuilder

DUBAO = Path(sys.executable).with_name("dubao")
Complete = Callable[[str], set[str]]

pytestmark = pytest.mark.slow


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a library of one issue, and a reader who has a tag, a filter and a subscription."""
    folder = tmp_path / "library"
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"DUBAO_{name}", str(tmp_path / name))
    monkeypatch.setenv("DUBAO_LIBRARY", str(folder))
    paper = PaperBuilder("临江报").on(2024, 3, 5).page("1").article("防汛不松劲", "堤上无险。")
    paper.add_to(open_library(folder))
    marks = open_marks()
    marks.mark_all(["1" * 16], tag="水利")
    marks.filters.save(SavedFilter("floods", "防汛"))
    library = open_library(folder)
    issue = library.issue(library.rows()[0].id)
    open_clips().clip(issue, issue.articles[0])
    Subscriptions(DiskFiles(folder)).save(Subscription("ljb", "http://ljb.example/", "feed"))
    return folder


@pytest.fixture
def completed(library: Path, tmp_path: Path) -> Complete:
    """Give what a shell is offered at the end of a line."""

    def offered(line: str) -> set[str]:
        told = tmp_path / "told"
        asked = {"COMP_LINE": line, "COMP_POINT": str(len(line)), "_ARGCOMPLETE": "1"}
        asked |= {"_ARGCOMPLETE_IFS": "\n", "_ARGCOMPLETE_STDOUT_FILENAME": str(told)}
        subprocess.run([DUBAO], check=True, env={**os.environ, **asked})
        return set(filter(None, map(str.strip, told.read_text("utf-8").split("\n"))))

    return offered


def test_commands_and_options(completed: Complete) -> None:
    assert {"list", "show", "search", "fetch"} <= completed("dubao ")
    assert completed("dubao sear") == {"search"}
    assert completed("dubao check --re") == {"--repair", "--restore"}
    assert completed("dubao export --format ma") == {"markdown"}


def test_what_the_library_and_its_reader_know(completed: Complete) -> None:
    issue = "linjiangbao-2024-03-05"
    assert completed("dubao show lin") == {issue}
    assert completed(f"dubao show {issue}/") == {f"{issue}/1.1"}
    assert completed("dubao remove lin") == {issue}
    assert completed("dubao filters fl") == {"floods"}
    assert completed("dubao filters x --tag ") >= {"水利"}
    (short,) = open_clips().short_names().values()
    assert completed("dubao clips --drop ") == completed("dubao clips --note ") == {short}
    assert completed("dubao fetch lj") == {"ljb"}
    assert "headline:" in completed("dubao search head")
    assert completed("dubao help unat") == {"unattended"}
    assert completed("dubao config theme n") == {"night"}
    assert completed("dubao config mouse ") >= {"true", "false"}
    assert completed("dubao config script tr") == {"traditional"}
    assert completed("dubao config keys.star") == {"keys.star"}
    assert completed("dubao config colours.hea") == {"colours.head"}
    assert completed("dubao config macros.f5 star,command-pa") == {"star,command-palette"}


def test_a_library_that_cannot_be_read_offers_nothing(completed: Complete, library: Path) -> None:
    (library / "catalogue.json").write_text("no catalogue")
    assert not completed("dubao show lin")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
@pytest.mark.usefixtures("library")
def test_bash_takes_the_script_and_is_offered_what_fits(tmp_path: Path) -> None:
    asked = """
        eval "$(dubao completion bash)"
        COMP_LINE="dubao show lin" COMP_POINT=14 COMP_TYPE=9
        _python_argcomplete dubao lin show
        echo "${COMPREPLY[@]}"
    """
    path = f"{DUBAO.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", asked], capture_output=True, text=True, check=True,
        env={**os.environ, "PATH": path, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.split() == ["linjiangbao-2024-03-05"]
