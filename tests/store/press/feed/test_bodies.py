"""Texts of entries: paragraphs without what stands around them; stubs."""

import pytest

from store.errors import SourceError
from store.press.feed.bodies import Body, is_no_story, read_body
from store.press.feed.entries import Entry


def body(content: str = "", summary: str = "", *, is_plain: bool = False) -> Body:
    return read_body(Entry(content=content, summary=summary, is_plain=is_plain), "a.xml")


def test_paragraphs_captions_and_crossheads() -> None:
    found = body(
        "<p>新桥今日通车。</p><figure><img src='https://linjiang.example/1.jpg?from=rss'>"
        "<figcaption>通车的新桥。江一帆摄</figcaption></figure>"
        "<p><strong>百姓称便</strong></p><p>往返只要一刻。</p>"
    )
    assert found.paragraphs == ("新桥今日通车。", "百姓称便", "往返只要一刻。")
    assert found.crossheads == (1,)
    assert found.captions == ("通车的新桥。江一帆摄",)
    assert found.pictures[0].url == "https://linjiang.example/1.jpg"
    assert not found.is_stub


def test_what_stands_around_the_text_goes() -> None:
    found = body(
        "<div>2024年03月05日 星期二</div><p>新桥今日通车。</p><p>百姓称便。</p>"
        "<div>临江报版权所有，未经授权禁止使用</div><hr><div>获取更多RSS：<br>https://a.example</div>"
    )
    assert found.paragraphs == ("新桥今日通车。", "百姓称便。")


def test_the_body_of_a_whole_e_paper_page_alone_counts() -> None:
    assert body(
        "<div>导航</div><div id='ozoom'><p>新桥通车。</p></div><div>页脚</div>"
    ).paragraphs == ("新桥通车。",)


def test_no_script_and_no_hidden_character_gets_through() -> None:
    found = body("<p onclick='x()'>新桥\u202e通车。<script>alert(1)</script></p>")
    assert found.paragraphs == ("新桥通车。",)


@pytest.mark.parametrize(
    ("content", "is_stub"),
    [
        ("新桥今日通车，百姓称便。", True),
        ("<p>新桥今日通车，百姓……</p>", True),
        ("<p>新桥今日通车。</p><p><a href='/a'>阅读全文</a></p>", True),
        ("", True),
        ("<p>新桥今日通车，百姓称便。</p>", False),
        ("<p>新桥今日通车。</p><p>百姓称便。</p>", False),
    ],
)
def test_a_stub_is_marked_as_such(content: str, is_stub: bool) -> None:
    assert body(content).is_stub is is_stub


def test_a_summary_that_is_longer_than_the_content_is_the_text() -> None:
    found = body("<p>甲</p>", "<p>新桥今日通车。</p><p>百姓称便。</p>")
    assert found.paragraphs == ("新桥今日通车。", "百姓称便。")


def test_nothing_in_plain_text_is_markup() -> None:
    assert body("水位 &lt; 三米。\n\n桥高五米。", is_plain=True).paragraphs == (
        "水位 &lt; 三米。",
        "桥高五米。",
    )


def test_deep_markup_is_refused_in_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"^a\.xml: "):
        body("<div>" * 100_000)


def test_editors_of_a_page_are_no_story() -> None:
    assert is_no_story("本版责编：江一帆 文小舟", body("<p>版式设计：高远</p>"))
    assert is_no_story("", Body())
    assert not is_no_story("新桥通车", Body())
