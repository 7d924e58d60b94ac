"""The right kind of each line as the classifier gets it: from a maker's labels, or from a truth."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from store.press.dump.lines.kinds import (
    BACK,
    BODY,
    BYLINE,
    CAPTION,
    COLUMN,
    CREDIT,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    INDEX,
    JUMP,
    LEAD,
    REST,
    TAIL,
)  # fmt: skip
from store.press.dump.lines.lines import Line, split_lines
from store.press.dump.lines.style import Style
from store.press.dump.prepare import prepare
from store.press.recognise import recognise_text
from store.press.text.characters import folded
from store.press.text.clean import clean
from store.press.text.mending.mend import mend
from store.words.fold import fold
from tests.press_lab.corpus import Dump
from tests.press_lab.story import natural_crossheads
from tests.press_lab.truth import ArticleTruth, Truth

_JUMP = re.compile(r"[（(]?(?:下[转轉]|[转轉])第?[A-Z]?[0-9一二三四五六七八九十]{1,3}版[)）]?")
_BACK = re.compile(r"[（(]?(?:[上紧緊]接)第?[A-Z]?[0-9一二三四五六七八九十]{1,3}版[)）]?")
_BRACKETED = re.compile(r"[（(][^（()）]{2,60}[)）]")
_SHORT = 30


class Sample(Struct, frozen=True):
    """A page as the classifier gets it, and what its lines are."""

    lines: tuple[Line, ...]
    style: Style
    front: bool
    kinds: tuple[str, ...]
    maker: str
    source: str


def samples(dump: Dump) -> list[Sample]:
    """Return the pages of `dump`, each line with its kind."""
    decoded = recognise_text(dump.data, dump.name)
    text = mend(clean(decoded.text).text, decoded).text
    of_truth = None if dump.labels else _Aligner(dump.truth)
    found = []
    for page in prepare(split_lines(text)):
        kinds = of_truth.kinds(page.lines) if of_truth else _made_kinds(page.lines, dump)
        if page.lines:
            lines = tuple(page.lines)
            found.append(Sample(lines, page.style, page.front, kinds, dump.maker, dump.name))
    return found


def _made_kinds(lines: Sequence[Line], dump: Dump) -> tuple[str, ...]:
    """Return the kinds of lines that were made with labels."""
    kinds: list[str] = []
    for line in lines:
        label = dump.labels[min(line.first, len(dump.labels)) - 1]
        kind, begins = (label.kind, label.begins) if label else (FURNITURE, True)
        if label and label.parts:
            kind = _kind_of_part(line.text, label.parts)
        kinds.append(_refined(line, kind, begins, kinds[-1] if kinds else ""))
    return tuple(kinds)


def _kind_of_part(text: str, parts: Sequence[tuple[str, str]]) -> str:
    """Return the kind of the part of a raw line with which `text` begins; else of its last."""
    start = fold(text[:12]).replace(" ", "")
    for kind, part in parts:
        if start and fold(part).replace(" ", "").startswith(start[: len(part)]):
            return kind
    return parts[-1][0]


def _refined(line: Line, kind: str, begins: bool, before: str) -> str:
    """Return `kind` with what only the line itself tells: jumps, tails, rests of paragraphs."""
    if len(line.text) < _SHORT:
        if _JUMP.fullmatch(line.folded):
            return JUMP
        if _BACK.fullmatch(line.folded):
            return BACK
    if kind in (LEAD, BODY, REST):
        if kind == BODY and _BRACKETED.fullmatch(line.text):
            return TAIL
        if before == BACK and kind != REST:
            return LEAD
        return kind if begins else REST
    return kind


# --- lines of texts that have nothing but a truth ---


def _plain(text: str) -> str:
    """Return `text` as it is compared: folded, without blanks."""
    return "".join(fold(text).split())


class _Parts:
    """What an article's lines are, by their text."""

    def __init__(self, article: ArticleTruth) -> None:
        paragraphs = article["paragraphs"]
        heads = (article.get("kicker"), article.get("headline"), article.get("subhead"))
        self.heads = [_plain(text or "") for text in heads]
        self.head = "".join(self.heads)
        self.column = _plain(article.get("column") or "")
        self.tail = _plain(article.get("tail") or "")
        self.credit = _plain(article.get("credit") or "")
        self.captions = [_plain(text) for text in article.get("captions") or ()]
        self.names = [_plain(name) for name in article.get("byline_names") or ()]
        self.paragraphs = [_plain(text) for text in paragraphs]
        crossheads = article.get("crossheads") or natural_crossheads(tuple(paragraphs))
        self.crossheads = {_plain(paragraphs[at]) for at in crossheads if at < len(paragraphs)}


