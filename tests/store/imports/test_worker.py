"""What a worker does: reads sources and extracts keywords, and fails in one of them alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from msgspec.structs import replace

import store.imports.worker
from store.imports.sources import Fetched, Loaded, Sources
from store.imports.worker import LETTERS_A_SECOND, MOST_LETTERS, extract_keywords, look_into, read
from store.models import Article, Issue
from store.sample import sample
from store.words.article_words import ArticleWords

THREE = (Loaded("a.txt", sample()), Loaded("empty.txt", b""), Loaded("b.txt", sample()))


def test_a_source_that_cannot_be_read_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.imports.worker, "extract_keywords", lambda issues, bound: issues)
    results = read(Sources(THREE))
    assert [bool(read.results) for read in results] == [True, False, True]
    assert "empty.txt" in str(results[1].error)


def test_issues_get_their_own_keywords_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def numbered(issues: list[Issue], bound: object) -> list[Issue]:
        return [Issue(id=str(number)) for number, _ in enumerate(issues)]

    monkeypatch.setattr(store.imports.worker, "extract_keywords", numbered)
    results = read(Sources(THREE))
    assert [each.issue.id for one in results for each in one.results] == ["0", "1"]


def test_words_are_made_when_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(store.imports.worker, "extract_keywords")
    (found,) = read(Sources((THREE[0],), words=False))
    assert found.results


def test_each_source_is_read_within_bounds_of_its_own() -> None:
    begun = []

    @contextmanager
    def bound() -> Iterator[None]:
        begun.append("")
        yield
        if len(begun) == 2:
            raise MemoryError

    sources = tuple(Loaded(f"{n}.txt", sample()) for n in range(3))
    results = read(Sources(sources, words=False), bound)
    assert [bool(read.results) for read in results] == [True, False, True]
    assert str(results[1].error).startswith("1.txt: it needs more memory")


def test_a_dictionary_that_fails_costs_keywords_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, builder: Any
) -> None:
    def fail() -> None:
        raise ValueError("the dictionary is damaged")

    monkeypatch.setattr(store.imports.worker, "_segmenter", fail)
    issue = builder("临江报").on(2024, 3, 5).page("1").article("修桥").issue()
    (found,) = extract_keywords([issue])
    assert found.articles == issue.articles
    assert "the dictionary is damaged" in str(found.warnings[-1])
    assert extract_keywords([Issue()]) == [Issue()], "nothing is loaded for nothing"


def test_keywords_are_made_within_bounds_and_more_time_for_more_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds: list[float] = []

    @contextmanager
    def bound() -> Iterator[None]:
        seconds.clear()
        yield
        if seconds[0] > 1:
            raise MemoryError

    monkeypatch.setattr(store.imports.worker, "allow", seconds.append)
    monkeypatch.setattr(store.imports.worker, "_segmenter", object)
    monkeypatch.setattr(store.imports.worker, "extract", lambda *given: [[ArticleWords()]])
    short, long = Article(paragraphs=("桥",)), Article(paragraphs=("桥" * LETTERS_A_SECOND * 2,))
    (kept,) = extract_keywords([Issue(articles=(short,))], bound)
    assert not kept.warnings
    (kept,) = extract_keywords([Issue(articles=(long,))], bound)
    assert seconds == [2.0]
    assert "MemoryError" in str(kept.warnings[-1].message())
    assert kept.articles == (long,)
    endless = Article(paragraphs=("桥" * MOST_LETTERS, "桥" * MOST_LETTERS))
    extract_keywords([Issue(articles=(short, endless))], bound)
    assert seconds == [(1 + MOST_LETTERS) / LETTERS_A_SECOND], "a line without end has no more"


def test_a_fetched_page_is_looked_into_within_bounds() -> None:
    page = Fetched(b"<html><title>a</title></html>", "http://paper.example/")
    entered = []

    @contextmanager
    def bound() -> Iterator[None]:
        entered.append(True)
        yield

    assert look_into(page, bound).title == "a"
    assert entered == [True]
    deep = look_into(replace(page, data=b"<html>" + b"<div>" * 20_000))
    assert "http://paper.example/" in str(deep.refusal)
