"""The lines above a story: which is the column, the kicker, the headline, the subhead.

Every way of giving the lines their parts, in the order of print (栏目, 引题, 主题, 副题), is
weighed by what the lines say, and by their sizes where a source has any; the likeliest is taken.
Shares of a national daily: headline alone 57 %, kicker and headline 29 %, headline and subhead
13 %, all three 1 %.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from store.press.dump.lines.kinds import COLUMN
from store.press.dump.lines.lines import Line
from store.press.forms.patterns import HAN
from store.press.text.char_pairs import is_pair
from store.press.text.characters import cells
from store.press.text.join_text import join_text
from store.words.fold import fold


class Head(NamedTuple):
    """What stands above a story; ``margin`` says how much likelier this headline was."""

    column: str = ""
    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    margin: float = 9.0
    other: str = ""
    """The likeliest other headline, ``""`` where there is none."""


_HAN = re.compile(HAN)
_COLUMN, _KICKER, _HEADLINE, _SUBHEAD = "CKHS"

# Seen in a line, for and against each part.
_FORMS: tuple[tuple[str, dict[str, float]], ...] = (
    (r"^(?:——|—|--)", {"S": 6, "K": -3, "H": -4, "C": -6}),
    (r"(?:——|—|--)$", {"K": 4, "H": -1.5, "S": -2}),
    (r"[:：]$", {"K": 2.5, "H": -1, "S": -1}),
    (
        r"(?:强调|指出|要求|时说|表示|印发|通知|提出|呼吁|认为|透露|宣布|建议)$",
        {"K": 3.5, "H": -1.5, "S": -1, "C": -3},
    ),
    (r"(?:会上|期间|现场会|座谈会|之际|各界|指导组|考察团|代表团)$", {"K": 1.3, "H": -0.7}),
    (r"(?:希望|勉励|寄语|号召)[^ ]{0,8}$", {"K": 3, "H": -1.5}),
    (
        r"(?:出席|致辞|讲话|主持|参加|陪同|宣读|作报告|发言)(?:$| )",
        {"S": 2.5, "H": -1.2, "C": -3, "K": -0.5},
    ),
    (
        r"(?:召开|举行|开幕|闭幕|结束|在即|开会|发布|揭幕|落幕|会谈|逝世|抵达.{2,8}|开讲|集训)$",
        {"H": 1.4, "K": -0.6, "S": -0.3, "C": -2},
    ),
    (
        r"^(?:认为|涉及|支持|决定|开始|听取|表示|要求|部署|研究|通过|审议|强调|查扣|预计|首批|全年|每)",
        {"S": 1.2, "H": -0.2},
    ),
    (
        r"^(?:把|让|用|以|共|打造|做|筑|擦亮|守护|确保|加快|推动|坚持|着力|努力|扎实|全力|不断|持续"
        r"|奋力|切实|进一步|探索|砥砺|构筑|冲刺|争|勇|凝聚|汇聚|为.*而?|向.*)",
        {"H": 0.9, "K": -0.3, "S": -0.3},
    ),
    (r"[^（(]{3}[（(][^（()）]{2,}[)）]$", {"H": 3, "S": -1, "K": -2, "C": -3}),
    (r"[（(][一二三四五六七八九十百\d]{1,3}[)）]$", {"C": 6, "K": 2, "H": -6}),
    (r"^[“「]", {"H": 1.2, "C": -1.5}),
    (r"[！？!?]", {"H": 0.7, "C": -1}),
    (r"[“「‘]", {"H": 0.3, "C": -1}),
    (r"[，,：:]|\d", {"C": -1.5}),
    (r"^[^ ]+ [^ ]+(?: [^ ]+)*$", {"H": 0.8, "S": 0.1}),
    (r"^[〈<][^〈〉<>]{1,6}[〉>]", {"H": 1.5, "S": -1}),
    (r"^[^ ]{2,6}[:：]", {"S": 0.8, "K": -0.8}),
    (r"^.{2,4}$", {"K": 0.8, "S": -1, "H": -0.3}),
    (r"^[（(][^（()）]*[)）]$", {"S": 3, "H": -3, "K": -2, "C": -3}),
    (
        r"(?:进行时|直通车|传真|关注|聚焦|在线|一线|观察|论坛|讲堂|风采|好人|故事|之声|看点|速递"
        r"|短评|视点|之窗|天地|专栏|行动|推进年|攻坚战|走基层|的话|新作为|风景线|面对面|档案"
        r"|往来|信箱|来信|漫[笔谈]|[夜茶]话|札记|手记|声音|镜头|瞭望|窗口|园地|文苑|广角|纵横|扫描|[集荟]萃"
        r"|絮语|走笔|杂谈|百科|课堂|答问|服务台|回音壁|拾零|剪影)$",
        {"C": 2.2, "H": -0.7, "S": -1},
    ),
    (r"^(?:学习|贯彻|深入|开展|弘扬).*(?:精神|主题教育)$", {"C": 2.5, "H": -0.7}),
    (r"^(?:最美|身边|我们的|百姓|民生|今日|走进)", {"C": 1.2, "H": -0.3}),
    (r"^[^ ]{4} [^ ]{4}$", {"C": 0.8}),
    (r"(?:[一二三四五六七八九十0-9]+场|项目|工作|赛|组|单打|双打|女单|男单)$", {"K": 0.6}),
)
_CUES = tuple((re.compile(pattern), weights) for pattern, weights in _FORMS)

# How likely a combination is, before anything is read.
_PRIOR = {
    **{"H": 0.0, "KH": -0.5, "HS": -1.2, "HH": -3.0, "CH": -0.8},
    **{"KHS": -1.5, "CKH": -1.55, "CHS": -1.6, "KHH": -2.0, "HHS": -2.2, "CHH": -2.5},
    **{"HHH": -4.5, "KKH": -3.0, "HSS": -3.0, "CKHS": -2.0, "CKHH": -2.5, "KHHS": -2.5},
    **{"HHHS": -4.0, "KKHH": -3.0, "KHSS": -3.5},
}
_OTHER = -5.0
_MOST_LINES = 6


def read_head(
    lines: Sequence[Line], repeated: frozenset[str] = frozenset(), text: str = ""
) -> Head:
    """Return the parts of a head; ``repeated`` are lines that stand above several stories.

    `text` is the story's: what is parted above it may stand there whole.
    A headline set on two lines gets a blank between them, unless the first filled the width of a
    hard-wrapped page. Nothing is left out: of more than six lines all belong to the headline.
    """
    lines = _parted(_unbroken(lines))
    if not lines:
        return Head()
    if len(lines) > _MOST_LINES:
        return Head(headline=" ".join(line.text for line in lines), margin=0.0)
    told = [_weights_by_part(line) for line in lines]
    if _are_traditional(lines):
        for by_part in told:
            by_part[_SUBHEAD] += 0.5
            by_part[_KICKER] -= 0.3
    weights = [
        (_weight(lines, told, layout, repeated, text) + _weight_of_type(lines, layout), layout)
        for layout in _layouts(len(lines))
    ]
    layouts = sorted(weights, reverse=True)
    best, layout = layouts[0]
    parts = _parts(lines, layout, text)
    others = (each for each in layouts if _of(_HEADLINE, each[1]) != _of(_HEADLINE, layout))
    weight, other = next(others, (best - 9.0, ""))
    other = _parts(lines, other, text)["H"] if other else ""
    return Head(parts["C"], parts["K"], parts["H"], parts["S"], best - weight, other)


def _parts(lines: Sequence[Line], layout: str, text: str) -> dict[str, str]:
    """Return the words of each part where `layout` says which of `lines` is which."""
    parts = dict.fromkeys("CKHS", "")
    for at, (part, line) in enumerate(zip(layout, lines, strict=True)):
        rest = part == _HEADLINE and at > 0 and _runs_on(lines[at - 1].text, line.text, text)
        parts[part] = f"{parts[part]}{'' if rest else ' '}{line.text}".strip()
    return parts


def _are_traditional(lines: Sequence[Line]) -> bool:
    """Return whether `lines` are in traditional characters: such papers prefer subheads."""
    characters = "".join(char for line in lines for char in _HAN.findall(line.text))
    return fold(characters) != characters


def _unbroken(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those joined that only the page's width had parted."""
    whole: list[Line] = []
    for line in lines:
        if whole and whole[-1].full and not whole[-1].text.startswith("——"):
            before = whole.pop()
            line = replace(line, text=join_text((before.text, line.text)), first=before.first)
        whole.append(line)
    return whole


