"""Keywords that a worker process makes, or cannot make."""

import subprocess
import sys

import pytest
from msgspec.structs import replace

from store.errors import WorkerError
from store.imports.keywords import add_keywords
from store.models import Article, Issue, Paper
from store.press_warnings import PressWarning
from store.processes import Worker

BRIDGE = Article(headline="清溪镇启动古桥修缮工程")
KEPT = PressWarning("no_article")


@pytest.mark.slow
def test_the_calling_process_loads_neither_jieba_nor_pypinyin() -> None:
    script = (
        "import sys\n"
        "from store.models import Article, Issue\n"
        "from store.imports.keywords import add_keywords\n"
        "done = add_keywords([Issue(articles=(Article(headline='清溪古桥修缮'),))])\n"
        "assert done[0].articles[0].keywords\n"
        "assert not {'jieba', 'pypinyin', 'textual', 'rich'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_an_import_goes_on_without_keywords_when_the_worker_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    before = Issue(articles=(BRIDGE,), warnings=(KEPT,))
    [after] = add_keywords([before])
    assert replace(after, warnings=()) == replace(before, warnings=())
    assert after.warnings[0] == KEPT
    assert "No keywords were made" in str(after.warnings[1].message())


def test_without_articles_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert add_keywords([Issue()]) == [Issue()]
    assert add_keywords([]) == []


def test_an_issue_whose_words_kill_the_worker_costs_the_others_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ask(worker: Worker, task: str, issues: list[Issue], kind: object) -> list[Issue]:
        if any(issue.paper.name == "bad" for issue in issues):
            raise WorkerError("SIGPROF")
        return issues

    monkeypatch.setattr(Worker, "ask", ask)
    given = [Issue(Paper(name), articles=(BRIDGE,)) for name in ("a", "bad", "b")]
    found = add_keywords(given)
    assert [issue.paper for issue in found] == [issue.paper for issue in given]
    assert [bool(issue.warnings) for issue in found] == [False, True, False]