class _Aligner:
    """Finds what the lines of a text are by a truth: by their words, article by article."""

    def __init__(self, truth: Truth) -> None:
        self._articles = [_Parts(article) for article in truth["articles"]]
        self._furniture = {_plain(text) for text in truth.get("furniture", ()) if text != "@index"}
        self._index = [_plain(entry["title"]) for entry in truth.get("index", ())]

    def kinds(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Return the kinds of a page's lines."""
        return tuple(_without_listed_heads(lines, [self._kind(line) for line in lines]))

    def _kind(self, line: Line) -> str:
        text = _plain(line.text)
        if len(line.text) < _SHORT and _JUMP.fullmatch(folded(line.text)):
            return JUMP
        if len(line.text) < _SHORT and _BACK.fullmatch(folded(line.text)):
            return BACK
        if not text or text in self._furniture:
            return FURNITURE
        for find in (_part_of_head, _small_part, _part_of_text):
            for article in self._articles:
                if kind := find(text, line, article):
                    return kind
        if any(text in title or title in text for title in self._index if title):
            return INDEX
        if len(line.text) < 40 and any(_names(text, article) for article in self._articles):
            return BYLINE
        return FURNITURE


def _part_of_head(text: str, line: Line, article: _Parts) -> str:
    if text in article.paragraphs and text not in article.heads:
        return ""  # a column's label, said once more at the head of the text
    if len(text) > 2 and text in article.head and len(text) * 6 > len(article.head):
        return HEAD
    headline = article.heads[1]
    behind = len(headline) > 5 and text.endswith(headline) and len(text) - len(headline) < 14
    return HEAD if behind else ""  # 01版头版 - HEADLINE


def _small_part(text: str, line: Line, article: _Parts) -> str:
    if text in article.crossheads:
        return CROSSHEAD
    if text == article.credit:
        return CREDIT
    if len(text) > 3 and any(text in each or each in text for each in article.captions if each):
        return CREDIT if len(text) < 20 and _BRACKETED.fullmatch(line.text) else CAPTION
    if article.column and text == article.column:
        return COLUMN
    return TAIL if article.tail and text == article.tail else ""


def _part_of_text(text: str, line: Line, article: _Parts) -> str:
    last = len(article.paragraphs) - 1
    for number, paragraph in enumerate(article.paragraphs):
        begins = paragraph.startswith(text[:14]) or (
            len(paragraph) > 8 and text.startswith(paragraph[:14])
        )
        if begins and (len(text) > 8 or text == paragraph):
            if number == last and _BRACKETED.fullmatch(line.text):
                return TAIL
            return BODY if number else LEAD
    inside = len(text) > 3 and any(text in paragraph for paragraph in article.paragraphs)
    return REST if inside else ""


def _names(text: str, article: _Parts) -> bool:
    return any(name in text for name in article.names)


def _without_listed_heads(lines: Sequence[Line], kinds: list[str]) -> list[str]:
    """Return `kinds` with headlines that stand in a list above their stories as contents."""
    following = [*kinds[1:], ""]
    for at in range(len(kinds) - 2, -1, -1):
        if kinds[at] == HEAD and kinds[at + 1] == HEAD:
            following[at] = following[at + 1]
    again = {line.text for line, later in pairwise([*lines, *lines[-1:]]) if later}
    for at, kind in enumerate(kinds):
        if kind == HEAD and following[at] in (FURNITURE, INDEX):
            later = (line.text for line in lines[at + 1 :])
            if lines[at].text in again and any(_alike(lines[at].text, text) for text in later):
                kinds[at] = INDEX
    return kinds


def _alike(one: str, other: str) -> bool:
    return one == other or (
        abs(len(one) - len(other)) < 3 and SequenceMatcher(None, one, other).ratio() > 0.9
    )
