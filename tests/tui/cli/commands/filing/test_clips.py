"""``dubao clips``: clippings in every form."""

import json
from pathlib import Path

from store.library.library import open_library
from store.reader.clippings import open_clips
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
    assert dubao("clips", "--format", "csv")[1].startswith("id,date,paper,page")
    assert dubao("clips", "--drop", clip.id)[0] == 0
    assert dubao("clips", "--drop", clip.id)[0] == 2
    assert dubao("clips")[0] == 1
