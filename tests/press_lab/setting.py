"""Setting one story: its head, what stands under it, its text, and how it ends."""

import random
import re
from collections.abc import Sequence

from store.press.dump.lines.kinds import (
    BODY,
    BYLINE,
    CAPTION,
    CREDIT,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    JUMP,
    LEAD,
    REST,
    TAIL,
)  # fmt: skip
from tests.press_lab.desk import Desk, headline_rows, label_row
from tests.press_lab.extras import set_box, set_echo, set_table
from tests.press_lab.story import Story
from tests.press_lab.truth import ArticleTruth, Break
from tests.press_lab.words import COLUMNS

_CLAUSES = re.compile(r"[，。、：；！？“”（）《》,.:;!?()「」\s—]+")
ENDINGS = ("——", "的底气", "的功夫", "之变", "的账", "怎么办", "，稳了", "的归属感")
"""What the crossheads of a story may all end in."""
_NO_BREAK_BEFORE = "，。、；：！？”’）》」』,.;:!?)"
_NO_BREAK_AFTER = "“‘（《「『("


def set_story(desk: Desk, story: Story, scene: str) -> None:
    """Set `story`; `scene` is what a picture beside it shows."""
    article: ArticleTruth = {
        "page": desk.page, "kind": "photo" if story.subject == "photo" else "news", "column": None,
        "kicker": "", "headline": "", "subhead": "", "byline_names": [], "lead_in": "",
        "paragraphs": [], "crossheads": [], "captions": [], "credit": None, "tail": "",
        "breaks": [],
    }  # fmt: skip
    desk.gap()
    set_head(desk, story, article)
    set_under_head(desk, article)
    if story.subject == "verse":
        set_verse(desk, story, article)
    else:
        set_text(desk, story, article, scene)
    set_end(desk, article)
    desk.articles.append(article)


# --- the head ---


def set_head(desk: Desk, story: Story, article: ArticleTruth) -> None:
    """Set column, kicker, headline and subhead."""
    headline = re.sub(r"[ \u3000]+", " ", story.headline)
    if not headline:
        return
    form = desk.style.one("column", desk.rng)
    if form and desk.rng.random() < 0.5:
        desk.used.add(f"column: {form}")
        headline, label = label_row(desk, desk.rng.choice(COLUMNS), form, headline)
        article["column"] = label or None
    if story.kicker and desk.keeps("kicker"):
        article["kicker"] = story.kicker
        headline_rows(desk, [story.kicker])
    article["headline"] = headline
    if form := desk.style.one("in_headline", desk.rng):
        desk.used.add(f"in_headline: {form}")
        desk.put(HEAD, desk.facts.fill(form.format("@@")).replace("@@", headline))
    else:
        headline_rows(desk, lines_of_headline(desk, headline))
    if story.subhead and desk.keeps("subhead"):
        article["subhead"] = story.subhead
        headline_rows(desk, [story.subhead])


def lines_of_headline(desk: Desk, headline: str) -> list[str]:
    """Return a headline on two lines where this maker parts it: at its blank, or full."""
    halves = headline.split(" ")
    if len(halves) == 2 and min(map(len, halves)) > 4 and desk.keeps("two_line"):
        return halves
    if len(headline) > 16 and desk.keeps("rest_line"):
        rest = desk.rng.randint(1, 6)
        if headline[-rest] not in _NO_BREAK_BEFORE + " " and headline[-rest - 1] != " ":
            return [headline[:-rest], headline[-rest:]]
    return [headline]


def set_under_head(desk: Desk, article: ArticleTruth) -> None:
    """Set the lines of author, date and source in this maker's order."""
    steps = [_set_byline, _set_source, _set_page_under_head]
    if "source" in desk.style.forms and len(desk.style.family) % 2:
        steps = [_set_source, _set_byline, _set_page_under_head]
    for step in steps:
        step(desk, article)


def _set_byline(desk: Desk, article: ArticleTruth) -> None:
    if desk.rng.random() < 0.85 and (text := desk.form("byline")):
        article["byline_names"] += desk.names()
        desk.put(BYLINE, text)


