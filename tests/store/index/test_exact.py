"""Whatever the index holds, a query finds what reading everything through finds."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.index.query.parse import parse
from store.index.results import Results
from store.index.search import Searcher, open_searcher
from store.index.update import update
from store.models import Article, Byline, CatalogueRow, Issue, Keyword, Paper
from store.reader.marks import Marks
from store.words.fold import fold

LETTERS = "古桥修缮的ab12 ,“:。-臺台ＡB㎏二十著着"
text = st.text(LETTERS, max_size=12)
WORDS = [
    Keyword("古桥", 0.5, "topic", ("gu qiao",)),
    Keyword("臺", 0.4, "place", ("tai",)),
    Keyword("台", 0.4, "topic", ("tai",)),
    Keyword("修缮", 0.3, "person", ("xiu shan",)),
    Keyword("ab1", 0.3, "topic", ("ab1",)),
    Keyword("绿桥", 0.3, "topic", ("lv qiao",)),
]
articles = st.builds(
    Article,
    key=st.integers(0, 40).map(lambda n: f"{n:016}"),
    page=st.sampled_from(["1", "2", "A5"]),
    kind=st.sampled_from(["news", "photo"]),
    column=text,
    kicker=text,
    headline=text,
    byline=st.lists(st.builds(Byline, st.just("记者"), st.tuples(text)), max_size=2).map(tuple),
    paragraphs=st.lists(text, max_size=3).map(tuple),
    captions=st.lists(text, max_size=1).map(tuple),
    credit=text,
    confidence=st.sampled_from([0.4, 1.0]),
    keywords=st.lists(st.sampled_from(WORDS), max_size=3).map(tuple),
    names=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
)
issues = st.builds(
    Issue,
    paper=st.builds(Paper, st.sampled_from(["临江报", "清溪报"])),
    date=st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    articles=st.lists(articles, max_size=4).map(tuple),
)
values = st.text(LETTERS.replace(" ", ""), min_size=1, max_size=4)
terms = st.one_of(
    values,
    values.map(lambda value: f'"{value} {value}"'),
    values.map(" ".join).map('"{}"'.format),
    st.sampled_from(
        [
            "gq",
            "g",
            "guqiao",
            "t",
            "xs",
            "x",
            "lv",
            "lüq",
            "a",
            "ab",
            "2",
            "古q",
            "lv桥",
            "的xs",
            "古q的x",
        ]
    ),
    st.builds("{}:{}".format, st.sampled_from(["headline", "byline", "column"]), values),
    st.sampled_from(["date:2024-03", "date:..2024-06", "paper:临江", "page:1", "page:a5"]),
    st.sampled_from(["is:unread", "is:starred", "is:doubtful", "kind:photo", "tag:要"]),
)
groups = st.lists(
    st.builds("{}{}".format, st.sampled_from(["", "-"]), terms), min_size=1, max_size=2
)
queries = st.lists(groups.map("|".join), min_size=1, max_size=3).map(" ".join)
put = st.tuples(st.sampled_from("abc"), issues | st.none())


@dataclass
class Shelf:
    """A library of which issues come, change and go."""

    path: Path
    held: dict[str, tuple[CatalogueRow, Issue]] = field(default_factory=dict)
    revisions: "count[int]" = field(default_factory=count)
    place: str = ""
    address: str = ""

    def rows(self) -> tuple[CatalogueRow, ...]:
        return tuple(row for row, _ in self.held.values())

    def issue(self, name: str) -> Issue:
        return self.held[name][1]

    def put(self, name: str, issue: Issue | None) -> None:
        self.held.pop(name, None)
        if issue:
            keyed = "".join(article.key for article in issue.articles)
            revision = next(self.revisions)
            row = CatalogueRow(name, issue.paper.name, issue.date, keyed=keyed, revision=revision)
            self.held[name] = row, issue


@pytest.fixture
def marked(marks: Marks) -> Marks:
    """Give marks of which some are on the articles that are made here."""
    marks.mark_all([f"{n:016}" for n in range(0, 40, 2)], read=True)
    marks.mark_all([f"{n:016}" for n in range(0, 40, 3)], starred=True, tag="要")
    return marks


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(put, min_size=1, max_size=3), min_size=1, max_size=4),
    st.lists(queries, min_size=4, max_size=8),
    st.booleans(),
)
def test_the_index_finds_what_reading_finds(
    marked: Marks, rounds: list[list[tuple[str, Issue | None]]], asked: list[str], fuzzy: bool
) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        looking = open_searcher(shelf, marked, fuzzy=fuzzy)
        reading = Searcher(shelf, marked, fuzzy=fuzzy)
        for changes in rounds:
            for change in changes:
                shelf.put(*change)
            compare(looking, reading, asked)
            assert update(shelf)
            compare(looking, reading, asked)


def compare(looking: Searcher, reading: Searcher, asked: list[str]) -> None:
    """Check that both say the same to each question."""
    for typed in asked:
        found, truth = (searcher.search(parse(typed)) for searcher in (looking, reading))
        assert found.hits == truth.hits, typed
        assert list(found.hits) == list(truth.hits), typed
        assert found.stands_for == truth.stands_for, typed
        assert found.words == truth.words, typed
        assert facets(looking, found) == facets(reading, truth), typed


def facets(searcher: Searcher, found: Results) -> list[tuple[str, int]]:
    """Return the keywords found, in an order that does not depend on which was met first."""
    told = searcher.facets(found)
    assert [facet.count for facet in told] == sorted((facet.count for facet in told), reverse=True)
    return sorted((fold(facet.word), facet.count) for facet in told)
