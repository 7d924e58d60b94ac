"""From rows to a dump's lines: blank lines, indents, widths, and whole manners of setting."""

import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from store.press.dump.lines.kinds import BYLINE, FURNITURE, HEAD, LEAD
from tests.press_lab.corpus import RawLabel
from tests.press_lab.desk import GAP, PARAGRAPHS, VOID, Desk, Row

Lines = list[tuple[str, RawLabel | None]]
"""The raw lines of a dump with what they are; None for blank lines."""
_HANG = "，。、；：！？”’）》」』,.;:!?)"
_HALF = str.maketrans("，：；？！（）％", ",:;?!()%")
_VERTICAL = str.maketrans(
    "，。、：；！？（）「」『』【】〔〕—", "︐︒︑︓︔︕︖︵︶﹁﹂﹃﹄︻︼︹︺︱"
)
_ALIKE = dict(
    zip(
        "未末土士己已日曰人入大太干千于天夫力刀免兔",
        "末未士土已己曰日入人太大千干干夭失刀力兔免",
        strict=True,
    )
)
"""Characters that a scanner takes for one another."""


def bind(desk: Desk) -> Lines:
    """Return the lines of what stands on `desk`, bound as its style says."""
    return BINDINGS[desk.style.binding](desk)


def _blank(lines: Lines) -> None:
    if lines and lines[-1][0].strip(" \u3000"):
        lines.append(("", None))


def plain(desk: Desk) -> Lines:
    """Set row under row."""
    style = desk.style
    lines: Lines = []
    before = ""
    for row in desk.rows:
        if row.kind in (GAP, VOID):
            if row.kind == VOID:
                lines.append(("", None))
            elif style.blank != "none":
                _blank(lines)
            continue
        if _blank_before(row, before, style.blank):
            _blank(lines)
        lines += _row_lines(desk, row)
        before = row.kind
    return lines


def _blank_before(row: Row, before: str, mode: str) -> bool:
    """Return whether `mode` of blank lines has one between two rows of one story."""
    head = before in (HEAD, BYLINE, FURNITURE)
    if mode == "all":
        return True
    if mode == "heads":
        return head
    return mode == "body" and head and row.kind == LEAD


def _row_lines(desk: Desk, row: Row) -> Iterator[tuple[str, RawLabel]]:
    style = desk.style
    indent = style.indent if row.kind in PARAGRAPHS and row.begins else ""
    text = indent + row.text
    if style.half:
        text = text.translate(_HALF)
    if desk.keeps("scattered"):
        text = scattered(text, desk.rng)
    widen = style.wrap and row.kind not in (FURNITURE,)
    pieces = wrapped(text, style.wrap) if widen else [text]
    for at, piece in enumerate(pieces):
        yield piece, RawLabel(row.kind, row.begins and not at, row.parts)


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of `width` full characters, or of as many letters if it is English."""
    if sum(map(str.isascii, text)) > 0.8 * len(text):
        return _wrapped_words(text, width)
    out, line, cells = [], "", 0
    for char in text:
        size = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        if cells + size > 2 * width and char not in _HANG and line.strip():
            out.append(line)
            line, cells = "", 0
        line += char
        cells += size
    return [*out, line]


def _wrapped_words(text: str, width: int) -> list[str]:
    out = [text[: len(text) - len(text.lstrip())]]
    for word in text.split():
        if len(out[-1]) + len(word) > width and out[-1].strip():
            out.append("")
        out[-1] += (" " if out[-1].strip() else "") + word
    return out


def sheets(desk: Desk) -> Lines:
    """Set pages of a book that a program made: after so many lines comes the number of a sheet."""
    lines, out = plain(desk), Lines()
    sheet, height = desk.rng.randint(1, 90), desk.rng.randint(9, 26)
    mark = desk.rng.choice(
        ("第 {} 页", "第{}页", "- {} -", "— {} —", "第 {} 页 共 120 页", "{}/120")
    )
    feed = desk.rng.choice(("\f", "", ""))
    desk.used.add(f"sheets: {mark}{' and form feeds' if feed else ''}")
    count = 0
    for text, label in lines:
        out.append((text, label))
        count += label is not None
        if count >= height:
            _end_of_sheet(out, mark.format(sheet), feed)
            sheet, count = sheet + 1, 0
    _end_of_sheet(out, mark.format(sheet), "")
    return out


def _end_of_sheet(out: Lines, mark: str, feed: str) -> None:
    out += (
        [("", None), (mark, RawLabel(FURNITURE)), (feed, None)]
        if feed
        else [("", None), (mark, RawLabel(FURNITURE))]
    )


def browser(desk: Desk) -> Lines:
    """Set what a text browser prints: centred headlines over rules, lines broken at a width."""
    width, out = desk.style.wrap, Lines()
    rule = desk.rng.choice("━─-—=") * (desk.rng.choice((width, 2 * width)))
    before = ""
    for row in desk.rows:
        if row.kind in (GAP, VOID):
            _blank(out)
            continue
        if before in (HEAD, FURNITURE, BYLINE) and row.kind != before:
            _blank(out)
        if row.kind == HEAD or "来源" in row.text:
            _centre(out, row, width)
            if row.kind == HEAD:
                out += [("", None), (rule, RawLabel(FURNITURE))]
        else:
            out += _row_lines(desk, row)
        before = row.kind
    return out


def _centre(out: Lines, row: Row, width: int) -> None:
    pad = " " * max(2, width - len(row.text))
    out.append((pad + row.text, RawLabel(row.kind)))


def one_line(desk: Desk) -> Lines:
    """Set an archive's lines: titles, and each story in one line of page, headline and text."""
    out: Lines = [(f"{desk.facts.day:%Y-%m-%d}", RawLabel(FURNITURE))]
    desk.facts.printed.add("date")
    page = desk.facts.page
    column = desk.rng.choice(
        (
            "第{page}版({section})专栏: ",
            "第{page}版()专栏: ",
            "[第{page}版] ",
            "{page}版 {section} | ",
        )
    )
    listed = desk.rng.random() < 0.7
    number = 0
    for story in _stories(desk.rows):
        heads = [row.text for row in story if row.kind == HEAD]
        texts = [row.text for row in story if row.kind not in (HEAD, GAP, VOID, FURNITURE)]
        if not heads:
            continue
        number += 1
        start = desk.facts.fill(column)
        if listed:
            out.append((f"{number}. {' '.join(heads)}", RawLabel(FURNITURE)))
        parts = ((FURNITURE, start), (HEAD, " ".join(heads)), (LEAD, " ".join(texts)))
        out.append((" ".join([start.strip(), *heads, *texts]), RawLabel(LEAD, True, parts)))
    for article in desk.articles:
        article["page"] = str(page)
        article["headline"] = " ".join(
            filter(None, (article["kicker"], article["headline"], article["subhead"]))
        )
        article["kicker"] = article["subhead"] = ""
        article["column"] = None
    return out


