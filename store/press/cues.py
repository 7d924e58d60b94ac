"""The cues by which a line shows what it is: the trade's fixed forms, in one table with weights.

To teach the press a new form, add a row. A weight is the natural logarithm of how much likelier
the form makes that kind of line than any other; patterns see the line folded by
`store.press.lines.folded`, so half-width marks and simplified characters serve for all.
Frequencies in comments are those of 10,294 articles of a national daily.
"""

import re
from typing import NamedTuple

from store.press.numbers import NUMERAL

# The kinds of line, in the order in which a story has them.
FURNITURE = "furniture"  # masthead, running head, advertisement, hotline, editors
COLUMN = "column"  # 栏目, above a headline
HEAD = "head"  # 引题, 主题 or 副题
BYLINE = "byline"  # on a line of its own
BACK = "back"  # （上接1版）
LEAD = "lead"  # the first paragraph
BODY = "body"  # a further paragraph
REST = "rest"  # the rest of a paragraph that a column's end has cut
CROSSHEAD = "crosshead"  # 小标题
CAPTION = "caption"  # 图片说明
TAIL = "tail"  # a last paragraph in brackets: （本报柏林电）, （作者为…）
CREDIT = "credit"  # 文/摄
JUMP = "jump"  # （下转2版）
INDEX = "index"  # 导读 and its entries

KINDS = (
    FURNITURE,
    COLUMN,
    HEAD,
    BYLINE,
    BACK,
    LEAD,
    BODY,
    REST,
    CROSSHEAD,
    CAPTION,
    TAIL,
    CREDIT,
    JUMP,
    INDEX,
)

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_NAME = rf"{_HAN}(?:{_HAN}| +)?{_HAN}?{_HAN}?(?:[·•]{_HAN}{{1,8}})*"
_NAMES = rf"{_NAME}(?:[ 、,/]+{_NAME}){{0,15}}"
_ROLE = (
    r"(?:本报|新华社|中新社|据?新华网|[\u4e00-\u9fff]{1,4}[报社网台]·?)?"
    r"(?:特派|特约|见习|实习|首席|高级|全媒体|融媒体?|驻[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2}频道)*"
    r"(?:记者|通讯员|实习生|撰稿人|评论员|摄影师)"
)
_PAGE = rf"[A-Z]{{0,2}}(?:[0-9]{{1,3}}|[{NUMERAL}]{{1,3}})"
PAGE = _PAGE
REFERENCE = rf"(?:[»▶►→>…·.]+ *)?\(?(?:详见|见|请看|转)? *第? *{_PAGE} *版\)?"
_CAMERA = r"(?:摄影报道|图片报道|摄影|摄|供图|制图|绘图|配图|资料图片|图)"
JUMP_TO = rf"(?:紧?[下]转|转|接转) *第? *{_PAGE} *版?"
JUMP_FROM = rf"(?:上接|紧接|[上紧]转) *第? *{_PAGE} *版?"
_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})"
DATE = rf"{_YEAR} *年 *{_DAY} *月 *{_DAY} *日"
_BESIDE_DATE = (
    rf"(?:[ (]*(?:星期.|周.|第? *[A-Z]?[0-9]+ *版|\S{{1,4}}版|农历\S+|[总第]+ *[0-9]+ *[期号]\S*"
    r"|(?:今日|本期|共) *[0-9]+ *版|[^\u4e00-\u9fff]*)\)?)*"
)
_AGENCY = rf"(?:据?(?:本报|新华社|中新社|中央社|新华网|央视网|人民网|中新网)|{_HAN}{{2,6}}(?:[网报社]|日报|晚报))"
_TELEGRAM = rf"{_AGENCY}[^(),。“:;]{{0,18}}?(?:{_DAY}日)?(?:讯|电|消息)"
LEAD_IN = (
    rf"{_TELEGRAM}(?! *[·])(?: *\([^()]{{1,60}}\))?"
    rf"|[(<]{_TELEGRAM}[)>](?= *[^ (])"
    rf"|[(<]*讯(?= *\()(?: *\([^()]{{1,60}}\))?|综合(?:本报|外电|报道)"
    r"|\((?:即时新闻|[^()]{2,12}(?:/|记者|中心)[^()]{0,16}[报]导|[^()]{2,16}报导)\)"
)


