"""Clippings in the forms that other programs take, by format."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath

from store.backends.serialization import to_json
from store.errors import DubaoError
from store.markup import escape_markdown
from store.messages import template
from store.models import issue_of
from store.press.text.clean import printable
from store.reader.clippings import Clip
from store.reader.short_names import short_names

Form = Callable[[Sequence[Clip]], Iterator[str]]
"""From clippings to the lines of a document."""

BOM = "\ufeff"
"""What tells Excel that a table is UTF-8; without it Chinese is read as the system's code page."""

HEADS = (
    template("Id"),
    template("Date"),
    template("Paper"),
    template("Page"),
    template("Headline"),
    template("Authors"),
    template("Text"),
    template("Citation"),
    template("Note"),
)
"""The heads of a table. Not ``ID``: Excel takes a file that begins so for another format (SYLK)."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes a formula to begin with (OWASP, CSV injection)."""

_SPECIAL = re.compile(r"[&%$#_]")
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def as_markdown(clips: Sequence[Clip]) -> Iterator[str]:
    """Yield a Markdown document, each clipping with note and source beneath it."""
    for number, clip in enumerate(clips):
        if number:
            yield ""
        yield f"## {escape_markdown(clip.headline) or '……'}"
        for paragraph in clip.paragraphs:
            yield ""
            yield f"> {escape_markdown(paragraph)}"
        if clip.note:
            yield ""
            yield f"*{escape_markdown(clip.note)}*"
        yield ""
        yield f"— {escape_markdown(clip.citation)}"


def as_csv(clips: Sequence[Clip], say: Callable[[str], str] = str) -> Iterator[str]:
    """Yield a table (RFC 4180), as Excel opens it; `say` has its heads in the reader's language.

    What a spreadsheet would take for a formula begins with an apostrophe.
    """
    names = short_names(clip.id for clip in clips)
    yield _row(map(say, HEADS))
    for clip in clips:
        text = "\n".join(clip.paragraphs)
        authors = "、".join(clip.authors)
        where = (_day(clip), clip.paper, clip.page)
        yield _row((names[clip.id], *where, clip.headline, authors, text, clip.citation, clip.note))


def as_bibtex(clips: Sequence[Clip]) -> Iterator[str]:
    """Yield a bibliography for BibTeX and biblatex."""
    keys = short_names(clip.id for clip in clips)
    for clip in clips:
        fields = {
            "title": f"{{{_tex(clip.headline)}}}" if clip.headline else "",
            "author": " and ".join(f"{{{_tex(name)}}}" for name in clip.authors),
            "journal": _tex(clip.paper),
            "entrysubtype": "newspaper",
            "date": _day(clip),
            "year": str(clip.date.year) if clip.date else "",
            "month": str(clip.date.month) if clip.date else "",
            "pages": _tex(clip.page),
            "abstract": _tex(" ".join(clip.paragraphs)),
            "note": _tex(clip.note),
        }
        yield f"@article{{{issue_of(clip.article)}-{keys[clip.id]},"
        yield from (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
        yield "}"


def as_ris(clips: Sequence[Clip]) -> Iterator[str]:
    """Yield references in RIS: tags of two characters, a line each."""
    for clip in clips:
        fields = [
            ("TY", "NEWS"),
            ("TI", clip.headline),
            *(("AU", name) for name in clip.authors),
            ("T2", clip.paper),
            ("PY", str(clip.date.year) if clip.date else ""),
            ("DA", f"{clip.date:%Y/%m/%d}" if clip.date else ""),
            ("SP", clip.page),
            ("AB", " ".join(clip.paragraphs)),
            ("N1", clip.note),
        ]
        yield from (f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value)
        yield "ER  - "
        yield ""


def as_csl(clips: Sequence[Clip]) -> Iterator[str]:
    """Yield references as CSL-JSON, which Zotero and pandoc read."""
    keys = short_names(clip.id for clip in clips)
    items = []
    for clip in clips:
        day = clip.date
        fields = {
            "title": clip.headline,
            "author": [{"literal": name} for name in clip.authors],
            "container-title": clip.paper,
            "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
            "page": clip.page,
            "abstract": "\n".join(clip.paragraphs),
            "note": clip.note,
        }
        given = {name: value for name, value in fields.items() if value}
        items.append({"id": keys[clip.id], "type": "article-newspaper", **given})
    yield from to_json(items, indent=True).decode().splitlines()


def as_json_lines(clips: Sequence[Clip]) -> Iterator[str]:
    """Yield each clipping as it is kept, a JSON object a line."""
    return (to_json(clip).decode() for clip in clips)


def as_sources(clips: Sequence[Clip]) -> Iterator[str]:
    """Yield the source of each after GB/T 7714-2015, a line each."""
    return (clip.citation for clip in clips)


FORMS: dict[str, tuple[str, Form]] = {
    "markdown": (".md", as_markdown),
    "gbt7714": (".txt", as_sources),
    "bibtex": (".bib", as_bibtex),
    "ris": (".ris", as_ris),
    "csl-json": (".json", as_csl),
    "csv": (".csv", as_csv),
    "jsonl": (".jsonl", as_json_lines),
}
"""The formats, each with the suffix of file names that implies it."""


def form_of(file: str) -> str:
    """Return the format that the name of `file` implies; raise DubaoError when it implies none."""
    suffixes = {suffix: name for name, (suffix, _) in FORMS.items()}
    suffix = PurePath(file).suffix.lower()
    if suffix not in suffixes:
        raise DubaoError(
            "{file}: the name does not tell the format; end it with one of {known}.",
            file=file,
            known=" ".join(suffixes),
        )
    return suffixes[suffix]


def document(clips: Iterable[Clip], form: str, say: Callable[[str], str] = str) -> str:
    """Return `clips` as a document in this format, safe to print.

    Tables and RIS end their lines as their rules want it. A table tells that it is UTF-8, and is
    for people: its heads are as they `say` them. Programs take JSON.
    """
    ends = "\r\n" if form in ("csv", "ris") else "\n"
    made = as_csv(tuple(clips), say) if form == "csv" else FORMS[form][1](tuple(clips))
    lines = map(printable, made)
    return (BOM if form == "csv" else "") + "".join(f"{line}{ends}" for line in lines)


def _day(clip: Clip) -> str:
    return clip.date.isoformat() if clip.date else ""


def _tex(text: str) -> str:
    """Return `text` with nothing in it that TeX would take for markup; braces are left out."""
    plain = "".join(_TEX.get(each, each) for each in text if each not in "{}\n\r")
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", plain)


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells)
    return out.getvalue().removesuffix("\r\n")
