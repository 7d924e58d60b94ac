"""The cues by which a line shows what it is: the trade's fixed forms, in one table with weights.

To teach the press a new form, add a row. A weight is the natural logarithm of how much likelier
the form makes that kind of line (see `store.press.dump.lines.kinds`) than any other. Patterns see
`Line.folded`, so one with half-width marks and simplified characters serves for every script.
Frequencies in comments are those of 10,294 articles of a national daily.
"""

import re
from typing import NamedTuple

from store.press.forms.english_bylines import POST
from store.press.forms.patterns import (
    CAMERA,
    DATE_LINE,
    DATELINE,
    HAN,
    JUMP_FROM,
    JUMP_TO,
    LEAD_IN,
    LONG_PAGE,
    NAME,
    NAMES,
    PAGE,
    PAGES_TOTAL,
    PART_OF_DATE,
    RECENT,
    REFERENCE,
    ROLE,
    WRITER,
)


class Cue(NamedTuple):
    """A fixed form, and what seeing it says for and against each kind of line."""

    name: str
    pattern: re.Pattern[str]
    weights: dict[str, float]


def _cue(name: str, *forms: str, **weights: float) -> Cue:
    return Cue(name, re.compile("|".join(forms)), weights)


# At the start of any line.
START_CUES = (
    _cue("电头", LEAD_IN, lead=5, head=-5, crosshead=-6, rest=-5, index=-5, furniture=-2),
    _cue("dateline", DATELINE, lead=5, rest=-4, head=-4),
    _cue(
        "numbered",
        r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)",
        crosshead=1.5,
        head=-2.5,
        rest=-3,
    ),
    _cue("chapter", r"第[一二三四五六七八九十\d]{1,3}[章节编] ", crosshead=4, head=-3, rest=-3),
    _cue("article of a law", r"第[一二三四五六七八九十百\d]{1,4}条[ :]", body=3, head=-4, rest=-4),
    _cue("note", r"(?:编者按|编者的话|开栏的话|开栏语)[: ].{10}", lead=4, body=2, furniture=-4),
    _cue("bullet", r"[●■◆▲★○◎□•]", crosshead=1, body=0.5, rest=-4, head=-1),
    _cue(
        "图为",
        r"\(?[上下左右]图|图[0-9①-⑳一二三四]?[:为]|图片?说明",
        caption=2.5,
        body=1,
        head=-6,
        rest=-6,
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
    _cue("day", RECENT, lead=0.3, head=-0.5, rest=-0.3),
)

