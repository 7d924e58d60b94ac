"""Where contents entries and jumps lead."""

import pytest
from msgspec.structs import replace

from store.links import addresses_in, holds_page, other_end, story_of
from store.models import Article, IndexEntry, Issue, Jump, Page

BRIDGE = Article(headline="一桥一策护好古桥，让老桥连着新生活", page="2")
TEA = Article(headline="头茬春茶今日开园", kicker="青溪县", subhead="茶农增收", page="3")
ISSUE = Issue(pages=(Page("1"), Page("2")), articles=(Article(headline="要闻"), BRIDGE, TEA))


@pytest.mark.parametrize(
    ("entry", "story"),
    [
        (IndexEntry("一桥一策护好古桥 让老桥连着新生活", page="2"), BRIDGE),
        (IndexEntry("護好古橋 讓老橋連着新生活"), BRIDGE),
        (IndexEntry("青溪县头茬春茶开园"), TEA),
        (IndexEntry("头茬春茶今日开园", page="2"), None),
        (IndexEntry("龙舟下水"), None),
        (IndexEntry("——"), None),
    ],
)
def test_an_entry_leads_to_the_story_with_its_title(
    entry: IndexEntry, story: Article | None
) -> None:
    assert story_of(ISSUE, entry) == story


def test_a_jump_leads_to_what_leads_back() -> None:
    jump = Jump("2", "(下转2版)")
    story = replace(ISSUE.articles[0], jump=jump)
    other = Article(headline="不相干", page="2", continues=Jump("4", "(上接4版)"))
    rest = Article(headline="续", page="2", continues=Jump("1", "(上接1版)"))
    issue = replace(ISSUE, articles=(story, BRIDGE, other, rest))
    assert other_end(issue, story, jump) == rest
    assert rest.continues is not None
    assert other_end(issue, rest, rest.continues) == story


def test_a_jump_leads_to_a_headline_like_its_own_where_nothing_leads_back() -> None:
    jump = Jump("2", "(下转2版)")
    story = replace(BRIDGE, page="1", headline="一桥一策护好古桥", jump=jump)
    assert other_end(replace(ISSUE, articles=(story, BRIDGE)), story, jump) == BRIDGE
    assert other_end(replace(ISSUE, articles=(story, TEA)), story, jump) is None


def test_a_page_is_held_that_is_listed_or_has_an_article() -> None:
    assert [holds_page(ISSUE, page) for page in "1234"] == [True, True, True, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("详见 https://qingxi.example/a?b=1，欢迎浏览。", ["https://qingxi.example/a?b=1"]),
        ("网址：www.qingxi.example。", ["https://www.qingxi.example"]),
        ("(see http://qingxi.example/x.)", ["http://qingxi.example/x"]),
        (
            "www.a.example、www.b.example、www.a.example",
            ["https://www.a.example", "https://www.b.example"],
        ),
        ("信箱 news@www.qingxi.example", []),
        ("没有网址 http:// 与 www.", []),
        ("https://qingxi.example/\x1b]52;c;x", ["https://qingxi.example/"]),
    ],
)
def test_addresses_of_the_web_are_found(text: str, found: list[str]) -> None:
    assert list(addresses_in(Article(paragraphs=(text,)))) == found
