"""The room of mails and saved pages: the part that tells something, read in the room of its kind.

Of a mail that is its markup, else its text, else what is attached. What the mail itself says, whose
it is and when it was sent, counts where nothing is printed; that a page was saved says neither.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from msgspec.structs import replace

from store.errors import SourceError
from store.models import Article, Issue, Paper
from store.moments import CHINA
from store.press.dump.read import read_dump, read_set_lines
from store.press.forms.dates import printed_date
from store.press.forms.masthead import read_masthead
from store.press.forms.surnames import is_person
from store.press.kinds import DUMP, MHTML
from store.press.limits import allow
from store.press.mail.digest import bracketed_lines, digest_lines, is_digest, tells_subscribers
from store.press.mail.pictures import with_addresses, with_pictures
from store.press.mail.text import plain_text, text_of
from store.press.markup.meta import title_of
from store.press.markup.parse import parse
from store.press.markup.surroundings import drop_surroundings
from store.press.material import Material
from store.press.mime import Mail, Part, mails_of, read_message
from store.press.recognise import recognise
from store.press.result import PressResult
from store.press.text.clean import clean_line
from store.press.text.decode import Decoded

Read = Callable[[Material], Sequence[PressResult]]
"""Reads what a mail holds in the room of its kind."""

_MARKUP = "text/html", "application/xhtml+xml"
_PAGE = "<!DOCTYPE html>\n"
"""What many a mail leaves out, though it says elsewhere that it is markup."""
_SAVED = "<!-- saved from url=({length:04}){address} -->\n"
_FORWARDED = re.compile(r"(?:(?:转发|回复|答复|轉寄|fwd?|re|fw)\s*[:：]\s*)+", re.IGNORECASE)
_ON_BEHALF = re.compile(r".{1,60} (?:from|via|at|\|) (?=\S)", re.IGNORECASE)
"""Who writes what a paper or a service sends: 柳青舟 from 渡口通讯."""
_MOST_SHOWN, _MOST_ATTACHED = 50, 20
_MOST_MAILS, _FOR_EACH = 200, 0.5
"""Mails of a box, and seconds of processor time for each."""
_COVERING = 300
"""Characters that a letter which only covers what is attached does not have."""


def read_mail(material: Material, read: Read) -> Sequence[PressResult]:
    """Return the issues that a mail, a box of mails or a saved page holds.

    `read` reads each part of it. Raises SourceError when nothing can be read, or when one of them
    cannot: what was wrong with the first of its parts.
    """
    mails = mails_of(material.data)
    if len(mails) == 1:
        return _read_mail(material, material.data, read)
    if len(mails) > _MOST_MAILS:
        raise SourceError(
            "{file}: this box has {count} mails; put {most} at most into one, and import that.",
            file=material.name,
            count=len(mails),
            most=_MOST_MAILS,
        )
    found: list[PressResult] = []
    why: list[SourceError] = []
    for data in mails:
        allow(_FOR_EACH)
        try:
            found += _read_mail(material, data, read)
        except SourceError as error:
            why.append(error)
    if not found:
        raise why[0]
    return found


def _read_mail(material: Material, data: bytes, read: Read) -> Sequence[PressResult]:
    mail = read_message(data, material.name)
    why: list[SourceError] = []
    results = _first(material, mail, read, why)
    covered = _each_attached(material, mail, read, why) if _told(results) < _COVERING else []
    results = covered or results
    if not results:
        raise (
            why[0]
            if why
            else SourceError(
                "{file}: this mail holds nothing to read; save what it links to, and import that.",
                file=material.name,
            )
        )
    if covered:
        mail = replace(mail, sender="")  # whoever passes papers on is none
    return [_as_of(material, mail, each) for each in results]


def _first(
    material: Material, mail: Mail, read: Read, why: list[SourceError]
) -> Sequence[PressResult]:
    """Return the issues in the first part that is shown and has any; errors go to `why`."""
    for part in islice(_shown(mail), _MOST_SHOWN):
        try:
            results = _read_shown(material, mail, part, read)
        except SourceError as error:
            why.append(error)
            continue
        if _told(results):
            return results
    return []


def _each_attached(
    material: Material, mail: Mail, read: Read, why: list[SourceError]
) -> Sequence[PressResult]:
    """Return the issues in all that is attached."""
    found: list[PressResult] = []
    for part in _attached(mail):
        name = clean_line(f"{material.name}: {part.file}")
        inner = replace(material, name=name, data=part.data, decoded=None, told=False)
        try:
            found += read(inner)
        except SourceError as error:
            why.append(error)
    return [each for each in found if each.issue.articles or each.issue.index]


def _told(results: Sequence[PressResult]) -> int:
    """Return how many characters the stories and the contents in `results` have."""
    articles = [article for each in results for article in each.issue.articles]
    entries = [entry.title for each in results for entry in each.issue.index]
    return sum(map(len, entries)) + sum(
        len(article.headline) + sum(map(len, article.paragraphs)) for article in articles
    )


def _shown(mail: Mail) -> Iterator[Part]:
    """Yield what is shown of a mail: its markup, the saved page's own first, else its text."""
    shown = [part for part in mail.parts if not part.file and part.data.strip()]
    markup = [part for part in shown if part.kind in _MARKUP]
    yield from sorted(markup, key=lambda part: part.location != mail.location)
    yield from (part for part in shown if part.kind == "text/plain")


