"""The door of the press: one source in, the issues that it holds out.

Each kind of source has a room, a folder beside this module; `ROOMS` names what reads there, loaded
when it is first used. A room gets a `Material` and returns a `PressResult` for each issue in it: a
feed of ten days holds ten, a mirrored folder one. It names each issue's paper and date, numbers
nothing (that is done here), and raises SourceError when there is nothing to read.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from store.errors import SourceError
from store.identity import numbered
from store.models import Issue
from store.press.kinds import KINDS, MAIL, MHTML, SourceKind
from store.press.limits import allow
from store.press.material import Material
from store.press.mirror import File, is_mirror, unpack
from store.press.recognise import Recognised, check_size, recognise, refused, text_of
from store.press.result import PressResult
from store.press.signs import is_by_office
from store.press.text.clean import clean_line

Room = Callable[[Material], Sequence[PressResult]]


def _dump(material: Material) -> Sequence[PressResult]:
    from store.press.dump.read import read_dump

    return [read_dump(material)]


def _epaper(material: Material) -> Sequence[PressResult]:
    from store.press.epaper.read import read_epaper

    return read_epaper(material)


def _interface(material: Material) -> Sequence[PressResult]:
    from store.press.epaper.read import read_interface

    return read_interface(material)


def _feed(material: Material) -> Sequence[PressResult]:
    from store.press.feed.read import read_feed_issues

    return read_feed_issues(material)


def _pdf(material: Material) -> Sequence[PressResult]:
    from store.press.pdf.read import read_pdf

    return read_pdf(material)


def _web(material: Material) -> Sequence[PressResult]:
    if material.decoded and is_by_office(material.decoded.text):
        from store.press.document.page import read_office_page

        return read_office_page(material)
    from store.press.web.read import read_page

    return read_page(material)


def _document(material: Material) -> Sequence[PressResult]:
    from store.press.document.read import read_document

    return read_document(material)


def _epub(material: Material) -> Sequence[PressResult]:
    from store.press.epub.read import read_epub

    return read_epub(material)


def _mail(material: Material) -> Sequence[PressResult]:
    from store.press.mail.read import read_mail

    return read_mail(material, _within)


def _within(material: Material) -> Sequence[PressResult]:
    """Return the issues in what a source holds as a part, in the room of its kind."""
    found = recognise(material.data)
    if found.kind.code not in ROOMS or found.kind in (MAIL, MHTML):
        raise refused(found.kind, material.name)
    allow(found.kind.more_seconds)
    files = (File("", material.data),)
    return ROOMS[found.kind.code](
        replace(material, kind=found.kind, files=files, decoded=found.decoded)
    )


ROOMS: dict[str, Room] = {
    "dump": _dump,
    "epaper": _epaper,
    "epaper-article": _epaper,
    "interface": _interface,
    "feed": _feed,
    "pdf": _pdf,
    "web": _web,
    "docx": _document,
    "odt": _document,
    "epub": _epub,
    "mhtml": _mail,
    "mail": _mail,
}
"""What reads each kind, by its code: a room is added with one function and one line."""


def kinds_read() -> list[SourceKind]:
    """Return the kinds that have a room."""
    return [KINDS[code] for code in ROOMS]


def read(
    data: bytes,
    name: str,
    *,
    day: date | None = None,
    paper: str = "",
    kind: str = "",
    arrived: datetime | None = None,
) -> list[PressResult]:
    """Return the issues in one source, numbered; `name` is what it is called.

    `day` and `paper` are what a reader knows, and win over what is printed; `kind`, the code of
    one, wins over what the source looks like. What was fetched has its address for a `name`, and
    `arrived` then. There is at least one issue, and each has articles or
    a contents list. Raises SourceError in one sentence that names the file and what to do.
    """
    shown = clean_line(name)
    check_size(data, shown)
    found = _recognised(data, kind)
    room = ROOMS.get(found.kind.code)
    if room is None:
        raise refused(found.kind, shown)
    allow(found.kind.more_seconds)
    files = unpack(data, shown) if is_mirror(data) else (File("", data),)
    told = bool(kind)
    material = Material(shown, data, found.kind, files, found.decoded, day, paper, arrived, told)
    results = [each for each in _read_in(room, material) if each.issue.articles or each.issue.index]
    if not results:
        raise SourceError(
            "{file}: neither an article nor a contents list was found; check that it is a paper's.",
            file=shown,
        )
    return _parted(material, results)


def _recognised(data: bytes, kind: str) -> Recognised:
    """Return what `data` is, or what a reader says that it is."""
    if not kind:
        return recognise(data)
    return Recognised(KINDS[kind], None if is_mirror(data) else text_of(data))


def _read_in(room: Room, material: Material) -> Sequence[PressResult]:
    """Return what `room` reads; where it cannot, a kind that a reader has told may be why."""
    try:
        return room(material)
    except SourceError:
        looks = recognise(material.data).kind
        if not material.told or looks is material.kind or looks.code not in ROOMS:
            raise
        raise SourceError(
            "{file}: this cannot be read as {told}; it looks like {what}: leave out --as.",
            file=material.name,
            told=material.kind.name,
            what=looks.name,
        ) from None


def _parted(material: Material, results: Sequence[PressResult]) -> list[PressResult]:
    """Return `results` numbered, each with its part of the source where there are several."""
    several = len(results) > 1
    count: Counter[str] = Counter()
    parted = []
    for result in results:
        issue = result.issue
        if several:
            day = issue.date.isoformat() if issue.date else "undated"
            count[day] += 1
            part = day if count[day] == 1 else f"{day}-{count[day]}"
            sources = tuple(replace(source, part=part) for source in issue.sources)
            issue = replace(issue, sources=sources)
        issue = numbered(_sourced(issue, material.source().sha256))
        doubtful = tuple(a.id for a in issue.articles if a.doubtful)
        report = replace(result.report, kind=material.kind.code, doubtful=doubtful)
        parted.append(PressResult(issue, report))
    return parted


def _sourced(issue: Issue, sha256: str) -> Issue:
    """Return `issue` with the original of each page and article, where its room has left it out."""
    return replace(
        issue,
        pages=tuple(replace(page, source=page.source or sha256) for page in issue.pages),
        articles=tuple(replace(each, source=each.source or sha256) for each in issue.articles),
    )