# The whole of a line no longer than a headline; two-character names are closed up before.
LINE_CUES = (
    _cue(
        "date line",
        rf"[^。，,(]{{0,16}}\(?{DATE_LINE}",
        rf"\( *{DATE_LINE}",
        r"星期[一二三四五六日天]|\( *\d{4}-\d+-\d+ *\).{0,20}",
        r"(?:[A-Z][a-z]+day,? *)?[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}",
        furniture=4,
        head=-2,
    ),
    _cue("part of a date", PART_OF_DATE, furniture=2.5, head=-3),
    _cue(
        "issue number",
        rf"(?:[ |/,]*(?:\(?(?:总?第|总) *\d+ *[期号]\)?|{PAGES_TOTAL}))+",
        furniture=5,
    ),
    _cue(
        "name of a paper",
        rf"{HAN}(?:{HAN}| ){{0,9}}?(?:[日晚早时周新导商都青]?报|[电时]讯|新闻|联播)"
        r"(?:文字稿| 数字报纸?| 电子版| *星期.)?",
        rf"{HAN}{{2,8}}(?:[日晚早晨时周新导商都青]报|[电时]讯) +[A-Z][A-Za-z.& ]{{3,40}}",
        furniture=2.5,
    ),
    _cue("name in Latin letters", r"[A-Z][A-Z ]{5,}", furniture=3, head=-1),
    _cue(
        "advertisement",
        r"(?:公益)?广告",
        r"[Aa]dvertise(?:ment)?",
        r"(?:遗失|挂失)(?:声明|启事)|(?:招[聘租标]|拍卖|招领|寻人)(?:启事|公告)",
        furniture=5,
        head=-2,
        body=-2,
    ),
    _cue(
        "page name", rf"第? *{LONG_PAGE} *版[: ]*\S(?:\S| ){{0,7}}", furniture=4, head=-2, index=-1
    ),
    _cue(
        "see pages",
        r"\(?相[{ ]*[关關](?:新[闻聞]|[报報][道导導])[请請]?[见見].{0,8}",
        r"\(?(?:详见|更多\S{0,8}?见) *[A-Z]?\d+(?:[、,] *[A-Z]?\d+)+ *版\)?",
        furniture=4,
    ),
    _cue(
        "genre",
        r"社[论論评評]|短[评評]|[时時][评評]|述[评評]|[读讀]者[来來]信|小[说說]|散文|[诗詩]歌|[随隨][笔筆]|[杂雜]文|故事|[书書][评評]"
        r"|[连連][载載]|特[写寫]|通[讯訊]|人物|[简簡][讯訊]|[访訪][谈談]",
        column=3,
        crosshead=-3,
    ),
    _cue("——副题", r"(?:——|—|--)[^。]*[^。，,]", head=3, crosshead=-1),
    _cue(
        "parenthesised column",
        r"[^()。]{3,}\((?:[^()]{2,16}|[^()]*·[^()]*)\)",
        r".*[^()]\(.*\([^()]{1,4}\)\)",
        head=1.8,
        crosshead=-1,
    ),
    _cue("two parts", rf"[^ ]{{3,}}(?<={HAN}) +(?={HAN})[^ ]{{3,}}.*", head=0.7, crosshead=0.1),
    _cue("【column】", r"\([^()]{2,20}\)[^)]{6,}", head=1.5, crosshead=-1),
    _cue("place in a headline", r"<[^<>]{2,6}>.*", head=2),
    _cue("picture story", r"图片(?:报道|新闻)", head=3, crosshead=-3, furniture=-3),
    _cue(
        "byline",
        rf"[□■●◎○△▲(]*(?:图?文|图)?[/: ]*{ROLE} *:? *{NAMES}(?:[ 、,/]*{ROLE} *{NAMES})*+"
        r" *(?:文[/ ]?[摄图]|图[/ ]?文|报道|摄影报道|综合报道|整理)?\)?",
        r"[Bb]y [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4}(?: in [A-Z]\w+(?: [A-Z]\w+)?)?",
        POST,
        byline=6,
        head=-4,
        crosshead=-5,
        furniture=-1,
        rest=-3,
        credit=0.5,
    ),
    _cue("empty label", r"(?:专?栏目?|标题|作者|来源|版次) *:", furniture=4, head=-2),
    _cue(
        "评论员",
        r"□? *(?:本报|特约|本刊)+评论员(?: .{2,12})?",
        rf"[(□]? *(?=[^ ]*[报网社台刊]){WRITER}\)?",
        byline=8,
        head=-4,
        crosshead=-4,
    ),
    _cue("author alone", NAME, byline=0.5, head=-0.5, furniture=-0.5),
    _cue(
        "credit",
        rf"[①-⑳\d ]{{0,4}}\(?(?:图片?:?)?(?:{ROLE} *)?{HAN}[{HAN[1:-1]} 、,/·]{{1,40}}?{CAMERA}"
        r"(?: *\([^()]{2,14}\))?\)?",
        rf"文/{NAMES} +[图摄]/{NAMES}",
        rf"{NAMES}(?:/文 +{NAMES}/(?:摄|图)|\([^()]{{2,6}}(?:视觉|中国|图片|中心|社发?)\))",
        credit=6,
        head=-5,
        crosshead=-5,
        body=-1,
        caption=1,
        rest=-3,
        byline=-2,
    ),
    _cue(
        "caption with credit",
        rf".*。 *(?:{ROLE})? *{HAN}[{HAN[1:-1]} 、]{{1,20}}?摄(?: *\([^()]{{2,10}}\))?",
        r"[^()。]{2,40}\( *[^()。，]{2,14}[摄攝] *\) *[▲▼△◀▶]?",
        r"[▲▼△◀▶◤◢↑↓].{4,}\([^()。，]{2,14}[摄攝影]\)",
        caption=4,
        head=-3,
        crosshead=-4,
    ),
    _cue(
        "图源", r".*。 *\(?(?:[^。，,:()]{0,6}(?:社发|图片)|供图|资料图)\)?", head=-4, crosshead=-5
    ),
    _cue(
        "tail",
        r"\((?:本报|新华社|据|作者|记者|通讯员|参与|综合|摘自|原载|编译|来源)[^()]*\)?(?:\([^()]*\))*",
        r"\([^()]{2,40}(?:整理|采写|报道|编译|供稿|电)\)",
        rf"\({HAN}{{2,4}}(?:[、 ]{HAN}{{2,4}})*\)|\(完\)",
        tail=5,
        head=-6,
        crosshead=-6,
        body=-1,
        lead=-4,
        rest=-3,
        furniture=-2,
    ),
    _cue(
        "box",
        r"核心阅读|编者按|编者的话|开栏的话|记者手记|采访手记|延伸阅读|知识链接|相关链接|新闻链接|链接"
        r"|新闻背景|背景链接|新闻助读|名词解释",
        crosshead=4,
        head=-4,
        column=-2,
        byline=-3,
    ),
    _cue(
        "see also",
        r"\([^()]*[见刊][^()]{0,4}第[^()]{1,4}版[^()]{0,3}\)",
        tail=6,
        head=-6,
        crosshead=-6,
        index=-4,
        rest=-3,
    ),
    _cue(
        "下转",
        rf"\(?{JUMP_TO}\)?",
        r"[Cc]ontinued (?:on|in) [Pp]age \w+|\(?[Ss]ee page \w+\)?",
        jump=14,
        rest=-8,
        head=-6,
        crosshead=-6,
    ),
    _cue(
        "上接",
        rf"\(?{JUMP_FROM}\)?",
        r"[Cc]ontinued from [Pp]age \w+",
        back=14,
        rest=-8,
        lead=-4,
        head=-6,
        crosshead=-6,
    ),
    _cue(
        "导读",
        r"#* *(?:今日|内页|本期|本报|今日本报)?(?:导 *读|导航|要目|目录|看点|提要|主要内容):?",
        r"(?i:inside|in this issue|index)",
        index=7,
        head=-3,
    ),
    _cue("reference alone", REFERENCE, index=6, head=-4, crosshead=-4, furniture=1),
    _cue(
        "title and reference",
        rf".*[^版](?:[»▶►→>…]|\.\.\.| 》?|\() *(?:详见)?第? *{PAGE} *版\)?",
        rf".*▶ *{PAGE}版?",
        index=5,
        head=-2,
    ),
    _cue(
        "reference and title",
        rf"第? *{PAGE} *版[: ]+\S.{{5,}}[^。]",
        r"[A-Z]\d{1,2}[: ]+\S{7,}",
        index=3.5,
        head=-1,
    ),
)

