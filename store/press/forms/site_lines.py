"""A site's own lines: where a story came from and when, and what leads about the site.

Such a line is made of nothing but fields: dates, times, labels with values, buttons, page lines. It
is no part of a story, but it gives the day, the paper, and who wrote.
"""

import re
from collections import Counter
from typing import NamedTuple

from store.press.forms.patterns import DATE, HAN, NAME
from store.press.forms.surnames import are_people

_SOURCES = "(?:稿件|文章|本文|(?:本报)?[信讯]息|新闻)?来源|报纸名称|稿源|出处|原载|来自|转自"
_TIMES = "(?:发布|发表|刊发|更新|见报|出版|发稿)(?:时间|日期)|更新于|发[布表]于|更新|发布|时间|日期"
_COUNTS = (
    "(?:阅读|浏览|点击|访问|评论|播放)(?:次数|量|数)?|人气|语音阅读|分享[至到]?|字号|字体(?:大小)?|文字大小"
    "|新闻搜索|站内搜索|[标版]题导航|版面导航|版面目录|点赞|收藏|转发|查看|回复|版次"
)
_OTHERS = (
    "责任编辑|值班编辑|网络编辑|编辑|责编|编审|值班(?:编委|主任|总编)|审核|[初复终一二三]审|校对|校审|版面设计|版式设计|版面|美编|组版|监制"
    "|关键词|热搜|热词|标签|频道|栏目|[楼层]主|发帖人?|本文网址|网址|上一[篇条]|下一[篇条]"
)
_LABELS = f"{_SOURCES}|{_TIMES}|{_COUNTS}|{_OTHERS}"
_SURE_BUTTONS = (
    "[上下前后]一[版篇期页条天日]|[版标][面题]导航|版面目录|(?:[往本]期|今日|历史|旧报)(?:报纸|回顾)|按?(?:日期|时间)(?:检索|查询|浏览|选择)|返?回到?(?:目录|首页|列表|顶部|版面)"
    "|[本当][版前](?:新闻|标题|目录|文章|版面|版次)(?:列表)?"
    "|(?:全文|新闻|站内|高级|往期)(?:搜索|检索|查询)|请输入[^ ]{0,4}关键[字词]?"
    "|(?:打印|收藏|推荐|保存)(?:本页|页面|本文)|复制(?:文章|本文)|关闭(?:窗口|本页)"
    "|我要(?:评论|纠错|分享)|发表评论|网友评论|加入收藏|设为首页"
    "|下载PDF|版面图|查看原版|我来说两句|扫码(?:阅读|观看|关注)|打开(?:APP|客户端)阅读全文"
    "|复制链接|全文复制|语音播报|PDF(?:版|下载)|意见反馈|[查阅][看读][原全]文|版面概览|(?:APP|客户端)下载"
    "|网站(?:简介|地图|声明)|联系我们|关于我们|广告服务|法律声明|无障碍(?:浏览|阅读)?|(?:简|繁)体(?:版|中文)?"
)
_BUTTONS = (
    rf"{_SURE_BUTTONS}|放大\+?|缩小-?|默认o?|打印|关闭|收藏|分享[到至]?|推荐|朗读|语音阅读|听新闻|复制|举报|纠错|下载|全文|PDF"
    "|A[-+]{1,2}|大|中|小|在看|微信|微博|QQ空间|QQ|扫一扫|首页|检索|搜索|反馈|登录|注册|打赏|数字报纸?|电子版|转发|点赞|字号|评论|订阅|T[大中小]|大中小|日历|今日"
)
_BREAK = rf"(?!{HAN}|:)"
_NO_NAME = f"(?!(?:{_LABELS}|{_BUTTONS}){_BREAK})"
_PEOPLE = rf"{_NO_NAME}{NAME}(?! *:)(?:[ 、,/]+{_NO_NAME}{NAME}(?! *:))*"
_WRITERS = "作者|撰文|撰稿|记者|通讯员|文"
_WORD = rf"(?!(?:{_LABELS}|{_WRITERS}) *:|{_WRITERS} |(?:{_BUTTONS}){_BREAK}|{DATE})[^ |:()\[\]]+"
_FIELD = re.compile(
    rf"(?P<day>{DATE})(?: *\(?(?P<weekday>星期[一二三四五六日天]|周[一二三四五六日])\)?)?"
    r"|(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
    rf"|(?P<writer>{_WRITERS})(?: *[:/] *|(?= ) +(?={HAN}))(?P<author>{_PEOPLE})?"
    rf"|(?P<source>{_SOURCES}) *: *(?:https?:\S+|(?:{_WORD}(?: {_WORD}){{0,2}})?)"
    rf"|(?P<when>{_TIMES})(?: *: *|(?<=于) *)(?=$|{DATE}|[^ 0-9]{{2,6}}:)"
    rf"|(?P<count>{_COUNTS})(?: *: *(?:[0-9]+ *(?:次|人)?|(?:A[-+]{{0,2}} ?){{2,3}})?"
    r"| *\([0-9]+\)| +[0-9]+ *(?:次|人)?(?= |$))"
    rf"|(?P<other>{_OTHERS}) *[:|] *(?:https?:\S+|(?:{_WORD}(?: {_WORD}){{0,2}})?)"
    rf"|(?P<sure>{_SURE_BUTTONS}){_BREAK}|(?P<button>{_BUTTONS}){_BREAK}"
    rf"|原创(?: +(?!{HAN}*报){NAME})?(?= |$)|[34](?= |$|[上下])|[0-9]+(?:次|人)?(?=[ \]]|$)"
    rf"|(?<=\| )(?P<between>{NAME})(?= *\| *{DATE})"
    rf"|(?<=\| )(?P<outlet>{HAN}{{2,10}})(?= *\|)|(?P<from>发[表布]于 *{HAN}{{2,3}})(?= |$)"
    rf"|(?P<paper>{HAN}{{2,10}}?(?:报|电讯|周刊|网|社|客户端|在线))(?=[ |()\]·/]|$)"
    rf"|(?<=[·|/])(?P<section>{HAN}{{2,6}})(?=$|[·|/])"
)
_BULLETS = frozenset("•·●▪▶►>[")
"""What stands before a button on a line of its own."""
_BETWEEN = re.compile(r"[ |/·•,;()\[\]<>《》«»→←↗►◄▲▼▶◀\-—_:●]*")
_MENU_WORD = r"[^ |丨。，:0-9]{2,6}"
_WHOLE = re.compile(
    rf"(?:首 ?页|主页)(?:[ |]+(?!本报|记者){HAN}{{2,4}}){{2,}}|今天是.{{0,6}}{DATE}.{{0,12}}"
    r"|[^。，：:>»›]{2,12}(?: *(?:>{1,2}|»|›) *[^。>»›]{2,40}){2,}"
    rf"|{_MENU_WORD}(?: *[|丨] *{_MENU_WORD}){{2,}}|扫一扫[^。]*|原标?题:.+"
    r"|点击?(?:[^。]{0,4}蓝字|上方|下方|名片)[^。]{0,12}关注[^。]{0,8}"
    r"|[-—=·•* ]*(?i:(?:the )?end)[-—=·•* ]*"
    r"|(?:版权|免责)(?:声明|提示).*|凡本[网站报].*|声明:.*(?:版权|转载).*|分享让.{2,10}|(?:主办|承办):.{2,20}技术支持:.*|点击[^。]{0,6}全文"
    r"|(?:首 ?页|主页|(?:您?(?:现在|当前|所在)?的?位置|您在) *:)(?:[^。>»›/→]{0,20}"
    r"(?:(?:>{1,2}|»|›|/|→)[^。>»›/→]{1,40})+|[^。-]{0,20}(?:- [^。-]{1,40})+)"
    r"|A *[-+](?: *[|/]? *A *[-+]?)+"
    r"|[\w-]+\.(?i:jpe?g|png|gif|bmp|webp|pdf|html?)"
    r"|[^。]{0,40}(?:版权所有|[Aa]ll [Rr]ights [Rr]eserved|Copyright|©|ICP[备证]"
    r"|[请须](?:注|写)明(?:出处|来源|来处))[^。]{0,60}[。.]?"
    r"|未经[^。]{0,20}(?:授权|许可|同意)[^。]{0,30}(?:转载|复制|使用)[^。]{0,20}[。.]?"
    r"|(?:本文网址|文章来源|原文链接|网址|获取更多\w+|链接) *:? *(?:https?:\S+)?|https?://\S+|www\.\S+"
)
_MAY_HOLD = re.compile(
    r"[:：>»©›|]|A ?[-+]|日 ?[·/]|微[信博]"
    r"|登录|关注|(?i:end)"
    r"|今天是|扫一扫|点赞|上一|下一|首 ?页|导航|往期|[Cc]opy|版权|转载|备|www|http"
    r"|\.\w|\d[-./]\d|星期|打印|分享|评论|放大|朗读|返回|复制|反馈|字号|搜索|检索|关键|PDF|版面图|原版|说两句|扫码|收藏|[原全]文|[前后本当][一版前]"
)
_BUTTON = re.compile(_BUTTONS)
_LONGEST = 100
"""No such line has more characters."""


