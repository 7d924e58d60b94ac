"""Pictures that a mail brings along come with the stories that they stand in."""

from email.mime.image import MIMEImage

from store.models import Issue
from store.press.mail.pictures import part_with
from store.press.read import read
from tests.store.press.mail.letters import DIGEST, FERRY, STORY, WELL, html, mail

BOAT, STONE = b"\x89PNG\r\n\x1a\nboat", b"\x89PNG\r\n\x1a\nstone"
DAY = "From news@linjiang.example Sat Apr  5 06:30:00 2031\n"


def image(data: bytes, name: str) -> MIMEImage:
    part = MIMEImage(data, "png")
    part["Content-ID"] = f"<{name}>"
    part.add_header("Content-Disposition", "inline", filename="image.png")
    return part


def letter(markup: str) -> bytes:
    images = image(BOAT, "boat@01D2.linjiang"), image(STONE, "stone 1@linjiang")
    return mail(html(markup), *images, how="related")


def pictured() -> bytes:
    """Return a mail of two stories: a picture over the first, one within and one behind the second.

    One is not in the mail, and one counts readers.
    """
    boat, stone = '<img src="cid:boat@01D2.linjiang">', "<img src='cid:stone%201@linjiang'>"
    lost = '<img src="cid:lost@linjiang"><img src="https://count.example/1.gif">'
    markup = DIGEST.replace("<h2>", f"{boat}<h2>", 1).replace(WELL[1], f"{lost}{WELL[1]}")
    return letter(markup.replace(f"<p>{WELL[0]}</p>", f"<p>{WELL[0]}</p><p>{stone}</p>"))


def read_one(data: bytes) -> Issue:
    (result,) = read(data, "a.eml")
    return result.issue


def test_each_story_has_the_pictures_that_stand_in_it_or_over_it() -> None:
    data = pictured()
    first, second = read_one(data).articles
    assert [part_with(data, each.url) for each in first.pictures] == [BOAT]
    assert [part_with(data, each.url) for each in second.pictures] == [STONE]


def test_a_picture_behind_the_last_line_is_that_storys() -> None:
    end = '<p><img src="cid:boat@01D2.linjiang"></p></body>'
    (article,) = read_one(letter(STORY.replace("</body>", end))).articles
    assert len(article.pictures) == 1


def test_the_text_is_the_same_with_pictures_and_without() -> None:
    plain = read_one(mail(html(DIGEST))).articles
    with_pictures = read_one(pictured()).articles
    assert [each.paragraphs for each in with_pictures] == [each.paragraphs for each in plain]
    assert plain[0].paragraphs == FERRY


def test_each_mail_of_a_box_has_its_own() -> None:
    box = DAY.encode() + mail(html(DIGEST)) + b"\n\n" + DAY.encode() + pictured()
    found = [result.issue for result in read(box, "a.mbox")]
    addresses = [each.url for issue in found for a in issue.articles for each in a.pictures]
    assert [part_with(box, address) for address in addresses] == [BOAT, STONE]


def test_what_a_mail_does_not_have_is_nothing() -> None:
    assert part_with(pictured(), "http://mail.invalid/0123") == b""
    assert part_with(pictured(), "") == b""
