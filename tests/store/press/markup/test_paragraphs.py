"""Paragraphs: blocks, line breaks, crossheads, captions."""

import pytest

from store.press.markup.paragraphs import caption_of, paragraphs_of
from store.press.markup.parse import parse


def texts(markup: str) -> list[str]:
    return [block.text for block in paragraphs_of([parse(markup, "a.html")]).blocks]


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<P>　　甲。<P>&nbsp;&nbsp;乙。\u200b\ufeff", ["甲。", "乙。"]),
        ("<div>甲。<br><br>乙。<br/> <br/>丙。</div>", ["甲。", "乙。", "丙。"]),
        ("<div>甲<br>　　乙<BR>&nbsp;&nbsp;&nbsp;&nbsp;丙</div>", ["甲", "乙", "丙"]),
        ("<p>这一行没有完<br>到这里才完。</p>", ["这一行没有完到这里才完。"]),
        ("<p>床前明月光<br>疑是地上霜<br>举头望明月<br>低头思故乡</p>",
         ["床前明月光", "疑是地上霜", "举头望明月", "低头思故乡"]),
        ("<p>甲<!-- npm:x -->乙<script>x</script></p>", ["甲乙"]),
        ("<table><tr><td>甲<td>乙</table>", ["甲", "乙"]),
        ("<p> </p><p>　</p>", []),
    ],
)  # fmt: skip
def test_paragraphs(markup: str, paragraphs: list[str]) -> None:
    assert texts(markup) == paragraphs


def test_what_is_bold_and_what_is_centred() -> None:
    held = paragraphs_of(
        [
            parse(
                "<p><strong>本报讯</strong>甲</p><p><B>小标题</B></p><p align=center>中</p>"
                "<p style='FONT-WEIGHT: bold'>粗</p>",
                "a.html",
            )
        ]
    )
    assert [(block.bold, block.centred) for block in held.blocks] == [
        (False, False),
        (True, False),
        (False, True),
        (True, False),
    ]


def test_what_stands_in_a_pictures_table_is_its_caption() -> None:
    held = paragraphs_of(
        [
            parse(
                "<table><tr><td><img src=a.jpg></td></tr><tr><td>老桥。赵青摄</td></tr></table>"
                "<figure><img src=b.jpg><figcaption>新桥</figcaption></figure><p>甲。</p>",
                "a.html",
            )
        ]
    )
    assert [(block.text, block.caption) for block in held.blocks] == [
        ("老桥。赵青摄", True),
        ("新桥", True),
        ("甲。", False),
    ]
    assert [(image.address, image.at) for image in held.images] == [("a.jpg", 0), ("b.jpg", 1)]


@pytest.mark.parametrize("name", ["image_desc", "picinfo", "img-text", "wp-caption-text"])
def test_what_is_marked_as_a_picture_s_is_its_caption(name: str) -> None:
    page = parse(f"<div class={name}>老桥。</div>", "a.html")
    assert [block.caption for block in paragraphs_of([page]).blocks] == [True]


def test_a_table_around_a_short_story_with_a_picture_is_no_caption() -> None:
    told = "".join(f"<p>{'老桥修好了，村民都来看。'}</p>" for _ in range(6))
    page = parse(f"<table><tr><td><img src=1.jpg>{told}</td></tr></table>", "a.html")
    assert not any(block.caption for block in paragraphs_of([page]).blocks)


def test_the_paragraphs_that_an_attribute_hides() -> None:
    markup = "<img data-original-title='&lt;p&gt;老桥。&lt;/p&gt;&lt;p&gt;赵青摄&lt;/p&gt;' alt=x>"
    assert caption_of(next(parse(markup, "a.html").iter("img"))) == "老桥。 赵青摄"


@pytest.mark.parametrize(
    "said", ["图片", "图片 1", "IMG_001.jpg", "image", "网站AI 生成的内容可能不正确。"]
)
def test_what_a_program_says_of_a_picture_is_no_caption(said: str) -> None:
    markup = f"<img alt='{said}' src=a.jpg>"
    assert not caption_of(next(parse(markup, "a.html").iter("img")))


def test_what_counts_readers_is_no_picture() -> None:
    root = parse("<img src=a.gif height=1px><img src=x.gif data-original=b.jpg>", "a")
    assert [image.address for image in paragraphs_of([root]).images] == ["b.jpg"]


def test_a_heading_says_its_level() -> None:
    root = parse("<h1>甲</h1><div><h3 class=x><span>乙</span><br>丙</h3><p>丁</p></div>", "a")
    blocks = paragraphs_of([root]).blocks
    assert [(block.text, block.level) for block in blocks] == [("甲", 1), ("乙丙", 3), ("丁", 0)]
