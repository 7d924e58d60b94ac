"""Pictures beside the originals: kept, found by article, checked, and gone with their original."""

from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.library.library import Library, open_library
from store.library.originals import original_file, picture_file
from store.models import Article, Picture
from store.subscriptions.pictures import Pictures, check_pictures, is_picture

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
BRIDGE = Picture("https://qing.example/bridge.png", "老桥")


@pytest.fixture
def library(tmp_path: Path, builder: Any) -> Library:
    """Give a library of one issue with a picture, which is kept."""
    library = open_library(tmp_path / "library")
    paper = builder("清溪日报").on(2031, 4, 5).page("1").article("老桥", pictures=(BRIDGE,))
    paper.add_to(library)
    Pictures(library.files).keep({(article(library).source, BRIDGE.url): PNG})
    return library


def article(library: Library) -> Article:
    (found,) = library.issue(library.rows()[0].id).articles
    return found


def kept(library: Library) -> list[Path]:
    return [path for path in (library.path / "pictures").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (PNG, True),
        (b"\xff\xd8\xff\xe0 JFIF", True),
        (b"GIF89a....", True),
        (b"RIFF\0\0\0\0WEBPVP8 ", True),
        (b"RIFF\0\0\0\0WAVEfmt ", False),
        (b"<svg onload='alert()'/>", False),
        (b"<html>403</html>", False),
        (b"", False),
    ],
)
def test_what_a_picture_is_its_beginning_tells(data: bytes, is_one: bool) -> None:
    assert is_picture(data) is is_one


def test_a_picture_is_found_by_its_article_and_address(library: Library) -> None:
    pictures = Pictures(library.files)
    assert pictures.get(article(library), BRIDGE) == PNG
    assert pictures.get(article(library), Picture("https://qing.example/other.png")) is None
    assert pictures.get(Article(), BRIDGE) is None
    assert pictures.get(article(library), Picture(caption="老桥")) is None


def test_without_its_original_none_is_kept(library: Library) -> None:
    Pictures(library.files).keep({("0" * 64, BRIDGE.url): PNG})
    assert len(kept(library)) == 1


def test_it_goes_when_the_issue_is_gone_for_good(library: Library) -> None:
    name = library.rows()[0].id
    library.remove(name)
    library.restore(name)
    assert len(kept(library)) == 1
    library.remove(name)
    library.empty()
    assert kept(library) == []


def test_it_goes_with_the_issue_to_another_library(library: Library, tmp_path: Path) -> None:
    other = open_library(tmp_path / "other")
    library.move([library.rows()[0].id], other)
    assert Pictures(other.files).get(article(other), BRIDGE) == PNG


def test_what_is_no_picture_or_has_no_original_is_set_aside_and_can_be_put_back(
    library: Library,
) -> None:
    files = DiskFiles(library.path)
    assert check_pictures(files) == []
    good = picture_file(article(library).source, BRIDGE.url)
    torn = picture_file(article(library).source, "https://qing.example/torn.png")
    alone = picture_file("0" * 64, BRIDGE.url)
    with files.lock():
        files.write_all({torn: b"\x89P", alone: PNG, "pictures/notes.txt": b"mine"})
    told = {each.file: str(each.wrong) for each in check_pictures(files)}
    assert told.keys() == {torn, alone}
    assert "original is gone" in told[alone]
    assert "no picture" in told[torn]
    mended = check_pictures(files, repair=True)
    assert all(each.mended for each in mended)
    assert check_pictures(files) == []
    assert files.read(good) == PNG
    library.put_back([alone])
    assert files.read(alone) == PNG


def test_a_damaged_original_does_not_take_its_pictures_along(library: Library) -> None:
    files = DiskFiles(library.path)
    with files.lock():
        files.write(original_file(article(library).source), b"torn")
    list(library.check(repair=True))
    assert Pictures(files).get(article(library), BRIDGE) == PNG
