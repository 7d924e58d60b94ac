"""Addresses in the form in which they are kept: nothing private, nothing that tells two apart."""

import pytest

from store.press.text.web_address import canonical

PAGE = "https://paper.qingxi.example/content/202403/12/content_7.html"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (PAGE, PAGE),
        (f" {PAGE}\n", PAGE),
        (PAGE.replace("https://", "https://user:secret@"), PAGE),
        (f"{PAGE}#top", PAGE),
        (f"{PAGE}?utm_source=x&spm=1&id=7", f"{PAGE}?id=7"),
        ("HTTP://Paper.Qingxi.Example:80", "http://paper.qingxi.example/"),
        ("http://qingxi.example:8080/a", "http://qingxi.example:8080/a"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://", ""),
        ("http://a:b/", ""),
        ("http://[x/", ""),
        (f"{PAGE}?id={'7' * 3000}", ""),
    ],
)
def test_an_address(address: str, kept: str) -> None:
    assert canonical(address) == kept
