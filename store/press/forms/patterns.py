"""The fixed forms of the trade as patterns: pages, days, names, leads, jumps.

All are written for text folded by `store.press.text.characters.folded`. Repeats are possessive or
cannot match one text in two ways, so that no line, however contrived, takes more than linear time.
"""

import re

from store.press.text.numbers import NUMERAL, ZERO

HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_CLOSING = r")\]}>〉"
_PART = f"[^ +{_CLOSING}]"
_PAIRS = "|".join(
    rf"{re.escape(begin)}[^{_CLOSING}]{{2,9}}{re.escape(end)}"
    for begin, end in ("()", "[]", "{}", "<>", "〈〉")
)
_IN_BRACKETS = (
    rf"(?={_PAIRS})(?=.[{HAN[1:-1]} +]{{2,9}}[{_CLOSING}])."
    rf"(?:(?![左右前后中上下][一二三四五排数]|新华|本报|中新|人民){_PART}{{2}}"
    rf"|[左上]{_PART}[右下]{_PART}|{_PART} ?\+ ?{_PART}|{_PART}{{1,4}}加{_PART}{{1,2}}"
    rf"|{_PART}{{1,2}}(?:字?[旁头底框])加?{_PART}{{1,2}})[{_CLOSING}]"
)
"""A character set as its parts. That these are characters, in brackets that match, is asked once,
ahead: to compile a class of so many takes 1 ms each time."""
IN_PARTS = rf"{HAN}{{1,2}}(?:{_IN_BRACKETS}|[〓□]){HAN}?"
"""A name with a character that the paper lacks, set as its parts, 刘（王争）, or as a 〓."""
_WORKS = "记者|通讯|实习|作者|编辑|评论|文字|图片|摄影|整理|报道"
SURNAME_IN_PARTS = rf"(?:(?!.(?:{_WORKS}))(?:{_IN_BRACKETS})|〓){HAN}{{1,2}}"
"""A name whose surname the paper lacks, （王争）明; before a whole name a place may stand so."""
NAME = rf"(?>{IN_PARTS}|{HAN}{{1,6}}+(?:[·•]{HAN}{{1,8}}+)++|{HAN}{{2,4}}+)"
PERSON = rf"(?:{SURNAME_IN_PARTS}|{NAME})"
NAMES = rf"{NAME}(?:[ 、,/]++{NAME}){{0,15}}+"

_RANK = (
    "特派(?!员)|特约|特邀|见习|实习(?!生)|首席|高级|全媒体|融媒体?"
    "|小(?=记者)|摄影(?=记者)|文字(?=记者)"
)
_WRITER = "记者[团站]?|通[讯信]员|特派员|特写员|实习生|撰稿人|摄影师"
_EMPLOYER = (
    rf"(?:本报|本刊|新华社|中新社|融媒体?中心|{HAN}{{1,6}}?(?:[报社网台刊]|电讯|客户端|传媒|在线)(?:·{HAN}{{1,6}}?[报社网台])?·?"
    rf"|(?<!{HAN}){HAN}{{2}}(?=记者))?"
)
# Where 驻北京 ends is said by what follows it.
_RANKS = rf"(?:{_RANK}|驻{HAN}{{1,4}}?(?={_RANK}|驻|{_WRITER}|评论员))*+"
WRITER = rf"{_EMPLOYER}{_RANKS}(?:{_WRITER})"
"""The post of someone who writes for a paper: 本报见习记者."""
ROLE = rf"{_EMPLOYER}{_RANKS}(?:{_WRITER}|评论员)"
CAMERA = r"(?:摄影报道|图片报道|摄影|摄|供图|制图|绘图|配图|资料图片|(?<=[ /])图)"

PAGE = rf"[A-Z]{{0,2}}(?:[0-9]{{1,3}}|[{NUMERAL}]{{1,3}})"
LONG_PAGE = rf"[A-Z]{{0,2}}(?:[0-9]{{1,5}}|[{NUMERAL}]{{1,3}})"
REFERENCE = rf"(?:[»▶►→>》…·.]+ *)?\(?(?:报道|全文)?(?:详见|见|请看|转)? *第? *{PAGE} *版\)?"
JUMP_TO = rf"(?:紧?下转|接?转) *第? *{PAGE} *版?"
JUMP_FROM = rf"(?:上接|紧接|[上紧]转) *第? *{PAGE} *版?"

TODAY = "(?:今日|本期|今天|共)"
PAGES_TOTAL = rf"{TODAY} *[0-9]++ *版"
"""How many pages the paper has."""

