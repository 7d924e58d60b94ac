"""What tests of durability do to a library and to marks, here or in a process that is killed.

An action is a list that JSON can hold. Each does the same to a library in memory, which so says
what one on disk must hold after the actions that it acknowledged.
"""

import os
import random
import select
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct

from store.backends.files import Files
from store.backends.memory import MemoryFiles
from store.backends.serialization import decode, to_json
from store.corrections.records import move
from store.errors import CorrectionError
from store.library.library import Library
from store.models import Issue, Jump
from store.reader.marks import Marks
from tests.conftest import PaperBuilder
from tests.forks import ended, forked

Action = Sequence[Any]

SOURCES = 60
"""So many sources there are: an article each, of four days; each fifth does not print its day."""

KEYS = tuple(f"{n % 4:02x}{n:014x}" for n in range(24))
"""Keys of articles to be marked; their marks lie in four files."""


def source(number: int, *, dated: bool = False, after: int | None = None) -> PaperBuilder:
    """Return the source of this number; `dated` gives it the day that it does not print.

    Its day is the first of March or so many days `after` it. Of each eight the second jumps to the
    page of the sixth.
    """
    paper = PaperBuilder(source=str(number))
    day = date(2024, 3, 1) + timedelta(number % 4 if after is None else after)
    if number % 5:
        paper = paper.having(date=day)
    elif dated:
        paper = paper.given(date=day)
    jump = Jump(str(number + 4), f"（下转{number + 4}版）") if number % 8 == 1 else None
    back = Jump(str(number - 4), f"（上接{number - 4}版）") if number % 8 == 5 else None
    text = f"第{number}条消息，"
    return paper.page(str(number)).article(
        "" if back else f"消息{number}",
        text * 40 if jump else f"{text * 40}完。",
        jump=jump,
        continues=back,
    )


def act(library: Library, action: Action) -> None:
    """Do this to the library.

    ``["add", 1, 2]`` adds these sources at once, ``["date", 5]`` one with the day that it does not
    print, ``["move", ID, 0, "9"]`` puts the first article of an issue on that page; ``["undo",
    ID]``, ``["remove", ID]``, ``["restore", ID]`` and ``["empty"]`` are the library's own.
    """
    name, *rest = action
    if name == "add":
        library.add_all([(source(n).issue(), source(n).original) for n in rest])
    elif name == "date":
        source(rest[0], dated=True).add_to(library)
    elif name == "move":
        issue, at, page = rest
        with suppress(CorrectionError):  # it is there already
            library.edit(issue, move(library.issue(issue).articles[at], page))
    else:
        getattr(library, name)(*rest)


def choose(chance: random.Random, library: Library) -> Action:
    """Return something that can be done to this library."""
    issues = [library.issue(row.id) for row in library.rows()]
    removed = [row.id for row in library.removed()]
    kinds = ["add"] * 4
    if issues:
        kinds += ["move", "move", "undo", "remove"]
    if any(issue.date is None for issue in issues):
        kinds += ["date", "date"]
    if removed:
        kinds += ["restore", "restore", "empty"]
    kind = chance.choice(kinds)
    if kind == "add":
        return [kind, *chance.sample(range(SOURCES), chance.randint(1, 4))]
    if kind == "date":
        undated = [issue for issue in issues if issue.date is None]
        return [kind, int(chance.choice(undated).sources[0].name)]
    if kind == "move":
        issue = chance.choice(issues)
        at = chance.randrange(len(issue.articles))
        return [kind, issue.id, at, str(chance.randint(70, 90))]
    if kind == "empty":
        return [kind]
    return [kind, chance.choice(removed) if kind == "restore" else chance.choice(issues).id]


def act_on_marks(marks: Marks, action: Action) -> None:
    """Do this to the marks: ``["mark", KEYS, CHANGES]`` or ``["undo"]``."""
    if action[0] == "undo":
        marks.undo()
    else:
        marks.mark_all(action[1], **action[2])


def choose_marks(chance: random.Random) -> Action:
    """Return something that can be done to marks."""
    if chance.random() < 0.2:
        return ["undo"]
    changes: list[dict[str, Any]] = [
        {"read": True},
        {"read": False},
        {"starred": True},
        {"tag": "桥"},
        {"untag": "桥"},
    ]
    return ["mark", chance.sample(KEYS, chance.choice((1, 1, 1, 6))), chance.choice(changes)]


class Seen(Struct, frozen=True):
    """All that a library says of itself."""

    issues: tuple[Issue, ...]
    removed: tuple[tuple[str, tuple[str, ...]], ...]


def seen(library: Library) -> Seen:
    """Return what the library says, having checked that it is of one piece."""
    rows, removed = library.rows(), library.removed()
    issues = tuple(library.issue(row.id) for row in rows)
    for row, issue in zip(rows, issues, strict=True):
        assert row.keys == tuple(article.key for article in issue.articles)
        assert row.sources == tuple(source.sha256 for source in issue.sources)
        assert all(library.article(article.id)[1] == article for article in issue.articles)
    sources = [sha256 for row in (*rows, *removed) for sha256 in row.sources]
    assert len(sources) == len(set(sources)), "no source is in two places"
    assert all(library.original(sha256) for sha256 in sources)
    return Seen(issues, tuple((row.id, row.sources) for row in removed))


def copied(folder: Path) -> Files:
    """Return the files of `folder` in memory."""
    files = MemoryFiles()
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            files.write(str(path.relative_to(folder)), path.read_bytes())
    return files


Tell = Callable[[Action], None]


def in_child(do: Callable[[Tell], None]) -> tuple[int, int]:
    """Do something in another process; return its number, and where to read what it tells."""
    mine, its = os.pipe()

    def act() -> None:
        os.close(mine)
        do(lambda action: _write(its, action))

    child = forked(act)
    os.close(its)
    return child, mine


def until_killed(do: Callable[[Tell], None], seconds: float, words: int = 1) -> list[Action]:
    """Do something in another process, kill it so long after so many words; return all of them."""
    child, pipe = in_child(do)
    first = b""
    while first.count(b"\n") < words and (more := os.read(pipe, 4096)):
        first += more
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    told = told_by(pipe, first)
    assert ended(child) == -signal.SIGKILL, "it is killed, and does not come to its end"
    return told


def told_by(pipe: int, first: bytes = b"") -> list[Action]:
    """Return what a process that has ended, or will, told on its pipe."""
    with open(pipe, "rb") as file:
        lines = (first + file.read()).splitlines(keepends=True)
    return [decode(line, list[Any]) for line in lines if line.endswith(b"\n")]


def _write(pipe: int, action: Action) -> None:
    os.write(pipe, to_json(action) + b"\n")
