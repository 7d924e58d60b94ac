"""A text that is no newspaper's page is told by what most of it is."""

import pytest

from store.press.text.genre import other_genre

CODE = "def clean(text):\n    if not text:\n        return ''\n    return text.strip()[:40]\n" * 3
LOG = "".join(f"2031-05-13 08:0{n}:11 INFO worker {n}: batch of {n} files done\n" for n in range(9))
LOGIN = "用户登录\n用户名：\n密码：\n验证码：\n记住我\n忘记密码？\n立即注册\n"
EXCUSED = (
    f"{LOGIN}您还没有登录，或者登录已经过期，请登录之后再读全文。\n看不清？换一张\n微信 微博\n"
)
MENU = "青溪传媒\n新闻\n本地\n国内\n国际\n财经\n健康\n教育\n房产\n"
PAGE = "青溪时报\n2031年5月13日 第1版\n古桥体检完成\n本报讯（记者 白露）桥通了。老人们都说好！\n"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (CODE, "source code or data"),
        (LOG, "a log"),
        (LOGIN, "a site's menu or form"),
        (EXCUSED, "a site's menu or form"),
        (MENU, "a list and no text"),
        ("id,name,age\n1,a_b,3\n" * 20 + "{}[]" * 30, "source code or data"),
    ],
)
def test_it_is_named(text: str, genre: str) -> None:
    assert str(other_genre(text)) == genre


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"首页 登录 注册 更多 搜索\n{PAGE * 3}",
        f"{LOGIN}{PAGE * 8}",
        "The bridge is open again.\nPeople came from three villages.\nThey said it was time.\n",
        "第1版 要闻\n古桥体检完成\n老街亮灯\n书屋开放\n春茶上市\n第2版 综合\n夜市复业\n水库放水\n",
        "古桥体检完成\n",
        "",
    ],
)
def test_a_page_is_a_page(text: str) -> None:
    assert other_genre(text) is None