_TO_TEN = "[〇○零一二三四五六七八九十廿卅]"
DAY = rf"(?:[0-9](?: ?[0-9])?|{_TO_TEN}(?: ?{_TO_TEN}){{0,2}}|元(?=月))"
"""The number of a day, or of a month; digits may be set apart."""
YEAR = rf"(?:[12](?: ?[0-9]){{3}}|[一二](?: ?[{ZERO}一二三四五六七八九]){{3}})"
ROC_YEAR = rf"(?:中[华華])?民国 *(?:[0-9]{{1,3}}|[{NUMERAL}百{ZERO}]{{1,5}})"
"""A year counted from 1911: 中華民國一二〇年."""
BARE_ROC_YEAR = "(?<![0-9.])1[0-9]{2}"
"""A year counted so, by its figures alone: 120年."""
_SHORT_DATE = "|".join(
    rf"(?:19|20)[0-9]{{2}}{mark}[0-9]{{1,2}}{mark}[0-9]{{1,2}}(?![0-9])"
    rf"|{ROC_YEAR} *{mark} *{DAY} *{mark} *{DAY}(?![0-9])"
    for mark in ("-", r"\.", "/", "·")
)
DATE = rf"(?:(?:{YEAR}|{ROC_YEAR}|{BARE_ROC_YEAR}) *年[ /]*{DAY} *月[ /]*{DAY} *日|{_SHORT_DATE})"
"""A day of the calendar; databases of papers set 2019年/11月/9日."""
BESIDE_DATE = (
    r"(?> *\(?(?:星期.|周.|农历[^ ]{2,12}|[总第]{0,2} *[0-9]++ *[期号版]"
    rf"|{PAGES_TOTAL}|[\u4e00-\u9fff]{{1,4}}版|[^ \u4e00-\u9fff]++)\)?)*+ *"
)
"""What a masthead prints after its date."""
DATE_LINE = f"{DATE}{BESIDE_DATE}"
PART_OF_DATE = rf"(?:{YEAR}年)?{DAY}月(?:{DAY}日)?|[0-9]{{1,2}}日?|{YEAR}年?"
RECENT = (
    rf"(?:[12][0-9]{{3}}年)?{DAY}月{DAY}日|{DAY}日(?:[上下]午|,|，)"
    r"|(?:近|日前|近日|昨[日天]|今[日天])[,，]?"
)

_AGENCY = rf"(?:据?(?:本报|新华社|中新社|中央社|新华网|央视网|人民网|中新网)|{HAN}{{2,6}}?[网报社])"
_SENT = rf"(?:{DAY}日(?:讯|电|消息)|讯|电(?![视台影子话信力网器脑商动梯厂站])|消息)"
"""By wire; without a day 电 may as well begin 电视台: 羊城晚报、广东广播电视台 is no lead-in."""
_TELEGRAM = rf"{_AGENCY}[^(),。“:;]{{0,18}}?{_SENT}"
_BRACKET = r"\((?:[^()]|\([^()]{1,8}\)){1,60}\)"
"""Who wrote, one of whom may be set in parts: （记者 刘（王争））."""
LEAD_IN = (
    rf"{_TELEGRAM}(?! *[·,，])(?: *{_BRACKET})?"
    rf"|[(<]{_TELEGRAM}[)>](?: *{_BRACKET}|(?= *[^ (]))"
    rf"|\({_TELEGRAM}[ /,:]*{ROLE}[ :]*{NAMES}\)"
    rf"|{HAN}{{2,5}}(?<![通资简快短音电喜])讯(?: *{_BRACKET}| (?=[^ ]))"
    rf"|[(<]?讯 *{_BRACKET}|综合(?:本报|外电|报道)"
    rf"|记者{NAMES}/{HAN}{{2,6}}报导"
    r"|\((?:即时新闻|[^()]{2,12}(?:/|记者|中心)[^()]{0,16}[报]导|[^()]{2,16}报导)\)"
)
"""电头, with the names in brackets after it."""
DATELINE = (
    r"[A-Z][A-Z .,]{2,30}(?:(?<= )[A-Z][a-z]{2,8}\.? [0-9]{1,2})?(?: \([A-Za-z/. ]{2,30}\))?"
    r" [—–-]+ |[A-Z][A-Z ]{5,30}: (?=A |[A-Z][a-z]+ )"
)
"""A colon stands behind places alone: what is shorter abbreviates the name of an office."""

SPACED_NAME = re.compile(rf"(?<![/\u3400-\u9fff])({HAN})[ \u3000]+({HAN})(?=摄|(?!{HAN}))")
"""A two-character name spaced to line up with names of three: one byline in three has one."""


def unspaced(text: str) -> str:
    """Return `text` with its spaced two-character names closed up: 贺  勇 is 贺勇."""
    return SPACED_NAME.sub(r"\1\2", text)


SIGNED = re.compile(
    rf"[。！？!?][”’]?(?:\([^()]{{2,40}}\))*\("
    rf"(?:(?:{HAN}{{2,4}}[ 、,/]+){{0,4}}{ROLE}|作者|据|完|本报[^()]{{2,8}}电|新华社|摘自|来源)"
    r"[^()]{0,40}\)$"
)
"""The end of a paragraph that is a story's last."""
STANDS_ALONE = re.compile(
    rf"[^。，,(]{{0,16}}{DATE_LINE}$|.{{0,60}}(?:主办|承办|出版|刊号.{{0,30}}|总第.{{0,9}}期)\)?$"
    rf"|.{{0,12}}第? *{PAGE} *版.{{0,8}}$|.{{1,60}}(?:▶|…|\.\.\.|详见) *第? *{PAGE} *版?\)?$"
)
"""A line that no other continues, however full it is."""
STARTS_ANEW = re.compile(
    rf"\(?(?:{JUMP_TO}|{JUMP_FROM})\)?(?:$|[^\d])|{LEAD_IN}"
    rf"|[□■●]? *{ROLE} *{NAMES}$|{NAMES}/(?:文|摄)|第 *{PAGE} *版|[0-9]{{2}} *版[ :]"
    r"|[Cc]ontinued (?:on|from) [Pp]age|[Bb]y [A-Z][a-z]+ [A-Z][a-z]+$"
)
"""A line that continues no other, however full that is."""
