"""jieba behind one door: its dictionary, its tags, its inverse document frequencies.

Made in the worker process only: to load costs 1.2 s and 199 MB (measured).
"""

import logging
from collections.abc import Iterator
from importlib.resources import files

from store.words.fold import fold
from store.words.lists import corrections

_LEARNED = 3
"""The least frequency given to a learned word: jieba's own entries for rare names have 2–5."""


class Segmenter:
    """Cuts folded text into words with a dictionary that can learn more of them.

    jieba's own cache file is not used: reading it back takes as long as building the dictionary
    (measured), and it unmarshals whatever lies in the shared temporary folder.
    """

    def __init__(self) -> None:
        import jieba

        jieba.setLogLevel(logging.CRITICAL)
        self._jieba = jieba.Tokenizer()
        self._jieba.FREQ, self._jieba.total = self._jieba.gen_pfdict(self._jieba.get_dict_file())
        self._jieba.initialized = True
        with self._jieba.get_dict_file() as lines:
            entries = (line.decode("utf-8").split() for line in lines)
            self._tags = {word: tag for word, _, tag in entries} | corrections()
        self.learned: dict[str, str] = {}
        # jieba.analyse would load its tagger as well: 0.5 s and 100 MB more (measured).
        table = files("jieba").joinpath("analyse", "idf.txt").read_text("utf-8").split()
        self._idf = dict(zip(table[::2], map(float, table[1::2]), strict=True))
        self._median = sorted(self._idf.values())[len(self._idf) // 2]

    def learn(self, word: str, tag: str) -> None:
        """Have `word` cut as one from now on, with jieba's tag ``nr``, ``ns``, ``nt`` or ``nz``."""
        word = fold(word)
        frequency = self._jieba.suggest_freq(word)
        self._jieba.add_word(word, max(frequency, _LEARNED))
        self.learned[word] = tag

    def tag(self, word: str) -> str:
        """Return the dictionary's or the learned tag of `word`, ``""`` for one it guessed."""
        return self.learned.get(word) or self._tags.get(word, "")

    def rarity(self, word: str) -> float:
        """Return the inverse document frequency of `word`; the median for one that is unknown."""
        return self._idf.get(word, self._median)

    def frequency(self, word: str) -> int:
        """Return how often `word` stood in the dictionary's own texts, as anything but a name.

        A frequent word of two characters counts even when it is tagged a name: 文明 and 阳光 are.
        """
        tag = self._tags.get(word, "")
        found: int = self._jieba.FREQ.get(word, 0) if tag else 0
        return 0 if tag.startswith("nr") and (len(word) > 2 or found < 200) else found

    def cut(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the words of the folded `text` with their offsets."""
        at = 0
        for word in self._jieba.cut(text):
            yield word, at
            at += len(word)
