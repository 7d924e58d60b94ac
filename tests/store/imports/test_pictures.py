"""Pictures that lie beside pages: kept with their articles, from folders and from archives."""

import zipfile
from pathlib import Path

import pytest

from store.imports.inputs import import_all
from store.imports.sources import gather
from store.library.library import Library
from store.models import Article
from store.subscriptions.pictures import Pictures
from tests.store.press.epaper.mirrors import BRIDGE, founder_new

pytestmark = pytest.mark.usefixtures("in_this_process")

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
STORY = "p/pc/content/203104/05/content_101.html"
SHOWN = (
    "<div id=ozoom><table><tr><td>"
    "<img src=../../../pic/203104/05/b.png width=500></td></tr></table>"
)
FILES = {
    **founder_new(),
    STORY: founder_new()[STORY].replace(b"<div id=ozoom>", SHOWN.encode()),
    "p/pc/pic/203104/05/b.png": PNG,
    "p/pc/pic/203104/05/other.png": PNG[:60],
}
PAGE = (
    "<html><head><title>老桥修好了</title><link rel=canonical href=https://qing.example/1.html>"
    "</head><body><article><h1>老桥修好了</h1>"
    + "<p>望江县的老桥昨天修好了，两岸的村民都来看，桥上挂了灯，一直亮到深夜。</p>"
    * 4
    + "<figure><img src=%s width=600><figcaption>桥上的灯</figcaption></figure>"
    "</article></body></html>"
)


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def imported(library: Library, path: Path) -> Article:
    """Return the story with a picture of what is imported."""
    assert not [done.error for done in import_all(library, gather([str(path)])) if done.error]
    (row,) = library.rows()
    articles = [each for each in library.issue(row.id).articles if each.pictures]
    assert len(articles) == 1
    return articles[0]


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_mirrored_issue_brings_its_pictures(
    library: Library, tmp_path: Path, *, is_zip: bool
) -> None:
    path = zipped(tmp_path / "p.zip", FILES) if is_zip else put(tmp_path / "issue", FILES)
    article = imported(library, path)
    assert article.headline == BRIDGE
    assert Pictures(library.files).get(article, article.pictures[0]) == PNG
    assert len(library.files.names("pictures")) == 1


@pytest.mark.parametrize("where", ["1_files/b.png", "https://qing.example/img/1_files/b.png"])
def test_a_saved_page_brings_what_was_saved_with_it(
    library: Library, tmp_path: Path, where: str
) -> None:
    files = {"1.html": (PAGE % where).encode(), "1_files/b.png": PNG}
    article = imported(library, put(tmp_path / "saved", files))
    assert Pictures(library.files).get(article, article.pictures[0]) == PNG


def test_what_is_called_a_picture_and_is_none_stays_away(library: Library, tmp_path: Path) -> None:
    files = {**FILES, "p/pc/pic/203104/05/b.png": b"<html>403</html>"}
    article = imported(library, put(tmp_path / "issue", files))
    assert Pictures(library.files).get(article, article.pictures[0]) is None


def test_pictures_that_were_not_kept_come_the_second_time(library: Library, tmp_path: Path) -> None:
    folder = put(tmp_path / "issue", FILES)
    article = imported(library, folder)
    (name,) = library.files.names("pictures")
    library.files.remove(name)
    assert imported(library, folder) == article
    assert library.files.read(name) == PNG
