"""What a site itself says is none of a story."""

from store.press.markup.parse import parse
from store.press.markup.surroundings import drop_surroundings
from store.press.markup.text import text_of

FIRST = "临江的新桥今天正式通车，两岸的居民从此不必再等渡船。"


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
