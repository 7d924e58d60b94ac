"""What became of the inputs of an import, counted."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.imports.pipeline import Outcome
from store.library.adding import Added
from store.messages import Message
from store.press.dump.read import read_issue
from store.press.result import PressResult
from store.sample import sample
from tui import language
from tui.cli.importing.summary import LISTED, ImportSummary

NEW = Outcome("a", added=Added("issue"))
HELD = Outcome("b", added=Added("issue", "held"))
FAILED = Outcome("c", error=Message("c: there is no such file."))


def summary_of(*outcomes: Outcome) -> ImportSummary:
    summary = ImportSummary()
    for outcome in outcomes:
        summary.add(outcome)
    return summary


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [((), 0), ((NEW, HELD), 0), ((NEW, FAILED), 1), ((FAILED, FAILED), 2)],
)
def test_the_exit_status_tells_whether_some_or_all_failed(
    outcomes: tuple[Outcome, ...], status: int
) -> None:
    assert summary_of(*outcomes).exit_status == status


def test_what_is_in_the_library_and_whether_it_changed() -> None:
    assert summary_of(NEW, HELD, FAILED).kept == 2
    assert summary_of(NEW, HELD).changed
    assert not summary_of(HELD, FAILED, Outcome("read")).changed
    assert summary_of(FAILED, HELD).first == "issue"


@pytest.fixture
def doubtful() -> PressResult:
    """Give a reading of which one article is doubtful."""
    result = read_issue(sample(), str(Path("page.txt")))
    return replace(result, report=replace(result.report, doubtful=("issue/1.1",)))


def test_doubtful_issues_are_named_up_to_a_number(doubtful: PressResult) -> None:
    outcomes = [replace(NEW, result=doubtful) for _ in range(LISTED + 2)]
    summary = summary_of(*outcomes)
    rows = list(summary.rows())
    assert summary.told() == f"{LISTED + 2} new issues, {summary.articles} articles in all"
    assert rows.count(("issue", "1 doubtful article")) == LISTED
    assert rows[-1] == ("…", "2 more are doubtful")


def test_how_much_is_new_is_a_sentence_in_each_language() -> None:
    summary = summary_of(*[NEW] * 13)
    summary.articles = 84
    assert summary.told() == "13 new issues, 84 articles in all"
    try:
        language.choose("zh")
        assert summary.told() == "新增 13 期，共 84 篇"
    finally:
        language.choose("en")
