"""Invented papers for benchmarks: the same ones each time, as issues and as page dumps.

``made(n)`` is the nth issue with its dump, of which the press makes the same articles (all but one
in a thousand); ``build``
puts many into a library at once. An issue has 25 articles of some 750 characters on 8 pages. Five
papers come out each day, so that neighbouring numbers are of one day. Run as ``python -m
tests.bench.papers FOLDER ISSUES [dumps]`` it builds a library, or writes dumps to be imported.
"""

import hashlib
import random
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache, partial
from gzip import compress
from pathlib import Path

from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.identity import numbered
from store.library.catalogue_file import CatalogueFile
from store.library.issue_file import StoredIssue, save
from store.models import (
    Article,
    Byline,
    CatalogueRow,
    Issue,
    Keyword,
    KeywordKind,
    Page,
    Paper,
    Source,
)
from store.words.pinyin import pinyin_keys
from tests.bench.vocabulary import vocabulary

ARTICLES = 25
PAGES = 8
NAMES = ("青溪时报", "云坪日报", "南渡晚报", "石门新报", "柳坝早报")
FIRST = date(2003, 3, 1)

_PAGE_NAMES = ("要闻", "综合", "经济", "民生", "文化", "教育", "体育", "副刊")
_COLUMNS = ("春耕一线", "百姓问答", "民生一线", "社会观察", "文化视点", "今日关注")
_AT_ONCE = 50
"""Issues that one process makes between two answers."""


def made(number: int) -> tuple[Issue, bytes]:
    """Return the issue of this number, keywords and all, and the dump that it was read from."""
    return _Desk(number).issue()


def dumps(folder: Path, issues: int) -> list[Path]:
    """Write the dumps of so many issues into `folder`, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:06}.txt" for number in range(issues)]
    for number, path in enumerate(paths):
        path.write_bytes(made(number)[1])
    return paths


def build(folder: Path, issues: int, *, processes: int = 2) -> None:
    """Make the library of the first `issues` numbers in `folder`, not durably but at once.

    The files are those that adding the issues one after another makes. It takes some 15 ms an issue
    and process.
    """
    files = _Loose(folder)
    chunks = [range(at, min(at + _AT_ONCE, issues)) for at in range(0, issues, _AT_ONCE)]
    vocabulary()  # before the processes part
    with ProcessPoolExecutor(processes) as pool, files.lock():
        rows = [row for kept in pool.map(partial(_keep, folder), chunks) for row in kept]
        CatalogueFile(files).rewrite(rows)


class _Loose(DiskFiles):
    """Files that are not made durable: nothing is lost with a library that can be built again."""

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file."""
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _keep(folder: Path, numbers: Iterable[int]) -> list[CatalogueRow]:
    """Write the files of these issues, and return their rows."""
    files = _Loose(folder)
    rows = []
    for number in numbers:
        issue, dump = made(number)
        kept = StoredIssue(issue, (issue,))
        row = kept.row(revision=number)
        save(files, kept, row)
        files.write(f"sources/{issue.sources[0].sha256}.gz", compress(dump, 1, mtime=0))
        rows.append(row)
    return rows


