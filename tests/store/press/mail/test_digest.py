"""Mails of several stories."""

from store.press.mail.digest import digest_lines, is_digest
from store.press.markup.parse import Element, parse
from tests.store.press.mail.letters import DIGEST, FERRY, STORY, WELL


def page(markup: str) -> Element:
    return parse(markup, "a.eml")


def test_a_page_of_text_is_one_and_a_sites_is_not() -> None:
    links = "<ul>" + "<li><a href='x'>别处的新闻</a></li>" * 25 + "</ul>"
    assert is_digest(page(DIGEST))
    assert is_digest(page(STORY))
    assert not is_digest(page(STORY.replace("</body>", links)))
    assert is_digest(page(DIGEST.replace("</body>", links)))
    bold = "".join(
        f"<p><b>{head}</b></p><p>{text}</p>" for head, text in zip("渡井", FERRY, strict=True)
    )
    assert is_digest(page(bold + links))
    assert not is_digest(page("<h2>渡口</h2><h2>老井</h2>"))


def test_a_link_to_the_whole_is_no_text() -> None:
    markup = f"<h2>渡口</h2><p>{FERRY[0]}<a href='x'>阅读全文&gt;&gt;</a></p><p>他一生热爱阅读</p>"
    assert [line.text for line in digest_lines(page(markup))] == [
        "渡口",
        FERRY[0],
        "他一生热爱阅读",
    ]


def test_lines_say_what_is_a_heading_and_what_is_around() -> None:
    lines = [(line.text, line.look.role) for line in digest_lines(page(DIGEST))]
    assert lines[:3] == [
        ("在浏览器中查看", "furniture"),
        ("一条船渡了七十年", "head"),
        (FERRY[0], ""),
    ]
    assert lines[-2:] == [(WELL[1], ""), ("您收到此邮件是因为订阅了临江晚报。退订", "furniture")]
