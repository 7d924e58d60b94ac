"""Mirrored issues of each family, read whole."""

from collections.abc import Callable
from datetime import date

import pytest

from store.models import Jump
from store.press.epaper.site import Site
from store.press.epaper.walk import ADVERTISEMENTS, AGAIN, FURNITURE, Walked, walk
from store.press.mirror import File
from tests.store.press.epaper.mirrors import (
    BRIDGE,
    FAMILIES,
    PARAGRAPHS,
    RIVER,
    TEA,
    TEXTS,
    Files,
    founder_classic,
    founder_new,
)


def walked(files: Files) -> list[Walked]:
    return walk(Site([File(path, data) for path, data in files.items()], "mirror"), "0" * 64)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("folder", ["", "paper.example/"])
def test_every_family_is_read_whole(family: str, folder: str) -> None:
    (issue,) = walked({folder + path: data for path, data in FAMILIES[family]().items()})
    assert issue.day == date(2031, 4, 5)
    assert [(page.number, page.name) for page in issue.pages] == [("1", "要闻"), ("2", "副刊")]
    assert [(a.page, a.headline) for a in issue.articles] == [
        ("1", BRIDGE),
        ("1", TEA),
        ("2", RIVER),
    ]
    assert [a.paragraphs for a in issue.articles] == PARAGRAPHS
    assert not issue.index
    assert not issue.missing


def changed(change: Callable[[str], str]) -> Walked:
    """Return the issue of family A, each of its files changed so."""
    (issue,) = walked(
        {path: change(data.decode()).encode() for path, data in founder_new().items()}
    )
    return issue


def test_articles_name_the_paper_where_no_page_list_does() -> None:
    files = founder_new()
    (whole,) = walked(files)
    nameless = {
        path: data if "content" in path else data.replace(whole.paper.encode(), b"")
        for path, data in files.items()
    }
    assert whole.paper
    assert [issue.paper for issue in walked(nameless)] == [whole.paper]


def test_areas_and_people_come_with_the_articles() -> None:
    bridge = changed(str).articles[0]
    assert bridge.area == ((0, 0), (500, 0), (500, 500), (0, 500))
    assert [byline.names for byline in bridge.byline] == [("赵青",)]
    assert bridge.lead_in == "本报讯（记者 赵青）"


def test_a_story_has_the_areas_of_its_text_and_of_its_picture() -> None:
    files = {path: data.decode("gb18030") for path, data in founder_classic().items()}
    mapped = "<map>" + "".join(
        f"<area coords='{at},0,{at + 100},500' href=content_11.htm?div={div}>"
        for div, at in ((-1, 0), (0, 100))
    )
    path = "html/2031-04/05/node_2.htm"
    files[path] = files[path].replace(
        "<html>", f"{mapped}</map><img width=400 height=500 usemap=#m>"
    )
    (issue,) = walked({path: text.encode("gb18030") for path, text in files.items()})
    assert issue.articles[0].area[:4] == ((0, 0), (250, 0), (250, 1000), (0, 1000))
    assert len(issue.articles[0].area) == 4 + 1 + 4 + 1


def test_where_an_advertisement_stands_is_kept() -> None:
    issue = changed(lambda text: text.replace(TEA, "公益广告"))
    (box,) = issue.boxes["1"]
    assert box.kind == "advertisement"
    assert len(box.area) == 4


def test_a_file_that_is_not_there_stays_in_the_contents() -> None:
    files = founder_new()
    del files["p/pc/content/203104/05/content_102.html"]
    del files["p/pc/layout/203104/05/node_02.html"]
    (issue,) = walked(files)
    assert [(entry.title, entry.page) for entry in issue.index] == [(TEA, "1")]
    assert issue.missing == 1


def test_links_with_a_host_lead_into_the_mirror() -> None:
    issue = changed(lambda text: text.replace("../../../", "https://paper.example/p/pc/"))
    assert [a.headline for a in issue.articles] == [BRIDGE, TEA, RIVER]
    assert issue.articles[0].url == "https://paper.example/p/pc/content/203104/05/content_101.html"


