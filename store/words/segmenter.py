"""jieba's dictionary, its hidden Markov model and its inverse document frequencies, at one door.

Made in a worker process only: to load costs 0.9 s and 150 MB (measured). Text is cut as
``jieba.cut`` cuts it, in a third of the time: the likeliest way through a sentence is found in
one pass from its end, over logarithms taken when the dictionary is loaded. What the model makes of
a run of single characters is remembered, and so is a clause until a word that it holds is learned.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from math import exp, log
from sys import intern

from store.words.lists import tag_corrections

_LEARNED = 3
"""The least frequency of a learned word: jieba's own entries for rare names have 2 to 5."""

_LONGEST_GUESS = 500
"""Single characters in a row that are guessed at together: no sentence has as many, and jieba's
model copies all that it has found at each character."""

_PREFIX = 0.0
"""The weight of a beginning of words that is no word itself; those of words are below it."""

_CLAUSE = re.compile("([·\u4e00-\u9fd5a-zA-Z0-9+#&._%\\-]+)")
"""What words are looked for in: jieba's own ``re_han_default``, and the dot in foreign names."""


class Segmenter:
    """Cuts folded text into words with a dictionary that can learn more of them."""

    def __init__(self) -> None:
        from jieba import finalseg

        self._guess = lru_cache(1 << 16)(lambda run: tuple(finalseg.cut(run)))
        entries = _resource("dict.txt")
        words = entries[::3]
        self._frequency = dict(zip(words, map(int, entries[1::3]), strict=True))
        self._tags = dict(zip(words, map(intern, entries[2::3]), strict=True)) | tag_corrections()
        self._total = log(sum(self._frequency.values()))
        logs = {count: log(count) - self._total for count in {*self._frequency.values()}}
        self._weights: dict[str, float] = {}
        longer = words
        for length in range(1, max(map(len, words))):
            longer = [word for word in longer if len(word) > length]
            self._weights.update(dict.fromkeys([word[:length] for word in longer], _PREFIX))
        self._weights.update((word, logs[count]) for word, count in self._frequency.items())
        # jieba.analyse would load its tagger as well: 0.5 s and 100 MB more (measured).
        table = _resource("analyse", "idf.txt")
        self._idf = dict(zip(table[::2], map(float, table[1::2]), strict=True))
        self._median = sorted(self._idf.values())[len(self._idf) // 2]
        self.learned: dict[str, str] = {}
        self._before: dict[str, float | None] = {}
        self._clauses: dict[str, list[str]] = {}
        self._marked = _marked(())

    def learn(self, words: Mapping[str, str]) -> Callable[[str], object]:
        """Cut each of `words` as one, with its tag of jieba's: ``nr``, ``ns``, ``nt`` or ``nz``.

        Each gets the least frequency at which it is likelier than its pieces (jieba's
        ``suggest_freq``). Returns what tells whether a text has one of them: all others are cut as
        they were.
        """
        for word, tag in words.items():
            apart = int(exp(self._route(word)[1] + self._total))
            count = max(apart + 1, _LEARNED, self._frequency.get(word, 0))
            self._set(word, log(count) - self._total)
            for end in range(1, len(word)):
                if word[:end] not in self._weights:
                    self._set(word[:end], _PREFIX)
            self.learned[word] = tag
        self._marked = _marked(self.learned)
        holds_one = re.compile("|".join(map(re.escape, words)) or "(?!)").search
        for clause in [*filter(holds_one, self._clauses)]:
            del self._clauses[clause]
        return holds_one

    def forget(self) -> None:
        """Forget all that was learned: the dictionary's words alone are known again."""
        for word, weight in self._before.items():
            if weight is None:
                del self._weights[word]
            else:
                self._weights[word] = weight
        self._before.clear()
        self._clauses.clear()
        self.learned.clear()
        self._marked = _marked(())

    def tag(self, word: str) -> str:
        """Return the tag of `word`, learned or the dictionary's; ``""`` where it was guessed."""
        return self.learned.get(word) or self._tags.get(word, "")

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of `word`; the median for one that is unknown."""
        return self._idf.get(word, self._median)

    def frequency(self, word: str) -> int:
        """Return how often `word` stands in the dictionary's own texts as anything but a name.

        A frequent word of two characters counts even when it is tagged a name: 文明 and 阳光 are.
        """
        found = self._frequency.get(word, 0)
        name = self._tags.get(word, "").startswith("nr")
        return 0 if name and (len(word) > 2 or found < 200) else found

    def cut(self, text: str) -> list[str]:
        """Return the words of the folded `text`; together they are the whole of it."""
        if not self._marked:
            return self._cut(text)
        words: list[str] = []
        for at, piece in enumerate(self._marked.split(text)):
            words += [piece] if at % 2 else self._cut(piece)
        return words

    def _cut(self, text: str) -> list[str]:
        """Return the words of a text in which no word has blanks or marks in it."""
        words: list[str] = []
        for at, piece in enumerate(_CLAUSE.split(text)):
            if at % 2:
                found = self._clauses.get(piece)
                if found is None:
                    found = self._clauses[piece] = self._cut_clause(piece)
                words += found
            else:
                words += piece
        return words

    def _set(self, word: str, weight: float) -> None:
        self._before.setdefault(word, self._weights.get(word))
        self._weights[word] = weight

    def _cut_clause(self, clause: str) -> list[str]:
        """Return the words of `clause`; runs of single characters are guessed at."""
        words: list[str] = []
        ends, _ = self._route(clause)
        at = start = 0
        while at < len(clause):
            end = ends[at]
            if end - at > 1:
                if start < at:
                    words += self._cut_run(clause[start:at])
                words.append(clause[at:end])
                start = end
            at = end
        if start < at:
            words += self._cut_run(clause[start:])
        return words

    def _cut_run(self, run: str) -> Iterable[str]:
        if len(run) < 2 or self._weights.get(run):
            return run
        pieces = (run[at : at + _LONGEST_GUESS] for at in range(0, len(run), _LONGEST_GUESS))
        return chain.from_iterable(map(self._guess, pieces))

    def _route(self, clause: str) -> tuple[list[int], float]:
        """Return, for each place in `clause`, where the word from there ends, and how likely it is.

        The way taken is the likeliest from each place to the end, of equals the longest word's.
        """
        weights = self._weights.get
        length = len(clause)
        ends = [0] * length
        best = [0.0] * (length + 1)
        for at in range(length - 1, -1, -1):
            end = chosen = at + 1
            weight = weights(clause[at])
            # A character that begins no known word counts as one that was met once.
            likeliest = best[end] + (weight or -self._total)
            known = bool(weight)
            while weight is not None and end < length:
                end += 1
                weight = weights(clause[at:end])
                if weight and (best[end] + weight >= likeliest or not known):
                    likeliest, chosen, known = best[end] + weight, end, True
            best[at], ends[at] = likeliest, chosen
        return ends, best[0]


def _marked(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds those of `words` that have blanks or marks in them, the longest first."""
    marked = sorted((word for word in words if not _CLAUSE.fullmatch(word)), key=len, reverse=True)
    if not marked:
        return None
    return re.compile(rf"(?<![0-9a-z])({'|'.join(map(re.escape, marked))})(?![0-9a-z])")


def _resource(*path: str) -> list[str]:
    """Return the fields, parted by blanks, of one of jieba's files."""
    return files("jieba").joinpath(*path).read_text("utf-8").split()
