"""What a page of markup is: its signs, and what has some of them and is something else."""

import pytest

from store.press.signs import markup_kind

STORY = "<p>" + "望江县的老桥修好了，两岸的村民都来看。" * 20 + "</p>"
LINKS = "".join(f'<a href="/{n}.html">望江县今天有新消息{n}</a>' for n in range(80))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<html><META name='pagetype' content='2'>", "epaper"),
        ('<a href=a.html>第01版：要闻</a><a href="b.html"><b>第02版</b></a>', "epaper"),
        ("<a href=a.html>A01：头版</a> <a href=b.html>A02：综合</a>", "epaper"),
        ("<a href=a.html>第01版：要闻</a>" + STORY, "web"),
        ("<html><founder-content>老桥", "epaper-article"),
        ('<div id="ozoom">老桥', "epaper-article"),
        (f"<html><title>老桥</title>{STORY}", "web"),
        (f"<html>{LINKS}{STORY * 6}", "web"),
        (f"<html>{LINKS}", "front"),
        ("<html><title>Index of /pages</title><a href=1.txt>1.txt</a>", "listing"),
        ('<html>请登录<input name=p type="password">', "login"),
        (f'<html>{STORY}<input type="password">', "web"),
        ("<html><title>老桥 - 搜索结果</title>" + STORY, "search"),
    ],
)
def test_the_kind(text: str, kind: str) -> None:
    assert markup_kind(text).code == kind
