"""The stories of made pages: from the truths in ``../shared`` when it is there, and our own.

The texts of the corpus are read where they lie, to measure and to train; none is copied.
"""

import json
import random
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from tests.press_lab.corpus import real_dumps
from tests.press_lab.story import LEAD_IN, Story, is_verse, natural_crossheads
from tests.press_lab.truth import ArticleTruth

INVENTED = Path(__file__).parent / "invented"
_LEAST = 12
"""Characters of text that a story has at least."""


@cache
def invented() -> tuple[Story, ...]:
    """Return our own stories."""
    blocks: list[Story] = []
    for path in sorted(INVENTED.glob("*.txt")):
        blocks += map(_parse, filter(None, path.read_text("utf-8").strip().split("\n\n")))
    return tuple(blocks)


def _parse(block: str) -> Story:
    """Return the story of a block: ``# subject``, ``^ kicker``, ``= headline``, ``_ subhead``."""
    marked: dict[str, list[str]] = {}
    paragraphs: list[str] = []
    crossheads: list[int] = []
    for line in block.splitlines():
        mark, _, text = line.partition(" ")
        if mark in ("#", "^", "=", "_"):
            marked.setdefault(mark, []).append(text)
            continue
        if mark == "##":
            crossheads.append(len(paragraphs))
        paragraphs.append(line.removeprefix("## "))
    one = {mark: " ".join(texts) for mark, texts in marked.items()}
    return Story(
        one.get("=", ""),
        tuple(paragraphs),
        tuple(crossheads),
        one.get("^", ""),
        one.get("_", ""),
        subject=one.get("#", "news"),
    )


@cache
def borrowed() -> tuple[Story, ...]:
    """Return the stories of the corpus, each with the maker whose text it is; none without it."""
    found = []
    for dump in real_dumps():
        found += [_borrow(article, dump.maker) for article in dump.truth["articles"]]
    return tuple(filter(None, found))


def _borrow(article: ArticleTruth, maker: str) -> Story | None:
    """Return what an article says, without the lead-in, tail and captions that its maker set."""
    paragraphs = [text.strip() for text in map(_text, article["paragraphs"])]
    captions = set(article.get("captions") or ())
    paragraphs = [text for text in paragraphs if text and text not in captions]
    if not paragraphs:
        return None
    paragraphs[0] = LEAD_IN.sub(
        "", paragraphs[0].removeprefix(article.get("lead_in") or "")
    ).strip()
    tail = article.get("tail") or ""
    paragraphs[-1] = paragraphs[-1].removesuffix(tail).strip() if tail else paragraphs[-1]
    paragraphs[-1] = re.sub(r"[（(][^（()）。]{2,40}[)）]$", "", paragraphs[-1])
    whole = tuple(filter(None, paragraphs))
    headline = re.sub(r"^【[^】]{2,24}】", "", article.get("headline") or "").strip()
    if sum(map(len, whole)) < _LEAST or not headline:
        return None
    given = article.get("crossheads") or ()
    crossheads = tuple(at for at in given if len(whole) == len(article["paragraphs"]))
    subject = "verse" if is_verse(whole) else "photo" if article.get("kind") == "photo" else "news"
    return Story(
        headline,
        whole,
        crossheads or natural_crossheads(whole),
        (article.get("kicker") or "").strip(),
        (article.get("subhead") or "").strip(),
        maker,
        subject,
    )


def _text(paragraph: object) -> str:
    return paragraph if isinstance(paragraph, str) else json.loads(json.dumps(paragraph))["text"]


class Library:
    """Stories to draw from, by script and subject."""

    def __init__(self, stories: Iterable[Story]) -> None:
        self._by: dict[str, list[Story]] = {}
        for story in stories:
            for key in (story.script, f"{story.script} {story.subject}"):
                self._by.setdefault(key, []).append(story)

    def all(self) -> tuple[Story, ...]:
        """Return every story, in no order that means anything."""
        return tuple({id(story): story for found in self._by.values() for story in found}.values())

    def draw(
        self, rng: random.Random, count: int, script: str = "zh-Hans", subjects: Sequence[str] = ()
    ) -> list[Story]:
        """Return `count` stories, none twice as long as there are enough."""
        found = [each for subject in subjects for each in self._by.get(f"{script} {subject}", ())]
        found = found or self._by[script]
        drawn: list[Story] = []
        while len(drawn) < count:
            drawn += rng.sample(found, min(count - len(drawn), len(found)))
        return drawn


def library_without(makers: Iterable[str]) -> Library:
    """Return all stories but those of `makers`."""
    barred = frozenset(makers)
    return Library(story for story in (*invented(), *borrowed()) if story.maker not in barred)
