"""Where a page's article stands: without what a site itself says is none of it."""

from store.press.markup.parse import parse
from store.press.markup.text import text_of
from store.press.web.body import body_of, drop_surroundings
from tests.store.press.web.pages import FIRST, OTHERS, PORTAL, SECOND


def test_what_a_site_names_as_none_of_the_story_goes() -> None:
    root = parse(
        '<div class="related">别的</div>尾<nav>栏目</nav><p style="display:none">暗</p><p>正文</p>',
        "a",
    )
    drop_surroundings(root)
    assert text_of(root) == "尾 正文"


def test_what_holds_most_of_a_page_stays_whatever_it_is_called() -> None:
    root = parse(f'<div class="share-box"><p>{FIRST}</p></div><p>页脚</p>', "a")
    drop_surroundings(root)
    assert FIRST in text_of(root)


def test_lists_of_links_within_a_story_go() -> None:
    story = f"<p>{FIRST}</p><ul>{OTHERS}</ul><p>{SECOND}</p>" * 2
    body = body_of(parse(f"<html><body><div>{story}</div></body></html>", "a"), "a")
    assert [block.text for block in body.blocks] == [FIRST, SECOND] * 2


def test_the_body_of_a_portal() -> None:
    root = parse(PORTAL, "a")
    drop_surroundings(root)
    texts = [block.text for block in body_of(root, "a").blocks]
    assert FIRST in texts
    assert not any("网友" in text for text in texts)


def test_an_empty_page_has_none() -> None:
    assert not body_of(parse("<html></html>", "a"), "a").blocks
