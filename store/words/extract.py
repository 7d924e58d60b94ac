"""The keywords of articles: words counted, weighed by rarity, those of the headline counting more.

This runs in a worker process, and on folded text throughout; a keyword is shown in the form in
which its article prints it first.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import accumulate, chain, pairwise
from types import MappingProxyType

from msgspec import Struct, field

from store.bounds import FEW, LONGEST_WORD
from store.models import MOST_WORDS, Article, HeadWords, Issue, Keyword, KeywordKind
from store.words.article_words import ArticleWords
from store.words.fold import fold_mapped
from store.words.lists import word_list
from store.words.names import byline_names, find_names, is_name
from store.words.phrases import find_phrases, find_places_and_bodies, find_quoted
from store.words.pinyin import pinyin_keys
from store.words.segmenter import Segmenter
from store.words.user_dictionary import segmenter_tags

MOST = 15
"""The most keywords of one article."""
FEWEST = 8
"""This many are kept, however little they weigh beside the first."""
_SHARE = 0.2
"""The least share of the heaviest one's weight that any further keyword has."""
_HEADLINE, _HEAD = 4, 2
"""How often a word of the headline, and one of kicker, subhead or crosshead, is counted."""

_KINDS: dict[str, KeywordKind] = {"nr": "person", "ns": "place", "nt": "organisation"}
_TOPICS = frozenset(["n", "nz", "vn", "j", "an", "l"])
_LATIN = re.compile("[a-z][a-z.'-]*[a-z]")
_HAN = re.compile("[\u4e00-\u9fff·]{2,}")


def extract(
    segmenter: Segmenter,
    issues: Sequence[Issue],
    own: Mapping[str, KeywordKind] = MappingProxyType({}),
) -> list[list[ArticleWords]]:
    """Return what each article of each issue is about, learning names from all of them first.

    What `segmenter` learned before is forgotten first: the same issues have the same keywords,
    whatever came before. The reader's `own` words are keywords wherever they stand.
    """
    segmenter.forget()
    segmenter.learn(segmenter_tags(own))
    texts = [_Text(article) for issue in issues for article in issue.articles]
    _learn(segmenter, texts)
    wanted = frozenset(segmenter_tags(own))
    found = iter([_words(segmenter, text, wanted) for text in texts])
    return [[next(found) for _ in issue.articles] for issue in issues]


class _Segment(Struct):
    """A headline or a paragraph: folded, cut, and how often its words count."""

    text: str
    times: int
    folded: str = ""
    offsets: Sequence[int] = ()
    cut: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folded, self.offsets = fold_mapped(self.text)

    def printed(self, word: str) -> str:
        """Return `word`, one of those cut, as it is first printed here."""
        start = sum(map(len, self.cut[: self.cut.index(word)]))
        end = start + len(word)
        stop = self.offsets[end] if end < len(self.offsets) else len(self.text)
        return self.text[self.offsets[start] : stop]

    def word_ends(self) -> tuple[int, ...]:
        """Return where the words cut end in the text; none where they are too many for a head."""
        ends = [*accumulate(map(len, self.cut))]
        if len(ends) > FEW:
            return ()
        places = [*self.offsets, len(self.text)]
        return tuple(dict.fromkeys(places[end] for end in ends))


class _Text:
    """An article's segments, and its authors."""

    def __init__(self, article: Article) -> None:
        heads = {
            article.paragraphs[at] for at in article.crossheads if at < len(article.paragraphs)
        }
        self.head = {
            "headline": _Segment(article.headline, _HEADLINE),
            "kicker": _Segment(article.kicker, _HEAD),
            "subhead": _Segment(article.subhead, _HEAD),
        }
        segments = (
            *((paragraph, _HEAD if paragraph in heads else 1) for paragraph in article.paragraphs),
            *((caption, 1) for caption in article.captions),
        )
        self.segments = [segment for segment in self.head.values() if segment.text]
        self.segments += [_Segment(text, times) for text, times in segments if text]
        self.authors = {name for byline in article.byline for name in byline_names(byline.names)}

    def cut(self) -> list[list[str]]:
        """Return the words of each segment."""
        return [segment.cut for segment in self.segments]

    def head_words(self) -> HeadWords:
        """Return where the words of the head lines end."""
        return HeadWords(**{name: segment.word_ends() for name, segment in self.head.items()})

    def keyword(self, word: str, weight: float, kind: KeywordKind) -> Keyword:
        """Return `word` as this article prints it, with its Latin spellings."""
        printed = next((s.printed(word) for s in self.segments if word in s.cut), word)
        return Keyword(printed, weight, kind, pinyin_keys(word, person=kind == "person"))


