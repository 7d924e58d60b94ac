"""The room of feeds, through the door of the press, and fetches that follow each other."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.errors import SourceError
from store.library.merging import compose
from store.press.read import read
from tests.store.press.feed.damaged import damaged
from tests.store.press.feed.makers import MAKERS, Told

SHARED = Path(__file__).parents[5] / "shared" / "samples" / "feeds"
ITEM = """<item><title>{title}</title><link>https://linjiang.example/{guid}.html</link>
<guid>{guid}</guid><pubDate>{moment}</pubDate><category>{category}</category>
<description><![CDATA[{text}]]></description></item>"""


def item(
    title: str, guid: str, *, hour: int = 9, day: int = 5, category: str = "", text: str = ""
) -> str:
    moment = f"{day:02} Mar 2024 {hour:02}:00:00 +0800"
    text = text or f"<p>{title}，今日见报。</p><p>百姓称便。</p>"
    return ITEM.format(title=title, guid=guid, moment=moment, category=category, text=text)


def rss(*items: str, encoding: str = "utf-8") -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"><channel>'
        f"<title>临江报</title><link>https://linjiang.example/</link>{''.join(items)}</channel></rss>"
    )


def test_each_day_is_an_issue() -> None:
    feed = rss(item("新桥通车", "1"), item("旧桥封闭", "2", day=4), item("渡口停航", "3", hour=23))
    results = read(feed.encode(), "feed.xml")
    assert [result.issue.date for result in results] == [date(2024, 3, 5), date(2024, 3, 4)]
    newest = results[0].issue
    assert [article.headline for article in newest.articles] == ["新桥通车", "渡口停航"]
    assert newest.articles[0].id == "linjiangbao-2024-03-05/0.1"
    assert newest.articles[0].url == "https://linjiang.example/1.html"
    assert newest.sources[0].part == "2024-03-05"
    assert newest.sources[0].made is not None


def test_a_told_day_and_paper_win() -> None:
    feed = rss(item("新桥通车", "1"), item("旧桥封闭", "2", day=4))
    (result,) = read(feed.encode(), "feed.xml", day=date(2024, 3, 1), paper="江城报")
    assert (result.issue.date, result.issue.paper.name) == (date(2024, 3, 1), "江城报")
    assert len(result.issue.articles) == 2


def test_pages_by_headline_and_by_category() -> None:
    feed = rss(item("02版副刊 - 渡口旧事", "1"), item("01版要闻 - 新桥通车", "2"))
    (result,) = read(feed.encode(), "feed.xml")
    assert [(page.number, page.name) for page in result.issue.pages] == [
        ("1", "要闻"),
        ("2", "副刊"),
    ]
    assert [article.page for article in result.issue.articles] == ["1", "2"]
    kinds = ["国内", "国际", "国内", "国际"]
    feed = rss(*(item(f"第{at}件", str(at), category=kind) for at, kind in enumerate(kinds)))
    (result,) = read(feed.encode(), "feed.xml")
    assert {page.name for page in result.issue.pages} == {"国内", "国际"}


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("GB2312", "gb18030"), ("UTF-16", "utf-16"), ("utf-8", "utf-8-sig"), ("gbk", "utf-8")],
)
def test_encodings_that_are_declared_wrongly_or_oddly(declared: str, encoding: str) -> None:
    feed = rss(item("朱镕基视察新桥", "1"), encoding=declared)
    (result,) = read(feed.encode(encoding), "feed.xml")
    assert result.issue.articles[0].headline == "朱镕基视察新桥"


def test_an_undeclared_encoding_is_told_from_the_bytes() -> None:
    text = "<p>临江的新桥今天正式通车，两岸的居民从此不必再等渡船。</p><p>桥长一千二百米。</p>"
    feed = rss(item("临江新桥今天正式通车", "1", text=text)).replace(' encoding="utf-8"', "")
    (result,) = read(feed.encode("gb18030"), "feed.xml")
    assert result.issue.articles[0].headline == "临江新桥今天正式通车"


def test_what_is_fetched_again_is_the_same_article_and_changed_text_replaces() -> None:
    first = read(rss(item("新桥通车", "1"), item("渡口停航", "2")).encode(), "a.xml")
    changed = item("新桥通车", "1", text="<p>更正：新桥昨日通车。</p><p>完。</p>")
    second = read(rss(changed, item("灯会开幕", "3", hour=12)).encode(), "b.xml")
    issues = [first[0].issue, second[0].issue]
    for order in (issues, issues[::-1]):
        shown = {article.headline: article for article in compose(order).articles}
        assert set(shown) == {"新桥通车", "渡口停航", "灯会开幕"}
        assert shown["新桥通车"].paragraphs[0] == "更正：新桥昨日通车。"
    assert first[0].issue.articles[0].key == second[0].issue.articles[0].key


def test_a_key_stays_when_the_headline_changes_and_there_is_no_address() -> None:
    def feed(title: str, hour: int) -> bytes:
        entry = item(title, "a-1", hour=hour).replace("https://linjiang.example/a-1.html", "")
        return rss(entry).encode()

    (first,) = read(feed("新桥将通车", 9), "a.xml")
    (second,) = read(feed("新桥已通车", 12), "b.xml")
    (article,) = compose([first.issue, second.issue]).articles
    assert article.headline == "新桥已通车"


def test_the_account_says_what_was_taken_for_what() -> None:
    same = item("新桥通车", "1")
    editors = item("本版责编：江一帆", "3", text="<p>版式设计：高远</p>")
    (result,) = read(
        rss(same, same, item("渡口停航", "2", text="停航。"), editors).encode(), "a.xml"
    )
    assert dict(result.report.taken) == {
        "articles": 1,
        "beginnings of articles": 1,
        "entries told twice": 1,
        "entries without a story": 1,
    }
    assert [article.stub for article in result.issue.articles] == [False, True]


def test_a_note_that_is_all_title_has_a_headline_of_its_beginning() -> None:
    note = "新桥今日通车，百姓称便。" * 40
    feed = rss(
        f"<item><title>{note}</title></item>", f"<item><description>{note}</description></item>"
    )
    (result,) = read(feed.encode(), "a.xml")
    first, second = result.issue.articles
    assert (len(first.headline), len(second.headline)) == (201, 31)
    assert first.paragraphs == second.paragraphs == (note,)


def test_a_feed_without_entries_is_told_so() -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: this feed has no entries"):
        read(rss().encode(), "a.xml")


@pytest.mark.skipif(not SHARED.exists(), reason="the samples are not here")
@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("bbc-zh-atom-stubs.xml", 20),
        ("caixin-rss.xml", 12),
        ("people-daily-20260130.json", 37),
        ("zaobao-zhongguo.json", 15),
    ],
)
def test_samples(name: str, count: int) -> None:
    results = read((SHARED / name).read_bytes(), name)
    articles = [article for result in results for article in result.issue.articles]
    assert len(articles) == count
    assert all(article.headline and article.paragraphs and article.url for article in articles)
    assert all(result.issue.date for result in results)


CASES = {**{name: make() for name, make in MAKERS.items()}, **damaged()}


@pytest.mark.parametrize("name", CASES)
def test_every_maker_s_entries_are_read_whole(name: str) -> None:
    data, expected = CASES[name]
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    results = read(data, "feed.xml", arrived=datetime(2024, 3, 6, 12, tzinfo=UTC))
    found = [(each.issue.date, article) for each in results for article in each.issue.articles]
    told = [
        Told(
            article.headline,
            article.paragraphs,
            day or date.min,
            article.url,
            tuple(name for byline in article.byline for name in byline.names),
            tuple(picture.url for picture in article.pictures),
            article.captions,
            article.page,
            article.stub,
        )
        for day, article in found
    ]
    assert sorted(told, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("of_site", [True, False])
def test_a_broken_address_costs_no_more_than_itself(of_site: bool) -> None:
    broken = item("新桥通车", "1", text="<p>新桥今日通车。</p><img src='//[x/1.jpg'>")
    broken = broken.replace("<link>https://linjiang.example/1.html", "<link>http://[x/1.html")
    feed = rss(broken, item("渡口停航", "2"))
    if of_site:
        feed = feed.replace("<link>https://linjiang.example/</link>", "<link>http://[x/</link>")
    (result,) = read(feed.encode(), "a.xml")
    first, second = result.issue.articles
    assert (first.url, first.paragraphs) == ("", ("新桥今日通车。",))
    assert second.url == "https://linjiang.example/2.html"
