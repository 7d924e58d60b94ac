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


def roles(markup: str, sender: str = "") -> list[tuple[str, str]]:
    return [(line.text, line.look.role) for line in digest_lines(page(markup), sender)]


def test_the_senders_name_and_its_day_stand_over_the_stories() -> None:
    over = "<h1>渡口早知道</h1><p>2031年4月5日 星期六</p>"
    lines = roles(DIGEST.replace("<tr>", f"<tr><td>{over}</td></tr><tr>", 1), "渡口早知道")
    assert lines[0] == ("渡口早知道", "furniture")
    assert [text for text, role in lines if role == "head"] == [
        "一条船渡了七十年",
        "四十车淤泥换来一井清水",
    ]


def test_headings_that_lead_to_stories_are_heads_whatever_stands_over_them() -> None:
    greeting = "<h1>假期后的第一个早晨</h1><p>早上好，今天的简报有两条消息，读完要三分钟。</p>"
    linked = "".join(
        f"<h2><a href='{at}'>{head}</a></h2><p>{text}</p>"
        for at, (head, text) in enumerate((("渡口的船", FERRY[0]), ("镇北的井", WELL[0])))
    )
    behind = "".join(
        f"<h2>{head}</h2><p>{text}</p><p><a href='x'>阅读全文</a></p>"
        for head, text in (("渡口的船", FERRY[0]), ("镇北的井", WELL[0]))
    )
    for stories in (linked, behind):
        lines = roles(greeting + stories)
        assert lines[0] == ("假期后的第一个早晨", "furniture")
        assert [text for text, role in lines if role == "head"] == ["渡口的船", "镇北的井"]
    plain = f"<h1>渡与井</h1><p>{FERRY[0]}</p><h2>镇北的井</h2><p>{WELL[0]}</p>"
    assert [role for _, role in roles(plain)] == ["head", "", "crosshead", ""]


def test_what_stands_beneath_the_way_out_is_around() -> None:
    lines = roles(DIGEST.replace("</table>", "<tr><td>临江市渡口路一号</td></tr></table>"))
    assert lines[-1] == ("临江市渡口路一号", "furniture")