def _set_source(desk: Desk, article: ArticleTruth) -> None:
    text = desk.form("source")
    if desk.facts.named and f"作者：{desk.facts.named[0]}" in "".join(text.split()):
        article["byline_names"] += desk.names()
    for line in text.split("|"):
        desk.put(FURNITURE, line)


def _set_page_under_head(desk: Desk, article: ArticleTruth) -> None:
    if text := desk.form("under_head"):
        article["page"] = desk.page = str(desk.facts.page)
        desk.put(FURNITURE, text)


# --- the text ---


def set_verse(desk: Desk, story: Story, article: ArticleTruth) -> None:
    """Set each line of a poem as a line."""
    for at, line in enumerate(story.paragraphs):
        article["paragraphs"].append(line)
        desk.put(BODY if at else LEAD, line)


def set_text(desk: Desk, story: Story, article: ArticleTruth, scene: str) -> None:
    """Set the paragraphs, with crossheads, captions and cuts as this maker has them."""
    paragraphs, crossheads = sections(desk, story)
    if desk.keeps("brief"):
        paragraphs, crossheads = paragraphs[:1], set()
    lead = "" if article["kind"] == "photo" and desk.rng.random() < 0.6 else desk.form("lead")
    if lead and not _has_lead(paragraphs[0]):
        article["lead_in"] = lead.strip()
        article["byline_names"] += desk.names()
        paragraphs[0] = lead + paragraphs[0]
    set_echo(desk, article)
    if not crossheads and not article["lead_in"]:
        paragraphs = set_box(desk, article, paragraphs)
    caption = desk.rng.randrange(len(paragraphs)) if "caption" in desk.style.forms else -1
    gap = desk.keeps("crosshead_gap")
    for at, text in enumerate(paragraphs):
        if at in crossheads:
            article["crossheads"].append(len(article["paragraphs"]))
            article["paragraphs"].append(text)
            _set_crosshead(desk, text, gap)
            continue
        _set_paragraph(desk, article, text, BODY if at else LEAD, scene if at == caption else "")
    if article["kind"] == "news":
        set_table(desk, article)


def _has_lead(text: str) -> bool:
    return bool(re.match(r"[【〔（(]?(?:本[报報]|据?新华社|記者|记者)", text))


def _set_crosshead(desk: Desk, text: str, gap: bool) -> None:
    desk.used.add("crosshead")
    if gap:
        desk.void()
    desk.put(CROSSHEAD, text)
    if gap:
        desk.void()


def _set_paragraph(desk: Desk, article: ArticleTruth, text: str, kind: str, scene: str) -> None:
    pieces = _pieces(desk, text)
    number = len(article["paragraphs"])
    article["paragraphs"].append(text)
    offset = 0
    inside = bool(scene) and len(pieces) > 1 and desk.keeps("caption_in_paragraph")
    for at, piece in enumerate(pieces):
        if at:
            article["breaks"].append(Break(para=number, offset=offset))
        desk.put(REST if at else kind, piece, begins=not at)
        offset += len(piece)
        if at == 0 and inside:
            _set_caption(desk, article, scene)
    if scene and not inside:
        _set_caption(desk, article, scene)


def _set_caption(desk: Desk, article: ArticleTruth, scene: str) -> None:
    form = desk.style.one("caption", desk.rng)
    desk.used.add(f"caption: {form}")
    text = desk.facts.fill(form.replace("{{", "\0").replace("}}", "\1").replace("{}", "\2")
                           .replace("\0", "{").replace("\1", "}")).replace("\2", scene)  # fmt: skip
    article["captions"].append(text)
    desk.put(CAPTION, text)


