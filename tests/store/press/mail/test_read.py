"""The room of mails and saved pages: what they hold, whose it is and of what day."""

import hashlib
from datetime import date
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage

import pytest

from store.errors import SourceError
from store.models import Issue
from store.press.read import read
from tests.store.press.document.offices import docx, p
from tests.store.press.epaper.mirrors import founder_new
from tests.store.press.mail.letters import (
    DIGEST,
    FERRY,
    PAGES,
    STORY,
    WELL,
    html,
    mail,
    saved,
    text,
)

NEXT = "Sun, 06 Apr 2031 06:30:00 +0800"
HEADLINE, SECOND = "一条船渡了七十年", "四十车淤泥换来一井清水"


def read_one(data: bytes) -> Issue:
    (result,) = read(data, "a.eml")
    return result.issue


def headlines(data: bytes) -> list[str]:
    return [article.headline for article in read_one(data).articles]


def attached(data: bytes, name: str) -> MIMEApplication:
    part = MIMEApplication(data, "octet-stream")
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    return part


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gb2312"])
def test_the_markup_is_read_before_the_text(charset: str) -> None:
    data = mail(text(PAGES, charset), html(STORY, charset), charset=charset)
    issue = read_one(data)
    assert [article.headline for article in issue.articles] == [HEADLINE]
    assert (issue.paper.name, issue.date) == ("临江晚报", date(2031, 4, 5))
    assert issue.sources[0].kind == "mail"
    assert issue.articles[0].source == issue.sources[0].sha256 == hashlib.sha256(data).hexdigest()


def test_a_mail_of_several_stories_is_a_page_of_them() -> None:
    issue = read_one(mail(text("x"), html(DIGEST)))
    assert [article.headline for article in issue.articles] == [HEADLINE, SECOND]
    assert "在浏览器中查看" in issue.furniture
    assert all("退订" not in each for article in issue.articles for each in article.paragraphs)


def test_text_is_read_as_the_text_of_pages() -> None:
    issue = read_one(mail(text(PAGES)))
    assert [article.headline for article in issue.articles] == [HEADLINE, SECOND]
    assert [(page.number, page.name) for page in issue.pages] == [("1", "要闻")]
    assert headlines(mail(html("<p>x</p>"), text(PAGES))) == [HEADLINE, SECOND]


def test_a_story_without_a_headline_is_called_as_the_mail_is() -> None:
    told = f"　　{FERRY[0]}\n　　{FERRY[1]}\n"
    issue = read_one(mail(text(told), subject=f"Fwd: 转发：{HEADLINE}"))
    assert [article.headline for article in issue.articles] == [HEADLINE]


def test_what_is_printed_goes_before_what_the_header_says() -> None:
    printed = "春江日报\n2031年4月3日 星期四\n"
    issue = read_one(mail(text(printed + PAGES)))
    assert (issue.paper.name, issue.date) == ("春江日报", date(2031, 4, 3))
    subject = read_one(mail(text(PAGES), subject="春江日报 2031年4月4日", sender="柳青舟"))
    assert (subject.paper.name, subject.date) == ("春江日报", date(2031, 4, 4))


def test_a_clock_that_is_set_to_utc_is_read_in_shanghai() -> None:
    late = mail(text(PAGES), sent="Fri, 04 Apr 2031 22:30:00 +0000")
    assert read_one(late).date == date(2031, 4, 5)
    assert read_one(mail(text(PAGES), sent="Fri, 04 Apr 2031 22:30:00 -0500")).date == date(
        2031, 4, 4
    )


def test_a_person_is_no_paper() -> None:
    assert read_one(mail(text(PAGES), subject="稿", sender="柳青舟")).paper.name == ""


def test_who_sends_to_a_list_is_a_paper_and_a_colleague_is_none() -> None:
    def paper(markup: str, sender: str) -> str:
        return read_one(mail(html(markup), subject="四月", sender=sender)).paper.name

    assert paper(DIGEST, "渡口早知道") == "渡口早知道"
    assert paper(DIGEST, "柳青舟 from 渡口通讯") == "渡口通讯"
    assert paper(STORY, "渡口小柳") == ""
    listed = mail(html(STORY), subject="四月", sender="渡口早知道")
    listed = b"List-Unsubscribe: <https://linjiang.example/u>\r\n" + listed
    assert read_one(listed).paper.name == "渡口早知道"


