"""An issue's day: as printed, or else as far as the text proves it; no year is ever invented."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from store.models import Article
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import BARE_ROC_YEAR, DATE, DATE_LINE, DAY, ROC_YEAR, YEAR
from store.press.text.characters import folded
from store.press.text.numbers import parse_number

_FULL = re.compile(
    rf"(?P<year>{YEAR}|{ROC_YEAR}|{BARE_ROC_YEAR}) *年[ /]*"
    rf"(?P<month>{DAY}) *月[ /]*(?P<day>{DAY}) *日?"
    r"|(?<![\d.])(?P<year2>(?:19|20)\d\d)(?P<mark>[-./])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?![\d.])"
    rf"|(?P<year4>{ROC_YEAR}) *(?P<mark4>[-./·]) *(?P<month4>{DAY}) *(?P=mark4)"
    rf" *(?P<day4>{DAY})(?!\d)"
    r"|(?<!\d)(?P<year3>(?:19|20)\d\d)(?P<month3>0[1-9]|1[0-2])(?P<day3>[0-3]\d)(?!\d)"
)
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"
    r"|\b(?P<day2>\d{1,2}) (?P<month2>[a-z]{3,9}) (?P<year2>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_WITH_WEEKDAY = re.compile(
    rf"[^。，,(:]{{0,16}}(?={DATE}.*(?:星期|周)[一二三四五六日天]){DATE_LINE}"
)
_CITED = re.compile(r"《(?![^《》]*[报刊讯])[^《》]*》")
"""A work that is no paper: a day beside it is the work's."""
_SUFFIX = re.compile(r"\.[A-Za-z]{1,5}$")
_RECENT = re.compile(rf"(?<![年\d])(?P<month>{DAY})月(?P<day>{DAY})日")
_FUTURE = re.compile(r"[将拟于定至到前底起][^，。]{0,6}$")


def printed_date(furniture: Sequence[str]) -> date | None:
    """Return the day that masthead, running heads or site lines print, also over several lines."""
    plain = [text for text in map(folded, furniture) if not _is_of_a_work(text)]
    plain.sort(key=_names_no_paper)
    # A masthead may set 2019年11月, 19 and 星期二 above each other.
    for text in (*plain, " ".join(plain[:8])):
        for found in _dates(text):
            return found
    return None


def _names_no_paper(plain: str) -> bool:
    """Return whether a line is other than 《paper》（day, page）, whose day is the paper's own."""
    page = read_page_line(plain, plain) if "《" in plain else None
    return page is None or not page.names_paper


def printed_days(furniture: Iterable[str]) -> tuple[date, ...]:
    """Return the days that mastheads and running heads print with their weekday, each once."""
    lines = (text for text in map(folded, furniture) if _WITH_WEEKDAY.fullmatch(text))
    days = (next(_dates(text), None) for text in lines)
    return tuple(dict.fromkeys(day for day in days if day))


def _is_of_a_work(plain: str) -> bool:
    """Return whether a day beside a work's name is that work's; beside a page it is a paper's."""
    return bool(_CITED.search(plain)) and not read_page_line(plain, plain)


def date_in_name(name: str) -> date | None:
    """Return the day in a file's name: ``paper-2019-11-19.txt``, ``20191119_01.txt``."""
    stem = _SUFFIX.sub("", name.replace("\\", "/").rsplit("/", 1)[-1])
    return next(_dates(stem.replace("_", "-")), None)


def not_before(articles: Iterable[Article]) -> str:
    """Return ``"MM-DD"`` of the newest day that the stories' openings report, or ``""``.

    Only past events count: no 将于…, and no days with a year of their own.
    """
    days = {day for article in articles for day in _reported(article)}
    if not days:
        return ""
    # At the turn of the year January is the newer one.
    turn = any(month == 1 for month, _ in days) and any(month == 12 for month, _ in days)
    month, day = max(days, key=lambda found: (found[0] + 12 * (turn and found[0] < 7), found[1]))
    return f"{month:02}-{day:02}"


def _reported(article: Article) -> Iterator[tuple[int, int]]:
    text = folded(article.paragraphs[0][:400]) if article.paragraphs else ""
    for match in _RECENT.finditer(text):
        month, day = parse_number(match["month"]) or 0, parse_number(match["day"]) or 0
        if 1 <= month <= 12 and 1 <= day <= 31 and not _FUTURE.search(text[: match.start()][-10:]):
            yield month, day


def _dates(text: str) -> Iterator[date]:
    for match in _FULL.finditer(text):
        year, month, day = (
            match[name] or match[f"{name}2"] or match[f"{name}3"] or match[f"{name}4"]
            for name in ("year", "month", "day")
        )
        yield from _date(_year(year), parse_number(month), parse_number(day))
    for match in _ENGLISH.finditer(text):
        name = (match["month"] or match["month2"]).lower()
        month_number = next((i for i, m in enumerate(_MONTHS, 1) if m.startswith(name[:3])), None)
        yield from _date(
            parse_number(match["year"] or match["year2"]),
            month_number,
            parse_number(match["day"] or match["day2"]),
        )


def _year(text: str) -> int | None:
    _, republic, years = text.rpartition("民国")
    number = parse_number(years)
    return number + 1911 if number and (republic or number < 1000) else number


def _date(year: int | None, month: int | None, day: int | None) -> Iterator[date]:
    if year and month and day:
        try:
            yield date(year, month, day)
        except ValueError:
            return
