"""From chapters to articles and pages."""

import pytest

from store.press.epub.chapters import Chapter
from store.press.epub.stories import stories_of
from store.press.markup.paragraphs import paragraphs_of
from store.press.markup.parse import parse
from store.press.package import part_at
from tests.store.press.epub.books import BOAT, CLEAN, FERRY, TRACK, text


def chapter(section: str, title: str, markup: str) -> Chapter:
    root = parse(f"<html><body>{markup}</body></html>", "a")
    return Chapter(section, title, root, paragraphs_of([root]))


def test_sections_are_pages_by_the_number_in_their_name_or_by_their_place() -> None:
    found = stories_of(
        [
            chapter("国际", BOAT, text(BOAT)),
            chapter("第01版：要闻", CLEAN, text(CLEAN)),
            chapter("文化", TRACK, text(TRACK)),
            chapter("国际", TRACK, text(TRACK)),
        ]
    )
    names = [("1", "要闻"), ("2", "国际"), ("3", "文化")]
    assert [(page.number, page.name) for page in found.pages] == names
    assert [article.page for article in found.articles] == ["1", "2", "2", "3"]


def test_a_file_that_is_a_page_holds_its_stories() -> None:
    markup = f"<h1>A02 社会</h1><h2>{BOAT}</h2>{text(BOAT)}<h2>{CLEAN}</h2>{text(CLEAN)}"
    found = stories_of([chapter("", "A02", markup)])
    assert [(page.number, page.name) for page in found.pages] == [("A2", "社会")]
    assert [article.headline for article in found.articles] == [BOAT, CLEAN]


def test_headings_within_a_story_part_it() -> None:
    markup = f"<h1>{BOAT}</h1><h2>船怎样修</h2>{text(BOAT)}<h2>后来</h2>{text(CLEAN)}"
    (article,) = stories_of([chapter("要闻", BOAT, markup)]).articles
    assert (article.headline, article.subhead) == (BOAT, "船怎样修")
    assert [article.paragraphs[at] for at in article.crossheads] == ["后来"]


def test_the_name_of_a_section_over_its_only_story_is_no_headline() -> None:
    (article,) = stories_of(
        [chapter("要闻", "要闻", f"<h1>要闻</h1><h2>{BOAT}</h2>{text(BOAT)}")]
    ).articles
    assert (article.headline, article.kicker) == (BOAT, "")


def test_what_tells_nothing_is_a_line_of_the_books_own() -> None:
    found = stories_of([chapter("", "封面", "<p>临江晚报</p>"), chapter("", BOAT, text(BOAT))])
    assert (found.lines, len(found.articles)) == (("临江晚报",), 1)
    assert found.articles[0].paragraphs == FERRY


def test_lines_in_bold_head_the_stories_of_a_section_without_headings() -> None:
    bold = "".join(f"<p><b>{title}</b></p>{text(title)}" for title in (BOAT, CLEAN))
    found = stories_of([chapter("", "要闻", bold)])
    assert [article.headline for article in found.articles] == [BOAT, CLEAN]
    assert [page.name for page in found.pages] == ["要闻"]
    (one,) = stories_of([chapter("要闻", TRACK, f"<p>{TRACK}</p>{bold}")]).articles
    assert len(one.crossheads) == 2


@pytest.mark.parametrize("byline", ["本报记者 邵渡川", "□ 邵渡川", "邵渡川", "2031-04-05 邵渡川"])
@pytest.mark.parametrize("tag", ["p", "h3"])
def test_who_wrote_stands_in_the_text_of_a_book(byline: str, tag: str) -> None:
    markup = f"<h1>{BOAT}</h1><{tag}>{byline}</{tag}>{text(BOAT)}"
    (article,) = stories_of([chapter("要闻", BOAT, markup)]).articles
    assert [each.names for each in article.byline] == [("邵渡川",)]
    assert article.paragraphs == FERRY
    assert not article.subhead


def test_a_storys_pictures_are_parts_of_the_book() -> None:
    markup = f"<h1>{BOAT}</h1><p><img src='../img/渡船.jpg'/></p>{text(BOAT)}"
    one = chapter("国际", BOAT, markup)
    one.path = "OEBPS/text/a.xhtml"
    (article,) = stories_of([one]).articles
    assert [part_at(each.url) for each in article.pictures] == ["OEBPS/img/渡船.jpg"]