def _learn(segmenter: Segmenter, texts: Sequence[_Text]) -> None:
    """Teach `segmenter` the names and phrases of this import, and cut all `texts` with them."""
    segments = [segment for text in texts for segment in text.segments]
    everything = [segment.folded for segment in segments]
    people = find_names(everything, segmenter.frequency).union(*(text.authors for text in texts))
    segmenter.learn(dict.fromkeys(sorted(people), "nr"))
    for segment in segments:
        segment.cut = segmenter.cut(segment.folded)
    joined = find_places_and_bodies((segment.cut for segment in segments), segmenter.tag)
    phrases = find_quoted(everything).union(
        *(find_phrases(text.cut(), segmenter.tag) for text in texts)
    )
    found = {**dict.fromkeys(sorted(phrases), "nz"), **joined}
    has_one = segmenter.learn({word: tag for word, tag in found.items() if not segmenter.tag(word)})
    for segment in segments:
        if has_one(segment.folded):
            segment.cut = segmenter.cut(segment.folded)


def _words(segmenter: Segmenter, text: _Text, wanted: Set[str]) -> ArticleWords:
    count = _Count(text)
    weights = {
        word: times * segmenter.rarity(word)
        for word, times in count.weighed.items()
        if 1 < len(word) <= LONGEST_WORD
        and word not in text.authors
        and (word in wanted or _tells(word, count, segmenter))
    }
    chosen = _choose(weights)
    chosen += [word for word in weights if word in wanted and word not in chosen]
    total = count.weighed.total()
    people = {word for word in count.plain if segmenter.learned.get(word) == "nr"} | text.authors
    names = sorted(name for name in people.difference(chosen) if len(name) <= LONGEST_WORD)
    return ArticleWords(
        tuple(
            text.keyword(word, round(weights[word] / total, 4), _kind(word, segmenter))
            for word in chosen[:MOST_WORDS]
        ),
        tuple(text.keyword(name, 0.0, "person") for name in names[:MOST_WORDS]),
        text.head_words(),
    )


class _Count:
    """The words of one article: how often they stand, what they count, which are activities."""

    def __init__(self, text: _Text) -> None:
        self.plain = Counter(chain.from_iterable(text.cut()))
        self.weighed = self.plain.copy()
        for segment in text.segments:
            if segment.times > 1:
                for word in segment.cut:
                    self.weighed[word] += segment.times - 1
        activity = _listed("activity") & self.plain.keys()
        self.acts = {
            word
            for cut in (text.cut() if activity else ())
            for word, after in pairwise(cut)
            if after in activity
        }


def _choose(weights: dict[str, float]) -> list[str]:
    """Return the heaviest words, heaviest first, without those that are far lighter."""
    ordered = sorted(weights, key=lambda word: (-weights[word], word))[:MOST]
    least = _SHARE * weights[ordered[0]] if ordered else 0.0
    return [word for at, word in enumerate(ordered) if at < FEWEST or weights[word] >= least]


def _tells(word: str, count: _Count, segmenter: Segmenter) -> bool:
    """Tell whether an editor would take `word`, of two characters or more, for a keyword."""
    if _LATIN.fullmatch(word):
        return len(word) > 2 and word not in _listed("english") and count.weighed[word] > 1
    if not _HAN.fullmatch(word) or word in _listed("trade"):
        return False
    tag = segmenter.tag(word)
    if not tag:  # guessed by jieba; of those met twice half were slips (seen in 40 articles)
        return count.plain[word] > 2 and len(word) <= 4
    if tag == "v":
        return word in count.acts and count.plain[word] > 1
    return tag in _TOPICS or tag[:2] in _KINDS


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word_list("keywords", name))


def _kind(word: str, segmenter: Segmenter) -> KeywordKind:
    """Return the kind of `word` by its tag; the dictionary's own tags are half believed.

    It tags districts as people, 水利局 as a plain noun, and many foreign words as names.
    """
    tag = segmenter.tag(word)[:2]
    if word not in segmenter.learned and tag in ("n", "nr"):
        if len(word) > 2 and word.endswith(word_list("suffixes", "offices")):
            tag = "nt"
        elif tag == "nr" and len(word) > 2 and word.endswith(word_list("suffixes", "places")):
            tag = "ns"
        elif len(word) != 3 or not is_name(word):
            tag = "n"
    return _KINDS.get(tag, "topic")
