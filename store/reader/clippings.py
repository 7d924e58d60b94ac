"""Clippings (剪报): articles, or paragraphs of them, kept with where they stood.

They are a reader's own and lie in their state, ``clips/2024-03.json`` for those of a month. A
clipping holds its text: it stays when its article is set right or its issue removed.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from store.backends.disk import state_files
from store.backends.files import Files
from store.backends.locking import PATIENCE, quietly
from store.backends.state_files import StateRecords, Told
from store.bounds import Address, Hash, Instant, Short, Text
from store.errors import DubaoError, NotFoundError
from store.markup import escape_markdown
from store.models import Article, Issue
from store.moments import next_moment, utc_now

FOLDER = "clips"


class Clip(Struct, frozen=True):
    """One clipping.

    `id` is the moment it was made (UTC) as digits, `taken` the same; `article` and `key` are the
    article's address and key then. `paragraphs` are those clipped, `whole` tells whether these are
    all. `authors` are the names of the byline, without their roles.
    """

    id: Hash
    taken: Instant
    article: Address
    key: Hash
    paper: Text
    date: date | None
    page: Short
    headline: Text
    kicker: Text = ""
    subhead: Text = ""
    authors: tuple[Text, ...] = ()
    paragraphs: tuple[Text, ...] = ()
    whole: bool = True

    @property
    def citation(self) -> str:
        """The clipping's source after GB/T 7714-2015, 4.7 (an article of a newspaper, ``[N]``).

        ``叶知秋. 古桥修好了[N]. 临江报, 2024-03-05(1).``
        """
        authors = ", ".join(self.authors[:3]) + (", 等" if len(self.authors) > 3 else "")
        day = self.date.isoformat() if self.date else "日期不详"
        title = f"{self.headline or '无题'}[N]"
        page = f"({self.page})" if self.page else ""
        parts = (authors, title, f"{self.paper or '报名不详'}, {day}{page}")
        return ". ".join(filter(None, parts)) + "."


def open_clips(
    folder: Path | None = None,
    *,
    clock: Callable[[], datetime] = utc_now,
    patience: float = PATIENCE,
    told: Told = quietly,
) -> "Clips":
    """Return the clippings kept in the state folder `folder`, or in this reader's own."""
    return Clips(state_files(folder, patience), clock, told)


class Clips:
    """One reader's clippings.

    Every method may raise LibraryError, with a sentence that names the file.
    """

    def __init__(
        self, files: Files, clock: Callable[[], datetime] = utc_now, told: Told = quietly
    ) -> None:
        self._files = files
        self._records = clip_records(files, told)
        self._clock = clock

    def clip(self, issue: Issue, article: Article, paragraphs: Iterable[int] = ()) -> Clip:
        """Keep an article, or those paragraphs of it (from 0), durably, and return the clipping.

        Raises DubaoError for a paragraph that it has not.
        """
        chosen = sorted(set(paragraphs))
        if chosen and not 0 <= chosen[0] <= chosen[-1] < len(article.paragraphs):
            raise DubaoError(
                "{id} has {count} paragraphs; say which.",
                id=article.id,
                count=len(article.paragraphs),
            )
        taken = next_moment(self._clock(), self._latest())
        clip = Clip(
            id=f"{taken:%Y%m%d%H%M%S%f}",
            taken=taken,
            article=article.id,
            key=article.key,
            paper=issue.paper.name,
            date=issue.date,
            page=article.page,
            headline=article.headline,
            kicker=article.kicker,
            subhead=article.subhead,
            authors=tuple(name for byline in article.byline for name in byline.names),
            paragraphs=tuple(article.paragraphs[at] for at in chosen) or article.paragraphs,
            whole=not chosen,
        )
        with self._files.lock(), self._records.writing(_file_of(clip.id)) as tables:
            tables.put("clips", {clip.id: clip})
        return clip

    def all(self) -> Iterator[Clip]:
        """Yield the clippings, the first made first."""
        for name in self._records.names():
            clips = self._records.read(name)
            yield from sorted(clips.values(), key=lambda clip: clip.id)

    def _latest(self) -> datetime | None:
        """Return when the last clipping was made, or None without any."""
        newest = self._records.names()[-1:]
        clips = [clip for name in newest for clip in self._records.read(name).values()]
        return max((clip.taken for clip in clips), default=None)

    def drop(self, name: str) -> Clip:
        """Take the clipping of this id away, and return it.

        Raises NotFoundError when there is none.
        """
        for clip in self.all():
            if clip.id == name:
                with self._files.lock(), self._records.writing(_file_of(name)) as tables:
                    tables.remove("clips", name)
                return clip
        raise NotFoundError(
            "There is no clipping {name}; dubao clips shows what there is.", name=name
        )


def clip_records(files: Files, told: Told = quietly) -> StateRecords[Clip]:
    """Return the records of clippings, in the state that lies in `files`."""
    return StateRecords(files, FOLDER, "clips", Clip, told)


def as_markdown(clips: Iterable[Clip]) -> Iterator[str]:
    """Yield the lines of a Markdown document of `clips`, each with its source beneath it."""
    for number, clip in enumerate(clips):
        if number:
            yield ""
        yield f"## {escape_markdown(clip.headline) or '……'}"
        for paragraph in clip.paragraphs:
            yield ""
            yield f"> {escape_markdown(paragraph)}"
        yield ""
        yield f"— {escape_markdown(clip.citation)}"


def as_csv(clips: Iterable[Clip]) -> Iterator[str]:
    """Yield the lines of a table of `clips` (RFC 4180), with a line of names first.

    What a spreadsheet would take for a formula begins with an apostrophe.
    """
    yield _row(["id", "date", "paper", "page", "headline", "authors", "text", "citation"])
    for clip in clips:
        text = "\n".join(clip.paragraphs)
        day = clip.date.isoformat() if clip.date else ""
        authors = "、".join(clip.authors)
        yield _row(
            [clip.id, day, clip.paper, clip.page, clip.headline, authors, text, clip.citation]
        )


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(
        f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell for cell in cells
    )
    return out.getvalue()


def _file_of(name: str) -> str:
    return f"{FOLDER}/{name[:4]}-{name[4:6]}.json"