class SiteLine(NamedTuple):
    """What a site's line is: it leads elsewhere, or it says when and whence its story came."""

    navigation: bool
    day_alone: bool = False
    author: tuple[int, int] | None = None
    """Where 作者：甲 stands in it, if there."""


def may_be_site_line(text: str) -> bool:
    """Return whether `text`, which need not be folded, is short and holds what such lines do."""
    return len(text) <= _LONGEST and _MAY_HOLD.search(text) is not None


def read_site_line(text: str, plain: str) -> SiteLine | None:
    """Return what `text`, folded to `plain`, is when it is nothing but a site's line."""
    if not may_be_site_line(text):
        return None
    if _WHOLE.fullmatch(plain):
        return SiteLine(navigation=True)
    fields: list[re.Match[str]] = []
    at = 0
    while at < len(plain):
        at = _end(_BETWEEN, plain, at)
        if at == len(plain):
            break
        field = _FIELD.match(plain, at)
        if field is None or field.end() == at:
            return None
        fields.append(field)
        at = field.end()
    return _made_of(fields, plain)


def is_button(plain: str) -> bool:
    """Return whether a folded line is one word that a site sets on its buttons: 分享, 打印."""
    return _BUTTON.fullmatch(plain) is not None


def _end(form: re.Pattern[str], plain: str, at: int) -> int:
    found = form.match(plain, at)
    return found.end() if found else at


