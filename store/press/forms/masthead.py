"""The masthead (报头) and running heads: which paper this is, whose, and which issue."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from store.models import Paper
from store.press.forms.patterns import DATE, HAN, TODAY
from store.press.forms.site_lines import is_button, read_site_line
from store.press.text.characters import folded

_ORNAMENTS = "◇◆■□●○★☆※ "
_NAMED = re.compile(
    rf"^[{_ORNAMENTS}]*({HAN}(?:{HAN}| ){{0,9}}?(?:(?<!数字)报|[电时]讯|周刊|新闻(?= ?数字报)))"
    rf"(?: ?数字报纸?| ?电子版| ?文?章?目 ?录)?(?: *星期.)?"
    rf"(?: +[A-Z][A-Za-z&.' -]{{3,40}})?[ |{_ORNAMENTS}]*$"
)
_TITLED = re.compile(
    rf"[《(] *({HAN}(?:{HAN}| ){{0,11}}?) *(?:[》)] *[(]?|,) *[:,]? *(?:{DATE})"
    rf"|(?:来源|稿源|出处|原载): *《? *({HAN}{{2,10}}?)》? *(?=日期|发布|时间|\(?{DATE})"
)
"""The paper beside a day: 《甲》（2031…, 【甲】2031…, 来源：甲 2031…."""
_BY_DATE = re.compile(
    rf"^[(\[]? *(?:{DATE} *(?:\(?星期.\)? *|[0-9:]{{4,8}} +)?({HAN}{{2,8}}?(?:[报刊]|电讯))(?= |$)"
    rf"|({HAN}{{2,8}}?(?:[报刊]|[电时]讯)) *[ |/_·(]? *{DATE})"
)
_PAPER = "(?:[日晚早晨时周新导商都]报|都市报|青年报|经济报)"
_SOURCE = re.compile(
    rf"(?:来源|报纸名称|稿源|来自|出处|原载): ?\[?({HAN}{{2,10}}?(?:报|电讯|周刊|网|社))(?!{HAN})"
    rf"|(?:来源|稿源): ?({HAN}{{1,6}}?{_PAPER})(?={HAN}{{2,4}}$)"
)
_PROGRAMME = re.compile(rf"^[#=*—~]* *({HAN}{{2,8}}?)(?:文字稿|[ ]+\d{{4}}[-年]\d)")
_LATIN = re.compile(r"^(?:The |THE )?[A-Z][A-Za-z]+(?: [A-Za-z]+){0,4}$")
_SHORT_NAME = re.compile(f"{HAN}{{2,8}}")
_PUBLISHING = re.compile(r"(?:主办|主管|承办|协办|出版|机关报)$")
_TRADE = re.compile(r"主办|承办|刊号|邮发|出版物号|星期|总第|内部资料|机关报|\d{4}[-年./]|第\d+期")
_ENGLISH_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}")
_NUMBERS = (
    re.compile(r"总第 *(\d{1,9}) *[期号]"),
    re.compile(r"总(?:期|编)号?: *(\d{1,9})"),
    re.compile(r"第 *(\d{1,9}) *[期号]"),
)
_TOTAL = re.compile(rf"^(?:.* )?{TODAY} *(\d{{1,3}}) *版")
_NOT_NAMES = re.compile(
    r"References|[Ll]inks|Search|主办|刊号|日报社|星期|年(?!报)|月|版|期$|机关报$|广告|热线|编辑|导读|天气"
)


_SHORT = 60
_TOP = 6
"""In how many lines a masthead prints the paper's name."""


def tells_issue(text: str) -> bool:
    """Return whether a short line prints a day or a number, as mastheads and running heads do."""
    plain = folded(text)
    return len(text) <= _SHORT and bool(_TRADE.search(plain) or _ENGLISH_DAY.search(plain))


class Masthead(Struct, frozen=True):
    """What a paper prints of itself and of this issue."""

    paper: Paper
    number: int | None = None
    """The issue's number, that of all issues (总第N期) before that of the year."""
    pages: int = 0
    """今日N版, or 0 when it is not printed."""

    @property
    def front(self) -> bool:
        """Whether it is one of a front page, which says who publishes or which issue this is."""
        return bool(self.paper.publishers or self.number is not None or self.pages)


def read_masthead(furniture: Sequence[str]) -> Masthead:
    """Return what the lines of `furniture`, in the source's order, print of the paper."""
    plain = [folded(text) for text in furniture]
    numbers = (form.search(text) for form in _NUMBERS for text in plain)
    totals = (_TOTAL.search(text) for text in plain)
    return Masthead(
        paper=Paper(_name(furniture, plain), _publishers(furniture)),
        number=next((int(match[1]) for match in numbers if match), None),
        pages=next((int(match[1]) for match in totals if match), 0),
    )


def has_name(text: str) -> bool:
    """Return whether a line of furniture prints the paper's name."""
    return bool(_name([text], [folded(text)]))


def _name(furniture: Sequence[str], plain: Sequence[str]) -> str:
    """Return the paper's name as printed; `plain` is the furniture folded."""
    for form in (_NAMED, _TITLED, _BY_DATE, _PROGRAMME, _SOURCE):
        found = Counter(
            name
            for text, folded_text in zip(furniture, plain, strict=True)
            if (name := _in_form(form, text, folded_text)) and not _NOT_NAMES.search(name)
        )
        if found:
            return found.most_common(1)[0][0]
    return _short_name(furniture[:_TOP], plain[:_TOP])


def _in_form(form: re.Pattern[str], text: str, plain: str) -> str:
    """Return the name that `text`, folded to `plain`, prints in this form, as printed."""
    match = form.search(plain)
    if match is None or not match.lastindex:
        return ""
    return "".join(text[slice(*match.span(match.lastindex))].split())


def _short_name(top: Sequence[str], plain: Sequence[str]) -> str:
    """Return a name that no word gives away (今日临江, THE RIVERSIDE DAILY), or ``""``.

    It is the first short line at the top that is no other part of a masthead.
    """
    if not (any(map(_TRADE.search, plain)) or any(map(_LATIN.match, top))):
        return ""
    for text, form in zip(top, plain, strict=True):
        short = _SHORT_NAME.fullmatch(text) or _LATIN.match(text)
        other = _TRADE.search(form) or _NOT_NAMES.search(form) or read_site_line(text, form)
        if short and not other and not is_button(form):
            return text
    return ""


def _publishers(furniture: Sequence[str]) -> tuple[str, ...]:
    """Return who publishes: 中共甲区委员会、甲区人民政府主办 中共甲区委宣传部承办 names three."""
    names: list[str] = []
    for text in furniture:
        for part in re.split(r"[ \u3000;；]+", text):
            if match := _PUBLISHING.search(part):
                names += re.split(r"[、,，]", part[: match.start()])
            elif match := re.match(r"(?:主办|主管|承办)(?:单位)?[:：](.+)", part):
                names += re.split(r"[、,，]", match[1])
    return tuple(dict.fromkeys(name for name in names if name))
