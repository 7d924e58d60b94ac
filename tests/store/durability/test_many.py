"""Eight processes with one library and one reader's marks: nothing acknowledged is lost.

Three import, two mark, one sets articles right, one removes and restores issues, and one reads all
the time; the others read now and then, and none may ever see an issue that is not whole.
Each does six things, with DUBAO_LONG as many as it can in a minute; ``-s`` shows the counts.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

import pytest

from store.backends.disk import DiskFiles
from store.corrections.records import move
from store.errors import CorrectionError, NotFoundError
from store.library.library import open_library
from store.models import Article, Issue
from store.reader.marks import Marks
from tests.conftest import LONG, PaperBuilder
from tests.forks import ended
from tests.store.durability.actions import Action, Tell, in_child, seen, source, told_by

pytestmark = pytest.mark.slow

SECONDS = 60 if LONG else 0
TURNS = 6
IMPORTERS, MARKERS = 3, 2
FIRST = 24
"""So many sources are there before; their issues are set right, removed and restored."""


def of(number: int) -> PaperBuilder:
    """Return a source: each eighth is of one of the first six days, the others of later ones."""
    early = number < FIRST or number % 8 == 0
    return source(number, dated=True, after=number % 6 if early else 6 + number // 8)


def test_what_eight_processes_do_at_once_is_neither_lost_nor_seen_half_done(
    tmp_path: Path,
) -> None:
    library = open_library(tmp_path / "library")
    library.add_all([(of(n).issue(), of(n).original) for n in range(FIRST)])
    tasks = [
        *(partial(importing, tmp_path, who) for who in range(IMPORTERS)),
        *(partial(marking, tmp_path, who) for who in range(MARKERS)),
        *(partial(task, tmp_path) for task in (correcting, removing, reading)),
    ]
    children = [in_child(task) for task in tasks]
    with ThreadPoolExecutor(len(children)) as readers:
        told = list(readers.map(told_by, [pipe for _, pipe in children]))
    assert [ended(child) for child, _ in children] == [0] * len(children)

    told_of: dict[str, list[Action]] = {}
    for verb, *rest in (action for each in told for action in each):
        told_of.setdefault(verb, []).append(rest)
    print("\n", {verb: len(rests) for verb, rests in told_of.items()})

    issues = seen(open_library(tmp_path / "library")).issues
    held = Counter(int(source.name) for issue in issues for source in issue.sources)
    assert held == Counter([*range(FIRST), *(number for [number] in told_of["imported"])])
    assert library.removed() == ()
    pages = {number: page for number, page in told_of["moved"]}  # noqa: C416 - mypy wants pairs
    assert {n: found(issue, n).page for issue in issues for n in pages if holds(issue, n)} == pages
    marks = Marks(DiskFiles(tmp_path / "state"))
    assert marks.read_keys() == {key for [key] in told_of["read"]}
    assert marks.starred_keys() == {key for [key] in told_of["starred"]}
    assert not list(tmp_path.rglob(".new"))


def importing(folder: Path, who: int, tell: Tell) -> None:
    """Add one source after another; once added it is seen, and held."""
    for turn in turns():
        number = FIRST + turn * IMPORTERS + who
        library = open_library(folder / "library")
        added = library.add(of(number).issue(), of(number).original)
        tell(["imported", number])
        if number % 8:  # of a later day, whose issue nobody removes
            assert number in numbers(library.issue(added.issue))
            assert library.add(of(number).issue(), of(number).original).status == "held"


def marking(folder: Path, who: int, tell: Tell) -> None:
    """Mark articles of one's own read, and star those that others star as well."""
    marks = Marks(DiskFiles(folder / "state"))
    for turn in turns():
        key, shared = f"{turn % 256:02x}{who}{turn:013x}", f"{turn % 256:02x}{9}{turn % 600:013x}"
        marks.mark(key, read=True)
        tell(["read", key])
        marks.mark_all([shared, key], starred=True)
        tell(["starred", shared])
        tell(["starred", key])
        assert {key, shared} <= marks.starred_keys()
        assert key in Marks(DiskFiles(folder / "state")).read_keys()


def correcting(folder: Path, tell: Tell) -> None:
    """Put articles on other pages; an issue may be removed meanwhile."""
    chance = random.Random(1)
    library = open_library(folder / "library")
    for turn in turns():
        number, page = chance.randrange(FIRST), str(100 + turn)
        try:
            issue = library.issue(library.holds(of(number).issue().sources[0].sha256))
            library.edit(issue.id, move(found(issue, number), page))
        except (NotFoundError, CorrectionError):
            tell(["refused"])
        else:
            tell(["moved", number, page])


def removing(folder: Path, tell: Tell) -> None:
    """Take an early day's issue out and bring it back, with what came of its day meanwhile."""
    chance = random.Random(2)
    library = open_library(folder / "library")
    for _ in turns():
        row = library.remove(chance.choice(library.rows()[-6:]).id)
        tell(["removed", row.id])
        assert library.restore(row.id).id == row.id
        tell(["restored", row.id])


def reading(folder: Path, tell: Tell) -> None:
    """Read whatever there is, with one library all the time and with a new one."""
    one = open_library(folder / "library")
    for turn in turns():
        library = one if turn % 2 else open_library(folder / "library")
        for row in library.rows():
            try:
                issue = library.issue(row.id)
            except NotFoundError:  # removed since
                continue
            said = {int(source.name) for source in issue.sources}
            assert numbers(issue) == said, "an issue has what its sources say"
            assert all(library.original(source.sha256) for source in issue.sources)
            tell(["whole"])


def turns() -> Iterator[int]:
    """Count until the time is over."""
    end = monotonic() + SECONDS
    for turn in count():
        if turn >= TURNS and monotonic() >= end:
            return
        yield turn


def numbers(issue: Issue) -> set[int]:
    """Return the sources whose text an issue has."""
    text = "".join(line for article in issue.articles for line in article.paragraphs)
    return set(map(int, re.findall(r"第(\d+)条", text)))


def holds(issue: Issue, number: int) -> bool:
    """Return whether an issue has the text of this source."""
    return number in numbers(issue)


def found(issue: Issue, number: int) -> Article:
    """Return the article that has the text of this source."""
    return next(a for a in issue.articles if f"第{number}条" in "".join(a.paragraphs))
