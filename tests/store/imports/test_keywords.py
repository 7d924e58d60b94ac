"""Keywords that a worker process makes, or cannot make."""

import subprocess
import sys
from typing import Any

import pytest
from msgspec.structs import replace

from store.corrections import records
from store.errors import WorkerError
from store.imports.keywords import add_keywords, reword_texts
from store.library.library import Library
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


def test_what_a_reader_has_reworded_gets_its_words_anew(
    library: Library, builder: Any, in_this_process: None
) -> None:
    name = builder().page("1").article("喜讯", "桥通了。").add_to(library).issue
    before = library.issue(name)
    assert not reword_texts(library, name)
    text = "望江县水利局修好了石桥，石桥今天通行。"
    library.edit(name, records.reword(before.articles[0], 0, text))
    assert reword_texts(library, name)
    assert "石桥" in {word.word for word in library.issue(name).articles[0].keywords}
    assert not reword_texts(library, name)
    library.undo(name)
    assert library.issue(name) == before
