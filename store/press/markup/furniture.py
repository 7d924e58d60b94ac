"""Lines around and within a story that are none of it: a site's own, and what follows a story."""

import re

from store.press.forms.bylines import is_byline, names_author
from store.press.forms.patterns import DATE
from store.press.forms.site_lines import read_site_line
from store.press.text.characters import folded

_LONGEST, _DAY, _BYLINE = 160, 24, 60
_MARKS = str.maketrans("&︱丨｜", "、：：：")
_POST = re.compile(
    r"(?!本[报報刊社台网])[^ ，。:、]{2,8}(?=(?:见习|实习|首席|特约|高级)?(?:记者|编辑) )"
)
"""The name of a site before a post: 望江新闻记者 甲乙."""
_DAY_ALONE = re.compile(
    rf"{DATE}(?: *[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?|[0-9]{{2}}-[0-9]{{2}}"
)
_DAY_BEFORE = re.compile(
    r"\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s*"
)
_OWN = re.compile(
    r"[(\[]?(?:原标题|原文标题|原题)[:：]"
    r"|[(\[ ]*(?:本文)?(?:责任?编辑|责编|(?:值班|网络)?编辑|[初复终]审|审核|(?:责任)?校对"
    r"|监制|出品|来源|稿源)"
    r" *[:|丨︱/] *[^。]{0,50}[)\]]?$"
    r"|(?:编辑|校对|责编) [^。,，]{2,30}$"
    r"|[(\[]?(?:文中|本文)?(?:图片|配图|视频|图)[^。]{0,6}(?:来自|来源|源自)[^。]{0,20}[)\]]?$"
    r"|(?:关键词|标签|热词|tags?|keywords) *(?:>+|[:：]).*$"
    r"|(?:扫一扫|扫码|扫描|长按|微信扫|分享到|分享至|点击(?:进入|查看|下载)|返回|打开).{0,40}$"
    r"|[^。]{0,120}点击(?:投票|进入专题|下载|订阅|报名)[^。]{0,40}$"
    rf"|{DATE}(?: *[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)?[^。，,]{{0,60}}$"
    r"|\(?(?:更多精彩|更多资讯|更多新闻|欢迎关注|关注微信).{0,80}$"
    r"|(?:特别声明|免责声明|版权声明|声明|风险提示|郑重声明) *[:：].*$"
    rf"|《[^》]{{2,20}}》 *\( *{DATE} *[^。]{{0,20}}\)$"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$|字号.{0,20}$|(?:分享|收藏|评论|举报|点赞|打印) ?[0-9]*$"
    r"|[请請]?[继繼][续續](?:往下|向下)?[阅閱][读讀].{0,12}$"
    r"|(?:点击|點擊|点选|戳)[^。]{0,12}(?:关注|關注|[蓝藍]字).{0,12}$"
    r"|(?:[^。]{0,60}(?:下载|下載)[^。]{0,4}|(?:下载|下載)[^。]{0,12})(?:APP|客户端|客戶端)[^。]{0,20}$"
    r"|本(?:网站|網站|网|網|站)[^。]{0,40}不得[转轉][载載][^。]{0,40}。?$"
    r"|\((?:同[场場]加映|延伸[阅閱][读讀]|相[关關](?:新[闻聞]|[阅閱][读讀]|[报報][导導道]))\).{0,60}$"
    r"|[-—–~ ]*(?:END|全文完)[-—–~ ]*$"
    r"|(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletter|briefing|alerts)\b[^.]{0,30}[.!]?$"
    r"|(?:share|save|print|listen to) this (?:story|article)\b.{0,20}$|follow us on\b.{0,40}$"
    r"|(?:story|article) continues (?:below|after).{0,30}$|continue reading\b.{0,40}$"
    r"|[0-9]{1,2}[- ]min(?:ute)?s?(?: read)?$|\([^()。，]{1,4}[闻聞版刊]\)$"
    r"|(?:上|下)一[篇条页](?:[:：]|$)|(?:首页|主页|当前位置|您的位置|位置).{0,3}[>»:：].*$",
    re.IGNORECASE,
)
_END = re.compile(
    r"[\[( ]*(?:相[关關]|延伸|推[荐薦]|更多|[热熱][门門]|精彩|猜你|大家|往期|编辑|最新|热点|网友"
    r"|今日|为您|您可能|看过本文)(?:的人)?(?:还)?(?:[阅閱][读讀]|新[闻聞]|推[荐薦]|[报報][道导導]|链接|文章|专题|内容|资讯|精彩"
    r"|热点|评论|跟[帖贴]|喜欢|在看"
    r"|都在看|都爱看|感兴趣|看了|回顾|头条|热评|话题|稿件|搜索|图片|视频)[^。，]{0,10}$"
    r"|(?:全部|热门|最新|网友|我要|发表|参与)?(?:评论|跟[帖贴]|留言|回复)"
    r" *(?:\(?[0-9]+\)?(?:条)?)?[:：]?$"
    r"|(?:related|more|recommended|trending|most|latest)(?: (?:news|stories|articles|topics|read"
    r"|viewed|popular|reading|from .{1,30}))+$|read more:?$|comments?(?: ?\([0-9]+\))?$"
    r"|advertisement$",
    re.IGNORECASE,
)
"""What stands over lists of other stories, and over comments."""
_EDITORS = re.compile("责任?编辑|责编")
_TRIMMED = " \t>》»▍■●◆|丨【】[]"


def is_furniture(text: str) -> bool:
    """Return whether a paragraph is a site's own: whence a story is, who edited it, a button."""
    if len(text) > _LONGEST:
        return False
    plain = folded(text)
    return bool(_OWN.match(plain)) or read_site_line(text, plain) is not None


def names_editors(text: str) -> bool:
    """Return whether a line says who edited a story, as the last line of one does."""
    return is_furniture(text) and bool(_EDITORS.search(folded(text)))


def signature(text: str) -> str:
    """Return the byline that a short line is, in the form that bylines are read in; else ``""``."""
    line = text.translate(_MARKS).strip()
    if len(line) > _BYLINE:
        return ""
    if posted := _POST.match(folded(line)):
        line = line[posted.end() :]
    return line if is_byline(folded(line)) else ""


def author_of(text: str) -> str:
    """Return the names on a line that is nothing else but a day, if it stands where authors do."""
    names = text[dated.end() :] if (dated := _DAY_BEFORE.match(text)) else text
    plain = folded(names.strip())
    alone = len(text) <= _BYLINE and read_site_line(names, plain) is None
    return names if alone and names_author(plain) else ""


def is_day(text: str) -> bool:
    """Return whether a line is nothing but a day, with the time perhaps."""
    return len(text) <= _DAY and bool(_DAY_ALONE.fullmatch(folded(text)))


def ends_body(text: str) -> bool:
    """Return whether a paragraph stands over what follows a story: 相关阅读, 网友评论."""
    return len(text) <= 40 and bool(_END.match(folded(text).strip(_TRIMMED)))
