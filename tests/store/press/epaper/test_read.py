"""The room of e-papers behind the door of the press."""

from datetime import date
from pathlib import Path

import pytest

from store.errors import SourceError
from store.models import Issue
from store.press.mirror import File, pack
from store.press.read import read
from store.press_warnings import PressWarning
from tests.store.press.epaper.mirrors import BRIDGE, FAMILIES, RIVER, TEA, TEXTS, founder_new

SAMPLES = Path(__file__).parents[5] / "shared" / "samples"


def issue_of(data: bytes, kind: str = "") -> Issue:
    (result,) = read(data, "a.html", kind=kind)
    return result.issue


def test_bodies_that_attributes_hold_are_read() -> None:
    body = "&lt;p&gt;　　望江县的老桥修好了。&lt;/p&gt;&lt;p&gt;桥上挂了灯。&lt;/p&gt;"
    (result,) = read(
        f"<html><title>临江日报</title><ul class=gebanlist><li><a href=node_1.htm>第01版：要闻</a>"
        f"<li><a href=node_2.htm>第02版：副刊</a></ul><div id=mylink><a class=overlink "
        f'href="javascript:void(0)" alt={BRIDGE} neirong="{body}"></a>'
        f"<a class=overlink href=c_2.htm alt='{TEA}'></a></div>".encode(),
        "list.html",
    )
    (story,) = result.issue.articles
    assert (story.page, story.headline) == ("1", BRIDGE)
    assert story.paragraphs == ("望江县的老桥修好了。", "桥上挂了灯。")
    assert [entry.title for entry in result.issue.index] == [TEA]


def test_an_article_that_an_attribute_holds_is_read() -> None:
    (result,) = read(
        f"<html><h3 id=suptitle></h3><h1 id=title>{BRIDGE}</h1><h4 id=subtitle>两岸都来看</h4>"
        '<div id=show neirong="　　望江县的老桥修好了。<br>　　桥上挂了灯。"></div>'.encode(),
        "a.html",
    )
    (story,) = result.issue.articles
    assert (story.headline, story.subhead) == (BRIDGE, "两岸都来看")
    assert story.paragraphs == ("望江县的老桥修好了。", "桥上挂了灯。")


def test_another_day_than_the_address_names_is_told() -> None:
    other = "<p class=date>2031年04月06日 星期日</p></body>"
    files = {path: data.replace(b"</body>", other.encode()) for path, data in founder_new().items()}
    (result,) = read(pack(File(path, data) for path, data in files.items()), "mirror")
    assert result.issue.date == date(2031, 4, 5)
    assert [str(warning.message()) for warning in result.issue.warnings] == [
        "2031-04-06 is printed, but the address names 2031-04-05."
    ]
    (result,) = read(pack(File(path, data) for path, data in founder_new().items()), "mirror")
    assert not result.issue.warnings


def test_an_article_of_another_day_than_its_address_names_is_told() -> None:
    saved = (
        b"<!-- saved from url=(0050)http://paper.example/p/pc/content/203104/06/content_1.html -->"
    )
    page = saved + founder_new()["p/pc/content/203104/05/content_101.html"]
    (result,) = read(page, "a.html")
    assert result.issue.date == date(2031, 4, 6)
    assert [warning.code for warning in result.issue.warnings] == ["day_differs"]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_mirror_is_one_issue(family: str) -> None:
    data = pack(File(path, data) for path, data in FAMILIES[family]().items())
    (result,) = read(data, "mirror")
    issue = result.issue
    assert [article.headline for article in issue.articles] == [BRIDGE, TEA, RIVER]
    assert issue.date == date(2031, 4, 5)
    assert issue.paper.name == ("" if family == "A-gmw" else "临江日报")
    assert all(article.source == issue.sources[0].sha256 for article in issue.articles)
    assert dict(result.report.taken)["articles"] == 3


@pytest.mark.parametrize("family", ["A", "A-tree", "A-gmw", "B", "B-cms", "C", "D", "F"])
def test_a_lone_page_list_is_a_table_of_contents(family: str) -> None:
    files = FAMILIES[family]()
    path = next(path for path in files if any(BRIDGE in text for text in _texts(files[path])))
    issue = issue_of(files[path])
    assert not issue.articles
    listed = [(entry.title, entry.page) for entry in issue.index]
    assert listed[:2] == [(BRIDGE, "1"), (TEA, "1")]
    assert [page.name for page in issue.pages] == ["要闻", "副刊"]