def columns_named(desk: Desk) -> Lines:
    """Set an archive's stories, each under 第N版() and 专栏:."""
    out: Lines = []
    day = desk.facts.fill("{date}{paper} 第{page}版")
    out += [(day, RawLabel(FURNITURE)), ("", None)]
    for story in _stories(desk.rows):
        if not any(row.kind == HEAD for row in story):
            continue
        out.append((desk.facts.fill("第{page}版()"), RawLabel(FURNITURE)))
        out += [("专栏:", RawLabel(FURNITURE)), ("", None)]
        for row in story:
            if row.kind not in (GAP, VOID, FURNITURE):
                out += _row_lines(desk, row)
        out += [("", None), ("", None)]
    for article in desk.articles:
        article["page"] = str(desk.facts.page)
    return out


def _stories(rows: Sequence[Row]) -> list[list[Row]]:
    stories: list[list[Row]] = [[]]
    for row in rows:
        if row.kind == GAP:
            stories.append([])
        stories[-1].append(row)
    return stories


def vertical(desk: Desk) -> Lines:
    """Set the presentation forms that vertical pages have for their marks."""
    lines = plain(desk)
    return [(text.translate(_VERTICAL), label) for text, label in lines]


def ocr(desk: Desk) -> Lines:
    """Set what a scanner read: characters mistaken, blanks let in, truth and text alike."""
    return plain(desk)


def misread(text: str, rng: random.Random, rate: float) -> str:
    """Return `text` as a scanner might read it."""
    return "".join(_ALIKE.get(char, char) if rng.random() < rate * 8 else char for char in text)


def scattered(text: str, rng: random.Random) -> str:
    """Return `text` with blanks where a PDF's program saw gaps between characters."""
    out = "".join(
        char + (" " if ord(char) > 0x2E80 and rng.random() < 0.06 else "") for char in text
    )
    return out.rstrip()


def transcript(desk: Desk) -> Lines:
    """Set a broadcast's text: title and paragraph by turns, nothing between."""
    out: Lines = [
        (desk.facts.fill("{paper}文字稿"), RawLabel(FURNITURE)),
        (desk.facts.fill("{date}"), RawLabel(FURNITURE)),
    ]
    return out + plain(desk)


def side_by_side(desk: Desk) -> Lines:
    """Set two stories beside each other, as ``pdftotext -layout`` prints columns."""
    top = [row for story in _stories(desk.rows)[:1] for row in story]
    out: Lines = [(row.text, RawLabel(row.kind)) for row in top if row.kind not in (GAP, VOID)]
    out.append(("", None))
    columns = []
    for story in _stories(desk.rows)[1:3]:
        rows = [row for row in story if row.kind not in (GAP, VOID, FURNITURE)]
        columns.append([piece for row in rows for piece in _row_lines(desk, row)])
    left, right = [*columns, [], []][:2]
    span = 2 * desk.style.wrap + desk.rng.randint(4, 8)
    for at in range(max(len(left), len(right))):
        one = left[at][0] if at < len(left) else ""
        two = right[at][0] if at < len(right) else ""
        pad = " " * max(2, span - _cells(one))
        label = left[at][1] if at < len(left) else right[at][1]
        out.append(((one + pad + two).rstrip(), RawLabel(label.kind, label.begins)))
    return out


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


BINDINGS: dict[str, Callable[[Desk], Lines]] = {
    "plain": plain,
    "sheets": sheets,
    "browser": browser,
    "one_line": one_line,
    "columns_named": columns_named,
    "vertical": vertical,
    "ocr": ocr,
    "transcript": transcript,
    "side_by_side": side_by_side,
}
