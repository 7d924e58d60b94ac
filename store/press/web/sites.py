"""What sites are called: by their titles, by what a page tells, by their address."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from store.press.text.characters import folded

_SITES = {
    "people.com.cn": "人民网",
    "xinhuanet.com": "新华网",
    "news.cn": "新华网",
    "gmw.cn": "光明网",
    "chinanews.com": "中国新闻网",
    "chinanews.com.cn": "中国新闻网",
    "huanqiu.com": "环球网",
    "cctv.com": "央视网",
    "cri.cn": "国际在线",
    "china.com.cn": "中国网",
    "youth.cn": "中国青年网",
    "ce.cn": "中国经济网",
    "thepaper.cn": "澎湃新闻",
    "guancha.cn": "观察者网",
    "ifeng.com": "凤凰网",
    "163.com": "网易",
    "sina.com.cn": "新浪",
    "sina.cn": "新浪",
    "sohu.com": "搜狐",
    "qq.com": "腾讯新闻",
    "mp.weixin.qq.com": "微信公众平台",
    "toutiao.com": "今日头条",
    "baijiahao.baidu.com": "百家号",
    "caixin.com": "财新网",
    "yicai.com": "第一财经",
    "jiemian.com": "界面新闻",
    "stcn.com": "证券时报网",
    "hexun.com": "和讯网",
    "eastmoney.com": "东方财富网",
    "bjnews.com.cn": "新京报",
    "zaobao.com": "联合早报",
    "zaobao.com.sg": "联合早报",
    "udn.com": "聯合新聞網",
    "ltn.com.tw": "自由時報",
    "bbc.com": "BBC",
    "theguardian.com": "The Guardian",
}
"""Names of sites whose titles often leave them out."""
_NAME = re.compile(
    r"[^ ]{0,12}?(?:网|新闻|报|在线|客户端|网站|中心|财经|传媒|社|频道|周刊|号|台|网络|资讯"
    r"|頭條|聞|報|網)$"
)
_LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9 .&'-]{1,30}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MOST = 24
_ON_SCREEN = re.compile(r"(?<=[报報])(?:[电電]子[报報版]|[数數][字位][报報版]|[网網][页頁]版)$")


def site_name(parts: Sequence[str], told: str, addresses: Sequence[str]) -> str:
    """Return what a site is called: the last Chinese part of a title, else as `told` or known.

    `parts` stand in the page's title behind its headline. `addresses` are pages of the site.
    """
    chinese = [part for part in parts if len(part) <= _MOST and _HAN.search(part)]
    named = [part for part in chinese if _NAME.fullmatch(folded(part))]
    if named:
        return _ON_SCREEN.sub("", named[-1])
    known = next(filter(None, map(_known, addresses)), "")
    others = [part for part in parts if _LETTERS.fullmatch(part)]
    told = _ON_SCREEN.sub("", told[:80])
    return told or known or next(iter(reversed([*others, *chinese])), "")


def is_site(title: str) -> bool:
    """Return whether a page's `title` is nothing but the name of its site."""
    return bool(_NAME.fullmatch(folded(title.strip())))


def host_of(addresses: Sequence[str]) -> str:
    """Return the host of the first of `addresses`, without its www; ``""`` if there is none."""
    for address in addresses:
        host = urlsplit(address).hostname or ""
        if host:
            return host.removeprefix("www.")
    return ""


def _known(address: str) -> str:
    host = urlsplit(address).hostname or ""
    while "." in host:
        if name := _SITES.get(host):
            return name
        host = host.partition(".")[2]
    return ""
