"""What has been fetched and is not kept yet."""

from pathlib import Path

from store.fetching.spool import Spool

URL = "http://paper.example/a.htm"


def test_what_is_put_is_there_until_it_is_dropped(tmp_path: Path) -> None:
    spool = Spool("here", "清溪", tmp_path)
    assert spool.get(URL) is None
    spool.put(URL, b"page")
    assert Spool("here", "清溪", tmp_path).get(URL) == b"page"
    assert Spool("here", "岭北", tmp_path).get(URL) is None
    assert Spool("there", "清溪", tmp_path).get(URL) is None
    spool.drop([URL, "http://paper.example/other.htm"])
    assert spool.get(URL) is None
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    spool = Spool("here", "清溪", tmp_path / "file")
    spool.put(URL, b"page")
    assert spool.get(URL) is None
    spool.drop([URL])