class _Desk:
    """Where one issue is written."""

    def __init__(self, number: int) -> None:
        self.rng = random.Random(number)
        self.words = vocabulary()
        self.paper = NAMES[number % len(NAMES)]
        self.day = FIRST + timedelta(number // len(NAMES))
        self.number = number // len(NAMES) + 1
        self.reporters = self.rng.choices(self.words.people, k=9)

    def issue(self) -> tuple[Issue, bytes]:
        """Return the issue, and its dump."""
        publisher = f"{self.paper[:2]}县融媒体中心"
        day = f"{self.day.year}年{self.day.month}月{self.day.day}日"
        lines = [self.paper, f"{publisher}主办", f"{day} 总第{self.number}期 今日{PAGES}版"]
        articles = []
        for page in range(PAGES):
            lines.append(f"第{page + 1}版 {_PAGE_NAMES[page]}")
            for at in range(ARTICLES // PAGES + (page < ARTICLES % PAGES)):
                article = self._article(str(page + 1), first=at == 0)
                articles.append(article)
                lines += _printed(article)
        dump = "\n\n".join(lines).encode()
        sha256 = hashlib.sha256(dump).hexdigest()
        issue = Issue(
            Paper(self.paper, (publisher,)),
            self.day,
            number=self.number,
            pages=tuple(Page(str(n + 1), _PAGE_NAMES[n], sha256) for n in range(PAGES)),
            articles=tuple(replace(article, source=sha256) for article in articles),
            sources=(Source(f"{self.paper}{self.day}.txt", sha256=sha256),),
        )
        return numbered(issue), dump

    def _article(self, page: str, *, first: bool) -> Article:
        """Return an article; the first one of a page is news with its lead."""
        rng, words = self.rng, self.words
        signed = "lead" if first else rng.choices(("lead", "above", "photo"), (6, 3, 2))[0]
        topics, people = rng.choices(words.nouns, k=8), rng.choices(words.people, k=3)
        towns = rng.choices(words.towns, k=2)
        writer, other = rng.sample(self.reporters, 2)
        length = 160 if signed == "photo" else min(2600, int(rng.lognormvariate(6.5, 0.5)))
        lead = f"本报讯（记者 {writer} 通讯员 {other}）" if signed == "lead" else ""
        byline = {
            "lead": (Byline("记者", (writer,)), Byline("通讯员", (other,))),
            "above": (Byline("本报记者", (writer,)),),
            "photo": (Byline("文", (writer,)), Byline("摄", (other,))),
        }[signed]
        start, *rest = self._paragraphs(length, topics, people, towns)
        headline = f"{towns[0]}{topics[0]}{''.join(rng.choices(words.phrases, k=2))}"
        text = "".join((headline, start, *rest))
        return Article(
            page=page,
            kind="photo" if signed == "photo" else "news",
            column=rng.choice(_COLUMNS) if lead and not first and rng.random() < 0.3 else "",
            headline=headline,
            byline=byline,
            lead_in=lead,
            paragraphs=(lead + start, *rest),
            credit=f"{writer}/文 {other}/摄" if signed == "photo" else "",
            keywords=tuple(
                _keyword(word, kind, round(text.count(word) / 40, 4))
                for kind, found in (("topic", topics), ("person", people), ("place", towns))
                for word in dict.fromkeys(found)
                if word in text
            ),
            names=tuple(_keyword(name, "person") for each in byline for name in each.names),
        )

    def _paragraphs(
        self, length: int, topics: list[str], people: list[str], towns: list[str]
    ) -> list[str]:
        """Return paragraphs of so many characters, in which these words come again and again."""
        rng = self.rng
        phrases = iter(rng.choices(self.words.phrases, k=length // 3 + 60))
        paragraphs: list[str] = []
        while length > 0:
            text = ""
            for _ in range(rng.randint(2, 4)):
                turn = rng.random()
                if turn < 0.25:
                    text += f"{rng.choice(self.words.titles)}{rng.choice(people)}介绍，"
                elif turn < 0.4:
                    text += f"{rng.choice(towns)}"
                elif turn < 0.6:
                    text += f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日，{rng.choice(topics)}"
                else:
                    text += f"{rng.choice(topics)}"
                clauses = (next(phrases) + next(phrases) for _ in range(rng.randint(2, 4)))
                text += "，".join(clauses) + "。"
            paragraphs.append(text)
            length -= len(text)
        return paragraphs


def _printed(article: Article) -> list[str]:
    """Return the lines in which the article is printed."""
    above = article.kind == "news" and not article.lead_in
    byline = f"本报记者 {article.byline[0].names[0]}" if above else ""
    lines = (article.column, article.headline, byline, *article.paragraphs, article.credit)
    return [line for line in lines if line]


@cache
def _keyword(word: str, kind: KeywordKind, weight: float = 0.0) -> Keyword:
    return Keyword(word, weight, kind, _keys(word))


_keys = cache(pinyin_keys)


def main() -> None:
    """Build a library, or write dumps."""
    folder, issues = Path(sys.argv[1]), int(sys.argv[2])
    if sys.argv[3:] == ["dumps"]:
        dumps(folder, issues)
    else:
        build(folder, issues)


if __name__ == "__main__":
    main()
