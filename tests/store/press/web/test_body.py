"""Where a page's article stands: without what a site itself says is none of it."""

from store.press.markup.parse import parse
from store.press.markup.surroundings import drop_surroundings
from store.press.web.body import body_of
from tests.store.press.web.pages import FIRST, OTHERS, PORTAL, SECOND


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
