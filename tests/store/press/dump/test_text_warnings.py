"""What a reader is told of a text: each thing that was done to it, and what is wrong with it."""

import pytest

from store.press.dump.read import read_issue
from store.press_warnings import PressWarning

PAGE = (
    "青溪时报\n\n2031年5月13日 第1版\n\n古桥体检完成\n\n本报讯（记者 白露）桥通了，老人们都说好。\n"
)


def codes(data: bytes) -> list[str]:
    return [warning.code for warning in read_issue(data, "a.txt").issue.warnings]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (PAGE.encode(), []),
        (PAGE.replace("长", "⻓").replace("人", "⼈").encode(), ["mended"]),
        (PAGE.encode() + "责编 白露\n".encode("gb18030"), ["mended"]),
        (PAGE.replace("老", "\ue000").encode(), ["private_use"]),
        (PAGE.replace("老", "\ufffd").encode(), ["lost"]),
        (PAGE.replace("\n\n", "\0\n\n").encode(), ["taken_out"]),
        ((PAGE * 3).encode("gb18030").decode("koi8_r").encode(), ["mojibake"]),
        ("用户登录\n用户名：\n密码：\n验证码：\n忘记密码？\n立即注册\n".encode(), ["no_newspaper"]),
    ],
)
def test_what_is_told(data: bytes, found: list[str]) -> None:
    assert [code for code in codes(data) if code != "no_article"] == found


def test_a_mending_says_what_it_was() -> None:
    issue = read_issue(PAGE.replace("人", "⼈").encode(), "a.txt").issue
    fields: dict[str, str | int] = {"count": 1, "what": "radicals in the place of characters"}
    assert issue.warnings == (PressWarning("mended", fields),)
    assert "老人们" in issue.articles[0].paragraphs[0]