def test_a_story_that_stands_on_two_pages_is_one() -> None:
    issue = changed(
        lambda text: (
            text.replace(RIVER, BRIDGE)
            .replace(TEXTS[RIVER][0], TEXTS[BRIDGE][0])
            .replace(TEXTS[RIVER][1], TEXTS[BRIDGE][1])
            .replace("挂了灯。", "挂了灯。（下转第二版）")
        )
    )
    assert [a.headline for a in issue.articles] == [BRIDGE, TEA]
    assert issue.articles[0].jump == Jump("2", "（下转第二版）", resolved=True)
    assert issue.articles[0].paragraphs == TEXTS[BRIDGE]
    assert issue.taken[AGAIN] == 1


def test_photographs_share_a_headline() -> None:
    issue = changed(lambda text: text.replace(RIVER, "图片报道").replace(TEA, "图片报道"))
    assert [a.headline for a in issue.articles] == [BRIDGE, "图片报道", "图片报道"]


def test_a_photograph_that_is_there_a_second_time_is_one() -> None:
    files = {
        path: data.replace(TEA.encode(), "图片报道".encode())
        for path, data in founder_new().items()
    }
    photo = next(path for path, data in files.items() if TEXTS[TEA][0].encode() in data)
    (issue,) = walked({**files, "copies/content_102.html": files[photo]})
    assert [a.headline for a in issue.articles] == [BRIDGE, "图片报道", RIVER]


def test_what_is_no_article_is_counted() -> None:
    issue = changed(lambda text: text.replace(TEA, "广告").replace(RIVER, "本版责编：赵青　林芮"))
    assert [a.headline for a in issue.articles] == [BRIDGE]
    assert (issue.taken[ADVERTISEMENTS], issue.taken[FURNITURE]) == (1, 1)


def test_the_contents_box_of_the_front_page() -> None:
    issue = changed(
        lambda text: (
            text.replace(TEA, "导读")
            .replace(TEXTS[TEA][0], "河边书屋")
            .replace(TEXTS[TEA][1], "第二版")
        )
    )
    assert [(entry.title, entry.page) for entry in issue.index] == [("河边书屋", "2")]


def test_two_days_are_two_issues() -> None:
    files = founder_new()
    files |= {
        path.replace("203104/05", "203104/06"): data.replace(b"203104/05", b"203104/06")
        for path, data in files.items()
        if "05/" in path
    }
    assert [issue.day for issue in walked(files)] == [date(2031, 4, 5), date(2031, 4, 6)]


def test_a_circle_of_refreshes_ends() -> None:
    files = founder_new()
    files["a.html"] = b"<html><meta http-equiv=refresh content='0;url=b.html'>"
    files["b.html"] = b"<html><meta http-equiv=refresh content='0;url=a.html'>"
    (issue,) = walked(files)
    assert len(issue.articles) == 3


def test_an_article_that_was_not_there_stays_in_the_contents() -> None:
    gone = "对不起，您访问的页面不存在。"
    issue = changed(lambda text: text.replace(TEXTS[TEA][0], gone).replace(TEXTS[TEA][1], ""))
    assert [a.headline for a in issue.articles] == [BRIDGE, RIVER]
    assert [entry.title for entry in issue.index] == [TEA]


def test_articles_that_no_page_list_names_are_kept() -> None:
    files = founder_new()
    lists = [path for path in files if "node_" in path]
    del files[lists[1]]
    files = {path: data.replace(b"content_201", b"content_999") if path in lists else data
             for path, data in files.items()}  # fmt: skip
    (issue,) = walked(files)
    assert [(a.page, a.headline) for a in issue.articles] == [
        ("1", BRIDGE),
        ("1", TEA),
        ("2", RIVER),
    ]
    (issue,) = walked({path: data for path, data in files.items() if path not in lists})
    assert [(a.page, a.headline) for a in issue.articles] == [
        ("1", BRIDGE),
        ("1", TEA),
        ("2", RIVER),
    ]
    assert (issue.paper, issue.day) == ("临江日报", date(2031, 4, 5))


def test_one_page_that_is_deeper_than_any_costs_itself_alone() -> None:
    files = founder_new()
    files["p/pc/content/203104/05/content_102.html"] = b"<html>" + b"<div>" * 100_000
    (issue,) = walked(files)
    assert [a.headline for a in issue.articles] == [BRIDGE, RIVER]
    assert [entry.title for entry in issue.index] == [TEA]


def test_no_path_leads_out_of_the_mirror() -> None:
    issue = changed(lambda text: text.replace("content_101.html", "../../../../../../etc/passwd"))
    assert [a.headline for a in issue.articles] == [TEA, BRIDGE, RIVER]
    assert not issue.index
