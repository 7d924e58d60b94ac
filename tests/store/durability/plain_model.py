"""What a reader was told, as plain as it can be said: where each source is, and what marks it has.

It knows nothing of files, catalogues, issues or merging. Sources are numbers; each holds one
article, which a reader may move to another page.
"""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

DAYS = 4

NUMBERS = tuple(n for n in range(40) if n % 8 not in (1, 5))
"""The sources: those of `actions.source` that continue no other."""

HERE, THERE = "library", "other"

Fact = tuple[object, ...]
Facts = dict[str, Fact]
"""What can be seen, by what it is said of: ``library/7``, ``mark/7``, ``clip/7``, ``filter/x``."""

KEPT_PAST = 8


@dataclass
class Source:
    """A source in a library: the pages to which its article was moved, its day, and if it is out.

    Sources that were removed as one issue have the same number in `removed`.
    """

    day: int | None
    pages: list[str] = field(default_factory=list)
    removed: int = 0


@dataclass
class Marks:
    """The marks on one article, and the moments of what was done to them, with what they were."""

    now: frozenset[str] = frozenset()
    past: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    touched: bool = False


@dataclass
class Filter:
    """A saved filter: what it gives, and whether it has ever acted (None: perhaps)."""

    mark: str
    acted: bool | None = False


class Model:
    """All that there is. Each action returns the model as it is after that."""

    def __init__(self) -> None:
        self.shelves: dict[str, dict[int, Source]] = {HERE: {}, THERE: {}}
        self.marks: dict[int, Marks] = {n: Marks() for n in NUMBERS}
        self.clips: dict[int, int] = dict.fromkeys(NUMBERS, 0)
        self.filters: dict[str, Filter] = {}
        self._moment = 0
        self._emptied: dict[int, Source] = {}
        """What has been emptied, as it was."""

    def facts(self) -> Facts:
        """Return what is to be seen."""
        facts: Facts = {}
        for name, shelf in self.shelves.items():
            for n, held in shelf.items():
                page = held.pages[-1] if held.pages else str(n)
                facts[f"{name}/{n}"] = ("removed",) if held.removed else (held.day, page)
        for n, marks in self.marks.items():
            if marks.now:
                facts[f"mark/{n}"] = tuple(sorted(marks.now))
        facts |= {f"clip/{n}": (count,) for n, count in self.clips.items() if count}
        facts |= {f"filter/{name}": (each.mark,) for name, each in self.filters.items()}
        return facts

    def live(self, shelf: str = HERE) -> list[int]:
        """Return the sources that are in a library and not removed."""
        return [n for n, held in self.shelves[shelf].items() if not held.removed]

    def issue(self, n: int, shelf: str = HERE) -> list[int]:
        """Return the sources that are in one issue with this one, removed or not."""
        held = self.shelves[shelf][n]
        if held.removed:
            return [m for m, s in self.shelves[shelf].items() if s.removed == held.removed]
        if held.day is None:
            return [n]
        return [m for m in self.live(shelf) if self.shelves[shelf][m].day == held.day]

    def after(self, name: str, *given: object, **named: object) -> "Model":
        """Return the model after this action."""
        new = deepcopy(self)
        new._moment += 1
        getattr(new, f"_{name}")(*given, **named)
        return new

    def following(self, key: str, fact: Fact | None) -> None:
        """Let something be as it is found, without having been asked for."""
        shelf, _, n = key.partition("/")
        if fact is None:
            self.shelves[shelf].pop(int(n), None)
            return
        held = self.shelves[shelf].setdefault(
            int(n), deepcopy(self._emptied.get(int(n), Source(None)))
        )
        if fact == ("removed",):
            self._moment += 1
            held.removed = self._moment
        else:
            day, page = fact
            held.day, held.removed = day, 0  # type: ignore[assignment]
            held.pages = [] if page == n else [*held.pages, str(page)]

    def _add(self, *numbers: int) -> None:
        for n in numbers:
            self._hold(n, n % DAYS if n % 5 else None)

    def _date(self, n: int) -> None:
        self._hold(n, n % DAYS)

    def _hold(self, n: int, day: int | None) -> None:
        shelf = self.shelves[HERE]
        if n not in shelf:
            shelf[n] = Source(day)
        elif shelf[n].removed:
            self._restore(n)
        if shelf[n].day is None:
            shelf[n].day = day

    def _page(self, n: int, page: str) -> None:
        self.shelves[HERE][n].pages.append(page)

    def _undo_page(self, n: int | None) -> None:
        if n is not None:
            self.shelves[HERE][n].pages.pop()

    def _remove(self, n: int) -> None:
        for m in self.issue(n):
            self.shelves[HERE][m].removed = self._moment

    def _restore(self, n: int) -> None:
        for m in self.issue(n):
            self.shelves[HERE][m].removed = 0

    def _empty(self) -> None:
        shelf = self.shelves[HERE]
        self._emptied |= {n: held for n, held in shelf.items() if held.removed}
        self.shelves[HERE] = {n: held for n, held in shelf.items() if not held.removed}

    def _copy(self, n: int) -> None:
        for m in self.issue(n):
            self.shelves[THERE][m] = deepcopy(self.shelves[HERE][m])

    def _move(self, n: int) -> None:
        self._copy(n)
        self._remove(n)

    def _mark(self, numbers: Iterable[int], put: str, take: str) -> None:
        for n in numbers:
            self._put(n, (self.marks[n].now | {put}) - {take, ""}, by_filter=False)

    def _put(self, n: int, after: frozenset[str], *, by_filter: bool) -> None:
        marks = self.marks[n]
        if after != marks.now:
            marks.past = [*marks.past, (self._moment, marks.now)][-KEPT_PAST:]
            marks.now = after
            marks.touched |= not by_filter

    def _undo_marks(self) -> None:
        last = max((marks.past[-1][0] for marks in self.marks.values() if marks.past), default=0)
        for marks in self.marks.values():
            if marks.past and marks.past[-1][0] == last:
                marks.now = marks.past.pop()[1]
                marks.touched = True

    def _clip(self, n: int) -> None:
        self.clips[n] += 1

    def _unclip(self, n: int) -> None:
        self.clips[n] -= 1

    def _save(self, name: str, mark: str) -> None:
        self.filters[name] = Filter(mark)

    def _drop(self, name: str) -> None:
        del self.filters[name]

    def _act(self, name: str, *, anew: bool) -> None:
        """Let this filter act, on what its reader has marked too if it does so `anew`."""
        each = self.filters[name]
        for n in self.live():
            if anew or not self.marks[n].touched:
                self._put(n, self.marks[n].now | {each.mark}, by_filter=True)
        each.acted = True

    def _nothing(self) -> None:
        pass

    _check = _repair = _index = _nothing
