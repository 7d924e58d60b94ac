"""The chapters of a book."""

import pytest

from store.press.epub.book import read_book
from store.press.epub.chapters import Chapter, between, chapters_of
from store.press.markup.paragraphs import Block, Image, Paragraphs
from store.press.package import Package
from tests.store.press.epub.books import (
    BOAT,
    CLEAN,
    FERRY,
    TRACK,
    anchored,
    book,
    calibre,
    page,
    point,
    split,
)


def chapters(data: bytes) -> list[Chapter]:
    package = Package(data, "a.epub")
    return chapters_of(package, read_book(package, "a.epub"), "a.epub")


@pytest.mark.parametrize("flattened", [True, False])
def test_a_paper_of_calibres(flattened: bool) -> None:
    found = [each for each in chapters(calibre(flattened=flattened)) if each.address]
    assert [(each.section, each.title) for each in found] == [
        ("要闻", BOAT),
        ("要闻", CLEAN),
        ("社会", TRACK),
    ]
    assert found[0].address == "https://linjiang.example/2031/0405/00.html?utm_source=rss"
    assert [block.text for block in found[0].body.blocks] == [BOAT, "本报记者 柳青舟", *FERRY]


def test_lists_of_articles_are_left_out() -> None:
    titles = [each.title for each in chapters(calibre()) if each.section]
    assert titles == [BOAT, CLEAN, TRACK]


def test_places_that_the_contents_name_part_a_file() -> None:
    found = chapters(anchored())
    assert [(each.section, each.title, len(each.body.blocks)) for each in found if each.title] == [
        ("要闻", BOAT, 3),
        ("要闻", CLEAN, 3),
        ("社会", TRACK, 2),
    ]


def test_what_a_program_has_split_is_one() -> None:
    assert [(each.title, len(each.body.blocks)) for each in chapters(split())] == [
        (BOAT, 4),
        (CLEAN, 3),
        (TRACK, 1),
    ]


@pytest.mark.parametrize(
    ("bar", "kept"),
    [
        ("<div>| <a href='a'>下一个</a> | <a href='b'>主菜单</a> |</div>", False),
        ("<p><a href='a'>上一篇</a> | <a href='b'>下一篇</a></p>", False),
        ("<p>这篇文章由 calibre 从 <a href='https://x.example/'>x</a> 下载</p>", False),
        ("<p>见<a href='a'>上一篇</a>和<a href='b'>下一篇</a>。</p>", True),
    ],
)
def test_bars_of_links(bar: str, kept: bool) -> None:
    (found,) = chapters(book({"a.html": page(f"{bar}<p>{FERRY[0]}</p>")}, point("渡", "a.html")))
    assert len(found.body.blocks) == 1 + kept


def test_what_stands_over_all_is_no_section() -> None:
    inner = point("要闻", "a.html", point("渡口", "b.html"))
    files = {"a.html": page("<p>要闻</p>"), "b.html": page("<p>渡口</p>")}
    found = chapters(book(files, point("临江晚报", "a.html", inner)))
    assert [(each.section, each.title) for each in found][-1] == ("要闻", "渡口")


def test_pictures_go_with_their_paragraphs() -> None:
    whole = Paragraphs(
        [Block("a"), Block("b")], [Image("x", at=0), Image("y", at=1), Image("z", at=2)]
    )
    found = between(whole, 1, 2)
    assert [(image.address, image.at) for image in found.images] == [("y", 0), ("z", 1)]


def test_a_file_that_is_no_text_is_passed_over() -> None:
    files = {"a.html": "\x00\x01" * 900, "b.html": page(f"<p>{FERRY[0]}</p>")}
    assert len(chapters(book(files, ""))) == 1


def test_sections_of_a_story_are_not_stories() -> None:
    parts = "".join(f"<h2 id='s{at}'>其{at}</h2><p>{FERRY[at]}</p>" for at in range(2))
    data = page(f"<h1 id='a'>{BOAT}</h1><p>{FERRY[0]}</p><p>{FERRY[1]}</p>{parts}")
    within = "".join(point(f"其{at}", f"a.html#s{at}") for at in range(2))
    contents = point("要闻", "b.html", point(BOAT, "a.html#a", within)) + point("社会", "c.html")
    files = {"b.html": page("<p>要闻</p>"), "a.html": data, "c.html": page("<p>社会</p>")}
    found = chapters(book(files, contents))
    assert ("要闻", BOAT, 7) in [(c.section, c.title, len(c.body.blocks)) for c in found]