def _made_of(fields: list[re.Match[str]], plain: str) -> SiteLine | None:
    """Return what `fields` make together; a byline, or a masthead's day, is no site's line."""
    seen = Counter(name for field in fields for name, value in field.groupdict().items() if value)
    if plain.startswith("(") and seen["source"] and not seen["day"]:
        return None  # （来源：甲报） is a story's tail
    if seen["section"] and not (seen["paper"] and seen["day"]):
        return None
    if seen["outlet"] and not (seen["day"] and seen["time"]):
        return None
    authors = [field for field in fields if field["author"] or are_people(field["between"] or "")]
    dated = seen["day"] and (seen["time"] or seen["weekday"] or "年" not in plain)
    sourced = (
        seen["source"]
        or seen["between"]
        or seen["when"]
        or (seen["day"] and (authors or seen["section"]))
        or (dated and (seen["time"] or authors or not seen["paper"]))
    )
    leading = (
        seen["count"]
        or seen["other"]
        or seen["sure"]
        or seen["button"] > (plain[0] not in _BULLETS)
    )
    blank = seen["writer"] > len(authors) and not authors
    if not (sourced or leading or blank):
        return None
    span = authors[0].span() if authors else None
    told = seen["source"] or seen["when"] or seen["writer"] or seen["time"] or seen["between"]
    told = told or (seen["paper"] and seen["day"])
    day = bool(seen["day"]) and not told
    leads = seen["sure"] or not (told or (seen["day"] and seen["button"] < 2))
    return SiteLine(bool(leads), day, span)
