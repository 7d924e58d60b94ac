"""A site's own lines, told before lines are weighed: they are furniture wherever they stand.

What they lead to (the titles of the page's other stories) is furniture too, and a headline stands
over each line that says when and whence a story came.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import BYLINE, FURNITURE, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.lines.parting import cut
from store.press.dump.told.crossheads import tell_crossheads
from store.press.forms.bylines import is_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import DATE
from store.press.forms.site_lines import SiteLine, is_button, may_be_site_line, read_site_line
from store.press.text.characters import ends_sentence

_LONGEST_TITLE, _LONGEST_OF_PARTS = 45, 60
"""Characters of a headline, and of one in several parts."""
_BULLET = re.compile(r"[·•▪●■◆>-]\s*")
_PAPER = re.compile(r"[\u4e00-\u9fff]{2,10}(?:[报网社刊] ?(?:电子|数字)?版?|客户端|数字报)")
_OTHERS = re.compile(
    r"(?:相关|推荐|延伸|热门|最新|更多|精彩)(?:链接|阅读|新闻|报道|文章|推荐|资讯|内容|点击)[:：]?|猜你喜欢"
)
"""What stands over titles of other stories, each behind a bullet, or over the last of a source."""
_LABEL = re.compile(r"(?:(?P<title>标题|题[目名]|篇名)|正文) *[:：] *(?=\S{2})")
_FIELD = re.compile(
    r"[【\[](?P<label>标题|题[目名]|篇名|正文|作者|来源|报纸名称|报名|出版日期|日期|版次)[】\]]"
    r" *[:：]? *(?=\S)"
)
"""So a database of papers names what follows; elsewhere a colon stands for the brackets."""
_NAME = r"[\u4e00-\u9fff]{2,10}(?:[报刊]|[电时]讯)"
_PAPER_AND_DAY = re.compile(rf"{_NAME} *[|·]? *{DATE}(?: *星期.)?|{DATE} *[|·]? *{_NAME}")
_LONGEST_DAY = 30
_LIST, _LONG_LIST = 3, 4
"""So many titles between a site's lines are a list, even if none of them returns below; more over
the headline of a story, which has a kicker and a subhead at most."""


def tell_site_lines(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with a site's own told as furniture, and the authors they name set apart."""
    told: list[Line] = []
    found: list[SiteLine | None] = []
    whole = list(_without_labels(lines))
    for line, following in zip(whole, [*whole[1:], None], strict=False):
        may_be = not line.kind and may_be_site_line(line.text)
        site = read_site_line(line.text, line.folded) if may_be else None
        if not (site or line.kind) and _is_day_of_story(told, line, following):
            site = SiteLine(navigation=False)
        parts = list(_parts(line, site)) if site else [line]
        told += parts
        found += [site if part.kind == FURNITURE else None for part in parts]
    _tell_others(told)
    if not any(found):
        return told
    _tell_buttons(told, found)
    _tell_lists(told, found)
    tell_crossheads(told, _tell_heads(told, found))
    return told


def _is_day_of_story(before: Sequence[Line], line: Line, text: Line | None) -> bool:
    """Return whether a paper's name and a day stand between a headline and its text."""
    if text is None or len(line.text) > _LONGEST_DAY or not _PAPER_AND_DAY.fullmatch(line.folded):
        return False
    title = next((each for each in reversed(before) if each.kind != FURNITURE), line)
    over = (
        title is not line
        and (title.kind == HEAD or _is_title(title))
        and not _PAPER.fullmatch(title.folded)
    )
    begins = bool(read_lead_in(text.text)) or len(text.text) > _LONGEST_TITLE
    return over and (begins or is_byline(text.folded) or ends_sentence(text.text))


def _without_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield `lines`; where 标题： stands before a title, or 正文： before text, it is furniture."""
    for line in lines:
        field = None if line.kind else _FIELD.match(line.text)
        if field:
            line = replace(line, text=f"{field['label']}：{line.text[field.end() :]}")
        label = None if line.kind else _LABEL.match(line.text)
        if label is None or (label["title"] and not _is_title(line)):
            yield line
            continue
        before, labelled = cut(line, label.end())
        yield replace(before, kind=FURNITURE)
        yield replace(labelled, kind=HEAD) if field and label["title"] else labelled


def _tell_buttons(lines: list[Line], found: Sequence[SiteLine | None]) -> None:
    """Tell buttons that touch a site's line as furniture; alone, such a word may head a story."""
    sites = {at for at, site in enumerate(found) if site}
    for places, step in ((range(len(lines)), -1), (range(len(lines) - 1, -1, -1), 1)):
        for at in places:
            if at + step in sites and not lines[at].kind and is_button(lines[at].folded):
                lines[at] = replace(lines[at], kind=FURNITURE)
                sites.add(at)


