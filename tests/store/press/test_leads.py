"""What a fetched page leads to: plain addresses, and nothing of its markup."""

from datetime import date, timedelta

import pytest

from store.errors import SourceError
from store.press.epaper.page_list import Entry, ListedPage
from store.press.leads import MOST, FeedLink, Leads, read_leads

HERE = "http://paper.example/html/2031-04/05/node_2.htm"
FOLDER = HERE.removesuffix("node_2.htm")


def leads(markup: str, address: str = HERE) -> Leads:
    return read_leads(markup.encode(), address)


def test_a_page_list_leads_to_pages_and_articles() -> None:
    found = leads(
        "<html><title>清溪日报</title><a href=node_2.htm>第01版：要闻</a>"
        "<a href=node_3.htm>第02版：副刊</a><a href=content_1.htm?div=-1>老桥</a></html>"
    )
    assert found.pages == (
        ListedPage("1", "要闻", HERE),
        ListedPage("2", "副刊", f"{FOLDER}node_3.htm"),
    )
    assert found.entries == (Entry(f"{FOLDER}content_1.htm", "老桥", "1"),)
    assert (found.kind, found.here, found.day) == ("epaper", "1", date(2031, 4, 5))


@pytest.mark.parametrize(
    "markup",
    [
        "<html><META HTTP-EQUIV=Refresh CONTENT='0; URL=html/2031-04/05/node_2.htm'></html>",
        "<html><script>window.location.href='html/2031-04/05/node_2.htm';</script></html>",
    ],
)
def test_an_entry_sends_on(markup: str) -> None:
    assert leads(markup, "http://paper.example/").sends_on == HERE


@pytest.mark.parametrize("to", ["javascript:alert(1)", "file:///etc/passwd", HERE])
def test_nowhere_else_and_not_to_itself(to: str) -> None:
    found = leads(f"<html><meta http-equiv=refresh content='0;url={to}'></html>")
    assert found.sends_on == ""


def test_a_page_names_its_feeds() -> None:
    found = leads(
        "<html><head><link rel=alternate type=application/rss+xml href=/feed title=清溪\u202e新闻>"
        "<link rel='home alternate' type=application/atom+xml href=/feed>"
        "<link rel=alternate type=application/rss+xml href=file:///feed>"
        "<link rel=stylesheet href=/a.css></head></html>"
    )
    assert found.feeds == (FeedLink("http://paper.example/feed", "清溪新闻"),)


def test_a_feed_has_a_title() -> None:
    found = leads("<rss version='2.0'><channel><title>清溪新闻</title></channel></rss>")
    assert (found.kind, found.title) == ("feed", "清溪新闻")


def test_a_title_that_is_an_entity_alone_is_none() -> None:
    found = leads("<rss version='2.0'><channel><title>&j;</title></channel></rss>")
    assert (found.kind, found.title, found.paper) == ("feed", "", "")


def test_a_calendar_names_days() -> None:
    found = leads(
        "<period_list><period><period_date>2031-04-05</period_date></period>"
        "<period><period_date>2031-04-03</period_date></period>"
        "<period><period_date>2031-04-31</period_date></period></period_list>"
    )
    assert found.days == (date(2031, 4, 3), date(2031, 4, 5))


def test_a_calendar_of_more_days_than_are_read_denies_none() -> None:
    days = (date(2000, 1, 1) + timedelta(n) for n in range(MOST + 1))
    periods = "".join(f"<period><period_date>{day}</period_date></period>" for day in days)
    assert leads(f"<period_list>{periods}</period_list>").days == ()


def test_an_answer_of_an_interface_names_its_pages() -> None:
    found = leads(
        '[{"pageNo": "A01", "pageName": "头版", "onePageArticleList":'
        ' [{"mainTitle": "老桥", "articleHref": "a.html"}]}]'
    )
    assert found.whole
    assert [entry.title for entry in found.entries] == ["老桥"]


@pytest.mark.parametrize(
    "data", [b"\x89PNG....", b"%PDF-1.4", b"\0\1\2\3", b"<opml version='2.0'></opml>"]
)
def test_what_is_no_page_leads_nowhere(data: bytes) -> None:
    found = read_leads(data, HERE)
    assert found == Leads(found.kind)


def test_a_page_deeper_than_any_is_refused() -> None:
    with pytest.raises(SourceError):
        leads("<html>" + "<div>" * 20_000)


def test_pictures_of_an_issue_send_on_to_its_text() -> None:
    found = leads("<html><a href=text.aspx?id=7>转为文字版</a></html>")
    assert found.sends_on == f"{FOLDER}text.aspx?id=7"


def test_a_list_without_pages_tells_its_links_and_where_it_goes_on() -> None:
    found = leads(
        "<html><input type=hidden id=number value=1290><input id=q value=x>"
        "<a href=/2031/0403/1.shtml>老桥</a><a class='a next' href='/?page=2'>下一页</a></html>",
        "http://paper.example/",
    )
    assert found.links[0] == Entry("http://paper.example/2031/0403/1.shtml", "老桥")
    assert found.next == "http://paper.example/?page=2"
    assert found.hidden == (("number", "1290"),)
