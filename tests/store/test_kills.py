"""``kill -9`` in the middle of an import: an issue is in the library whole, or not at all.

At each step of an import on purpose, and at random instants: DUBAO_KILLS sets how many (24).
"""

import os
import random
import select
import signal
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from store.library import Library, open_library
from store.models import Issue, Jump

Builder = Callable[..., Any]
KilledAt = Callable[[Path, int, Callable[[], object]], bool]


def state(library: Library) -> list[Issue]:
    """Return all that a reader sees, having checked that it is of one piece."""
    issues = [library.issue(row.id) for row in library.rows()]
    for row, issue in zip(library.rows(), issues, strict=True):
        assert row.keys == tuple(article.key for article in issue.articles)
        assert row.sources == tuple(source.sha256 for source in issue.sources)
        assert all(library.original(sha256) for sha256 in row.sources)
        assert all(library.article(article.id)[1] == article for article in issue.articles)
    return issues


def front(builder: Builder) -> Any:
    paper = builder().on(2024, 3, 5).page("1")
    return paper.article("喜讯", "桥通了，", jump=Jump("2", "（下转2版）"))


def undated(builder: Builder) -> Any:
    return builder().page("2").article("", "人人叫好。", continues=Jump("1", "（上接1版）"))


def dated(builder: Builder) -> Any:
    return undated(builder).given(date=date(2024, 3, 5))


@pytest.mark.parametrize(
    ("before", "last"),
    [([], front), ([front], dated), ([undated], dated), ([front, undated], dated)],
    ids=["new", "merged", "redated", "redated and merged"],
)
def test_a_kill_at_any_step_adds_all_or_nothing(
    before: list[Builder], last: Builder, tmp_path: Path, builder: Builder, killed_at: KilledAt
) -> None:
    seen: list[bool] = []
    killed = True
    while killed:
        folder = tmp_path / str(len(seen))
        library = open_library(folder)
        for paper in before:
            paper(builder).add_to(library)
        old = state(library)
        paper = last(builder)
        killed = killed_at(folder, len(seen), partial(paper.add_to, open_library(folder)))
        found = state(library)
        paper.add_to(library)
        new = state(library)
        assert found in (old, new)
        assert [issue.id for issue in new] == ["linjiangbao-2024-03-05"]
        assert not list(folder.rglob(".new")), "the next import takes away what is stale"
        seen.append(found == new)
    assert seen == sorted(seen), "nothing is seen until all is"
    assert len(seen) > 20


def test_kills_at_random_instants_lose_nothing(tmp_path: Path, builder: Builder) -> None:
    chance = random.Random(5)
    papers = [
        builder(source=str(n)).on(2024, 3, 1 + n % 5).page(str(n)).article(f"消息{n}", "甲" * 500)
        for n in range(20)
    ]
    kills = int(os.environ.get("DUBAO_KILLS", "24"))
    for kill in range(kills):
        folder = tmp_path / str(kill // 4)
        _add_until_killed(folder, papers, chance.uniform(0, 0.03))
        state(open_library(folder))
    for folder in tmp_path.iterdir():
        library = open_library(folder)
        for paper in papers:
            paper.add_to(library)
        assert sum(len(issue.articles) for issue in state(library)) == len(papers)
        assert not list(folder.rglob(".new"))


def _add_until_killed(folder: Path, papers: list[Any], seconds: float) -> None:
    """Add `papers` in another process, and kill it that long after it has begun its first."""
    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(mine)
        os.write(its, b"begun")
        for paper in papers:
            paper.add_to(open_library(folder))
        os._exit(0)
    os.close(its)
    os.read(mine, 5)
    select.select([mine], [], [], seconds)  # until then, or until it has come to its end
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(mine)