def _texts(data: bytes) -> list[str]:
    return [data.decode(charset, "replace") for charset in ("utf-8", "gb18030")]


@pytest.mark.parametrize("family", ["A", "B"])
def test_a_lone_article_is_an_issue_of_one(family: str) -> None:
    files = FAMILIES[family]()
    (data,) = [
        data for data in files.values() if any(TEXTS[RIVER][0] in text for text in _texts(data))
    ]
    issue = issue_of(data)
    (article,) = issue.articles
    assert (article.headline, article.page, article.paragraphs) == (RIVER, "2", TEXTS[RIVER])
    assert issue.paper.name == ("临江日报" if family == "A" else "")
    assert [page.number for page in issue.pages] == ["2"]


def test_what_a_reader_knows_wins() -> None:
    data = pack(File(path, data) for path, data in founder_new().items())
    (result,) = read(data, "mirror", day=date(2031, 5, 1), paper="望江报")
    assert (result.issue.date, result.issue.paper.name) == (date(2031, 5, 1), "望江报")


def test_pages_that_are_missing_are_told() -> None:
    files = founder_new()
    del files["p/pc/layout/203104/05/node_02.html"]
    (result,) = read(pack(File(path, data) for path, data in files.items()), "mirror")
    assert [warning.code for warning in result.issue.warnings] == ["pages_missing"]


def test_articles_that_are_missing_are_told() -> None:
    files = founder_new()
    gone = next(at for at, data in files.items() if any(TEXTS[RIVER][0] in t for t in _texts(data)))
    del files[gone]
    packed = [File(path, data) for path, data in files.items()]
    (result,) = read(pack(packed), "mirror")
    assert result.issue.warnings == (PressWarning("articles_missing", {"missing": 1, "listed": 3}),)
    assert [entry.title for entry in result.issue.index] == [RIVER]
    (fetched,) = read(pack(packed, part=True), "mirror")
    assert fetched.issue.warnings == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html><div id=webtree></div><div id=app></div>", "names no article"),
        (b"<html><div id=webtree></div><meta http-equiv=refresh content='0;url=b.htm'>", "b.htm"),
        (b"<html><div id=ozoom>" + b"<div>" * 100_000, "more tags"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.html: .*{says}.*\.$"):
        issue_of(data)


def test_an_interfaces_answer() -> None:
    issue = issue_of(
        '{"data": [{"editionName": "01版：要闻", "documentTitle": "老桥",'
        ' "documentContent": "<p>甲。"},'
        ' {"editionName": "01版：要闻", "documentTitle": "新桥"}]}'.encode()
    )
    assert [(a.headline, a.paragraphs) for a in issue.articles] == [("老桥", ("甲。",))]
    assert [entry.title for entry in issue.index] == ["新桥"]


def test_an_interfaces_refusal_is_told() -> None:
    with pytest.raises(SourceError, match="refusal"):
        issue_of(b'{"articlelist": [], "success": false}')


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="there are no samples here")
@pytest.mark.parametrize("family", ["founder-new", "founder-classic", "gmrb", "paperindex", "own"])
def test_the_samples(family: str) -> None:
    import json

    for truth in sorted((SAMPLES / family).glob("*.truth.json")):
        told = json.loads(truth.read_text("utf-8"))
        path = truth.with_name(told["file"])
        files = [path] if path.is_file() else sorted(each for each in path.rglob("*.htm*"))
        data = (
            path.read_bytes()
            if path.is_file()
            else pack(File(str(each.relative_to(path)), each.read_bytes()) for each in files)
        )
        issue = read(data, path.name)[0].issue
        assert (issue.date.isoformat() if issue.date else None) == told["paper"]["date"]
        assert [
            (
                _plain(article.headline),
                article.page,
                _plain(article.kicker),
                _plain(article.subhead),
            )
            for article in issue.articles
        ] == [
            (_plain(a["headline"]), a["page"], _plain(a["kicker"]), _plain(a["subhead"]))
            for a in told["articles"]
        ]
        for article, a in zip(issue.articles, told["articles"], strict=True):
            assert _plain("".join(article.paragraphs)) == _plain("".join(a["paragraphs"]))
        if not issue.articles:
            assert [(_plain(entry.title), entry.page) for entry in issue.index] == [
                (_plain(entry["title"]), entry["page"]) for entry in told["index"]
            ]


def _plain(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())