_KICKED = re.compile(
    r"([^，。！？]*?(?:[^ ]{2}(?:——|--)|[^ ]{3}强调|[^ ]{4}(?:指出|要求|印发|呼吁|时说|表示)))"
    r"[ \u3000]+(?=.{5})"
    r"|([^ ].+?)[ \u3000]+(?=(?:——|--)[^ ]{3})"
)
"""A head's parts in one line: a blank after a kicker's dash, or who says what follows; or before a
subhead's dash."""
_LONGER = 4
"""Characters that a kicker has more than each of a headline's two like halves."""
_KICKED_HALVES, _SHORTEST_HALF = 3, 4


def _parted(lines: Sequence[Line]) -> Sequence[Line]:
    """Return `lines`; where one alone holds a headline and its kicker or subhead, as these two."""
    if len(lines) != 1:
        return lines
    (line,) = lines
    parts = line.text.split()
    if len(parts) < 2:
        return lines
    told = _KICKED.match(line.folded)
    above = line.text[: told.end(told.lastindex or 0)] if told else parts[0]
    if not told and not (len(parts) == _KICKED_HALVES and _are_halves(*parts)):
        return lines
    below = line.text[len(above) :].strip()
    return [replace(line, text=above), replace(line, text=below)]


def _are_halves(kicker: str, first: str, second: str) -> bool:
    """Return whether the second and third are a headline's like halves, the first its kicker."""
    second = _IN_BRACKETS.sub("", second)
    alike = min(len(first), len(second)) >= _SHORTEST_HALF and abs(len(first) - len(second)) <= 1
    return alike and len(kicker) >= len(first) + _LONGER


