"""``dubao reimport``: originals are read again, with the press of today."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.press.dump.read import read_dump
from store.press.material import Material
from store.press.result import PressResult
from tests.tui.cli.support import ISSUE, Dubao


@pytest.fixture
def better_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the press read originals otherwise than it did."""

    def read(material: Material) -> PressResult:
        result = read_dump(material)
        first, *others = result.issue.articles
        articles = (replace(first, headline="一桥一策"), *others[:-1])
        return replace(result, issue=replace(result.issue, articles=articles))

    monkeypatch.setattr("store.press.dump.read.read_dump", read)


@pytest.mark.usefixtures("better_press")
def test_reading_again(dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("store.press.dump.read.read_dump", read_dump)
        dubao("import", page)
        status, out, _ = dubao("reimport")
        assert (status, "nothing changed" in out) == (0, True)
    before = dubao("show", ISSUE, "--json")[1]
    status, out, _ = dubao("reimport", "--dry-run")
    assert status == 0
    old = json.loads(before)["articles"][0]["headline"]
    assert f"~ {old} → 一桥一策" in out
    assert "--dry-run" in out
    assert dubao("show", ISSUE, "--json")[1] == before
    (record,) = json.loads(dubao("reimport", ISSUE, "--json")[1])
    count = len(json.loads(before)["articles"])
    assert record["articles"] == [count, count - 1]
    assert record["renamed"] == [[old, "一桥一策"]]
    assert len(record["removed"]) == 1
    assert json.loads(dubao("show", ISSUE, "--json")[1])["articles"][0]["headline"] == "一桥一策"


def test_what_cannot_be_read_again(dubao: Dubao, page: str, tmp_path: Path) -> None:
    assert dubao("reimport")[0] == 1
    dubao("import", page)
    status, out, err = dubao("reimport", "nothing", ISSUE)
    assert (status, err.count("\n"), ISSUE in out) == (1, 1, True)
    (original,) = (tmp_path / "data").rglob("*.gz")
    original.write_bytes(b"junk")
    status, out, err = dubao("reimport")
    assert (status, "damaged" in err) == (2, True)