class Cue(NamedTuple):
    """A fixed form, and what seeing it says for and against each kind of line."""

    name: str
    pattern: re.Pattern[str]
    weights: dict[str, float]


def _cue(name: str, pattern: str, **weights: float) -> Cue:
    return Cue(name, re.compile(pattern), weights)


# Looked for at the start of every line, long or short.
START_CUES = (
    _cue("电头", LEAD_IN, lead=5, body=-1, head=-5, crosshead=-6, rest=-5, index=-5, furniture=-2),
    _cue(
        "dateline", r"[A-Z][A-Z .,]{2,30}(?: \([A-Za-z/. ]+\))? [—–-]+ ", lead=5, rest=-4, head=-4
    ),
    _cue("上接", rf"\(?{JUMP_FROM}\)?", lead=5, body=-4, head=-6, rest=-6, crosshead=-6),
    _cue(
        "numbered",
        r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)",
        crosshead=1.5,
        head=-2.5,
        rest=-3,
    ),
    _cue("bullet", r"[●■◆▲★○◎□•]", crosshead=1, body=0.5, rest=-4, head=-1),
    _cue(
        "图为",
        r"(?:\(?[上下左右]图|图[0-9①-⑳一二三四]?[:为]|图片?说明)",
        caption=2.5,
        body=1,
        head=-6,
        rest=-3,
        crosshead=-5,
    ),
    _cue(
        "closing mark",
        r"[，。、；：！？”’）》」』,.;:!?)]",
        rest=3,
        head=-3,
        body=-3,
        lead=-3,
        crosshead=-3,
    ),
    _cue(
        "day",
        rf"(?:[12][0-9]{{3}}年)?{_DAY}月{_DAY}日|{_DAY}日(?:[上下]午|,|，)|(?:近|日前|近日|昨[日天]|今[日天])[,，]?",
        lead=0.6,
        head=-0.5,
        rest=-0.3,
    ),
)

