"""From the bytes of a mail to its parts."""

from datetime import datetime

import pytest

from store.errors import SourceError
from store.press.mime import MOST_PARTS, read_message
from tests.store.press.mail.letters import LETTER, SENT, html, mail, saved, text

HEAD = LETTER.format("a@linjiang.example", "x", SENT).encode()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gb2312", "big5"])
def test_what_a_header_says(charset: str) -> None:
    subject = "早报：渡口的老船已經離岸" if charset == "big5" else "早报：渡口的老船已经离岸"
    subject = subject.replace("报", "報") if charset == "big5" else subject
    found = read_message(mail(text("x"), subject=subject, sender="春江", charset=charset), "a")
    assert (found.subject, found.sender) == (subject, "春江")
    assert found.sent == datetime.fromisoformat("2031-04-05T06:30:00+08:00")


def test_an_address_stands_for_a_missing_name_and_nothing_for_a_missing_date() -> None:
    found = read_message(HEAD.replace(SENT.encode(), b"yesterday") + b"\r\nx", "a")
    assert (found.sender, found.sent) == ("a@linjiang.example", None)


def test_bytes_that_no_header_may_have_are_read() -> None:
    head = LETTER.format("春江 <a@linjiang.example>", "渡口的老船已经离岸", SENT)
    assert read_message(head.encode("gb18030") + b"\r\nx", "a").subject == "渡口的老船已经离岸"


def test_parts_in_every_encoding() -> None:
    parts = read_message(mail(text("渡口", "gb18030"), html("<p>渡口</p>")), "a").parts
    assert [(part.kind, part.charset) for part in parts] == [
        ("text/plain", "gb18030"),
        ("text/html", "utf-8"),
    ]
    quoted = (
        b"Content-Type: text/plain; format=flowed\r\nContent-Transfer-Encoding: quoted-printable"
    )
    (part,) = read_message(HEAD + quoted + b"\r\n\r\n=E6=B8=A1=\r\n=E5=8F=A3", "a").parts
    assert (part.data.decode(), part.flowed, part.file) == ("渡口", True, "")


def test_an_attachment_has_a_name() -> None:
    head = b'Content-Disposition: attachment; filename="=?utf-8?q?=E7=89=88?="'
    (part,) = read_message(HEAD + head + b"\r\n\r\nx", "a").parts
    assert part.file == "版"
    (part,) = read_message(HEAD + b"Content-Disposition: attachment\r\n\r\nx", "a").parts
    assert part.file == "attachment"


def test_a_saved_page_says_whence_it_is() -> None:
    found = read_message(saved("<p>x</p>", "https://linjiang.example/1"), "a")
    assert found.location == found.parts[0].location == "https://linjiang.example/1"


@pytest.mark.parametrize("before", [b"1204 \n", b"From a@b Sat Apr  5 2031\r\n", b"\xef\xbb\xbf"])
def test_what_programs_put_before_a_mail_is_no_header(before: bytes) -> None:
    assert read_message(before + HEAD + b"\r\nx", "a").subject == "x"


def nested(count: int, kind: bytes = b"multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n") -> bytes:
    return b"".join(b"Content-Type: " + kind.replace(b"%d", b"%d" % n) for n in range(count))


@pytest.mark.parametrize(
    "rest",
    [
        nested(10_000),
        nested(3_000, b"message/rfc822\r\n\r\n"),
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
        + b"--x\r\n\r\na\r\n" * (MOST_PARTS + 1),
    ],
)
def test_very_many_and_very_deep_parts_are_told(rest: bytes) -> None:
    with pytest.raises(
        SourceError, match=r"^a: this mail has more parts, or deeper ones, than are"
    ):
        read_message(HEAD + rest, "a")


@pytest.mark.parametrize(
    "header",
    [
        b"From: " + b"(" * 10_000,
        b"Date: " + b"(" * 10_000,
        b"Subject: " + b"=?x?q?" * 10_000,
        b"Subject: =?utf-8?b?!!?=",
        b"Content-Type: multipart/mixed; boundary=" + b"a" * 20_000,
        b'Content-Type: multipart/mixed; boundary="(a+)+$(("',
        b"Content-Type: text/plain; " + b"a*0*=utf-8''%41; " * 900,
        b"Content-Type: text/plain; charset*=no-such''%ff",
        b"Content-Transfer-Encoding: x-uuencode",
        b"Content-Disposition: attachment; filename*=no-such''%ff",
    ],
)
def test_absurd_headers_are_read(header: bytes) -> None:
    assert len(read_message(header + b"\r\n" + HEAD + b"\r\n--x\r\nM", "a").parts) == 1
