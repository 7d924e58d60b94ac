"""The desk on which an issue is put together: rows with their kinds, and the truth beside them."""

import random
from typing import NamedTuple

from store.press.dump.lines.kinds import (
    BODY,
    CAPTION,
    COLUMN,
    CREDIT,
    CROSSHEAD,
    FURNITURE,
    HEAD,
    LEAD,
    TAIL,
)
from tests.press_lab.families import FAMILIES
from tests.press_lab.style import Style
from tests.press_lab.truth import ArticleTruth, EntryTruth, Truth
from tests.press_lab.words import Facts

GAP = "gap"
"""A row between stories; whether it is a blank line is a matter of layout."""
VOID = "void"
"""A row that is a blank line in every layout."""
PARAGRAPHS = (LEAD, BODY, CROSSHEAD, CAPTION, CREDIT, TAIL)
"""Kinds of rows that an indenting maker indents."""


class Row(NamedTuple):
    """A line before layout; `begins` says that it is the first of its paragraph."""

    kind: str
    text: str = ""
    begins: bool = True
    parts: tuple[tuple[str, str], ...] = ()


class Desk:
    """An issue in the making."""

    def __init__(self, rng: random.Random, style: Style) -> None:
        self.rng = rng
        self.style = style
        self.facts = Facts(rng, traditional=FAMILIES[style.family].script == "zh-Hant")
        self.rows: list[Row] = []
        self.articles: list[ArticleTruth] = []
        self.index: list[EntryTruth] = []
        self.furniture: list[str] = []
        self.used: set[str] = set()
        self.page: str | None = None

    def put(self, kind: str, text: str, begins: bool = True) -> None:
        """Add a row, unless there is nothing in it."""
        if text.strip():
            self.rows.append(Row(kind, text.strip("\n"), begins))
            if kind == FURNITURE:
                self.furniture.append(text.strip())

    def gap(self) -> None:
        """Add a gap between stories."""
        self.rows.append(Row(GAP))

    def void(self, lines: int = 1) -> None:
        """Add blank lines."""
        self.rows += [Row(VOID)] * lines

    def form(self, slot: str) -> str:
        """Return a filled form of `slot`, or nothing where this maker has none."""
        form = self.style.one(slot, self.rng)
        if form:
            self.used |= {f"{slot}: {form}", slot}
        return self.facts.fill(form) if form else ""

    def keeps(self, habit: str) -> bool:
        """Return whether a habit is kept here, and note that it was."""
        kept = self.style.keeps(habit, self.rng)
        if kept:
            self.used.add(habit)
        return kept

    def names(self) -> list[str]:
        """Return the names that the form filled last has named."""
        return list(self.facts.named)

    def truth(self, name: str) -> Truth:
        """Return the whole truth of what has been set."""
        printed = self.facts.printed
        return {
            "case": name,
            "file": f"{name}.txt",
            "family": self.style.family,
            "paper": {
                "name": self.facts.paper if "paper" in printed else None,
                "date": self.facts.day.isoformat() if "date" in printed else None,
            },
            "articles": self.articles,
            "index": self.index,
            "furniture": self.furniture,
            "optional": [],
        }


def headline_rows(desk: Desk, parts: list[str]) -> None:
    """Set the lines of a head."""
    for part in parts:
        if desk.keeps("letterspaced") and 3 < len(part) < 16 and part.isalpha():
            part = " ".join(part)
        desk.put(HEAD, part)


def label_row(desk: Desk, label: str, form: str, headline: str) -> tuple[str, str]:
    """Set a column's label in `form`; return the headline, and the label if it stands apart.

    The form holds a + where the headline stands in the same line.
    """
    text = form.replace("{c}", label)
    if "+" in form:
        at = form.index("+")
        return (
            headline + text.replace("+", "") if at == 0 else text.replace("+", "") + headline
        ), ""
    desk.put(COLUMN, text)
    return headline, text