def _tell_others(lines: list[Line]) -> None:
    """Tell the titles of other stories under 相关链接, and that itself, as furniture."""
    for at, line in enumerate(lines):
        if line.kind or not _OTHERS.fullmatch(line.text):
            continue
        end = at + 1
        while end < len(lines) and _BULLET.match(lines[end].text) and _is_title(lines[end]):
            end += 1
        if all(map(_is_title, lines[at + 1 :])):
            end = len(lines)
        if end > at + 1:
            lines[at:end] = [replace(each, kind=FURNITURE) for each in lines[at:end]]


def _parts(line: Line, site: SiteLine) -> Iterator[Line]:
    """Yield the pieces of a site's line: furniture, and an author if it names one."""
    if site.author is None:
        yield replace(line, kind=FURNITURE)
        return
    begin, end = site.author
    before, rest = cut(line, begin)
    author, behind = cut(rest, len(line.text[begin:end]))
    for part, kind in ((before, FURNITURE), (author, BYLINE), (behind, FURNITURE)):
        if part.text:
            yield replace(part, kind=kind)


def _tell_lists(lines: list[Line], found: Sequence[SiteLine | None]) -> None:
    """Tell titles between two lines that lead about the site as furniture."""
    seen = Counter(_title(line) for line in lines)
    start: int | None = None
    for at, (line, site) in enumerate(zip(lines, found, strict=True)):
        if site:
            # What stands right over a source is its headline.
            leads = site.navigation and not _heads_story(lines, found, start or 0, at)
            end = at if leads else at - 1
            listed = start is not None and _is_list(lines[start:end], seen)
            if start is not None and listed and (site.navigation or end - start >= _LONG_LIST):
                lines[start:end] = [replace(each, kind=FURNITURE) for each in lines[start:end]]
            start = at + 1 if site.navigation else None
        elif not _is_title(line):
            start = None


def _is_list(lines: Sequence[Line], seen: Counter[str]) -> bool:
    if len(lines) >= _LIST or any(_BULLET.match(line.text) for line in lines):
        return True
    return any(seen[_title(line)] > 1 for line in lines)


def _heads_story(
    lines: Sequence[Line], found: Sequence[SiteLine | None], start: int, end: int
) -> bool:
    """Return whether the last title from `start` to `end` heads the story below it.

    It stands twice in a list; or it stands in another, and text follows the site's lines.
    """
    if start >= end:
        return False
    title = _title(lines[end - 1])
    if end - start > _LIST and title in map(_title, lines[start : end - 1]):
        return True
    below = next((at for at in range(end, len(lines)) if not found[at]), len(lines))
    text = below < len(lines) and (not _is_title(lines[below]) or is_byline(lines[below].folded))
    others = (*lines[:start], *lines[end:])
    return text and end - start == 1 and title in map(_title, others)


def _title(line: Line) -> str:
    return _BULLET.sub("", line.text)


def _is_title(line: Line) -> bool:
    longest = _LONGEST_OF_PARTS if " " in line.text else _LONGEST_TITLE
    short = len(line.text) <= longest and not line.text.endswith(("。", "；", "，"))
    return short and not line.kind and not read_page_line(line.text, line.folded)


def _tell_heads(lines: list[Line], found: Sequence[SiteLine | None]) -> list[int]:
    """Tell the line over each that says whence its story came as a head; return where they are."""
    sources = []
    seen = Counter(line.text for line in lines)
    days = sum(site is not None and site.day_alone for site in found)
    for at in range(1, len(lines)):
        site = found[at]
        if site is None or site.navigation or (site.day_alone and days == 1):
            continue
        if at + 1 < len(lines) and read_page_line(lines[at + 1].text, lines[at + 1].folded):
            continue  # it is the title of a post that has a page in it
        above = at - 1
        if above > 0 and _PAPER.fullmatch(lines[above].folded) and _is_title(lines[above - 1]):
            lines[above] = replace(lines[above], kind=FURNITURE)
        while above > 0 and _stands_between(lines[above], found[above]):
            above -= 1
        over = lines[above]
        text = over.text
        title = _is_title(over) and not ends_sentence(text.rstrip("！？!?—”’」』"))
        named = _PAPER.fullmatch(over.folded) or is_byline(over.folded)
        if title and seen[text] == 1 and not named:
            lines[above] = over = replace(over, kind=HEAD)
            if text.startswith("——") and above and _is_title(lines[above - 1]):
                lines[above - 1] = replace(lines[above - 1], kind=HEAD)
        if over.kind == HEAD:
            sources.append(at)
    return sources


def _stands_between(line: Line, site: SiteLine | None) -> bool:
    """Return whether `line` may part a headline from its source: a rule, a picture, an author."""
    if line.kind in (FURNITURE, BYLINE):
        return site is None
    return not line.kind and is_byline(line.folded)