def _of(part: str, layout: str) -> tuple[int, int]:
    """Return where in `layout` a part begins, and of how many lines it is."""
    return layout.find(part), layout.count(part)


@cache
def _layouts(count: int) -> tuple[str, ...]:
    """Return the ways of giving `count` lines their parts, each with a headline."""
    found = []
    for columns in range(2):
        for kickers in range(3):
            for subheads in range(3):
                headlines = count - columns - kickers - subheads
                if headlines > 0:
                    found.append("C" * columns + "K" * kickers + "H" * headlines + "S" * subheads)
    return tuple(found)


def _weight(
    lines: Sequence[Line],
    told: Sequence[dict[str, float]],
    layout: str,
    repeated: frozenset[str],
    text: str,
) -> float:
    """Return how likely `layout` is; `told` is what each line says for each part."""
    weight = _PRIOR.get(layout, _OTHER)
    for part, weights, line in zip(layout, told, lines, strict=True):
        weight += weights[part]
        if part == _COLUMN and line.text in repeated:
            weight += 4.0
    for (part, first), (following, second) in pairwise(zip(layout, lines, strict=True)):
        if part == following and _GOES_ON.match(second.text):
            weight += 2.5
        if part == following == _HEADLINE:
            runs_on = _runs_on(first.text, second.text, text)
            weight += _RUNS_ON if runs_on else _parallel(first.text, second.text)
    return weight


_GOES_ON = re.compile(r"[并和与及暨]")
_NAMED = 6.0
"""What a style speaks for a column that is made for one, or 【brackets】 around a line."""
_LARGEST = 5.0
_UNLIKE = 4.0
"""What speaks for the largest lines as headline, and against two sizes for the lines of a part."""
_BOLD, _ALIKE = 0.08, 0.05
"""What bold letters add to a size; sizes that differ by less are one."""


