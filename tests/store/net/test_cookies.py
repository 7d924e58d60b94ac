"""Cookies of a file, and such as come meanwhile."""

from pathlib import Path

import pytest
from urllib3 import HTTPHeaderDict

from store.errors import NetError
from store.net.cookies import Cookies

FILE = """\
# Netscape HTTP Cookie File

.linjiang.example\tTRUE\t/\tFALSE\t0\tsession\ts1
#HttpOnly_epaper.linjiang.example\tFALSE\t/paper\tTRUE\t4102444800\tlogin\tgeheim
epaper.linjiang.example\tFALSE\t/\tFALSE\t1000000000\told\tgone
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "cookies.txt"
    path.write_text(FILE)
    return str(path)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://epaper.linjiang.example/paper/1", "login=geheim; session=s1"),
        ("http://epaper.linjiang.example/paper/1", "session=s1"),
        ("https://epaper.linjiang.example/", "session=s1"),
        ("https://other.example/paper/", ""),
    ],
)
def test_a_file_of_cookies(url: str, sent: str, file: str) -> None:
    assert Cookies(file).header(url) == sent


@pytest.mark.parametrize("text", ["a=1; b=2\n", "a\tTRUE\t/\tFALSE\tlater\tn\tv\n", "\0\x01"])
def test_what_is_no_file_of_cookies(text: str, tmp_path: Path) -> None:
    path = tmp_path / "cookies.txt"
    path.write_text(text)
    for file in (path, tmp_path / "missing"):
        with pytest.raises(NetError) as caught:
            Cookies(str(file))
        assert caught.value.code == "file"
        assert str(file) in str(caught.value)
        assert "()" not in str(caught.value)


def test_what_servers_set_is_kept_for_them_alone() -> None:
    cookies = Cookies()
    fields = HTTPHeaderDict()
    fields.add("Set-Cookie", "a=1; Path=/")
    fields.add("Set-Cookie", "b=2; Domain=other.example")
    cookies.keep("http://epaper.linjiang.example/", fields)
    assert cookies.header("http://epaper.linjiang.example/x") == "a=1"
    assert cookies.header("http://other.example/") == ""


def test_of_much_nothing_is_kept() -> None:
    cookies = Cookies()
    cookies.keep("http://a.example/", HTTPHeaderDict({"Set-Cookie": "a=" + "1" * 10_000}))
    assert cookies.header("http://a.example/") == ""


def test_a_cookie_for_a_whole_countrys_papers_is_not_kept() -> None:
    cookies = Cookies()
    wide = HTTPHeaderDict({"Set-Cookie": "a=1; Domain=.com.cn; Path=/"})
    cookies.keep("http://news.qingxi.com.cn/", wide)
    assert cookies.header("http://lingbei.com.cn/") == ""
    own = HTTPHeaderDict({"Set-Cookie": "b=2; Domain=.qingxi.com.cn; Path=/"})
    cookies.keep("http://news.qingxi.com.cn/", own)
    assert cookies.header("http://paper.qingxi.com.cn/") == "b=2"
    assert cookies.header("http://lingbei.com.cn/") == ""
