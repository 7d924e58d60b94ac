"""Answers of papers that have an interface of their own, saved as JSON (SOURCES, section 5).

A shape is told by the names in it, and each has one short function here.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from msgspec import Struct

from store.press.epaper.labels import read_label
from store.press.epaper.page_list import Entry, ListedPage
from store.press.forms.dates import printed_date
from store.press.markup.text import bare
from store.press.text.numbers import page_number

Json = Mapping[str, object]

_DAYS = (
    "date",
    "paperDate",
    "periodDate",
    "pubdate",
    "pubDate",
    "DOCPUBTIME",
    "publishDate",
    "jdate",
)
_PAPERS = ("paperName", "papername", "BZMC", "jname")
_TITLES = ("mainTitle", "documentTitle", "DOCTITLE", "title", "infotitle")
_ADDRESSES = ("articleHref", "ZB_GUID", "id", "url")
_BODIES = ("documentContent", "DOCCONTENT", "IR_ABSTRACT", "content")
_AUTHORS = ("articleAuthor", "documentAuthor", "DOCAUTHOR", "author")
"""What papers call the parts of a story."""
_LINES = re.compile(r"</?(?:p|br|div)\b[^<>]*>|\r?\n", re.IGNORECASE)
_DEEPEST = 6


class Answer(Struct):
    """What an answer says of its issue; `bodies` are those of `entries`, by their place."""

    pages: list[ListedPage]
    entries: list[Entry]
    bodies: dict[int, tuple[str, ...]]
    authors: dict[int, str]
    paper: str = ""
    day: date | None = None


def read_answer(text: str) -> Answer | None:
    """Return what an interface's answer says of pages and articles; None when it is no such.

    A refusal that comes as an answer has neither, and is None, too.
    """
    try:
        said: object = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None
    for value in _values(said):
        names = value if isinstance(value, dict) else next(iter(_maps(value)), {})
        for sign in _SHAPES.keys() & names.keys():
            answer = _SHAPES[sign](value)
            if answer.entries:
                answer.day, answer.paper = _day(said), _first(said, _PAPERS)
                return answer
    return None


def _values(said: object, depth: int = 0) -> Iterator[object]:
    """Yield the objects and lists of an answer, the outermost first."""
    if depth > _DEEPEST or not isinstance(said, dict | list):
        return
    yield said
    for value in said.values() if isinstance(said, dict) else said[:200]:
        yield from _values(value, depth + 1)


def _maps(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    """Return a title or a name: tags go, entities are read, ``<br/>`` is a blank."""
    if isinstance(value, int):
        return str(value)
    return bare(value) if isinstance(value, str) else ""


def _get(value: Json, *names: str) -> str:
    return next((found for name in names if (found := _text(value.get(name)))), "")


def _first(said: object, names: Sequence[str]) -> str:
    found = (_get(each, *names) for each in _values(said) if isinstance(each, dict))
    return next(filter(None, found), "")


def _day(said: object) -> date | None:
    given = _first(said, _DAYS)
    return printed_date([given[:10], given[:8]]) if given else None


class _Paged(Struct):
    """Gathers pages and entries in the order in which they come."""

    pages: dict[str, ListedPage] = msgspec.field(default_factory=dict)
    entries: list[Entry] = msgspec.field(default_factory=list)
    bodies: dict[int, tuple[str, ...]] = msgspec.field(default_factory=dict)
    authors: dict[int, str] = msgspec.field(default_factory=dict)

    def page(self, number: str, name: str) -> str:
        label = read_label(number, of_page=True) or read_label(name)
        key = label.number if label else page_number(number) or str(len(self.pages) + 1)
        given = read_label(name)
        shown = (given.name if given else name) or (label.name if label else "")
        if key not in self.pages:
            self.pages[key] = ListedPage(key, "".join(shown.split()))
        return key

    def story(self, page: str, story: Json) -> None:
        """Keep what is said of a `story` on this `page`, if it has a title."""
        title = _get(story, *_TITLES)
        if not title:
            return
        at = len(self.entries)
        bodies = (story.get(name) for name in _BODIES)
        body = next((told for told in bodies if told and isinstance(told, str)), "")
        if lines := tuple(filter(None, map(bare, _LINES.split(html.unescape(body))))):
            self.bodies[at] = lines
        if author := _get(story, *_AUTHORS):
            self.authors[at] = author
        self.entries.append(Entry(_get(story, *_ADDRESSES), title, page))

    def answer(self) -> Answer:
        return Answer(list(self.pages.values()), self.entries, self.bodies, self.authors)


def _army(said: object) -> Answer:
    """解放军报: index.json."""
    found = _Paged()
    for page in _maps(said.get("paperInfo") if isinstance(said, dict) else None):
        number = found.page(_get(page, "paperNumber"), _get(page, "paperBk"))
        for story in _maps(page.get("xyList")):
            found.story(number, story)
    return found.answer()


def _journal(said: object) -> Answer:
    """解放日报: getJournalPage.do, whose list has the last article first."""
    found = _Paged()
    if not isinstance(said, dict):
        return found.answer()
    here = said.get("page")
    for page in _maps(said.get("pagelist")):
        found.page(_get(page, "pnumber"), _get(page, "pname"))
    number = (
        found.page(_get(here, "pnumber"), _get(here, "pname")) if isinstance(here, dict) else "1"
    )
    for story in reversed(_maps(said.get("articlelist"))):
        found.story(number, story)
    return found.answer()


def _capital(said: object) -> Answer:
    """新京报: data.json, a list of pages."""
    found = _Paged()
    for page in _maps(said):
        number = found.page(_get(page, "pageNo"), _get(page, "pageName"))
        for story in _maps(page.get("onePageArticleList")):
            found.story(number, story)
    return found.answer()


def _layouts(said: object) -> Answer:
    """南充日报 and its like: layouts, each with the list of its articles."""
    found = _Paged()
    for page in _maps(said.get("layoutlist") if isinstance(said, dict) else None):
        number = found.page(
            _get(page, "layoutno", "layoutNo", "no", "number", "name"),
            _get(page, "layoutname", "layoutName", "name", "title"),
        )
        for story in _listed(page):
            found.story(number, story)
    if not found.entries and isinstance(said, dict):
        for story in _listed(said):
            found.story(next(iter(found.pages), "1"), story)
    return found.answer()


def _listed(holder: Json) -> list[Json]:
    held = holder.get("infolist")
    return _maps(held.get("list") if isinstance(held, dict) else held)


def _documents(said: object) -> Answer:
    """温州日报 and its like: a list of documents, each with the page that it stands on."""
    found = _Paged()
    for story in _maps(said):
        number = found.page(_get(story, "editionCode", "editionNo"), _get(story, "editionName"))
        found.story(number, story)
    return found.answer()


def _catalogues(said: object) -> Answer:
    """中国纪检监察报, 民族报: pages with their catalogue, or the articles of one page."""
    found = _Paged()
    for page in _maps(said):
        number = found.page(_get(page, "BC"), _get(page, "BM", "BC"))
        for story in _maps(page.get("IRCATELOG")) or [page]:
            found.story(number, story)
    return found.answer()


_SHAPES: dict[str, Callable[[object], Answer]] = {
    "paperInfo": _army,
    "articlelist": _journal,
    "onePageArticleList": _capital,
    "layoutlist": _layouts,
    "documentTitle": _documents,
    "IRCATELOG": _catalogues,
    "DOCTITLE": _catalogues,
}
"""What reads an answer, by a name that stands in it alone."""
