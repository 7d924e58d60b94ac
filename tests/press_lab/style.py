"""The habits that one maker keeps through an issue: drawn once, so that a page is of one cast."""

import random
from collections.abc import Iterable, Sequence

from msgspec import Struct

from tests.press_lab.families import FAMILIES, Family
from tests.press_lab.habits import around, page_lines, people
from tests.press_lab.habits.tables import Form, at_home, not_only_of

TABLES: dict[str, tuple[Form, ...]] = {
    "masthead": page_lines.MASTHEADS,
    "page_line": page_lines.PAGE_LINES,
    "closing": page_lines.CLOSING,
    "under_head": page_lines.UNDER_HEAD,
    "in_headline": page_lines.IN_HEADLINE,
    "source": around.SOURCES,
    "byline": people.BYLINES,
    "lead": people.LEADS,
    "tail": people.TAILS,
    "credit": people.CREDITS,
    "caption": people.CAPTIONS,
    "column": around.COLUMN_FORMS,
    "site_above": around.SITE_ABOVE,
    "site_below": around.SITE_BELOW,
    "picture": around.PICTURES,
    "notice": around.NOTICES,
    "separator": around.SEPARATORS,
    "contents": around.CONTENTS_HEADERS,
    "entry": around.ENTRIES,
}
MANY = {
    "site_above": 4,
    "site_below": 4,
    "notice": 4,
    "byline": 2,
    "lead": 2,
    "tail": 2,
    "credit": 2,
}
"""Of these slots a page uses several forms."""
FOREIGN = 0.15
"""How often a form of another family is taken: habits travel."""
HABITS = (
    "kicker", "subhead", "crosshead", "numbered", "crosshead_gap", "two_line", "letterspaced",
    "cut", "brief", "caption_in_paragraph", "tail_line", "jump", "gap_in_picture",
    "box", "echo", "table", "titles", "scattered", "rest_line",
)  # fmt: skip
"""Habits that are no forms of lines; each has its rate in a family's table."""


class Style(Struct):
    """What has been drawn: the forms of each slot, how often each habit is kept, and the layout."""

    family: str
    forms: dict[str, list[str]]
    rates: dict[str, float]
    binding: str
    blank: str
    indent: str
    wrap: int
    half: bool
    forced: dict[str, str] = {}

    def one(self, slot: str, rng: random.Random) -> str:
        """Return one of the forms of `slot`, or nothing where this maker has none."""
        forms = self.forms.get(slot)
        return rng.choice(forms) if forms else ""

    def keeps(self, habit: str, rng: random.Random) -> bool:
        """Return whether `habit` is kept this time."""
        return rng.random() < self.rates.get(habit, 0.0)

    def used(self) -> Iterable[str]:
        """Yield the names of what is usual with this maker, for tables by habit."""
        yield f"family={self.family}"
        yield f"binding={self.binding}"
        yield f"blank={self.blank}"
        yield f"indent={'yes' if self.indent else 'no'}"
        if self.half:
            yield "half"
        for habit, rate in self.rates.items():
            if rate:
                yield habit
        for slot, forms in self.forms.items():
            for form in forms:
                yield f"{slot}: {form}"


def draw(rng: random.Random, family: str, barred: frozenset[str] = frozenset()) -> Style:
    """Return a style of `family`; no form is in it that only families of `barred` have."""
    habits = FAMILIES[family]
    forms = {
        slot: _forms(rng, slot, family, habits, barred)
        for slot in TABLES
        if rng.random() < habits.use.get(slot, 0.0)
    }
    rates = {
        habit: rng.choice((0.4, 0.8, 1.0))
        for habit in HABITS
        if rng.random() < habits.use.get(habit, 0.0)
    }
    binding = _weighted(rng, habits.bindings)
    return Style(
        family,
        {slot: found for slot, found in forms.items() if found},
        rates,
        binding,
        blank=_weighted(rng, habits.blank),
        indent=_weighted(rng, habits.indent),
        wrap=rng.choice(habits.widths) if rng.random() < habits.wrapped else 0,
        half=rng.random() < habits.half,
    )


def _forms(
    rng: random.Random, slot: str, family: str, habits: Family, barred: frozenset[str]
) -> list[str]:
    home = at_home(TABLES[slot], family)
    others = not_only_of(TABLES[slot], barred) if habits.script == "zh-Hans" else home
    others = [form for form in others if not _is_traditional(form)] or home
    count = rng.randint(1, MANY.get(slot, 1))
    if not home and not others:
        return []
    return [
        rng.choice(others if not home or rng.random() < FOREIGN else home) for _ in range(count)
    ]


def _is_traditional(form: str) -> bool:
    return any(char in form for char in "報導記華責廣訊攝標")


def _weighted(rng: random.Random, weights: Sequence[tuple[str, float]]) -> str:
    return rng.choices([name for name, _ in weights], [weight for _, weight in weights])[0]
