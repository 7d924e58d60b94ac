"""Texts of entries: paragraphs without what stands around them; stubs."""

import pytest

from store.press.feed.bodies import Body, is_no_story, read_body, read_title
from store.press.feed.entries import Entry


def body(content: str = "", summary: str = "", *, is_plain: bool = False) -> Body:
    entry = Entry(content=content, summary=summary, is_plain=is_plain)
    return read_body(entry, "新桥通车", "https://linjiang.example/a/")


def test_paragraphs_captions_and_crossheads() -> None:
    found = body(
        "<p>新桥今日通车。</p><figure><img src='../1.jpg?from=rss' alt='新桥通车'>"
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


STORY = ("临江新桥今天正式通车，居民不必再等渡船。", "桥长一千二百米。", "通车之日，两岸灯火通明。")
IN_P = "".join(f"<p>{text}</p>" for text in STORY)


@pytest.mark.parametrize(
    "content",
    [
        "<br/><br/>".join(STORY),
        "<br>".join(f"　　{text}" for text in STORY),
        "".join(f"<div>{text}</div>" for text in STORY),
        "<p>".join(STORY),
        "<section><p>&nbsp;</p><p><span>" + "</span></p><p><br></p><p>".join(STORY) + "</section>",
        "<pre>" + "\n\n".join(STORY) + "</pre>",
        "<b>" + "</b>\n\n<b>".join(STORY) + "</b>",
        "\n\n".join(STORY),
        "\n".join(STORY),
        "<table><tr><td>" + "<p>".join(STORY) + "</td></tr></table>",
        IN_P.replace("<", "&lt;").replace(">", "&gt;"),
        "<p>新桥通车</p>" + IN_P,
        f"<div>{IN_P}</div><div>{IN_P}</div>",
        IN_P + "<p><a href='x'>阅读原文</a></p>",
        IN_P + "<p>点击查看原文&gt;&gt;</p>",
        IN_P + "<p>分享到：</p><ul class='share'><li>微信</li><li>微博</li></ul>",
        IN_P + "<p>（责任编辑：江一帆）</p><p>声明：本文版权归临江报所有，未经许可不得转载。</p>",
        IN_P + "<p>扫描二维码关注我们</p><p>相关阅读：</p><ul><li>渡口旧事</li><li>灯会</li></ul>",
        "<p>来源：临江报</p><p>2024-03-05 08:00</p>" + IN_P,
        IN_P.replace("</p><p>", "</p><p>广告</p><p>") + "<p>Advertisement</p>",
        IN_P + "<p>The post <a>新桥</a> appeared first on <a>临江报</a>.</p>",
        IN_P + "<style>p{}</style><iframe src='x'></iframe><img src='x.gif' width='1'>",
    ],
)
def test_a_story_is_whole_and_nothing_else(content: str) -> None:
    found = body(content)
    assert found.paragraphs == STORY
    assert not found.is_stub
    assert not found.pictures


def test_who_wrote_stays_among_what_goes() -> None:
    credits = ("监制｜高远", "记者｜江一帆", "微信编辑丨文小舟", "©临江报", "文章原文")
    found = body(f"<p>来源：临江报</p><p>本报记者 江一帆</p>{IN_P}<p>{'</p><p>'.join(credits)}</p>")
    assert found.paragraphs == ("本报记者 江一帆", *STORY, "记者｜江一帆")


def test_a_text_that_is_its_headline_stays() -> None:
    assert body("<p>新桥通车</p>").paragraphs == ("新桥通车",)


def test_what_stands_within_a_story_stays() -> None:
    content = (
        "<p>甲说，桥已通车。</p><p><b>相关报道</b></p><p>2024年3月5日 开工</p><p>乙说，是的。</p>"
    )
    assert len(body(content).paragraphs) == 4


def test_a_picture_loaded_later_and_one_named_beside_the_text() -> None:
    found = body("<p>新桥通车。</p><img src='data:image/gif;base64,R0' data-original='/1.jpg'>")
    assert [picture.url for picture in found.pictures] == ["https://linjiang.example/1.jpg"]
    entry = Entry(summary="新桥通车。", pictures=(("//a.example/2.jpg", "新桥"),))
    found = read_body(entry, "", "https://linjiang.example/")
    assert [picture.url for picture in found.pictures] == ["https://a.example/2.jpg"]
    assert found.captions == ("新桥",)


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
        ("<p>新桥今日通车，百姓 [&hellip;]</p>", True),
        ("<p>新桥今日通车。</p><p>Continue reading 新桥通车 →</p>", True),
        ("<p>新桥今日通车，百姓称便。</p>", False),
        ("新桥今日通车，百姓称便。" * 40, False),
        ("<p>新桥今日通车。</p><p>百姓称便。</p>", False),
    ],
)
def test_a_stub_is_marked_as_such(content: str, is_stub: bool) -> None:
    assert body(content).is_stub is is_stub


def test_a_summary_that_is_longer_than_the_content_is_the_text() -> None:
    found = body("<p>甲</p>", "<p>新桥今日通车。</p><p>百姓称便。</p>")
    assert found.paragraphs == ("新桥今日通车。", "百姓称便。")


def test_plain_text_is_markup_only_where_it_looks_like_it() -> None:
    plain = "水位 < 三米，\n桥高 > 五米。\n　　百姓称便。"
    assert body(plain, is_plain=True).paragraphs == ("水位 < 三米，桥高 > 五米。", "百姓称便。")
    assert body("甲&amp;乙。<br>\n百姓称便。", is_plain=True).paragraphs == (
        "甲&乙。",
        "百姓称便。",
    )


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("新桥&amp;<b>渡口</b>", "新桥&渡口"),
        ("A <b> 与 C & D", "A <b> 与 C & D"),
        ("<新桥>通车", "<新桥>通车"),
        ("新桥\n 通车\u202e", "新桥 通车"),
        ("新桥<br/>通车", "新桥 通车"),
        ("新桥<script>x()</script><embed src='x'>通车", "新桥通车"),
        ("<b>" * 100_000 + "新桥</b>", "新桥"),
    ],
)
def test_a_title_is_markup_only_where_it_looks_like_it(title: str, headline: str) -> None:
    assert read_title(title) == headline


def test_deep_markup_is_left_unread() -> None:
    assert body("<div>" * 100_000) == Body(is_stub=True, is_unread=True)


def test_editors_of_a_page_are_no_story() -> None:
    assert is_no_story("本版责编：江一帆 文小舟", body("<p>版式设计：高远</p>"))
    assert is_no_story("", Body())
    assert not is_no_story("新桥通车", Body())
