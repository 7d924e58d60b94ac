"""A made page as a case: its text, and what must come of it, in the cases' own form."""

import random
from collections.abc import Sequence
from typing import TypedDict

from msgspec import Struct

from store.press.dump.lines.kinds import FURNITURE
from tests.press_lab.bindings import bind
from tests.press_lab.desk import Desk
from tests.press_lab.truth import ArticleTruth

_BEGIN = 10
"""Characters by which a paragraph's begin or end is known."""


class CaseArticle(TypedDict, total=False):
    """An article as a case wants it."""

    headline: str
    kicker: str
    subhead: str
    byline: list[str]
    page: str
    kind: str
    first: str
    last: str
    holds: list[str]
    paragraphs: int
    crossheads: list[str]


class CaseTruth(TypedDict, total=False):
    """What must come of a case; keys that are not given are not checked."""

    about: str
    paper: str
    date: str
    pages: list[str]
    articles: list[CaseArticle]
    index: list[dict[str, str]]
    furniture: list[str]
    absent: list[str]
    warning: bool
    doubtful: bool
    either: list["CaseTruth"]
    finds: list[str]
    shows: list[str]


class Case(Struct, frozen=True):
    """An input and what must come of it."""

    data: bytes
    truth: CaseTruth


def case(desk: Desk, about: str, *, without: Sequence[str] = ()) -> Case:
    """Return what stands on `desk` as a case; keys `without` are not checked."""
    lines = bind(desk)
    text = "\n".join(line for line, _ in lines) + "\n"
    furniture = [line.strip() for line, label in lines if label and label.kind == FURNITURE]
    truth: CaseTruth = {"about": about, "articles": [article_of(a) for a in desk.articles]}
    if "paper" in desk.facts.printed:
        truth["paper"] = desk.facts.paper
    if "date" in desk.facts.printed:
        truth["date"] = desk.facts.day.isoformat()
    pages = list(dict.fromkeys(a["page"] for a in desk.articles if a["page"]))
    if pages:
        truth["pages"] = [page for page in pages if page]
    if desk.index:
        truth["index"] = [
            {"title": entry["title"], **({"page": entry["page"]} if entry["page"] else {})}
            for entry in desk.index
        ]
    story = "".join(p for a in desk.articles for p in (*a["paragraphs"], a["headline"]))
    absent = [line for line in dict.fromkeys(furniture) if len(line) > 5 and line not in story]
    if absent:
        truth["absent"] = absent
    kept = {key: value for key, value in truth.items() if key not in without}
    return Case(text.encode(), CaseTruth(**kept))  # type: ignore[typeddict-item]


def article_of(article: ArticleTruth) -> CaseArticle:
    """Return what of an article's truth must be so whatever a press makes of its tail or credit."""
    texts = [
        text for at, text in enumerate(article["paragraphs"]) if at not in article["crossheads"]
    ]
    found: CaseArticle = {
        "headline": article["headline"],
        "kicker": article["kicker"],
        "subhead": article["subhead"],
        "byline": article["byline_names"],
        "first": texts[0][:_BEGIN],
    }
    if article["page"]:
        found["page"] = article["page"]
    if article["crossheads"]:
        found["crossheads"] = [article["paragraphs"][at] for at in article["crossheads"]]
    if not article["tail"] and not article["credit"]:
        found["last"] = texts[-1][-_BEGIN:]
        found["paragraphs"] = len(texts)
    if article["kind"] == "photo":
        found["kind"] = "photo"
    return found


def pick(rng: random.Random, *choices: str) -> str:
    """Return one of `choices`."""
    return rng.choice(choices)
