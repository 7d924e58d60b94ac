"""What a worker does: reads sources and extracts keywords, and fails in one of them alone."""

from typing import Any

import pytest

import store.imports.worker
from store.imports.sources import Sources
from store.imports.worker import extract_keywords, read
from store.models import Issue
from store.press.result import PressResult
from store.sample import sample


def test_a_source_that_cannot_be_read_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.imports.worker, "extract_keywords", list)
    sources = (("a.txt", sample()), ("empty.txt", b""), ("b.txt", sample()))
    results = read(Sources(sources))
    assert [isinstance(result, PressResult) for result in results] == [True, False, True]
    assert "empty.txt" in str(results[1])


def test_issues_get_their_own_keywords_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def numbered(issues: list[Issue]) -> list[Issue]:
        return [Issue(id=str(number)) for number, _ in enumerate(issues)]

    monkeypatch.setattr(store.imports.worker, "extract_keywords", numbered)
    results = read(Sources((("a.txt", sample()), ("empty.txt", b""), ("b.txt", sample()))))
    assert [r.issue.id if isinstance(r, PressResult) else "" for r in results] == ["0", "", "1"]


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
