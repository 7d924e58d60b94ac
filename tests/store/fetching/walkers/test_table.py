"""Each walker is a known paper's, and papers that need none come without one."""

import pytest

from store.fetching.walkers.table import WALKERS
from store.subscriptions.papers import known_papers
from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import DAY, LINES, PAGE, Read, told

pytestmark = pytest.mark.slow


def test_each_walker_is_that_of_a_known_paper() -> None:
    assert {paper.walker for paper in known_papers()} - {""} == WALKERS.keys()


def test_the_capital_party_paper(web: PaperSite, read: Read) -> None:
    """北京日报: a script leads to one page, whose links stand in another attribute."""
    root = "http://bjrbdzb.bjd.com.cn/bjrb/"
    where = "mobile/2026/20260927/20260927_m.html"
    web.put(f"{root}paperindex.htm", f"<script>window.location.href='{where}'</script>")
    boxes = ""
    for number, title in (("01", "老桥通车"), ("02", "春茶上市")):
        story = f"20260927_{number}/content_1_{number}.html"
        boxes += f"<div class=nav-items><div class=nav-panel-heading>第{number}版：要闻</div>"
        boxes += f"<a data-href='{story}'>{title}</a></div>"
        web.put(f"{root}mobile/2026/20260927/{story}", PAGE.format(title))
    web.put(root + where, f"<html><title>北京日报</title>{boxes}</html>")
    issue = read("bjrb")
    assert told(issue) == [("1", "老桥通车"), ("2", "春茶上市")]
    assert (issue.date, issue.articles[0].paragraphs) == (DAY, LINES)


def test_the_paper_of_scientists(web: PaperSite, read: Read) -> None:
    """中国科学报: a page of pictures leads to the text, which says gb2312 and is UTF-8."""
    root = "http://news.sciencenet.cn"
    web.put(f"{root}/dz/dznews_photo.aspx", "<a href='dzzz_1.aspx?dzsbqkid=38212'>转为文字版</a>")
    menus = ""
    for at, (label, title) in enumerate(
        (("第01版：要闻", "老桥通车"), ("第02版：综合", "春茶上市")), 1
    ):
        story = f"/sbhtmlnews/2026/9/{at}.shtm"
        menus += f"<td onclick=showmenu_item({at})>{label}</td>"
        menus += f"<div class=sec_menu id=menu_item{at}><a href={story}>{title}</a></div>"
        web.put(root + story, PAGE.format(title))
    page = f"<meta charset=gb2312><title>中国科学报</title>\n<p>日期：2026-9-27</p>\n{menus}"
    web.put(f"{root}/dz/dzzz_1.aspx?dzsbqkid=38212", page)
    issue = read("zgkxb")
    assert told(issue) == [("1", "老桥通车"), ("2", "春茶上市")]
    assert (issue.date, issue.paper.name) == (DAY, "中国科学报")


def test_the_economic_daily(web: PaperSite, read: Read) -> None:
    """每日经济新闻: 01 - 封面, and columns that are no stories."""
    root = "http://www.nbd.com.cn"
    blocks = ""
    for number, title in (("01", "老桥通车"), ("02", "春茶上市")):
        story = f"/articles/2026-09-27/10{number}.html"
        blocks += f"<div class=newspapper><p class=newspapper-title>{number} - 要闻</p><ul><li>"
        blocks += f"<a href={story}>{title}</a><li><a href=/column/home.html>栏目</a></ul></div>"
        web.put(root + story, PAGE.format(title))
    page = f"<html><title>每日经济新闻</title>\n今日报纸 : 2026-09-27\n{blocks}</html>"
    web.put(f"{root}/newspapers/today", page)
    issue = read("mrjjxw")
    assert told(issue) == [("1", "老桥通车"), ("2", "春茶上市")]
    assert (issue.date, issue.pages[0].name) == (DAY, "要闻")
