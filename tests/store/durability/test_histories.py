"""Histories of a reader and of a disk that fails: what was acknowledged is there, nothing else is.

Random actions on libraries, marks, clippings and filters are held against a plain model, while
kills, a full disk, refusals and faults of reading and writing come at random steps. What such a
step interrupts is done or not begun. 12 histories, 500 with DUBAO_LONG; with ``-s`` counts are
shown.
"""

import json
import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from store.backends.serialization import decode
from store.corrections.records import move
from store.errors import DubaoError, UnsureError
from store.index.search import open_searcher
from store.index.update import update
from store.library import catalogue_file
from store.library.library import Library, open_library
from store.messages import Message
from store.models import Issue
from store.reader.clippings import Clips, open_clips
from store.reader.filter_actions import act, due, find, is_due
from store.reader.marks import Marks, open_marks
from store.reader.saved_filters import SavedFilter
from store.reader.state_check import check_state
from tests.conftest import LONG
from tests.forks import ended, forked
from tests.store.durability.actions import source
from tests.store.durability.faults import KINDS, fault
from tests.store.durability.plain_model import HERE, NUMBERS, THERE, Facts, Model

pytestmark = pytest.mark.slow

HISTORIES = 500 if LONG else 12
LENGTH = 40

Action = Sequence[Any]


def original(n: int) -> bytes:
    return source(n).original


KEYS = {source(n).issue().articles[0].key: n for n in NUMBERS}
KEY_OF = {n: key for key, n in KEYS.items()}
SHA_OF = {n: source(n).issue().sources[0].sha256 for n in NUMBERS}
NUMBER_OF = {sha256: n for n, sha256 in SHA_OF.items()}


def read_again(sources: Sequence[tuple[str, bytes]]) -> list[list[Issue] | Message]:
    """Read sources again, as a repair does."""
    found: list[list[Issue] | Message] = []
    for _, data in sources:
        name, _ = decode(data, tuple[str, Issue])
        found.append([source(int(name)).issue()])
    return found


class Reader:
    """What one reader has on disk, and does to it."""

    def __init__(self, top: Path) -> None:
        self.top = top
        state = top / "state"
        self.library = open_library(top / HERE, state=state, patience=0.1)
        self.other = open_library(top / THERE, state=state, patience=0.1)
        self.marks: Marks = open_marks(state, patience=0.1)
        self.clips: Clips = open_clips(state, patience=0.1)

    def do(self, action: Action) -> Any:
        """Do this; return what it returns."""
        name, *given = action
        return getattr(self, f"_{name}")(*given)

    def _issue(self, n: int) -> Issue:
        row = self.library._view.catalogue().holding(SHA_OF[n])
        assert row, n
        return self.library.issue(row.id)

    def _article(self, n: int) -> Any:
        return next(a for a in self._issue(n).articles if a.source == SHA_OF[n])

    def _add(self, *numbers: int) -> None:
        self.library.add_all([(source(n).issue(), original(n)) for n in numbers])

    def _date(self, n: int) -> None:
        source(n, dated=True).add_to(self.library)

    def _page(self, n: int, page: str) -> None:
        self.library.edit(self._issue(n).id, move(self._article(n), page))

    def _undo_page(self, n: int) -> int | None:
        done = self.library.undo(self._issue(n).id)
        return KEYS[done.article] if done else None

    def _remove(self, n: int) -> None:
        self.library.remove(self._issue(n).id)

    def _restore(self, n: int) -> None:
        row = next(row for row in self.library.removed() if SHA_OF[n] in row.sources)
        self.library.restore(row.id)

    def _empty(self) -> None:
        self.library.empty()

    def _move(self, n: int) -> None:
        (done,) = self.library.move([self._issue(n).id], self.other)
        if isinstance(done, DubaoError):
            raise done

    def _mark(self, numbers: Sequence[int], put: str, take: str) -> None:
        keys = [KEY_OF[n] for n in numbers]
        match put, take:
            case "read", _:
                self.marks.mark_all(keys, read=True)
            case _, "read":
                self.marks.mark_all(keys, read=False)
            case _:
                self.marks.mark_all(keys, tag=put, untag=take)

    def _undo_marks(self) -> None:
        self.marks.undo()

    def _clip(self, n: int) -> None:
        self.clips.clip(self._issue(n), self._article(n))

    def _unclip(self, n: int) -> None:
        named = [clip.id for clip in self.clips.all() if clip.key == KEY_OF[n]]
        self.clips.drop(next(iter(named), "none that can be read"))

    def _save(self, name: str, mark: str) -> None:
        tag = "" if mark == "read" else mark
        self.marks.filters.save(SavedFilter(name, "消息", "tag" if tag else "read", tag))

    def _drop(self, name: str) -> None:
        self.marks.filters.drop(name)

    def _act(self, _due: object) -> None:
        library, filters = self.library, self.marks.filters
        rows = library.rows()
        acting = [each for each in filters.all() if is_due(each, library.place, rows)]
        found = find(acting, open_searcher(library, self.marks))
        act(due(acting, library.place, rows, found), filters, self.marks)

    def _check(self) -> None:
        for library in (self.library, self.other):
            list(library.check(read=read_again))
        check_state(self.top / "state")

    def _repair(self) -> None:
        for library in (self.library, self.other):
            list(library.check(repair=True, read=read_again))
        check_state(self.top / "state", repair=True)

    def _index(self) -> None:
        update(self.library)

    def due(self) -> dict[str, bool]:
        """Return whether the filters have something to do."""
        rows, place = self.library.rows(), self.library.place
        return {each.name: is_due(each, place, rows) for each in self.marks.filters.all()}

    def facts(self) -> Facts:
        """Return what there is to be seen, having seen that it is of one piece."""
        facts: Facts = {}
        for name, library in ((HERE, self.library), (THERE, self.other)):
            facts |= _facts_of(name, library)
        for mark in self.marks.all():
            names = {*mark.tags, *(["read"] if mark.read else [])}
            if names:
                facts[f"mark/{KEYS[mark.key]}"] = tuple(sorted(names))
        clips = Counter(KEYS[clip.key] for clip in self.clips.all())
        facts |= {f"clip/{n}": (count,) for n, count in clips.items()}
        for each in self.marks.filters.all():
            facts[f"filter/{each.name}"] = (each.tag or each.action,)
        return facts


