"""The text of a mail's parts."""

from store.press.mail.text import plain_text, text_of
from store.press.mime import Part


def plain(text: str, *, flowed: bool = False) -> str:
    return plain_text(Part("text/plain", text.encode(), "utf-8", flowed=flowed))


def test_a_charset_stands_for_the_larger_one() -> None:
    assert text_of(Part("text/plain", "朱镕基".encode("gb18030"), "gb2312")) == "朱镕基"
    assert text_of(Part("text/plain", b"\0\1\2\3" * 50)) == ""


def test_flowing_lines_are_put_together() -> None:
    text = "渡口的老船 \r\n已经离岸。\r\nThe old \r\nboat\r\n-- \r\n柳"
    assert plain(text, flowed=True) == "渡口的老船已经离岸。\nThe old boat\n"
    assert plain(text).count("\n") == 4


def test_a_forward_is_unwrapped() -> None:
    head = "发件人: 甲\n发送时间: 2031年4月5日\n收件人: 乙\n主题: 今日版面\n\n"
    assert plain(f"请看。\n\n-----原始邮件-----\n{head}渡口的老船").split() == [
        "请看。",
        "渡口的老船",
    ]
    quoted = "".join(f"> {line}\n" for line in f"{head}渡口的老船".split("\n"))
    assert plain(quoted).split() == ["渡口的老船"]
    assert plain("主题: 渡口\n老船") == "主题: 渡口\n老船"
