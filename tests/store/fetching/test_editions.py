"""Pages of our own are read as an e-paper's are."""

from datetime import date

from store.fetching.editions import Edition, page_list, story_page
from store.press.epaper.page_list import Entry, ListedPage
from store.press.mirror import File, pack
from store.press.read import read

DAY = date(2031, 4, 5)
FOLDER = "https://paper.example/ljrb/20310405/"


def test_a_page_with_its_stories_is_read_as_it_was_told() -> None:
    address = f"{FOLDER}content_7.html"
    entry = Entry(address, "老桥 <通车> & 亮灯", "2")
    edition = Edition(DAY, "临江日报", (ListedPage("1", "要闻"), ListedPage("2", "副刊")), (entry,))
    where, body = page_list(edition, "2", edition.of_page("2"))
    shown = "https://paper.example/show.html?id=7"
    story = story_page(
        shown, entry.title, "<p>桥修好了。</p><p>灯亮了。</p>", "望江", "两岸都来看", "张三"
    )
    mirror = pack([File(where, body), File(address, story)], part=True)
    (result,) = read(mirror, where)
    (article,) = result.issue.articles
    assert (article.headline, article.kicker, article.subhead) == (
        entry.title,
        "望江",
        "两岸都来看",
    )
    assert (article.page, article.paragraphs) == ("2", ("桥修好了。", "灯亮了。"))
    assert (article.url, article.byline[0].names) == (shown, ("张三",))
    assert (result.issue.paper.name, result.issue.date) == ("临江日报", DAY)
    assert [(page.number, page.name) for page in result.issue.pages] == [
        ("1", "要闻"),
        ("2", "副刊"),
    ]
    assert not result.issue.warnings


def test_an_issue_without_pages_has_one() -> None:
    entry = Entry("https://paper.example/2031/0403/1.shtml", "老桥通车", "1")
    where, body = page_list(Edition(DAY, "临江日报", (), (entry,)), "1", [entry])
    assert where == "https://paper.example/2031/0403/node_1.html"
    assert "老桥通车" in body.decode()