def _facts_of(name: str, library: Library) -> Facts:
    facts: Facts = {}
    for row in library.removed():
        for sha256 in row.sources:
            assert library.original(sha256) == original(NUMBER_OF[sha256])
            facts[f"{name}/{NUMBER_OF[sha256]}"] = ("removed",)
    days = []
    for row in library.rows():
        issue = library.issue(row.id)
        assert row.keys == tuple(article.key for article in issue.articles)
        days += [issue.date] if issue.date else []
        assert {a.source for a in issue.articles} == {*row.sources}
        for article in issue.articles:
            n = NUMBER_OF[article.source]
            assert f"{name}/{n}" not in facts, "in one place alone"
            assert library.original(article.source) == original(n)
            day = issue.date.day - 1 if issue.date else None
            facts[f"{name}/{n}"] = (day, article.page)
    assert len(days) == len(set(days)), "one issue a day"
    return facts


class History:
    """One history: what was done in turn, the model of what there is, and what may yet come.

    What a fault has left of something that was not acknowledged may come in with a later repair:
    `loose` has what that may be.
    """

    def __init__(self, seed: int, top: Path, counts: Counter[str]) -> None:
        self.chance = random.Random(seed)
        self.top = top
        self.reader = Reader(top)
        self.model = Model()
        self.counts = counts
        self.loose: dict[str, set[object]] = {}
        self.story: list[object] = [seed]

    def go_on(self) -> None:
        """Do one more thing, and see what became of it."""
        action = self.choose()
        how = None
        if self.chance.random() < 0.4:
            kind = self.chance.choice(list(KINDS))
            step = int(self.chance.expovariate(1 / 15)) + 1
            how = (kind, step, self.chance.random() < 0.3)
        self.story.append((action, how))
        outcome, value = self._done(action, how)
        self.story.append((outcome, str(value)))
        self.counts[outcome] += 1
        if self.chance.random() < 0.5 or outcome == "killed":
            self.reader = Reader(self.top)
        found = Reader(self.top).facts()
        assert self.reader.facts() == found, "an open reader sees the same"
        self.judge(action, outcome, value, found)

    def choose(self) -> Action:
        """Return something that can be done."""
        model, chance = self.model, self.chance
        live = model.live()
        out = [n for n, held in model.shelves[HERE].items() if held.removed]
        last = {row.id: row for row in reversed(self.reader.library.removed())}.values()
        undated = [n for n in NUMBERS if n % 5 == 0 and n not in out]
        choices: list[Callable[[], Action]] = [
            lambda: ("add", *chance.sample(NUMBERS, chance.randint(1, 4))),
            lambda: ("add", *chance.sample(NUMBERS, chance.randint(1, 4))),
            lambda: ("date", chance.choice(undated)) if undated else ("check",),
            lambda: ("mark", chance.sample(NUMBERS, chance.choice((1, 5))), *self._change()),
            lambda: ("mark", chance.sample(NUMBERS, chance.choice((1, 5))), *self._change()),
            lambda: ("undo_marks",),
            lambda: ("save", chance.choice("甲乙"), chance.choice(("read", "桥", "茶"))),
            lambda: ("act", self.reader.due()),
            lambda: ("act", self.reader.due()),
            *(lambda: ("check",), lambda: ("repair",), lambda: ("repair",), lambda: ("index",)),
        ]
        if live:
            n = chance.choice(live)
            choices += [
                lambda: ("page", n, chance.choice([str(p) for p in range(70, 90)])),
                *(lambda: ("undo_page", n), lambda: ("remove", n), lambda: ("clip", n)),
            ]
            if not {*model.issue(n)} & model.shelves[THERE].keys():
                choices.append(lambda: ("move", n))
        if out:
            gone = NUMBER_OF[chance.choice([*last]).sources[0]]
            choices += [lambda: ("restore", gone), lambda: ("empty",)]
        clipped = [n for n, count in model.clips.items() if count]
        if clipped:
            choices.append(lambda: ("unclip", chance.choice(clipped)))
        if model.filters:
            choices.append(lambda: ("drop", chance.choice(list(model.filters))))
        action = chance.choice(choices)()
        if action[0] == "page" and action[2] in model.shelves[HERE][action[1]].pages[-1:]:
            return ("check",)
        return action

    def _change(self) -> tuple[str, str]:
        changes = (("read", ""), ("", "read"), ("桥", ""), ("茶", ""), ("茶", "桥"), ("", "桥"))
        return self.chance.choice(changes)

    def _done(self, action: Action, how: tuple[str, int, bool] | None) -> tuple[str, Any]:
        """Do it; return what became of it (done, refused or killed), and what was returned."""
        if how is None:
            return "done", self.reader.do(action)
        kind, step, lasting = how
        if kind == "kill":
            return self._in_child(action, step)
        try:
            with fault(kind, step, lasting=lasting, folder=self.top):
                return "done", self.reader.do(action)
        except UnsureError as error:
            return "unsure", error
        except DubaoError as error:
            return "refused", error

    def _in_child(self, action: Action, step: int) -> tuple[str, Any]:
        mine, its = os.pipe()

        def do() -> None:
            with fault("kill", step, lasting=False, folder=self.top):
                value = self.reader.do(action)
            os.write(its, json.dumps(value).encode())

        child = forked(do)
        os.close(its)
        with open(mine, "rb") as pipe:
            told = pipe.read()
        status = ended(child)
        if status == -signal.SIGKILL:
            return "killed", None
        assert status == 0
        self.reader = Reader(self.top)
        return "done", json.loads(told)

    def judge(self, action: Action, outcome: str, value: object, found: Facts) -> None:
        """See that what is there is what there must be, and let the model follow it."""
        models = self.candidates(action, outcome, value)
        for model in models:
            if not _differing(model, found):
                break
        else:
            mixed = self._partly(action, outcome, models, found)
            model = mixed or self._come_in(action, models, found)
        if outcome in ("killed", "refused"):
            self.counts["done yet" if model is models[-1] else "not begun"] += 1
            self._loosen(models)
        else:
            for key in _differing(self.model, models[-1].facts()):
                self.loose.pop(key, None)
        self.model = model

    def candidates(self, action: Action, outcome: str, value: object) -> list[Model]:
        """Return the models as they may be after this, in turn, the old one first where it may."""
        name, *given = action
        if name == "undo_page":
            issue = self.model.issue(given[0])
            edited = [n for n in issue if self.model.shelves[HERE][n].pages]
            if outcome == "done":
                assert (value in edited) if edited else value is None
                return [self.model.after(name, value)]
            new = [self.model.after(name, n) for n in edited]
        elif name == "act":
            return self._acted(given[0], outcome)
        elif name == "move":  # it is there before it goes here
            new = [self.model.after("copy", *given), self.model.after(name, *given)]
        else:
            new = [self.model.after(name, *given)]
        return new[-1:] if outcome in ("done", "unsure") else [self.model, *new]

    def _acted(self, due: dict[str, bool], outcome: str) -> list[Model]:
        """Return the models after each filter that is `due`; one may act anew if it ever did."""
        models = [self.model]
        acting = [name for name in self.model.filters if due[name]]
        for name in acting:
            acted = self.model.filters[name].acted
            anew = {True: (False,), False: (True,), None: (False, True)}[acted]
            models += [model.after("act", name, anew=each) for model in models for each in anew]
        if outcome in ("done", "unsure"):
            last = [m for m in models if all(m.filters[name].acted for name in acting)]
            return [m for m in last if m._moment == self.model._moment + len(acting)]
        for model in models:
            for name in acting:
                model.filters[name].acted = self.model.filters[name].acted and None
                if model is not self.model:
                    model.filters[name].acted = None
        return models

    def _loosen(self, models: list[Model]) -> None:
        """Keep what may come in with a repair of what was not acknowledged."""
        for model in models:
            for key, values in _differing(self.model, model.facts()).items():
                if key.startswith((HERE, THERE)):
                    self.loose.setdefault(key, set()).update(values)
                    n = int(key.partition("/")[2])
                    self.loose[key].add((n % 4 if n % 5 else None, str(n)))

    def _come_in(self, action: Action, models: list[Model], found: Facts) -> Model:
        """Return the model after a repair, with what it has taken in of what is loose."""
        model = deepcopy(self.model)
        differs = _differing(model, found)
        for key, (_, now) in differs.items():
            if action[0] != "repair" or now not in self.loose.get(key, ()):
                differs = _differing(models[-1], found)
                lost = sum(key not in found for key in differs)
                story = "\n".join(map(str, self.story))
                pytest.fail(f"lost {lost}, of {differs}\n{self.loose}\n{story}")
            model.following(key, found.get(key))
        self.counts["came in"] += 1
        return model

    def _partly(
        self, action: Action, outcome: str, models: list[Model], found: Facts
    ) -> Model | None:
        """Return the model in which each mark is done or not begun, if that is so."""
        if action[0] not in ("mark", "act", "undo_marks") or outcome not in ("killed", "refused"):
            return None
        facts = [model.facts() for model in models]
        mixed = deepcopy(models[-1])
        for n in NUMBERS:
            fits = [
                model
                for model, each in zip(models, facts, strict=True)
                if each.get(f"mark/{n}") == found.get(f"mark/{n}")
            ]
            if not fits:
                return None
            mixed.marks[n] = deepcopy(fits[-1].marks[n])
        self.counts["partly"] += 1
        return None if _differing(mixed, found) else mixed


def _differing(model: Model, found: Facts) -> dict[str, tuple[object, object]]:
    """Return what is other in `found` than in the model, with what it is in each."""
    expected = model.facts()
    return {
        key: (expected.get(key), found.get(key))
        for key in sorted(expected.keys() | found.keys())
        if expected.get(key) != found.get(key)
    }


@pytest.fixture(autouse=True)
def _often_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is recent in a catalogue be taken into its base when four rows are."""
    monkeypatch.setattr(catalogue_file, "ROOM", 3)


@pytest.fixture(scope="module")
def counts() -> Iterator[Counter[str]]:
    """Give counts of what became of the actions; they are printed in the end."""
    found: Counter[str] = Counter()
    yield found
    print(f"\n{dict(found)}")


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_what_was_acknowledged_is_there_and_nothing_else(
    tmp_path: Path, seed: int, counts: Counter[str]
) -> None:
    history = History(seed, tmp_path, counts)
    for _ in range(LENGTH):
        history.go_on()
