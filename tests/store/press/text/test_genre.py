"""A text that is no newspaper's page is told by what most of it is."""

import pytest

from store.press.text.genre import Genre, certain_genre, other_genre

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


PROGRAM = f'"""老桥的账本，写给看账的人。"""\n\nimport re\nfrom pathlib import Path\n\n{CODE}'
MANUAL = "# 青溪工具箱\n\n整理照片的小工具。\n\n## 安装\n\n```\npip install qingxi\n```\n"
NAMED = "# 青溪工具箱\n\n先用 `qx sort`，再用 `qx show`，\n最后用 `qx save`。\n"


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (CODE, Genre.CODE),
        (PROGRAM, Genre.CODE),
        ("[tool]\nname = 'qx'\nneeds = [\n'a>=1',\n]\n" * 4, Genre.CODE),
        (LOG, Genre.LOG),
        (MANUAL, Genre.MANUAL),
        (NAMED, Genre.MANUAL),
    ],
)
def test_what_is_certain_is_told_apart(text: str, genre: Genre) -> None:
    assert certain_genre(text) is genre


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"# 青溪时报\n\n```\n{PAGE}```\n",
        f"# 要闻\n\n## 老桥通车\n\n{PAGE[20:]}",
        f"{PAGE}{LOG}",
        "08:00:11 老桥通车\n08:01:02 灯会开幕\n08:02:40 书屋开放\n",
        MENU,
    ],
)
def test_what_may_be_a_page_is_not_certain(text: str) -> None:
    assert certain_genre(text) is None
