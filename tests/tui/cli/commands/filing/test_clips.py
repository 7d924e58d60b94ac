"""``dubao clips``: clippings in every form."""

import json
from pathlib import Path

import pytest

from store.library.library import open_library
from store.reader.clippings import Clip, open_clips
from tests.tui.cli.support import Dubao


def test_clippings_are_printed_in_every_form(dubao: Dubao, page: str, tmp_path: Path) -> None:
    assert dubao("clips") == (1, "", "dubao: There are no clippings.\n")
    dubao("import", page)
    issue, article = open_library().article("qingxishibao-2024-03-12/1.1")
    clip = open_clips().clip(issue, article, [0])
    status, out, _ = dubao("clips")
    assert (status, clip.citation in out) == (0, True)
    assert json.loads(dubao("clips", "--json")[1])[0]["id"] == clip.id
    assert json.loads(dubao("clips", "--format", "jsonl")[1])["headline"] == article.headline
    assert f"— {clip.authors[0]}" in dubao("clips", "--format", "markdown")[1]
    assert dubao("clips", "--format", "csv")[1].startswith("\ufeffId,Date,Paper,Page")
    assert dubao("clips", "--format", "bibtex")[1].startswith("@article{")
    assert dubao("clips", "--drop", clip.id)[0] == 0
    assert dubao("clips", "--drop", clip.id)[0] == 2
    assert dubao("clips")[0] == 1
    assert clip.citation in dubao("clips", "--undo")[1]
    assert clip.citation in dubao("clips")[1]
    assert dubao("clips", "--undo") == (1, "", "dubao: There is nothing to undo.\n")


@pytest.fixture
def two(dubao: Dubao, page: str) -> tuple[Clip, Clip]:
    """Give two clippings of the sample page."""
    dubao("import", page)
    issue, article = open_library().article("qingxishibao-2024-03-12/1.1")
    return open_clips().clip(issue, article), open_clips().clip(issue, article, [0])


def test_they_are_named_shortly(dubao: Dubao, two: tuple[Clip, Clip]) -> None:
    names = [line.split()[0] for line in dubao("clips")[1].splitlines()]
    assert all(len(name) <= 7 for name in names)
    assert dubao("clips", "--note", names[1], "写序时用")[1].endswith("写序时用\n")
    assert dubao("clips")[1].splitlines()[1].endswith("写序时用")
    assert dubao("clips", "--query", "写序")[1].splitlines() == dubao("clips")[1].splitlines()[1:]
    assert dubao("clips", "--drop", names[0][:5])[0] == 0
    assert dubao("clips")[1].split()[0] == names[1], "a name stays when others go"
    status, _, told = dubao("clips", "--drop", names[0])
    assert (status, names[0] in told) == (2, True)


def test_they_are_written_to_a_file_by_its_name(
    dubao: Dubao, two: tuple[Clip, Clip], tmp_path: Path
) -> None:
    file = tmp_path / "剪报.csv"
    assert dubao("clips", "-o", str(file)) == (0, "", "")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfId,")
    status, _, told = dubao("clips", "-o", str(file))
    assert (status, "--force" in told) == (2, True)
    assert dubao("clips", "-o", str(file), "--force", "--format", "ris")[0] == 0
    assert file.read_bytes().startswith(b"TY  - NEWS\r\n")
    assert dubao("clips", "-o", str(tmp_path / "剪报.doc"))[0] == 2
    assert dubao("clips", "-o", str(tmp_path / "none.md"), "--query", "无此词")[0] == 1
    assert not (tmp_path / "none.md").exists()
    status, _, told = dubao("clips", "--query", "is:gone")
    assert (status, "is:gone" in told) == (0, True)