def _weight_of_type(lines: Sequence[Line], layout: str) -> float:
    """Return how well a `layout` fits how its lines are set, where they differ in size or role."""
    sizes = [_size(line) for line in lines]
    largest = max(sizes)
    named = _NAMED * sum(
        part == _COLUMN and line.look is not None and line.look.role == COLUMN
        for part, line in zip(layout, lines, strict=True)
    )
    if largest - min(sizes) < _ALIKE:
        return named
    right = [
        (part == _HEADLINE) == (largest - size < _ALIKE)
        for part, size in zip(layout, sizes, strict=True)
    ]
    unlike = [
        part == following and abs(size - other) >= _ALIKE
        for (part, size), (following, other) in pairwise(zip(layout, sizes, strict=True))
    ]
    return named + _LARGEST * sum(right) - _UNLIKE * sum(unlike)


def _size(line: Line) -> float:
    return line.look.size + _BOLD * line.look.bold if line.look else 0.0


_LABEL = re.compile("[【［][^】］]{2,10}[】］]")
_WIDE, _LONG_REST = 16, 12
_FULL, _REST = 10, 6
"""Characters of a headline's first line, at least, and of the rest that it had no room for."""
_RUNS_ON = 5.0
_WANTS_MORE = "的之和与及把将被让对向在从为"
"""What no line ends with that is a part of its own."""


def _weights_by_part(line: Line) -> dict[str, float]:
    """Return what `line` says for and against each part."""
    weights = dict.fromkeys("CKHS", 0.0)
    for pattern, told in _CUES:
        if pattern.search(line.folded):
            for part, weight in told.items():
                weights[part] += weight
    if _LABEL.fullmatch(line.text):
        weights[_COLUMN] += _NAMED
    length = cells(line.text) / 2
    if length > 15:
        weights[_COLUMN] -= 6
    if length > 30:
        weights[_KICKER] -= 0.5
        weights[_HEADLINE] -= 1.2
    return weights


_NO_SUBJECT = re.compile(
    r"(?:在.+[上中下里间]|让|以|把|为|用|向|从|将|同|与|既|又|不|要|更|再|高标准|高质量|全力|扎实|努力|坚[决持定]"
    r"|注重|激励|探索|[走修管稳守建送查办抓干护种学问写讲救破打带推拉帮助防绘绣织铺架搬擦点聚凝汇筑夯践谱奏传弘树"
    r"强提促扩补兜托牵搭做念答算留迎过立])"
)
"""How a line begins that says what is done, and not who does it, as kickers do."""
_BEFORE_COLON = re.compile(r"^.{2,4}[：:]")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")


def _runs_on(first: str, second: str, text: str) -> bool:
    """Return whether the second line is the rest that a headline's first had no room for.

    A rest is short, and begins in the middle of a word or of a phrase that the text has.
    """
    if len(first) >= _WIDE and len(second) <= _LONG_REST and is_pair(first[-1], second[0]):
        return True
    if len(first) < _FULL or len(second) > _REST:
        return False
    if first[-1] in _WANTS_MORE:
        return True
    return is_pair(first[-1], second[0]) or first[-2:] + second[:2] in text


def _parallel(first: str, second: str) -> float:
    """Return the evidence that two lines are one headline: balanced halves, one above the other.

    In 21 % of headlines two parts stand side by side, and 94 % of those differ by at most two;
    56 % are equally long, of kickers and their headlines 2 %.
    """
    if cells(first) == len(first):  # Latin letters: any length may go on
        return 3.5 if second[:1].islower() or not first.istitle() else 1.0
    a, b = len(_BEFORE_COLON.sub("", first)), len(_IN_BRACKETS.sub("", second))
    if " " in first or " " in second:
        even = first.find(" ") == second.find(" ") and abs(a - b) <= 1
        return 3.2 if even else -2.0
    # The shorter the halves, the less likely it is that their balance is chance.
    by_difference = (4.5, 3.8, 1.0) if max(a, b) <= 6 else (4.0, 2.8, 1.0)
    by_difference = by_difference if max(a, b) <= 9 else (3.0, 1.0, 0.0)
    made_alike = _NO_SUBJECT.match(first) and _NO_SUBJECT.match(second)
    return (by_difference[abs(a - b)] if abs(a - b) <= 2 else -2.0) + (3.2 if made_alike else 0.0)
