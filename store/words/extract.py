"""The keywords of articles: counted in words, weighed by rarity, the headline counting more.

Runs in the worker process. Everything is done on folded text; a keyword is shown as its article
prints it first.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from store.models import Article, Issue, Keyword, KeywordKind
from store.words.fold import fold_mapped
from store.words.keywords import Words
from store.words.lists import words
from store.words.names import byline_names, find_names, is_name
from store.words.phrases import find_phrases, find_places_and_bodies, find_quoted
from store.words.pinyin import keys
from store.words.segmenter import Segmenter

MOST = 15
"""Keywords of one article at most."""
FEWEST = 8
"""So many are kept however little they weigh beside the first."""
_SHARE = 0.2
"""Beyond the fewest, a keyword weighs at least this share of the heaviest."""
_HEADLINE, _HEAD = 4, 2
"""How often a word of the headline, and one of kicker, subhead or crosshead, is counted."""

_KINDS: dict[str, KeywordKind] = {"nr": "person", "ns": "place", "nt": "organisation"}
_TOPICS = frozenset(["n", "nz", "vn", "j", "an", "l"])
_LATIN = re.compile("[a-z][a-z.'-]*[a-z]")
_HAN = re.compile("[\u4e00-\u9fff]{2,}")


def extract(issues: Sequence[Issue]) -> list[list[Words]]:
    """Return what each article of each issue is about, learning names from all of them first."""
    segmenter = Segmenter()
    texts = [_Text(article) for issue in issues for article in issue.articles]
    _learn(segmenter, texts)
    found = iter([_words(segmenter, text) for text in texts])
    return [[next(found) for _ in issue.articles] for issue in issues]


@dataclass(slots=True)
class _Text:
    """An article's segments, folded, each with how often its words count."""

    article: Article
    segments: list[tuple[str, int, str, Sequence[int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        article = self.article
        heads = {
            article.paragraphs[at] for at in article.crossheads if at < len(article.paragraphs)
        }
        for text, times in (
            (article.headline, _HEADLINE),
            (article.kicker, _HEAD),
            (article.subhead, _HEAD),
            *((paragraph, _HEAD if paragraph in heads else 1) for paragraph in article.paragraphs),
            *((caption, 1) for caption in article.captions),
        ):
            folded, offsets = fold_mapped(text)
            self.segments.append((folded, times, text, offsets))

    def folded(self) -> Iterator[str]:
        return (segment[0] for segment in self.segments)


def _learn(segmenter: Segmenter, texts: Sequence[_Text]) -> None:
    """Teach `segmenter` the names and phrases of this import."""
    everything = [segment for text in texts for segment in text.folded()]
    people = find_names(everything, segmenter.frequency)
    for text in texts:
        people.update(_authors(text.article))
    for name in people:
        segmenter.learn(name, "nr")
    cut = [[[word for word, _ in segmenter.cut(s)] for s in text.folded()] for text in texts]
    joined = find_places_and_bodies(chain.from_iterable(cut), segmenter.tag)
    phrases = find_quoted(everything).union(*(find_phrases(text, segmenter.tag) for text in cut))
    for word, tag in {**dict.fromkeys(phrases, "nz"), **joined}.items():
        if not segmenter.tag(word):
            segmenter.learn(word, tag)


def _authors(article: Article) -> Iterator[str]:
    return (name for byline in article.byline for name in byline_names(byline.names))


def _words(segmenter: Segmenter, text: _Text) -> Words:
    count = _count(segmenter, text)
    authors = set(_authors(text.article))
    weights = {
        word: times * segmenter.rarity(word)
        for word, times in count.weighed.items()
        if word not in authors and _tells(word, count, segmenter)
    }
    chosen = _choose(weights)
    total = count.weighed.total()
    people = authors.union(word for word in count.plain if segmenter.learned.get(word) == "nr")
    return Words(
        tuple(
            Keyword(
                count.shown[word],
                round(weights[word] / total, 4),
                _kind(word, segmenter),
                keys(word),
            )
            for word in chosen
        ),
        tuple(
            Keyword(count.shown.get(name, name), 0.0, "person", keys(name))
            for name in sorted(people.difference(chosen))
        ),
    )


@dataclass(slots=True)
class _Count:
    """The words of one article: how often they stand, what they count, how they are printed."""

    plain: Counter[str] = field(default_factory=Counter)
    weighed: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)


def _count(segmenter: Segmenter, text: _Text) -> _Count:
    count = _Count()
    activity = words("keywords", "activity")
    for folded, times, original, offsets in text.segments:
        cut = list(segmenter.cut(folded))
        for word, at in cut:
            count.plain[word] += 1
            count.weighed[word] += times
            if word not in count.shown:
                end = at + len(word)
                stop = offsets[end] if end < len(offsets) else len(original)
                count.shown[word] = original[offsets[at] : stop]
        count.acts.update(word for (word, _), (after, _) in pairwise(cut) if after in activity)
    return count


def _choose(weights: dict[str, float]) -> list[str]:
    """Return the heaviest words, heaviest first, without what is far lighter than they are."""
    ordered = sorted(weights, key=lambda word: (-weights[word], word))[:MOST]
    least = _SHARE * weights[ordered[0]] if ordered else 0.0
    return [word for at, word in enumerate(ordered) if at < FEWEST or weights[word] >= least]


def _tells(word: str, count: _Count, segmenter: Segmenter) -> bool:
    """Tell whether an editor would take `word` for a keyword."""
    times = count.plain[word]
    if _LATIN.fullmatch(word):
        return (
            len(word) > 2 and word not in words("keywords", "english") and count.weighed[word] > 1
        )
    if not _HAN.fullmatch(word) or word in words("keywords", "trade"):
        return False
    tag = segmenter.tag(word)
    if not tag:  # guessed by jieba; of those met twice half were slips (seen in 40 articles)
        return times > 2 and len(word) <= 4
    if tag == "v":
        return times > 1 and word in count.acts
    return tag in _TOPICS or tag[:2] in _KINDS


def _kind(word: str, segmenter: Segmenter) -> KeywordKind:
    """Return the kind of `word`, from its tag; the dictionary's own tags are half believed.

    It has districts tagged as people, 水利局 as a plain noun, and many foreign words as names.
    """
    tag = segmenter.tag(word)[:2]
    if word not in segmenter.learned and tag in ("n", "nr"):
        if len(word) > 2 and word.endswith(words("joined", "offices")):
            tag = "nt"
        elif tag == "nr" and len(word) > 2 and word.endswith(words("joined", "places")):
            tag = "ns"
        elif len(word) != 3 or not is_name(word):
            tag = "n"
    return _KINDS.get(tag, "topic")
