"""Page lines: the lines that say which page of a paper this is, in every form that is printed."""

import re
from typing import NamedTuple

from store.press.forms.page_fields import read_page_fields
from store.press.forms.patterns import DATE, HAN, LONG_PAGE, PAGE, PAGES_TOTAL
from store.press.text.characters import folded
from store.press.text.numbers import NUMERAL, page_number

_NAME = r"[^\s。，,！？!?:：；;（）()\d][^。，,！？!?:：；;（）()]{0,13}"
_NO_TOTAL = rf"(?!.*{PAGES_TOTAL})"
_WHOLE_NUMBER = rf"(?:(?<![0-9A-Z])[A-Z]{{0,2}}[0-9]{{1,5}}|(?<![{NUMERAL}])[{NUMERAL}]{{1,3}})"
"""A page's number with all of its digits, wherever the search for it begins."""
_EDITING = "(?:责任编辑|编辑|责编|版面|美编)"
_LETTERED = "[A-Z]{1,2}[0-9]{1,2}"
_DATED = rf"{DATE}[^。，,]{{0,14}}?第? *(?P<number>{_WHOLE_NUMBER}) *版"
_TO_DATE = rf"[: ]*(?:(?P<name>{HAN}{{2,6}}?)(?=[ 总第]))?[ 总第][^。，,]{{0,40}}?{DATE}.{{0,12}}"
_MARK = " *[·|丨/:—-] *"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"第? *(?P<number>{LONG_PAGE}) *版 *(?:[:·] *)?(?P<name>{_NAME}|\(\))?(?: *[0-9]*版)?",
        rf"第 *(?P<number>[0-9]{{1,2}}) *[页頁] *[: ·] *(?P<name>{HAN}{{2,6}})",
        rf"{HAN}{{2,10}}{_MARK}(?P<name>{HAN}{{2,6}}){_MARK}第? *(?P<number>{PAGE}) *版",
        rf"版次: *第? *(?P<number>{PAGE}) *版?(?: +(?P<name>{_NAME}))?",
        rf"(?P<number>{_LETTERED}){_TO_DATE}",
        rf"(?P<number>{_LETTERED})(?P<name>{HAN}{{2,6}}?){_EDITING}[^。，,]{{0,40}}?{DATE}",
        rf"(?P<number>[A-Z] 0[1-9]|{_LETTERED})(?: +|·)(?P<name>{_NAME})",
        rf"{_NO_TOTAL}[(—]*[^。，,]{{0,14}}{_DATED}[ :]*(?P<name>{_NAME})?\)?",
        r"page *(?P<number>[A-Z]?[0-9]{1,3})(?: *[:|·-]? *(?P<name>[A-Z][A-Z &]{2,20}))?",
    )
]
_PAPER = re.compile(
    rf"(?:(?:——|—|\()? *《[^《》]{{2,16}}》|\({HAN}{{2,10}}\)"
    rf"|(?:[(\[]|—{{1,2}}) *{HAN}{{2,10}}(?=[, ])"
    rf"|(?:稿件来源|来源|来自|原载|稿源|出处): *《?{HAN}{{2,12}}》?)"
    rf" *[(,:]? *{DATE}[^。]{{0,14}}?第? *(?P<number>{_WHOLE_NUMBER}) *版"
    rf"[ :,]*(?P<name>{_NAME})? *[)\]]?\)?",
    re.IGNORECASE,
)
"""The paper is named beside its day and page: in 《》, 【】 or brackets, or as a source."""
_NUMBER = rf"(?:第? *{PAGE} *版|{_LETTERED})"
_BAR = " *[|丨‖│┃¦] *"
_AND_NAME = r"[:· ]*[^\s\d:|()（）\]-]{0,8}?"
_PAGE_AND_HEADLINE = re.compile(
    rf"{_NUMBER}{_BAR}{HAN}{{2,6}}{_BAR}(?=\S{{2}}.{{2}})"
    rf"|{_NUMBER}{_AND_NAME} *(?:(?<= )[-–—]{{1,2}} +|[|丨‖│┃¦] *)(?=\S{{2}}.{{2}})"
    rf"|{PAGE}版{HAN}{{2,8}} +[-–—] +(?=\S{{2,3}}$)"
    rf"|第? *{PAGE} *版[-–—]{{1,2}}(?=\S{{4}})"
    rf"|{_NUMBER} *{HAN}{{2,6}}: *(?=\S{{2}}.{{2}})"
    rf"|{_NUMBER} *: *{HAN}{{2,6}}[·:] *(?=\S.{{5}})"
    rf"|[0-9]{{2}} +{HAN}{{2,6}} +(?:[-–—]{{1,2}} +|[|丨] *)(?=\S{{2}}.{{2}})"
    rf"|[(\[]{_NUMBER}{_AND_NAME}[)\]] *(?=\S{{2}}.{{4}})"
    rf"|[(\[]{_NUMBER}[:· ]+{HAN}{{2,6}}[)\]] *(?=\S{{2,5}}$)",
    re.IGNORECASE,
)
_BEFORE_HEADLINE = re.compile(rf"(?P<number>[0-9]{{2}}) +(?P<name>{HAN}{{2,6}})")
_RUNNING = rf"(?:{HAN}{{2,10}}[ ,:/_·|]*)?{DATE}[ ,:/_·|]*(?:(?:星期|周).[ ,/_·|]*)?"
STORY_PAGE = (
    rf"[\[(]?(?:{_RUNNING})?(?:(?:版次|版面|版) *: *)?"
    rf"(?:第? *(?P<number>{PAGE}) *[版页頁]|(?P<letters>{_LETTERED})"
    r"|(?P<bare>[0-9]{1,3})(?= *[|丨 ]|$))"
    rf"(?:[ :(|丨]+(?P<name>{HAN}{{2,6}})(?=[\])]|$)|\(\))?[\])]*"
)
"""The page before a story on one line: 第1版(要闻), 【02版】, 版次: 3, or 3 before a bar.

The paper and its day may stand before it: 【青溪时报 2034年3月12日 第6版 社会】.
"""
_STORY_PAGE = re.compile(STORY_PAGE, re.IGNORECASE)
_BEHIND_SECTION = re.compile(
    rf"(?P<name>{HAN}{{2,6}}) +(?:(?P<number>{PAGE}) *版|(?P<letters>{_LETTERED})|(?P<bare>[0-9]+))"
)
_DAY = rf"{DATE}(?: *\(?(?:星期|周).\)?)?"
_PAGE_AND_TEXT = re.compile(
    rf"{_NUMBER}[: ]+[^。，,]{{0,40}}?{_DAY} *(?=\S.{{30}})"
    rf"|{_LETTERED}{HAN}{{2,6}}{_EDITING}[^。，,]{{0,40}}?{_DAY} *(?=\S.{{30}})"
    rf"|[^。，,]{{0,14}}{_DAY}[^。，,]{{0,6}} 第? *(?:{PAGE} *版|{_LETTERED}) *(?=\S.{{30}})",
    re.IGNORECASE,
)
_DATE = re.compile(DATE)
MAY_BEGIN = re.compile(r"[第0-9０-９A-ZＡ-Ｚ【〔\[（(一二三四五六七八九十]|.{0,24}年")
"""What a line with a page line at its beginning begins with."""
_ORNAMENT = r"[<>=*~#+—-]{2,}"
_ORNATE = re.compile(
    rf"{_ORNAMENT} *(?:第? *(?P<number>{PAGE}) *版|(?P<letters>{_LETTERED}))"
    rf"(?:[ :·]+(?P<name>{HAN}{{2,8}}))? *{_ORNAMENT}"
)
"""``<<< A03 >>>``: ornaments stand around it."""
_MAY_BE = re.compile("[版0-9０-９]")
"""What every page line holds."""
SHORT = 70
"""No page line has more characters."""
_WITHIN = 140
"""Within so many characters what stands behind one begins."""


