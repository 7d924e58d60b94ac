"""Which inputs are one mirrored issue, what archives hold, and what stays alone."""

import io
import os
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest

from store.errors import SourceError, WorkerError
from store.imports import bundles
from store.imports.bundles import put_together
from store.imports.sources import Input, gather, load
from store.press.mirror import unpack
from store.press.read import read
from store.press.recognise import HEAD
from store.processes import Worker
from tests.store.press.epaper.mirrors import FAMILIES, PAGES, TEXTS, Files

pytestmark = pytest.mark.usefixtures("in_this_process")

LIST = "<a href=node_{0}.html>第0{0}版：要闻</a><a href=node_{1}.html>第0{1}版：综合</a>"
STORY = "<html><h1>老桥修好了</h1><p>望江县的老桥昨天修好了。</p>"
MIRROR = {
    "paper/index.html": '<meta http-equiv=refresh content="0;url=layout/202403/12/node_1.html">',
    "paper/layout/202403/12/node_1.html": LIST.format(1, 2)
    + '<a href="../../../content/202403/12/c_1.html">老桥</a>'
    '<a href="../../202403/11/node_1.html">上一期</a>',
    "paper/layout/202403/12/node_2.html": LIST.format(1, 2)
    + '<a href="../../../content/202403/12/c_2.html">茶摊</a><a href="/etc/passwd">x</a>',
    "paper/content/202403/12/c_1.html": STORY,
    "paper/content/202403/12/c_2.html": STORY,
}
DAY_BEFORE = {"paper/layout/202403/11/node_1.html": LIST.format(1, 2)}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: Path) -> list[Input]:
    inputs = list(gather(map(str, paths)))
    starts = [source.data or Path(source.path).read_bytes()[:HEAD] for source in inputs]
    return list(put_together(zip(inputs, starts, strict=True)))


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def test_a_mirrored_issue_is_one_source(tmp_path: Path) -> None:
    write(tmp_path, {**MIRROR, "notes.txt": "老桥修好了。", "about.html": STORY})
    text, alone, mirror = found(tmp_path)
    assert [text.inner, alone.inner] == ["notes.txt", "about.html"]
    assert mirror.name == f"{tmp_path}/paper"
    assert [file.path for file in unpack(load(mirror), "x")] == sorted(MIRROR)


def test_the_same_files_are_the_same_source_wherever_they_lie(tmp_path: Path) -> None:
    write(tmp_path / "here", MIRROR)
    write(tmp_path / "there", MIRROR)
    (tmp_path / "all.zip").write_bytes(zipped(MIRROR))
    paths = [tmp_path / name for name in ("here", "there", "all.zip")]
    sources = [load(source) for path in paths for source in found(path)]
    assert sources[0] == sources[1] == sources[2]


def test_what_pages_are_shown_with_is_no_source(tmp_path: Path) -> None:
    parts = {
        "a.js": "function turn(page) { return page + 1; }\n",
        "b.css": ".news { margin: 5px; }\n",
        "c.jpg": "\x00",
        "d.js": "var x = 1;",
        "e.txt": "老桥修好了。",
    }
    page = "<html><link href=p/b.css><script src=p/a.js></script><img src=p/c.jpg><a href=p/e.txt>"
    write(tmp_path, {"1.html": page + STORY, **{f"p/{name}": text for name, text in parts.items()}})
    (tmp_path / "p/c.jpg").write_bytes(b"\xff\xd8\xff")
    assert [source.inner for source in found(tmp_path)] == ["p/e.txt", "1.html", "p/d.js"]


def test_what_a_browser_has_saved_with_a_page_is_no_source(tmp_path: Path) -> None:
    parts = ("老桥_files/saved_resource.html", "老桥_files/a.js.下载", "老桥_files/b.jpg")
    other = "茶摊_files/page.html"
    write(tmp_path, {"老桥.html": STORY, other: STORY, **dict.fromkeys(parts, STORY)})
    assert sorted(source.inner for source in found(tmp_path)) == sorted(("老桥.html", other))


@pytest.mark.parametrize("packed", [False, True])
def test_what_no_page_has_is_passed_over_beside_a_mirror(tmp_path: Path, packed: bool) -> None:
    shown = {
        "paper/css/a.css": "/* 版面 */",
        "paper/js/b.js": "document.write('<div><p>老桥</p></div>');",
        "paper/layout/1.jpg?x=2": "\xff\xd8\xff",
        "paper/c.ttf": "\0\1\0\0",
        "paper/d.mp3": "ID3",
        "robots.txt": "User-agent: *",
    }
    told = {"paper/notes.txt": "a = {b}; c = {d};", "paper/e.md": "# 老桥修好了"}
    if packed:
        (tmp_path / "a.zip").write_bytes(zipped({**MIRROR, **shown, **told}))
        sources = found(tmp_path / "a.zip")
    else:
        write(tmp_path, {**MIRROR, **shown, **told})
        sources = found(tmp_path)
    alone = [source.inner for source in sources if not source.members]
    assert sorted(alone) == sorted(told)
    assert [len(source.members) for source in sources if source.members] == [len(MIRROR)]


def test_each_day_is_an_issue_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {**MIRROR, **DAY_BEFORE})
    sources = found(tmp_path)
    assert sorted(len(source.members) for source in sources) == [0, len(MIRROR)]


def test_pages_without_a_page_list_stay_alone(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "<a href=a.html>老桥修好了</a>", "a.html": STORY})
    assert [source.inner for source in found(tmp_path)] == ["a.html", "index.html"]


def test_files_that_are_named_one_by_one_stay_alone(tmp_path: Path) -> None:
    write(tmp_path, MIRROR)
    paths = [tmp_path / name for name in MIRROR]
    assert [Path(source.path) for source in found(*paths)] == paths


