"""Feeds that are fetched again and again are kept once."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from store.library.fetches import news_of
from store.library.library import Library
from store.models import Issue, Page
from store.press.read import read

START = datetime(2024, 3, 5, 1, tzinfo=UTC)
DATED = "<pubDate>Tue, 05 Mar 2024 08:00:00 +0800</pubDate>"


def fetched(*items: tuple[str, str], hour: int = 0, dated: str = DATED) -> tuple[Issue, bytes]:
    """Return an issue and the feed of it; of each item the headline and what is said."""
    entries = "".join(
        f"<item><title>{title}</title><link>https://lj.example/{title}</link>"
        f"{dated}<description>&lt;p&gt;{text}&lt;/p&gt;"
        "</description></item>"
        for title, text in items
    )
    feed = f"<rss><channel><title>临江报</title><!-- {hour} -->{entries}</channel></rss>".encode()
    (result,) = read(feed, "https://lj.example/feed", arrived=START + timedelta(hours=hour))
    return result.issue, feed


BRIDGE, FERRY, LIGHTS = ("新桥", "新桥通车。"), ("渡口", "渡口停航。"), ("灯会", "灯会开幕。")


def headlines(library: Library) -> list[str]:
    (row,) = library.rows()
    return [article.headline for article in library.issue(row.id).articles]


def test_a_fetch_keeps_what_it_tells_anew(library: Library) -> None:
    library.add(*fetched(BRIDGE, FERRY))
    assert library.add(*fetched(LIGHTS, BRIDGE, FERRY, hour=1)).status == "merged"
    assert headlines(library) == ["灯会", "新桥", "渡口"]
    (row,) = library.rows()
    assert [len(each.articles) for each in library.copy(row.id).stored.parsed] == [2, 1]
    assert not library.issue(row.id).variants


def test_a_fetch_without_news_is_held_already(library: Library) -> None:
    first, second = fetched(BRIDGE, FERRY), fetched(FERRY, BRIDGE, hour=1)
    added = library.add(*first)
    assert library.add(*second) == replace(added, status="held", pages_added=(), articles=0)
    (row,) = library.rows()
    assert row.originals == (first[0].sources[0].sha256,)


def test_what_has_changed_is_kept_and_what_changes_back_too(library: Library) -> None:
    other = ("新桥", "更正：新桥未通车。")
    for hour, item in enumerate((BRIDGE, other, BRIDGE)):
        assert library.add(*fetched(item, hour=hour)).status in ("new", "merged")
    (row,) = library.rows()
    (article,) = library.issue(row.id).articles
    assert article.paragraphs == ("新桥通车。",)


def test_a_feed_without_dates_has_each_story_once(library: Library) -> None:
    library.add(*fetched(BRIDGE, FERRY, dated=""))
    library.add(*fetched(LIGHTS, BRIDGE, dated="", hour=24))
    assert library.add(*fetched(BRIDGE, FERRY, LIGHTS, dated="", hour=48)).status == "held"
    told = [
        (row.date, [article.headline for article in library.issue(row.id).articles])
        for row in library.rows()
    ]
    assert told == [(date(2024, 3, 6), ["灯会"]), (date(2024, 3, 5), ["新桥", "渡口"])]


def test_a_story_that_took_another_key_is_known_by_its_address() -> None:
    issue, _ = fetched(BRIDGE)
    held = replace(issue, articles=(replace(issue.articles[0], key="0" * 16),))
    assert not news_of(issue, [held]).articles


def test_what_stood_on_a_page_that_nothing_printed_is_no_news_and_is_found(
    library: Library,
) -> None:
    """So feeds were read once: what nothing gave a page stood on the first."""
    issue, feed = fetched(BRIDGE, FERRY)
    articles = tuple(
        replace(each, page="1", id=each.id.replace("/0.", "/1.")) for each in issue.articles
    )
    library.add(replace(issue, pages=(Page("1"),), articles=articles), feed)
    (row,) = library.rows()
    former = library.issue(row.id).articles[1]
    assert former.id == f"{row.id}/1.2"
    assert library.add(*fetched(BRIDGE, FERRY, hour=1)).status == "held"
    library.reread(row.id, [issue])
    (now,) = [each for each in library.issue(row.id).articles if each.key == former.key]
    assert (now.id, now.page) == (f"{row.id}/0.2", "")
    assert library.article(former.id)[1] == now


def test_what_was_read_from_no_feed_is_no_fetch() -> None:
    issue, _ = fetched(BRIDGE)
    source = replace(issue.sources[0], made=None)
    assert news_of(issue, [replace(issue, sources=(source,))]) == issue


def test_read_anew_a_fetch_keeps_its_own_and_no_more(library: Library) -> None:
    first, second = fetched(BRIDGE, FERRY), fetched(LIGHTS, BRIDGE, FERRY, hour=1)
    name = library.add(*first).issue
    library.add(*second)
    reread = library.reread(name, [first[0], second[0]])
    assert not reread.changed
    assert headlines(library) == ["灯会", "新桥", "渡口"]