def _pieces(desk: Desk, text: str) -> list[str]:
    """Return a paragraph, cut where a column might end."""
    out, start = [], 0
    for _ in range(max(1, len(text) // 160)):
        if len(text) - start > 44 and desk.keeps("cut"):
            at = desk.rng.randrange(start + 14, len(text) - 14)
            while at < len(text) - 5 and (
                text[at] in _NO_BREAK_BEFORE or text[at - 1] in _NO_BREAK_AFTER + "。！？"
            ):
                at += 1
            out.append(text[start:at])
            start = at
    return [*out, text[start:]]


# --- crossheads ---


def sections(desk: Desk, story: Story) -> tuple[list[str], set[int]]:
    """Return the paragraphs with crossheads among them, the story's own or made of its words."""
    texts = list(story.paragraphs)
    wants = "crosshead" in desk.style.rates
    if story.crossheads:
        if wants:
            return texts, set(story.crossheads)
        return [text for at, text in enumerate(texts) if at not in story.crossheads], set()
    if not wants or len(texts) < 4 or not desk.keeps("crosshead"):
        return texts, set()
    every = desk.rng.randint(2, 3)
    length = desk.rng.randint(4, 12)
    ending = desk.rng.choice(ENDINGS) if desk.rng.random() < 0.4 else ""
    numbered = desk.keeps("numbered")
    mark = desk.rng.choice(("{}、", "（{}）", "■ ", "◆", "{}．")) if numbered else ""
    out: list[str] = []
    crossheads: set[int] = set()
    for at, text in enumerate(texts):
        if at and at % every == 0 and (made := own_words(desk.rng, texts[at : at + every], length)):
            crossheads.add(len(out))
            out.append(
                mark.format("一二三四五六七八九十"[min(len(crossheads) - 1, 9)]) + made + ending
            )
        out.append(text)
    return (out, crossheads) if len(crossheads) > 1 else (texts, set())


def own_words(rng: random.Random, paragraphs: Sequence[str], length: int) -> str:
    """Return a crosshead out of the words of the section under it, about as long as its fellows."""
    clauses = [
        clause for clause in _CLAUSES.split("".join(paragraphs)) if abs(len(clause) - length) <= 2
    ]
    if not clauses:
        return ""
    chosen = rng.choice(clauses)
    if len(clauses) > 1 and length < 8 and rng.random() < 0.4:
        return chosen + rng.choice((" ", "：", "　")) + rng.choice(clauses)
    if rng.random() < 0.25:
        return rng.choice(("让", "从", "为", "把", "“")).replace("“", "") + chosen
    return chosen + rng.choice(("", "", "", "？", "！"))


# --- the end ---


def set_end(desk: Desk, article: ArticleTruth) -> None:
    """Set what closes a story: a tail, a credit, a jump, a line of page and paper."""
    _set_tail(desk, article)
    if article["kind"] == "photo" and (text := desk.form("credit")):
        article["credit"] = text
        article["byline_names"] += desk.names()
        desk.put(CREDIT, text)
    if desk.keeps("jump"):
        desk.put(
            JUMP,
            desk.rng.choice(("（下转第{}版）", "（下转{}版）", "(下转A{}版)")).format(
                desk.rng.randint(2, 8)
            ),
        )
    article["byline_names"] = list(dict.fromkeys(article["byline_names"]))
    if text := desk.form("closing"):
        article["page"] = str(desk.facts.page)
        desk.put(FURNITURE, text)
    if desk.keeps("gap_in_picture"):
        desk.void(desk.rng.randint(2, 4))


def _set_tail(desk: Desk, article: ArticleTruth) -> None:
    if article["kind"] == "photo" or desk.rng.random() < 0.25 or not (text := desk.form("tail")):
        return
    article["byline_names"] += desk.names()
    article["tail"] = text.strip()
    own_line = text[0] in "（(" and desk.keeps("tail_line")
    if own_line:
        article["paragraphs"].append(text)
        desk.put(TAIL, text)
        return
    article["paragraphs"][-1] += text
    last = desk.rows[-1]
    for at in range(len(desk.rows) - 1, -1, -1):
        last = desk.rows[at]
        if last.kind in (LEAD, BODY, REST):
            desk.rows[at] = last._replace(text=last.text + text)
            return
