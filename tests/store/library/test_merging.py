"""From readings to an issue, in whatever order they come."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations, permutations
from typing import Any

import pytest
from msgspec.structs import replace

from store.library.merging import compose, old_names
from store.library.same_story import with_keys
from store.models import Article, IndexEntry, Issue, Jump, Page, Part
from store.press.kinds import KINDS

Builder = Callable[..., Any]

OUT = Jump("2", "（下转第二版）")
BACK = Jump("1", "（上接第一版）")


def test_one_reading_is_its_own_issue(builder: Builder) -> None:
    issue = builder().on(2024, 3, 5).page("1").article("喜讯").page("2").article("新桥").issue()
    assert compose([issue]) == issue


def test_an_issue_without_articles_is_one(builder: Builder) -> None:
    issue = builder().on(2024, 3, 5).having(index=(IndexEntry("新桥", page="3"),)).issue()
    assert compose([issue]) == issue


def test_every_order_gives_one_issue(builder: Builder) -> None:
    parsed = [
        builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了，", jump=OUT).issue(),
        builder().on(2024, 3, 5).page("2").article("", "人人叫好。", continues=BACK).issue(),
        builder().on(2024, 3, 5).page("2").article("别样", "另一说。").page("3").issue(),
        builder().on(2024, 3, 5).having(index=(IndexEntry("喜讯"),)).page("4").issue(),
    ]
    first, *others = [compose(order) for order in permutations(parsed)]
    assert all(other == first for other in others)
    assert [page.number for page in first.pages] == ["1", "2", "3", "4"]


def test_a_jump_is_joined_across_sources(builder: Builder) -> None:
    front = builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了，", jump=OUT).issue()
    back = builder().on(2024, 3, 5).page("2").article("", "人人叫好。", continues=BACK).issue()
    (article,) = compose([back, front]).articles
    assert "".join(article.paragraphs) == "桥通了，人人叫好。"
    assert article.key == front.articles[0].key
    assert article.jump is not None
    assert article.jump.resolved


def test_the_fuller_source_is_shown_and_the_other_kept(builder: Builder) -> None:
    whole = builder().on(2024, 3, 5).page("1").article("喜讯").page("2").article("新桥").issue()
    single = builder(source="b").on(2024, 3, 5).page("1").article("喜讯", "短。").issue()
    issue = compose([single, whole])
    assert [a.headline for a in issue.articles] == ["喜讯", "新桥"]
    assert [a.source for a in issue.articles] == [whole.sources[0].sha256] * 2
    (variant,) = issue.variants
    assert variant.page.source == single.sources[0].sha256
    assert [a.paragraphs for a in variant.articles] == [("短。",)]


def test_stray_blanks_make_no_text_the_fuller(builder: Builder) -> None:
    def came(source: str, text: str) -> Issue:
        issue: Issue = builder(source=source).on(2024, 3, 5).page("1").article("喜讯", text).issue()
        return issue

    clean = "老桥昨天修好了，充了63度电的车从桥上过。"
    for source in "abcdefgh":
        torn = came(source, "老桥昨天修 好了，充了 63度电的车从桥 上过。")
        for other in (clean, clean * 3):
            one = came("z", other)
            for order in ([one, torn], [torn, one]):
                assert compose(order).articles[0].paragraphs == (other,)
        (article,) = compose([came("z", clean), came(source, clean[:9] + " " + clean * 2)]).articles
        assert article.paragraphs != (clean,)


def test_an_article_of_a_page_that_is_not_listed_is_shown(builder: Builder) -> None:
    issue = compose([builder().on(2024, 3, 5).page("1").article("喜讯", page="5").issue()])
    assert [page.number for page in issue.pages] == ["1", "5"]
    assert [a.id for a in issue.articles] == ["linjiangbao-2024-03-05/5.1"]


def test_furniture_of_every_source_is_kept_once(builder: Builder) -> None:
    one = builder().on(2024, 3, 5).page("1").having(furniture=("临江报", "广告", "广告")).issue()
    two = builder().on(2024, 3, 5).page("2").having(furniture=("临江报", "热线")).issue()
    assert compose([two, one]).furniture == ("临江报", "广告", "广告", "热线")


@pytest.fixture
def joined() -> Issue:
    head = Article(id="x/1.1", key="head", parts=(Part("2", 1, 0, "续", (8, 9)),))
    return Issue(articles=(head, Article(id="x/2.1", key="other", page="2")))


def test_a_joined_continuation_leads_to_its_story(joined: Issue) -> None:
    gone = Article(id="x/2.9", key="tail", page="2", headline="续", lines=(8, 9))
    assert old_names({"x/2.9": "tail"}, [gone], joined) == {"x/2.9": "head"}


def test_a_present_address_is_no_former_one(joined: Issue) -> None:
    assert old_names({"x/2.1": "head", "y/1.1": "other"}, [], joined) == {"y/1.1": "other"}


def test_what_is_no_more_has_no_name(joined: Issue) -> None:
    assert old_names({"x/3.1": "lost"}, [], joined) == {}


STORY = "望江县的老桥昨天修好了，两岸的村民都来看，孩子们在桥上放起了风筝，茶摊也开张了。"
WAYS = ("epaper", "feed", "web", "pdf", "dump")
"""From the best to have to the last."""


def of_kind(builder: Builder, kind: str, *headlines: str, page: str = "1", **fields: Any) -> Issue:
    """Return an issue with these stories, as a source of this kind has them."""
    paper = builder(source=kind).on(2024, 3, 5).page(page, "要闻")
    for headline in headlines:
        paper = paper.article(headline, f"{headline}：{STORY}", page=page, **fields)
    issue: Issue = paper.issue()
    pages = issue.pages if KINDS[kind].whole_pages else ()
    return replace(issue, pages=pages, sources=(replace(issue.sources[0], kind=kind),))


def shown(*parsed: Issue, corrected: Any = ()) -> list[tuple[str, str, str]]:
    """Return headline, page and kind of what is shown, the same in every order."""
    kinds = {r.sources[0].sha256: r.sources[0].kind for r in parsed}
    found = {
        tuple((a.headline, a.page, kinds[a.source]) for a in compose(order, corrected).articles)
        for order in permutations(parsed)
    }
    (articles,) = found
    return list(articles)


@pytest.mark.parametrize(("better", "worse"), list(combinations(WAYS, 2)))
def test_a_story_that_came_by_two_ways_is_shown_once(
    builder: Builder, better: str, worse: str
) -> None:
    one, other = (of_kind(builder, kind, "老桥修好了") for kind in (better, worse))
    assert shown(one, other) == [("老桥修好了", "1", better)]
    issue = compose([one, other])
    assert issue.articles[0].also == (other.sources[0].sha256,)
    assert {source.kind for source in issue.sources} == {better, worse}
    (variant,) = issue.variants
    assert variant.articles[0].source == other.sources[0].sha256


def test_what_the_better_source_lacks_is_shown_beside_it(builder: Builder) -> None:
    paper = of_kind(builder, "epaper", "老桥修好了", "龙舟赛开始了")
    feed = of_kind(builder, "feed", "老桥修好了", "茶摊开张的消息")
    headlines = [headline for headline, _, _ in shown(paper, feed)]
    assert headlines == ["老桥修好了", "龙舟赛开始了", "茶摊开张的消息"]


def test_the_better_text_stands_where_the_printed_page_has_it(builder: Builder) -> None:
    dump = of_kind(builder, "dump", "龙舟赛开始了", "老桥修好了", page="3")
    web = of_kind(builder, "web", "老桥修好了")
    assert shown(dump, web) == [("龙舟赛开始了", "3", "dump"), ("老桥修好了", "3", "web")]
    assert [page.number for page in compose([dump, web]).pages] == ["3"]


def test_an_article_alone_takes_no_page_from_the_others(builder: Builder) -> None:
    dump = of_kind(builder, "dump", "龙舟赛开始了", "老桥修好了")
    article = of_kind(builder, "epaper-article", "老桥修好了")
    assert [kind for _, _, kind in shown(dump, article)] == ["dump", "epaper-article"]


def test_what_has_no_page_takes_none_from_the_others(builder: Builder) -> None:
    dump = of_kind(builder, "dump", "龙舟赛开始了", page="")
    pdf = of_kind(builder, "pdf", "茶摊开张的消息", page="")
    page = of_kind(builder, "epaper", "老桥修好了", page="4")
    headlines = [(headline, page) for headline, page, _ in shown(dump, pdf, page)]
    assert headlines == [("老桥修好了", "4"), ("茶摊开张的消息", ""), ("龙舟赛开始了", "")]


def test_a_stub_is_shown_where_there_is_nothing_else(builder: Builder) -> None:
    stub = of_kind(builder, "epaper", "望江县老桥修好了", stub=True)
    dump = of_kind(builder, "dump", "望江县老桥修好了")
    assert shown(stub, dump) == [("望江县老桥修好了", "1", "dump")]
    (alone,) = compose([stub]).articles
    assert alone.stub


def test_a_page_list_takes_no_page_and_lists_what_is_not_there(builder: Builder) -> None:
    entries = (IndexEntry("老桥修好了", page="1"), IndexEntry("赛龙舟", page="2"))
    pages = replace(of_kind(builder, "epaper"), index=entries, pages=(Page("1"), Page("2")))
    dump = of_kind(builder, "dump", "老桥修好了")
    issue = compose([pages, dump])
    assert [article.headline for article in issue.articles] == ["老桥修好了"]
    assert [entry.title for entry in issue.index] == ["赛龙舟"]
    assert [(page.number, page.name) for page in issue.pages] == [("1", "要闻"), ("2", "")]


def test_what_a_reader_has_set_right_stays(builder: Builder) -> None:
    dump = of_kind(builder, "dump", "老桥修好了", "龙舟赛开始了")
    paper = of_kind(builder, "epaper", "老桥修好了")
    first = dump.articles[0]
    found = shown(dump, paper, corrected={(first.key, first.source)})
    assert [kind for _, _, kind in found] == ["dump", "dump"]


def test_a_story_on_two_pages_that_came_apart_is_of_the_first(builder: Builder) -> None:
    def part(page: str, *others: str) -> Issue:
        own = builder(source=page).on(2024, 3, 5).page(page).article("老桥通车", "人人叫好。")
        for other in others:
            own = own.page(other)
        issue: Issue = own.issue()
        return issue

    # Each part names all pages, and has the articles of one.
    for parts in permutations([part("1", "2", "3"), part("2", "1", "3"), part("3", "1", "2")]):
        (article,) = compose(parts).articles
        assert article.page == "1"


def made_on(day: int, fetch: Issue) -> Issue:
    source = replace(fetch.sources[0], made=datetime(2024, 3, day, tzinfo=UTC))
    return replace(fetch, sources=(source,))


def test_a_stub_that_gets_its_text_keeps_its_place(builder: Builder) -> None:
    names = ("茶摊开张的消息", "望江县老桥修好了", "龙舟赛开始了")
    stubs = of_kind(builder, "feed", *names, page="", stub=True)
    whole = of_kind(builder, "web", names[1], page="")
    assert shown(stubs, whole) == [
        *((names[0], "", "feed"), (names[1], "", "web"), (names[2], "", "feed")),
    ]


def test_what_a_feed_tells_anew_stays_where_it_was(builder: Builder) -> None:
    names = ("茶摊开张的消息", "望江县老桥修好了", "龙舟赛开始了")
    first = made_on(5, of_kind(builder, "feed", *names, page=""))
    again = builder(source="later").on(2024, 3, 5).page("").article(names[1], STORY * 2, page="")
    later = made_on(6, replace(again.issue(), pages=()))
    later = replace(later, sources=(replace(later.sources[0], kind="feed"),))
    (later,) = with_keys([later], first.articles)
    issue = compose([first, later])
    assert [article.headline for article in issue.articles] == list(names)
    assert issue.articles[1].source == later.sources[0].sha256


def test_a_printed_page_is_better_than_none(builder: Builder) -> None:
    feed = of_kind(builder, "feed", "龙舟赛开始了", "望江县老桥修好了", page="")
    article = of_kind(builder, "epaper-article", "望江县老桥修好了", page="2", stub=True)
    assert shown(feed, article) == [
        ("望江县老桥修好了", "2", "feed"),
        ("龙舟赛开始了", "", "feed"),
    ]