def _attached(mail: Mail) -> list[Part]:
    """Return what is attached and may be read: no pictures, no sounds."""
    attached = [part for part in mail.parts if part.file and part.data.strip()]
    other = ("image/", "audio/", "video/", "font/")
    return [part for part in attached if not part.kind.startswith(other)][:_MOST_ATTACHED]


def _read_shown(material: Material, mail: Mail, part: Part, read: Read) -> Sequence[PressResult]:
    if part.kind in _MARKUP:
        return _read_markup(material, mail, with_addresses(text_of(part), mail), read)
    text = plain_text(part)
    inner = replace(material, data=text.encode(), told=False)
    if recognise(inner.data).kind is DUMP:
        if lines := bracketed_lines(text):
            return [read_set_lines(inner, lines)]
        decoded = Decoded(text, "utf-8", 1.0, 0)
        return [read_dump(replace(inner, kind=DUMP, decoded=decoded))]
    return read(inner)


def _read_markup(material: Material, mail: Mail, text: str, read: Read) -> Sequence[PressResult]:
    if material.kind is not MHTML:
        root = parse(text, material.name)
        title = title_of(root)
        drop_surroundings(root)
        if is_digest(root):
            result = read_set_lines(material, digest_lines(root, mail.sender))
            return [with_pictures(result, root)]
        if not title:
            text = f"<title>{_subject(mail)}</title>{text}"
    elif mail.location.startswith("http"):
        text = _SAVED.format(length=len(mail.location), address=mail.location) + text
    return read(replace(material, data=(_PAGE + text).encode(), decoded=None, told=False))


def _as_of(material: Material, mail: Mail, result: PressResult) -> PressResult:
    """Return what was read in a part as what was read in the whole source."""
    issue = result.issue
    made = issue.sources[0].made if issue.sources else None
    source = replace(material.source(), made=made)
    issue = replace(
        issue,
        pages=tuple(replace(page, source=source.sha256) for page in issue.pages),
        articles=tuple(replace(each, source=source.sha256) for each in issue.articles),
        sources=(source,),
    )
    if material.kind is not MHTML:
        issue = _with_header(issue, mail)
    return replace(result, issue=issue)


def _with_header(issue: Issue, mail: Mail) -> Issue:
    """Return `issue` with what a mail's header says of it, where nothing is printed."""
    subject = _subject(mail)
    named = (read_masthead([said]).paper.name for said in (mail.sender, subject))
    listed = mail.listed or tells_subscribers(issue.furniture)
    printed = "" if is_person(issue.paper.name) else issue.paper.name
    name = printed or next(filter(None, named), "") or _called(mail.sender, listed)
    day = issue.date or printed_date([subject]) or _day(mail)
    (first, *more) = issue.articles or (Article(),)
    if not more and issue.articles and not first.headline:
        issue = replace(issue, articles=(replace(first, headline=subject, key=""),))
    return replace(
        issue,
        paper=Paper(name, issue.paper.publishers),
        date=day,
        not_before="" if day else issue.not_before,
    )


def _subject(mail: Mail) -> str:
    return _FORWARDED.sub("", mail.subject, count=1).strip()


def _called(sender: str, listed: bool) -> str:
    """Return whom a mail is from where that is a paper: what goes to a list, and no person."""
    sender = _ON_BEHALF.sub("", sender)
    return sender if listed and "@" not in sender and not is_person(sender) else ""


def _day(mail: Mail) -> date | None:
    """Return the day on which a mail was sent, where it was; for a clock set to UTC in Shanghai."""
    if mail.sent is None:
        return None
    abroad = mail.sent.tzinfo is not None and mail.sent.utcoffset()
    return (mail.sent if abroad or mail.sent.tzinfo is None else mail.sent.astimezone(CHINA)).date()
