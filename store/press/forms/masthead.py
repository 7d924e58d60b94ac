"""The masthead (报头) and running heads: which paper this is, whose, of what number."""

import re
from collections import Counter
from collections.abc import Sequence

from store.models import Paper
from store.press.text.characters import folded

_HAN = r"[\u3400-\u9fff]"
_NAMED = re.compile(
    rf"^({_HAN}(?:{_HAN}| ){{0,9}}?(?:报|報|电讯|電訊|周刊))(?: ?数字报纸?| ?电子版)?$"
)
_SOURCE = re.compile(
    rf"(?:稿件来源|来源|来自)[:：] ?\[?({_HAN}{{2,10}}?(?:报|电讯|网|社))(?![\u4e00-\u9fff])"
)
_PROGRAMME = re.compile(rf"^#* *({_HAN}{{2,8}}?)(?:文字稿|[ ]+\d{{4}}[-年]\d)")
_LATIN = re.compile(r"^(?:The |THE )?[A-Z][A-Za-z]+(?: [A-Za-z]+){0,4}$")
_PUBLISHING = re.compile(r"(?:主办|主管|承办|协办|出版|机关报)$")
_TRADE = re.compile(r"主办|承办|刊号|邮发|出版物号|星期|总第|内部资料|机关报|\d{4}年|第\d+期")
_NUMBERS = tuple(
    map(
        re.compile,
        (r"总第 *(\d{1,9}) *[期号]", r"总(?:期|编)号?: *(\d{1,9})", r"第 *(\d{1,9}) *[期号]"),
    )
)
_TOTAL = re.compile(r"^(?:.* )?(?:今日|本期|共|今天) *(\d{1,3}) *版")
_NOT_NAMES = re.compile(r"主办|刊号|日报社|星期|年|月|版|期$|机关报$|广告|热线|编辑|导读|天气")


def read_masthead(furniture: Sequence[str]) -> tuple[Paper, int | None]:
    """Return the paper and its number, from the lines of `furniture` in the source's order."""
    found = (form.search(folded(text)) for form in _NUMBERS for text in furniture)
    number = next((int(match[1]) for match in found if match), None)
    return Paper(_name(furniture), _publishers(furniture)), number


def read_pages_total(furniture: Sequence[str]) -> int:
    """Return the number of pages that 今日N版 promises, or 0."""
    found = (_TOTAL.search(folded(text)) for text in furniture)
    return next((int(match[1]) for match in found if match), 0)


def _name(furniture: Sequence[str]) -> str:
    for form in (_NAMED, _PROGRAMME, _SOURCE):
        found = Counter(
            match[1].replace(" ", "")
            for text in furniture
            if (match := form.search(text)) and not _NOT_NAMES.search(match[1])
        )
        if found:
            return found.most_common(1)[0][0]
    # No word gives it away (今日临江, THE RIVERSIDE DAILY): the short line among the first that is
    # nothing else of a masthead.
    top = furniture[:6]
    if any(_TRADE.search(folded(text)) for text in top) or any(map(_LATIN.match, top)):
        for text in top:
            plain = folded(text)
            short = re.fullmatch(rf"{_HAN}{{2,8}}", text) or _LATIN.match(text)
            if short and not _TRADE.search(plain) and not _NOT_NAMES.search(plain):
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