def test_brackets_that_stand_for_bold_letters_are_none_of_a_headline() -> None:
    plain = f"【{HEADLINE}】\n{FERRY[0]}\n{FERRY[1]}\n\n【{SECOND}】\n{WELL[0]}\n{WELL[1]}\n"
    assert headlines(mail(text(f"{plain}\n-- \n退订请回复TD\n"))) == [HEADLINE, SECOND]


def test_each_mail_of_a_box_is_read() -> None:
    envelope = b"From news@linjiang.example Sat Apr  5 06:30:00 2031\n"
    mails = mail(html(STORY)), mail(text(" ")), mail(html(DIGEST), sent=NEXT)
    box = b"".join(envelope + each.replace(b"\r\n", b"\n") + b"\n\n" for each in mails)
    results = read(box, "a.mbox")
    assert [len(each.issue.articles) for each in results] == [1, 2]
    assert [each.issue.date for each in results] == [date(2031, 4, 5), date(2031, 4, 6)]
    with pytest.raises(SourceError, match="this box has 300 mails"):
        read((envelope + mail(text(PAGES)) + b"\n\n") * 300, "a.mbox")


def test_a_page_with_its_pictures_is_no_saved_page_when_it_was_sent() -> None:
    data = mail(html(STORY), MIMEImage(b"x", "png"), how="related")
    assert read_one(data).sources[0].kind == "mail"


def test_attachments_are_read_where_the_letter_only_covers_them() -> None:
    letter = text("各位好：今天的版面文字见附件。")
    word = attached(docx(p(HEADLINE, "1") + p(FERRY[0]) + p(FERRY[1])), "临江晚报第1版.docx")
    assert headlines(mail(letter, word, how="mixed")) == [HEADLINE]
    results = read(mail(letter, word, attached(PAGES.encode(), "b.txt"), how="mixed"), "a.eml")
    assert [len(each.issue.articles) for each in results] == [1, 2]
    long = mail(html(STORY), attached(b"\x89PNG", "a.png"), how="mixed")
    assert headlines(long) == [HEADLINE]


def test_who_sends_what_is_attached_is_no_paper() -> None:
    parts = text("稿子见附件。"), attached(PAGES.encode(), "a.txt")
    data = mail(*parts, subject="稿子", sender="同事", how="mixed")
    assert read_one(data).paper.name == ""


def test_a_saved_page_is_read_as_the_page() -> None:
    issue = read_one(saved(STORY))
    assert (issue.sources[0].kind, issue.articles[0].headline) == ("mhtml", HEADLINE)
    assert issue.articles[0].url == "https://linjiang.example/2031/0405/1.html"
    assert issue.date == date(2031, 4, 5)
    assert read_one(saved(STORY, "https://linjiang.example/1")).date is None


def test_a_saved_page_of_an_e_paper_is_read_in_its_room() -> None:
    page = next(page for path, page in founder_new().items() if "content_" in path)
    assert read_one(saved(page.decode())).articles[0].page == "1"


def test_a_document_that_an_office_saved_as_a_page_is_read_by_its_heads() -> None:
    word = DIGEST.replace("<html>", '<html xmlns:w="urn:schemas-microsoft-com:office:word">')
    issue = read_one(saved(word))
    assert [article.headline for article in issue.articles] == [HEADLINE, SECOND]


def test_what_is_hidden_in_a_mail_is_none_of_it() -> None:
    hidden = DIGEST.replace(
        "<table>", "<div style='display:none'>今天的头条都在这里</div><table>", 1
    )
    issue = read_one(mail(html(hidden)))
    assert "今天的头条都在这里" not in str(issue)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (mail(text(" ")), "holds nothing to read"),
        (mail(MIMEImage(b"x", "png")), "holds nothing to read"),
        (mail(attached(b"\x89PNG", "a.png")), "this is a PNG image"),
        (mail(html("<form><input type=password></form>")), "asks its visitors to log in"),
        (saved("<title>Index of /</title>"), "a directory's listing"),
        (mail(attached(mail(text(PAGES)), "b.eml")), "this is an e-mail"),
    ],
)
def test_what_cannot_be_read_ends_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as caught:
        read(data, "a.eml")
    assert str(caught.value).startswith("a.eml: ")