# Looked for in lines of a headline's length.
SHORT_CUES = (
    # Furniture
    _cue(
        "masthead",
        r"(?:主办|承办|主管|协办|出版)(?: |$)|主办单位|刊号|邮发代号|统一连续出版物|总第 *\d|内部资料|免费交流|机关报$|零售|国外代号|^代号",
        furniture=6,
        head=-2,
    ),
    _cue(
        "date line",
        rf"^(?:[^。，,(]{{0,16}}|\( *){DATE}{_BESIDE_DATE}$|^星期[一二三四五六日天]|^\( *\d{{4}}-\d+-\d+ *\)|民国\d+年|农历|^(?:[A-Z][a-z]+day,? *)?[A-Z][a-z]{{2,8}}\.? \d{{1,2}},? \d{{4}}$",
        furniture=4,
        head=-2,
    ),
    _cue(
        "part of a date",
        rf"^(?:{_YEAR}年)?{_DAY}月(?:{_DAY}日)?$|^\d{{1,2}}日?$|^{_YEAR}年?$",
        furniture=2.5,
        head=-3,
    ),
    _cue(
        "issue number",
        r"^第 *\d+ *[期号](?:\(总第 *\d+ *期\))?$|^(?:今日|本期|共) *\d+ *版$|第\d+期",
        furniture=5,
    ),
    _cue(
        "name of a paper",
        rf"^{_HAN}(?:{_HAN}| ){{0,9}}(?:[日晚早时周新导商都青]?报|电讯|新闻|联播)(?:文字稿| 数字报纸?| 电子版)?$",
        furniture=2.5,
    ),
    _cue("name in Latin letters", r"^[A-Z][A-Z ]{5,}$", furniture=3, head=-1),
    _cue(
        "hotline",
        r"(?:热线|电话|传真|网址|邮箱|邮编|地址|微信|客户端|订阅|发行|印刷|定价)(?:[^。，,:]{0,8}: *\S|[^。，,]{0,4} *\d{3})|https?://|www\.|@\w+\.|^扫码",
        furniture=5,
        head=-2,
    ),
    _cue(
        "editors",
        r"(?:责任编辑|本版责编|责编|编辑|版式(?:设计)?|校对|美编|组版|制图|本版(?:编辑|摄影|制图)|值班[\u4e00-\u9fff]{2}|数据来源|图片来源|版面) *[:：]",
        furniture=6,
        head=-3,
        crosshead=-3,
    ),
    _cue(
        "advertisement",
        r"^(?:公益)?广告$|^(?i:advertise(?:ment)?)$|^(?:遗失|挂失)(?:声明|启事)$|声明作废|特此(?:声明|公告)|^讣告$|^(?:招[聘租标]|拍卖|招领|寻人)(?:启事|公告)$",
        furniture=5,
        head=-2,
        body=-2,
    ),
    _cue("weather", r"^天气(?:预报)?[:：]|℃", furniture=3, head=-1),
    _cue(
        "site",
        r"数字报|电子版|版面导航|标题导航|上一[篇版期]|下一[篇版期]|收藏|打印|推荐 朗读|用户名|/enpproperty|稿件来源|^来源[:：]|\d{4}-\d\d-\d\d +\d{6,}",
        furniture=5,
        head=-2,
    ),
    _cue(
        "page name",
        rf"^第? *{_PAGE.replace('{1,3}', '{1,5}', 1)} *版[:： ]*\S(?:\S| ){{0,7}}$",
        furniture=4,
        head=-2,
        index=-1,
    ),
    _cue(
        "see pages",
        rf"^\(?(?:详见|更多\S{{0,8}}见) *[A-Z]?\d+(?:[、,] *[A-Z]?\d+)+ *版\)?$",
        furniture=4,
    ),
    # Head
    _cue("——副题", r"^(?:——|—|--)[^。]+[^。，,]$", head=3, crosshead=-1),
    _cue("引题——", r"——$|[^:：]{3}[:：]$", head=0.8, crosshead=0.4),
    _cue(
        "引题强调",
        r"(?:强调|指出|时说|要求|讲话|出席|致辞|主持|印发|会见)$",
        head=1.5,
        crosshead=-1.5,
    ),
    _cue(
        "parenthesised column", r"[^)]\([^()]{2,16}\)$|\([^()]*·[^()]*\)$", head=1.8, crosshead=-1
    ),
    _cue("two parts", rf"^[^ ]{{3,}}{_HAN}[ ]+{_HAN}[^ ]{{2,}}", head=0.7, crosshead=0.1),
    _cue("【column】", r"^\([^()]{2,20}\)[^)]{6,}$", head=1.5, crosshead=-1),
    _cue("place in a headline", r"^<[^<>]{2,6}>", head=2),
    _cue("picture story", r"^图片(?:报道|新闻)$", head=3, crosshead=-3, furniture=-3),
    _cue(
        "event",
        r"(?:开幕|闭幕|召开|举行|揭牌|启动|结束|发布|公布|获奖|夺冠|夺金|逝世|通车|投用|开通|竣工|会谈|通话|电话)$",
        head=1.2,
        crosshead=-1,
    ),
    # Parts of a story
    _cue(
        "byline",
        rf"^[□■●◎○△▲(]*(?:文|图文|图)?[/:： ]*{_ROLE} *[:：]? *{_NAMES}(?:[ 、,/]+{_ROLE} *{_NAMES})*(?: *(?:文[/ ]?[摄图]|图[/ ]?文|报道|摄影报道|综合报道|整理))?\)?$|^[Bb]y [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,4}}",
        byline=6,
        head=-4,
        crosshead=-5,
        furniture=-1,
        rest=-3,
        credit=0.5,
    ),
    _cue(
        "评论员", r"^□? *(?:本报|特约|本刊)+评论员(?: .{2,12})?$", byline=8, head=-4, crosshead=-4
    ),
    _cue("author alone", rf"^{_NAME}$", byline=0.5, head=-0.5, furniture=-0.5),
    _cue(
        "credit",
        rf"^\(?(?:图片?[:：]?)?(?:{_ROLE} *)?{_NAMES} *[/ ]*{_CAMERA}(?: *\([^()]{{2,14}}\))?\)?$|^文/{_NAMES} +[图摄]/{_NAMES}$|^{_NAMES}/文 +{_NAMES}/(?:摄|图)$|^{_NAMES}\([^()]{{2,6}}(?:视觉|中国|图片|中心|社发?)\)$",
        credit=6,
        head=-5,
        crosshead=-5,
        body=-1,
        caption=1,
        rest=-3,
        byline=-2,
    ),
    _cue(
        "credit of a text",
        rf"^\([^()]{{2,20}}(?:{_CAMERA}|摄影报道)\)$",
        credit=6,
        tail=-3,
        head=-5,
        crosshead=-5,
    ),
    _cue(
        "caption with credit",
        rf"。 *(?:{_ROLE})? *{_NAMES} *摄(?: *\([^()]{{2,10}}\))?$",
        caption=4,
        head=-3,
        crosshead=-4,
    ),
    _cue(
        "tail",
        r"^\((?:本报|新华社|据|作者|记者|通讯员|参与|综合|摘自|原载|编译|来源|[^()]{2,40}(?:整理|采写|报道|编译|供稿|电))[^()]*\)?(?:\([^()]*\))*$|^\([\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}){0,20}\)$|^\(完\)$",
        tail=5,
        head=-6,
        crosshead=-6,
        body=-1,
        lead=-4,
        rest=-3,
        furniture=-2,
    ),
    _cue(
        "see also",
        r"^\([^()]*(?:见|刊)[^()]{0,4}第[^()]{1,4}版[^()]{0,3}\)$",
        tail=6,
        head=-6,
        crosshead=-6,
        index=-4,
        rest=-3,
    ),
    _cue(
        "下转",
        rf"^\(?{JUMP_TO}\)?$|^[Cc]ontinued (?:on|in) [Pp]age \w+$|^\(?[Ss]ee page \w+\)?$",
        jump=14,
        rest=-8,
        head=-6,
        crosshead=-6,
    ),
    _cue(
        "上接 alone",
        rf"^\(?{JUMP_FROM}\)?$|^[Cc]ontinued from [Pp]age \w+$",
        back=14,
        rest=-8,
        lead=-4,
        head=-6,
        crosshead=-6,
    ),
    # Index
    _cue(
        "导读",
        r"^(?:今日|内页|本期|本报|今日本报)?(?:导 *读|导航|要目|目录|看点|提要|主要内容)[:：]?$|^(?i:inside|in this issue|index)$|^#* *主要内容",
        index=7,
        head=-3,
    ),
    _cue("reference alone", rf"^{REFERENCE}$", index=6, head=-4, crosshead=-4, furniture=1),
    _cue(
        "title and reference",
        rf"[^版](?:[»▶►→>…]+|\.{{3,}}| +|\() *(?:详见)?第? *{_PAGE} *版\)?$|▶ *{_PAGE}版?$",
        index=5,
        head=-2,
    ),
    _cue(
        "reference and title",
        rf"^第? *{_PAGE} *版[:： ]+\S.{{5,}}[^。]$|^[A-Z]\d{{1,2}}[:： ]+\S{{7,}}$",
        index=3.5,
        head=-1,
    ),
)
SIGNED = re.compile(
    rf"[。！？!?][”’]?(?:\([^()]{{2,40}}\))*\((?:{_ROLE}|作者|据|完|本报[^()]{{2,8}}电|新华社|摘自|来源)"
    r"[^()]{0,40}\)$"
)
"""The end of a paragraph that is a story's last."""
STANDS_ALONE = re.compile(
    rf"[^。，,(]{{0,16}}{DATE}{_BESIDE_DATE}$|.*(?:主办|承办|出版|刊号.*|总第.*期)\)?$|.{{0,12}}第? *{_PAGE} *版.{{0,8}}$"
)
"""Lines that no line continues, however full."""
STARTS_ANEW = re.compile(
    rf"(?:\(?(?:{JUMP_TO}|{JUMP_FROM})\)?(?:$|[^\d]))|{LEAD_IN}"
    rf"|[□■●]? *{_ROLE} *{_NAMES}$|{_NAMES}/(?:文|摄)|第 *{_PAGE} *版"
    r"|continued (?:on|from) page|by [A-Z][a-z]+ [A-Z][a-z]+$",
    re.IGNORECASE,
)
