"""What made pages are filled with: towns, papers, people, days, drawn by chance."""

import random
import re
from datetime import date, timedelta
from pathlib import Path
from string import Formatter

_TEXT = (Path(__file__).parent / "vocabulary.txt").read_text("utf-8")
_LISTS = {line.split()[0]: tuple(line.split()[1:]) for line in _TEXT.splitlines()}
SURNAMES = _LISTS["surnames"]
GIVEN = _LISTS["given"]
TOWNS = _LISTS["towns"]
KINDS_OF_PAPER = _LISTS["kinds_of_paper"]
SECTIONS = _LISTS["sections"]
COLUMNS = _LISTS["columns"]
TRADITIONAL = {ord(pair[0]): pair[1] for pair in _LISTS["traditional"]}
DOUBLE = ("欧阳", "司徒", "上官", "诸葛", "慕容", "司马")
DIGITS = "零一二三四五六七八九"
WEEK = "一二三四五六日"


def hanzi(number: int) -> str:
    """Return `number`, below 100, as one counts in Chinese."""
    tens, units = divmod(number, 10)
    lead = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return lead + (DIGITS[units] if units or not tens else "")


def year_in_characters(year: int, zero: str) -> str:
    """Return the digits of `year` in characters; papers differ in their zero."""
    return "".join(DIGITS[int(digit)] for digit in str(year)).replace("零", zero)


class Facts:
    """What one issue prints of itself, and a hand that fills forms with it.

    Forms are templates with the names that `_value` knows. The people whom the form filled last has
    named are in `named`; what of paper and date was printed at all, in `printed`.
    """

    def __init__(self, rng: random.Random, *, traditional: bool = False) -> None:
        self.rng = rng
        self._script: dict[int, str] = TRADITIONAL if traditional else {}
        self.town = rng.choice(TOWNS).translate(self._script)
        paper = rng.choice((self.town + rng.choice(KINDS_OF_PAPER), f"今日{self.town}"))
        self.paper = paper.translate(self._script)
        self.day = date(2003, 1, 1) + timedelta(days=rng.randrange(13_000))
        self.number = rng.randrange(87, 9_000)
        self.pages = 1
        self.page = 1
        self.section = rng.choice(SECTIONS)
        self.between = rng.choice((" ", " ", "、", "  ", "\u3000"))
        self.spaced = rng.random() < 0.25
        if self.spaced and self.between == " ":
            self.between = "  "
        self.staff = [self.person() for _ in range(9)]
        self.named: list[str] = []
        self.printed: set[str] = set()

    def person(self) -> str:
        """Return a new name."""
        rng = self.rng
        surname = rng.choice(DOUBLE) if rng.random() < 0.04 else rng.choice(SURNAMES)
        return (surname + rng.choice(GIVEN)).translate(self._script)

    def fill(self, form: str) -> str:
        """Return `form` with all its fields filled."""
        self.named = []
        out = []
        for text, name, form_of, _ in Formatter().parse(form):
            out.append(text)
            if name is not None:
                out.append(format(self._value(name), form_of or ""))
        return "".join(out)

    def _value(self, name: str) -> str | int:
        if name.startswith("who"):
            return self._people(1)
        if name == "names":
            return self._people(self.rng.choices((1, 2, 3), (5, 4, 1))[0])
        if name in (
            "paper",
            "date",
            "iso",
            "slashed",
            "dotted",
            "spacedday",
            "cndate",
            "roc",
            "rocn",
        ):
            self.printed.add("paper" if name == "paper" else "date")
        simple = self._of_the_day() | self._of_the_issue()
        if name in simple:
            return simple[name]
        return self._by_chance(name)

    def _of_the_day(self) -> dict[str, str | int]:
        day, zero = self.day, self.rng.choice("〇○零O")
        roc = (
            year_in_characters(day.year - 1911, "〇")
            if day.year - 1911 > 99
            else hanzi(day.year - 1911)
        )
        month_day = f"{hanzi(day.month)}月{hanzi(day.day)}日"
        before = day - timedelta(days=1)
        return {
            "date": f"{day.year}年{day.month}月{day.day}日",
            "date0": f"{day.year}年{day:%m}月{day:%d}日",
            "iso": f"{day:%Y-%m-%d}",
            "slashed": f"{day.year}/{day.month}/{day.day}",
            "dotted": f"{day.year}.{day.month}.{day.day}",
            "spacedday": f"{day.year} 年 {day.month} 月 {day.day} 日",
            "cndate": f"{year_in_characters(day.year, zero)}年{month_day}",
            "roc": f"中華民國{day.year - 1911}年{day.month}月{day.day}日",
            "rocn": f"中華民國{roc}年{month_day}",
            "week": WEEK[day.weekday()],
            "md": f"{before.month}月{before.day}日",
            "d": f"{before.day}日",
        }  # fmt: skip

    def _of_the_issue(self) -> dict[str, str | int]:
        return {
            "paper": self.paper,
            "town": self.town,
            "section": self.section,
            "page": self.page,
            "pagecn": hanzi(self.page),
            "issue": self.number,
            "total": self.pages,
        }

    def _by_chance(self, name: str) -> str | int:
        rng = self.rng
        if name == "place":
            return rng.choice(TOWNS).translate(self._script)
        if name == "column":
            return rng.choice(COLUMNS)
        if name == "time":
            return f"{rng.randrange(24):02}:{rng.randrange(60):02}"
        if name == "n":
            return rng.randrange(1, 1000)
        if name == "nnnn":
            return rng.randrange(1000, 9999)
        if name == "hex":
            return f"{rng.getrandbits(32):08x}"
        if name == "site":
            return rng.choice(("yunling", "jcwb", "epaper", "zgb", "nanwan"))
        raise KeyError(name)

    def _people(self, count: int) -> str:
        names = self.rng.sample([name for name in self.staff if name not in self.named], count)
        self.named += names
        shown = [self._spaced(name) if self.spaced else name for name in names]
        return self.between.join(shown)

    @staticmethod
    def _spaced(name: str) -> str:
        return f"{name[0]} {name[1]}" if len(name) == 2 else name


def fields(form: str) -> set[str]:
    """Return the names of the fields of `form`."""
    return set(re.findall(r"\{(\w+)", form))
