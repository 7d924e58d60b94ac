"""An article of any site becomes an issue of one article, without what stands around it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from store.errors import SourceError
from store.press.markup.paragraphs import Paragraphs, paragraphs_of
from store.press.markup.parse import parse
from store.press.read import read
from store.press.result import PressResult
from store.press.text.clean import clean_line
from store.press.web.headline import bare
from store.press.web.read import read_chapter
from tests.store.press.web.pages import (
    AGENCY,
    CAPTION,
    CROSSHEAD,
    HEADLINE,
    MENU,
    MODERN,
    OTHERS,
    PAGES,
    PARAGRAPHS,
    PORTAL,
)

DAY = date(2024, 3, 5)
SAMPLES = Path(__file__).parents[4] / "../shared/samples/web"


def read_one(markup: str, encoding: str = "utf-8", **known: object) -> PressResult:
    (result,) = read(markup.encode(encoding), "page.html", **known)  # type: ignore[arg-type]
    return result


@pytest.mark.parametrize("manner", PAGES)
def test_the_story_alone_is_read(manner: str) -> None:
    issue = read_one(PAGES[manner]).issue
    (article,) = issue.articles
    assert issue.sources[0].kind == "web"
    assert article.headline == HEADLINE
    assert article.paragraphs == PARAGRAPHS
    assert [article.paragraphs[at] for at in article.crossheads] == [CROSSHEAD]
    assert issue.date == DAY


def test_a_heading_within_the_story_is_a_crosshead_even_of_words_quoted() -> None:
    quoted = "“终于又走回家”"
    page = MODERN.replace(CROSSHEAD, quoted)
    page = re.sub(
        rf"<(\w+)[^<>]*>(?:<strong>)?{quoted}(?:</strong>)?</\1>", f"<h2>{quoted}</h2>", page
    )
    (article,) = read_one(page).issue.articles
    assert [article.paragraphs[at] for at in article.crossheads] == [quoted]


BLOG = f"""<html><head><title>{HEADLINE} – 青溪网</title></head><body><article>
<h1 class="entry-title">{HEADLINE}</h1><div class="entry-meta">{{meta}}</div>
<div class="entry-content">{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</div></article>
<div><span class="author">白小露</span></div></body></html>"""


def test_the_author_marked_over_the_story_wrote_it() -> None:
    meta = '2024年3月5日 07:31 <span class="post-author">邵渡川</span> 阅读 1,203'
    page = BLOG.format(meta=meta).replace("本报讯（记者 陆望舒 通讯员 简宁）", "")
    (article,) = read_one(page).issue.articles
    assert [byline.names for byline in article.byline] == [("邵渡川",)]
    assert len(article.paragraphs) == len(PARAGRAPHS)


@pytest.mark.parametrize("posted", ["<span>纪小禾</span><span>3小时前</span>", "刚刚", "5 分钟前"])
def test_how_long_ago_a_story_was_posted_is_none_of_it(posted: str) -> None:
    paragraphs = "".join(f"<div>{text}</div>" for text in PARAGRAPHS)
    head = f"<html><head><title>{HEADLINE}</title></head><body>"
    page = f"{head}<div><h1>{HEADLINE}</h1><div>{posted}</div>{paragraphs}</div></body></html>"
    (article,) = read_one(page).issue.articles
    assert article.paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("manner", "paper"),
    [
        ("portal", "青溪网"),
        ("agency", "望江网"),
        ("government", "望江县人民政府门户网站"),
        ("modern", "南渡观察"),
        ("account", "望江发布"),
        ("tables", "望江日报网"),
    ],
)
def test_the_issue_is_of_the_site(manner: str, paper: str) -> None:
    assert read_one(PAGES[manner]).issue.paper.name == paper


def test_a_field_of_the_site_s_line_names_who_wrote() -> None:
    story = "<p>望江县的老桥修好了，人人来看。</p>" * 4
    head = "<html><title>老桥修好了_青溪网</title><h1>老桥修好了</h1>"
    for field, role in (("记者：陆望舒", "记者"), ("撰文：陆望舒 编辑：白露", "作者")):
        line = f"<div>2024-03-05 09:10 来源：青溪周刊 {field}</div>"
        (article,) = read_one(head + line + story).issue.articles
        assert [(each.role, each.names) for each in article.byline] == [(role, ("陆望舒",))]


@pytest.mark.parametrize("manner", ["portal", "agency", "modern"])
def test_what_stands_beneath_a_picture_is_a_caption(manner: str) -> None:
    (article,) = read_one(PAGES[manner]).issue.articles
    assert article.captions == (CAPTION,)


def test_who_wrote_is_read_in_the_lead_in_and_whence_it_is_is_kept() -> None:
    issue = read_one(AGENCY).issue
    (article,) = issue.articles
    assert [byline.names for byline in article.byline] == [("陆望舒",), ("简宁",)]
    assert article.lead_in == "本报讯（记者 陆望舒 通讯员 简宁）"
    assert any("青溪周刊" in line for line in issue.furniture)


def test_a_page_of_a_site_is_no_page_of_a_paper() -> None:
    issue = read_one(AGENCY).issue
    assert (issue.pages, issue.articles[0].page) == ((), "")
    assert issue.articles[0].id == f"{issue.id}/0.1"


def test_the_address_and_the_pictures_are_kept() -> None:
    (article,) = read_one(PORTAL).issue.articles
    assert article.url == "https://news.qingxi.example/c/2024-03-05/doc-1.shtml"
    assert [picture.url for picture in article.pictures] == ["https://img.qingxi.example/1.jpg"]


def test_a_story_in_pictures_has_their_captions_as_its_text() -> None:
    page = (
        f"<html><title>{HEADLINE}_青溪网</title><h1>{HEADLINE}</h1><div class=content>"
        f"<p><img src=1.jpg><p align=center>3月5日，{CAPTION}"
        "<p><img src=2.jpg><p align=center>孩子们放学，从桥上回家。江一帆 摄</div>"
    )
    (article,) = read_one(page).issue.articles
    assert article.paragraphs == (f"3月5日，{CAPTION}", "孩子们放学，从桥上回家。江一帆 摄")


def test_a_subhead_stands_beneath_the_headline() -> None:
    assert read_one(PAGES["government"]).issue.articles[0].subhead == "乡亲凑了一半的钱"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_the_bytes_say_the_charset(encoding: str) -> None:
    page = AGENCY.replace("<head>", "<head><meta charset=gb2312>")
    assert read_one(page, encoding).issue.articles[0].paragraphs == PARAGRAPHS


def test_what_a_reader_knows_wins() -> None:
    issue = read_one(AGENCY, day=date(2024, 3, 6), paper="青溪周刊").issue
    assert (issue.date, issue.paper.name) == (date(2024, 3, 6), "青溪周刊")


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        (f"<html><title>青溪网</title><ul>{MENU}{OTHERS}</ul>", "made of links"),
        (f"<html><title>老桥_站内搜索</title>{OTHERS}", "search"),
        ("<html><title>登录</title><p>请登录<input type=password>", "log in"),
        ("<html><title>Index of /p</title><a href=1>1</a>", "listing"),
    ],
)
def test_what_is_no_article_is_told_with_what_was_seen(page: str, seen: str) -> None:
    with pytest.raises(SourceError, match=seen):
        read_one(page)


def test_a_page_that_is_said_to_be_one_has_an_article_or_is_refused() -> None:
    with pytest.raises(SourceError, match=r"page\.html: no article was found.*42 links"):
        read_one(f"<html><title>青溪网的首页</title>{MENU}{OTHERS}", kind="web")


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 3000 + MODERN,
        "<html><p " + " ".join(f"a{n}=1" for n in range(9000)) + ">" + MODERN,
        "<html>" + "<b>" * 250_000,
        "<html>\0\0\0<p>&a;&b;" + "<table><tr><td>" * 80,
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><p>&b;&b;',
    ],
)
def test_hostile_pages_are_refused_in_one_sentence(page: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_one(page, kind="web")
    assert str(caught.value).startswith("page.html: ")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(not SAMPLES.exists(), reason="no samples beside the project")
@pytest.mark.parametrize("path", [*SAMPLES.glob("*.html")], ids=lambda path: path.stem)
def test_true_pages_are_articles(path: Path) -> None:
    truth = json.loads(path.with_suffix(".truth.json").read_text("utf-8"))
    (result,) = read(path.read_bytes(), path.name)
    (article,) = result.issue.articles
    assert str(result.issue.date) == truth["paper"]["date"]
    assert bare(article.headline) == bare(truth["articles"][0]["headline"])
    assert article.paragraphs == tuple(map(clean_line, truth["articles"][0]["paragraphs"]))


def test_a_chapter_is_its_articles_own() -> None:
    root = parse("<h1>一条船渡了七十年</h1><p>本报记者 柳青舟</p><p>天刚亮，渡口的老船已经离岸，"
                 "掌船的人把篙往水里一点。</p><p>船票一元。</p>", "a")  # fmt: skip
    article = read_chapter(root, paragraphs_of([root]), "", "https://linjiang.example/1#x")
    assert article is not None
    assert (article.headline, article.url) == ("一条船渡了七十年", "https://linjiang.example/1")
    assert article.paragraphs[-1] == "船票一元。"
    assert article.byline[0].names == ("柳青舟",)
    assert read_chapter(root, Paragraphs(), "封面", "") is None