def test_no_link_of_the_disk_is_followed_into_a_mirror(tmp_path: Path) -> None:
    write(tmp_path / "pages", MIRROR)
    story = tmp_path / "pages" / "paper/content/202403/12/c_1.html"
    story.rename(tmp_path / "elsewhere.html")
    story.symlink_to(tmp_path / "elsewhere.html")
    mirror = next(source for source in found(tmp_path / "pages") if source.members)
    assert len(mirror.members) == len(MIRROR) - 1


def test_pages_whose_names_are_no_text_are_told_apart(tmp_path: Path) -> None:
    for name in (b"\xc7\xe0.html", b"\xc7\xe1.html"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(STORY, encoding="utf-8")
    assert [source.inner for source in found(tmp_path)] == [r"\xc7\xe0.html", r"\xc7\xe1.html"]


def test_what_an_archive_holds_is_named_by_both(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a/1.txt": "老桥", "2.html": STORY}))
    sources = found(tmp_path / "all.zip")
    assert [source.name for source in sources] == [
        f"{tmp_path}/all.zip: a/1.txt",
        f"{tmp_path}/all.zip: 2.html",
    ]
    assert load(sources[0]) == "老桥".encode()


def test_an_archive_that_cannot_be_unpacked_is_told_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"1.txt": "老桥"})[:-9])
    (source,) = found(tmp_path / "all.zip")
    with pytest.raises(SourceError, match="damaged or locked"):
        load(source)


def test_no_more_pages_are_held_than_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"1.txt": "老桥", "2.html": STORY, "3.gif": "GIF89a" + "x" * 20_000, "4.html": STORY}
    (tmp_path / "all.zip").write_bytes(zipped(files))
    assert len(found(tmp_path / "all.zip")) == 4
    monkeypatch.setattr(bundles, "MOST_HELD", len(STORY.encode()) + HEAD)
    text, whole = found(tmp_path / "all.zip")
    assert text.inner == "1.txt"
    assert "unpacks to more than one may" in str(whole.refusal)


def test_an_archive_that_a_worker_dies_of_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*asked: object) -> None:
        raise WorkerError("SIGPROF")

    monkeypatch.setattr(Worker, "stream", die)
    (tmp_path / "all.zip").write_bytes(zipped({"1.txt": "老桥"}))
    (source,) = found(tmp_path / "all.zip")
    assert "all.zip: this archive unpacks to more than one may" in str(source.refusal)


def test_what_came_through_a_pipe_is_unpacked() -> None:
    data = zipped({"1.txt": "老桥"})
    (source,) = put_together([(Input("-", data), data[:HEAD])])
    assert (source.name, source.data) == ("-: 1.txt", "老桥".encode())


def test_a_document_that_begins_like_an_archive_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({"[Content_Types].xml": "", "word/document.xml": ""}))
    (source,) = found(tmp_path / "a.docx")
    assert source.name == f"{tmp_path}/a.docx"


def saved_whole(files: Files) -> Files:
    """Save with HTTrack or wget: folders for hosts, links as they were, parameters in names."""
    pages = {f"sites/paper.example/{path}": data for path, data in absolute(files).items()}
    return {path + "?v=1" if "node" in path else path: data for path, data in pages.items()}


def saved_flat(files: Files) -> Files:
    """Save with wget -nd: all in one folder."""
    return {path.rpartition("/")[2]: data for path, data in absolute(files).items()}


def saved_one_by_one(files: Files) -> Files:
    """Save in a browser: names are titles, a page says whence it came."""
    return {
        f"{at}.html": f"<!-- saved from url=(0099)http://paper.example/{path} -->".encode() + data
        for at, (path, data) in enumerate(absolute(files).items())
    }


def absolute(files: Files) -> Files:
    """Return `files` with links that name their host."""
    here = ""

    def whole(link: re.Match[str]) -> str:
        return f"{link[1]}{urljoin(here, link[2])}"

    links = re.compile(r"(href=['\"]?|daoxiang=|url=)([\w./%?=-]+)", re.IGNORECASE)
    found = {}
    for path, data in files.items():
        here = f"http://paper.example/{path}"
        found[path] = links.sub(whole, data.decode("latin-1")).encode("latin-1")
    return found


@pytest.mark.parametrize("saved", [saved_whole, saved_flat, saved_one_by_one])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_mirror_may_be_saved_in_any_way(family: str, saved: Callable[[Files], Files]) -> None:
    files = saved(FAMILIES[family]())
    inputs = [Input(f"t/{path}", data, "t", path) for path, data in files.items()]
    (mirror,) = put_together((each, each.data or b"") for each in inputs)
    assert len(mirror.members) == len(files)
    ((issue, _),) = [(found.issue, found.report) for found in read(load(mirror), mirror.name)]
    assert issue.date == date(2031, 4, 5)
    found = [(story.page, story.headline, story.paragraphs) for story in issue.articles]
    assert found == [
        (page.lstrip("0"), title, TEXTS[title])
        for page, (_, titles) in PAGES.items()
        for title in titles
    ]


SAMPLES = Path(__file__).parents[4] / "shared" / "samples"


@pytest.mark.skipif(not SAMPLES.exists(), reason="there are no samples here")
@pytest.mark.parametrize(
    "name", ["paperindex/issue-mrdx-20260104", "founder-new/issue-rmrb-20260131"]
)
def test_real_mirrors_are_one_source(name: str) -> None:
    (mirror,) = found(SAMPLES / name)
    assert len(mirror.members) == sum(path.is_file() for path in (SAMPLES / name).rglob("*"))
