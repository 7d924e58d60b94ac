"""What a text is when it is no newspaper's page: code, data, a log, a list, a site's menu or form.

Only what most of it tells is said: a page with a few such lines is a page.
"""

import re
from enum import Enum

from store.messages import Message, template

_LOOKED_AT = 12_000
"""How many characters from the beginning are looked at."""
_SIGNS = re.compile(r"""[{}\[\]=<>_;\\|$#*&^~@+/()"'`]""")
_HEADINGS = re.compile(r"^#{1,6} ", re.MULTILINE)
"""Those of Markdown, which pages may have."""
_MANY_SIGNS = 0.07
"""The share of such signs in code, tables and mark-up; at most 0.05 on a page of photo credits."""
_LOGGED = re.compile(
    r"[\[(<]?(?:\d{4}[-/]\d\d?[-/]\d\d?[T ,]+)?\d\d:\d\d:\d\d|[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d"
    r"|\d+\.\d+\.\d+\.\d+ |\[?(?:DEBUG|INFO|WARN|ERROR)\b|\[ *\d+\.\d+\]"
)
_MOST = 0.6
_CODE_LINE = re.compile(
    r"(?:import|from|def|class|return|const|let|var|function|public|private|package|use|fn|if|for"
    r"|while|else|elif|try|except|with|select|insert|create)\b.*[({\[:;=.,]"
    r"|(?:#include|#!/|//|/\*|@)|[\w.\-\"']+ *(?:=|:=|\+=)|\[{1,2}[\w.\- \"]+\]{1,2}$"
    r"|[\w\"'-]+:(?: |$)|.*[{};,(\[]$|[)}\]]+[;,:]?$"
)
_STATEMENT = re.compile(
    r"from [\w.]+ import [\w(]|import [\w.]+(?: as \w+)?;?$|(?:async )?def \w+\("
    r"|class \w+[(:]|#include [<\"]|(?:export )?(?:const|let|var) [\w{, }]+ = "
    r"|(?:pub )?(?:func|function|fn) \w+\(|package [\w.]+;|#!/"
)
_STATEMENTS = 3
"""Lines that nothing but a program has, however much it says in words beside."""
_CODE_LINES, _FOREIGN = 0.5, 0.1
"""Shares of lines as code has them, and of Chinese characters in what is certainly none."""
_HAN = re.compile("[\u4e00-\u9fff]")
_FENCED = re.compile(r"^ *(`{3,}|~{3,}) *[\w+-]{0,20}\n(.*?)^ *\1 *$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`[!-_a-~][ -_a-~]{1,60}`")
"""Commands and names within Markdown's text, in letters of ASCII."""
_COMMANDS = 3
_SITE = re.compile(
    r"登[录錄入]|注册|註冊|密[码碼]|验证码|驗證碼|用户名|忘记|找回|首页|首頁|导航|客户端|联系我们|聯絡我們|关于我们|關於我們"
    r"|版权所有|版權所有|ICP|京公网|友情链接|设为首页|加入收藏|收藏|上一页|下一页|更多|APP|微信|微博|隐私|条款|搜索"
    r"|购物车|会员|充值|(?i:log ?in|sign (?:in|up)|password|register|cookie|subscribe|contact us"
    r"|about us|privacy|terms of|copyright|all rights reserved|forgot|search)"
)
_SITE_WORDS = 4
_FIELD = re.compile(
    r"(?:用[户戶]名|[账帳]号|[账帳]號|[会會][员員][号號]|手[机機][号號]?码?|[邮郵]箱|密[码碼]|[验驗][证證][码碼]"
    r"|(?i:user ?name|e-?mail|account|password|captcha)) *[:：].{0,12}"
)
"""A line of a form to fill in."""
_FIELDS = 2
_SENTENCE = re.compile(r"[。！？；]|[a-z]{2}[.!?][\"”’)]?(?:\s|$)")
_PROSE, _NONE = 0.35, 0.02
"""Shares of text in lines with sentences: some half of a wrapped page, little or none of a menu."""
_EXCUSE = 100
"""Characters of the sentences in which a form to log in says why it is shown."""
_PRINTED = re.compile(r"\d *版|\d *年 *\d|本报讯|本報訊|记者|記者|[Pp]age \d")
_FEW = 8


class Genre(Enum):
    """What a text is that is certainly no newspaper's page."""

    CODE = "code"
    LOG = "log"
    MANUAL = "manual"


def certain_genre(text: str) -> Genre | None:
    """Return what `text` certainly is if it is no newspaper's page, or None."""
    text = text[:_LOOKED_AT]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or _PRINTED.search(text):
        return None
    foreign = len(_HAN.findall(text)) <= _FOREIGN * len(text)
    if foreign and sum(bool(_LOGGED.match(line)) for line in lines) > _MOST * len(lines):
        return Genre.LOG
    shown = [block[2] for block in _FENCED.finditer(text) if not _HAN.search(block[2])]
    spans = len(_SPAN.findall(text))
    if _HEADINGS.search(text) and (shown or spans >= _COMMANDS):
        return Genre.MANUAL
    signs = len(_SIGNS.findall(text)) > _MANY_SIGNS * len(text)
    coded = sum(bool(_CODE_LINE.match(line)) for line in lines)
    mostly = foreign and signs and coded > _CODE_LINES * len(lines)
    stated = sum(bool(_STATEMENT.match(line)) for line in lines) >= _STATEMENTS
    return Genre.CODE if mostly or stated else None


def other_genre(text: str) -> Message | None:
    """Return what `text` seems to be if it is no newspaper's page, or None."""
    text = text[:_LOOKED_AT]
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    length = sum(map(len, lines))
    if len(lines) < 3:
        return None
    if sum(bool(_LOGGED.match(line)) for line in lines) > _MOST * len(lines):
        return Message(template("a log"))
    if len(_SIGNS.findall(_HEADINGS.sub("", text))) > _MANY_SIGNS * length:
        return Message(template("source code or data"))
    sentences = sum(len(line) for line in lines if _SENTENCE.search(line))
    if sentences > max(_PROSE * length, _EXCUSE):
        return None
    fields = sum(bool(_FIELD.fullmatch(line)) for line in lines)
    if fields < _FIELDS and sentences > _PROSE * length:
        return None
    if len({match[0].lower() for match in _SITE.finditer(text)}) >= _SITE_WORDS:
        return Message(template("a site's menu or form"))
    if sentences <= _NONE * length and len(lines) >= _FEW and not _PRINTED.search(text):
        return Message(template("a list and no text"))
    return None