# At the end of a line no longer than a headline.
END_CUES = (
    _cue("机关报", r"(?:主办|承办|主管|协办|出版|机关报|零售)$", furniture=6, head=-2),
    _cue("引题——", r"——$|[^:]{3}:$", head=0.8, crosshead=0.4),
    _cue(
        "引题强调",
        r"(?:强调|指出|时说|要求|讲话|出席|致辞|主持|印发|会见)$",
        head=1.5,
        crosshead=-1.5,
    ),
    _cue(
        "event",
        r"(?:开幕|闭幕|召开|举行|揭牌|启动|结束|发布|公布|获奖|夺冠|夺金|逝世|通车|投用|开通|竣工"
        r"|会谈|通话|电话)$",
        head=1.2,
        crosshead=-1,
    ),
)

_CONTACTS = (
    *("热线", "电话", "传真", "网址", "邮箱", "邮编", "地址"),
    *("微信", "客户端", "订阅", "发行", "印刷", "定价"),
)
_EDITING = "编辑|责编|版式设计|版式|校对|美编|组版|制图|本版摄影|数据来源|图片来源"

# Anywhere in a line no longer than a headline.
INSIDE_CUES = (
    _cue(
        "masthead",
        r"主办 |承办 |主管 |协办 |主办单位|(?<!创)刊号|邮发代号|统一连续出版物|总第 *\d|内部资料"
        r"|免费交流|国外代号|农历|民国\d+年",
        furniture=6,
        head=-2,
    ),
    _cue(
        "hotline",
        *(rf"{word}(?:[^。，,:]{{0,8}}: *\S|[^。，,]{{0,4}}\d{{3}})" for word in _CONTACTS),
        r"https?://|www\.|扫码",
        furniture=5,
        head=-2,
    ),
    _cue(
        "editors",
        rf"(?:{_EDITING})(?: *:| +{NAME} +[^。，]{{0,4}}(?:{_EDITING}) +{NAME})",
        furniture=6,
        head=-3,
        crosshead=-3,
    ),
    _cue("notice", r"声明作废|特此声明|特此公告", furniture=5, head=-2, body=-2),
    _cue("speech", r"[说道称问答說稱問][，,]?:?“|表示:“", head=-1.5, crosshead=-1.5, index=-1),
    _cue("weather", r"天气预?报?:|℃", furniture=3, head=-1),
    _cue(
        "site",
        r"数字报|电子版|版面导航|标题导航|上一[篇版期]|下一[篇版期]|推荐 朗读|用户名|/enpproperty"
        r"|稿件来源|\d{4}-\d\d-\d\d +\d{6}",
        furniture=5,
        head=-2,
    ),
)
