"""What links of a page list are called: 第01版：要闻 and A01：头版 are pages, 上一版 is none."""

import re
from typing import NamedTuple

from store.press.text.characters import folded
from store.press.text.numbers import NUMERAL, page_number

_LABEL = re.compile(
    rf"[\[(]? *(?P<the>第)? *(?P<number>[A-Z]{{0,3}}\d{{1,3}}|[{NUMERAL}]{{1,3}}(?= *版)) *"
    r"(?P<page>版)? *[\])]? *(?P<apart>[:|·、-]| (?=\S)|$|(?<=[\])版]))"
    r"[: |·-]*(?P<name>[^。，！？]{0,24})",
    re.IGNORECASE,
)
_ADDED = re.compile(r"[(\[]?(?:PDF|下载|pdf)(?:版|下载)?[)\]]?$", re.IGNORECASE)
_LEADS_ABOUT = re.compile(
    r"[\W\d]*(?:[上下前后首末尾]一?[版期篇页张条]|版面(?:导航|目录|概览)|标题导航|返回\w{0,4}|回到\w{0,4}|首页|更多"
    r"|往期\w{0,4}|全文|放大|缩小|默认|打印|收藏|关闭|朗读|PDF(?:版|下载)?|下载\w{0,4}|查看\w{0,4}|全版|大图|原版"
    r"|数字报\w{0,3}|电子版|进入\w{0,6}|设为首页|加入收藏|联系我们|关于我们|检索|搜索|登录|注册|今日关注)[\W\d]*",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """A page as a link calls it: its number without zeros, and its name, perhaps empty."""

    number: str
    name: str = ""


def read_label(text: str, *, of_page: bool = False) -> Label | None:
    """Return the page that `text` is the name of, None where it is something else.

    `of_page` is whether its address has a page's form already: then ``01`` and ``01 要闻`` will do.
    """
    plain = folded(text).strip()
    found = _LABEL.fullmatch(plain)
    if found is None or not found["number"].strip("0"):
        return None
    sure = found["the"] or found["page"] or found["number"][0].isalpha()
    parted = found["apart"] == ":" or (found["apart"] == "-" and not found["name"][:1].isdigit())
    coloned = parted and found["number"].startswith("0")
    if not (sure or coloned or of_page):
        return None
    begin, end = found.span("name")
    name = _ADDED.sub("", "".join(text.strip()[begin:end].split()))
    return Label(page_number(found["number"]), name.strip(" :：|-"))


def leads_about(text: str) -> bool:
    """Return whether a link of this name leads to another page or issue, or works the page."""
    return bool(_LEADS_ABOUT.fullmatch(folded(text)))