class PageLine(NamedTuple):
    """What a page line prints: the page's number and where in the line its name stands."""

    number: str
    name: tuple[int, int] = (0, 0)
    dated: bool = False
    names_paper: bool = False
    """It is 《paper》（date, page）, which stands by a story and not above a page."""


def read_page_line(text: str, plain: str) -> PageLine | None:
    """Return what `text`, folded to `plain`, prints of a page when that is all that it does."""
    whole, plain = plain, plain.rstrip(" -–—|丨:")
    if len(plain) > SHORT or not _MAY_BE.search(plain):
        return None
    if whole != plain and (match := _BEFORE_HEADLINE.fullmatch(plain)):
        return PageLine(page_number(match["number"]), match.span("name"))
    if match := _PAPER.fullmatch(plain):
        return PageLine(page_number(match["number"]), match.span("name"), True, True)
    if match := _ORNATE.fullmatch(whole):
        return PageLine(page_number(match["number"] or match["letters"]), match.span("name"))
    # 【02版】 stands above a story; (02版) is a reference.
    start, end = (1, len(plain) - 1) if text[0] in "【[" and text[-1] in "】]" else (0, len(plain))
    for form in _FORMS:
        if match := form.fullmatch(plain, start, end):
            number = page_number(match["number"])
            dated = bool(_DATE.search(plain))
            return PageLine(number, match.span("name"), dated) if number.strip("0") else None
    reference = text[0] in "(（［" and "·" not in text
    fields = None if reference else read_page_fields(plain)
    return PageLine(page_number(fields.number), fields.name, fields.dated) if fields else None


def read_story_page(plain: str) -> PageLine | None:
    """Return what a line, folded to `plain`, prints of a page that is known to be nothing else."""
    found = _STORY_PAGE.match(plain) or _BEHIND_SECTION.fullmatch(plain)
    if not found:
        return None
    number = found["number"] or found["letters"] or found["bare"]
    return PageLine(page_number(number), found.span("name"))


def _is_dated(plain: str) -> bool:
    """Return whether all of a line is a page's number, section and day."""
    fields = read_page_fields(plain)
    return fields is not None and fields.dated


def page_line_within(text: str) -> int:
    """Return where the page line ends that `text` begins with; 0 if with none.

    ``01版头版 - 标题`` has a headline behind it, a page in one line all of its stories.
    """
    if not _MAY_BE.search(text, 0, _WITHIN):
        return 0
    plain = folded(text[:_WITHIN])
    if found := _PAGE_AND_HEADLINE.match(plain):
        whole = text[0] in "(（" or len(text) > SHORT or _is_dated(plain)
        return 0 if whole else found.end()
    found = _PAGE_AND_TEXT.match(plain)
    return found.end() if found else 0
