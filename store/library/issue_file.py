"""One issue's file: ``issues/PAPER/ISSUE.json``, with a table for each kind of thing in it.

``row`` holds the issue's row of the catalogue, so that a catalogue that is lost can be made again
of the issues' files (files of older versions have none); ``corrections`` what its reader has set
right, in order; ``aliases`` the ids under which articles were known before; ``issue`` one document,
the issue without its articles; ``articles`` and ``variants`` one document each; ``readings`` what
was read in each source, where the issue is not that itself. What no original can give back stands
first, where a file that was cut off still has it.

An issue that changes is written to a file of another name (``ISSUE.2.json``), and the catalogue's
row, written after it, says which one counts.
"""

import re
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from store.backends.files import Files
from store.backends.tables import Tables, damaged, write
from store.corrections.correction import Correction
from store.errors import DamagedError
from store.models import Article, CatalogueRow, Issue, Variant


class StoredIssue(Struct, frozen=True):
    """An issue with what it was made of; `aliases` are former article ids and present keys."""

    issue: Issue = field(default_factory=Issue)
    parsed: tuple[Issue, ...] = ()
    corrections: tuple[Correction, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def row(self, aliases: tuple[str, ...] = (), revision: int = 0) -> CatalogueRow:
        """Return the issue's row in the catalogue; `aliases` are ids that it had before."""
        return CatalogueRow(
            id=self.issue.id,
            paper=self.issue.paper.name,
            date=self.issue.date,
            not_before=self.issue.not_before,
            pages=tuple(page.number for page in self.issue.pages),
            keyed="".join(article.key for article in self.issue.articles),
            sources=tuple(dict.fromkeys(source.id for source in self.issue.sources)),
            aliases=aliases,
            revision=revision,
        )


class IssueCopy(Struct, frozen=True):
    """All that is kept of an issue, for another library.

    `names` are ids that the issue had before, `originals` the files of its sources by their sha256,
    as `store.library.originals` packs them.
    """

    stored: StoredIssue
    names: tuple[str, ...]
    originals: Mapping[str, bytes]


def file_of(row: CatalogueRow) -> str:
    """Return the file of the issue in `row`.

    Raises LibraryError for what cannot be an id, such as a path that leads out of the library.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.id):
        raise DamagedError("{id!r} cannot be the id of an issue.", id=row.id)
    name = f"{row.id}.{row.revision}" if row.revision else row.id
    return f"issues/{row.id.partition('-')[0]}/{name}.json"


def file_or_id(row: CatalogueRow) -> str:
    """Return the file of the issue in `row`, or what to call it where its id cannot be one."""
    try:
        return file_of(row)
    except DamagedError:
        return f"issues/{row.id}"


def row_named(name: str) -> CatalogueRow | None:
    """Return the id and revision in the name of an issue's file, or None for any other name."""
    stem, _, revision = name.rpartition("/")[2].removesuffix(".json").partition(".")
    if not re.fullmatch(r"[0-9]{0,18}", revision):
        return None
    row = CatalogueRow(stem, "", revision=int(revision or 0))
    try:
        return row if file_of(row) == name else None
    except DamagedError:
        return None


def load(files: Files, row: CatalogueRow, *, verify: bool = True) -> StoredIssue:
    """Return the issue of `row`, its file verified by its checksum unless it is only to be shown.

    What a change writes anew gets a checksum of its own, which must not cover up damage. Raises
    LibraryError.
    """
    return _stored(Tables(files, file_of(row), verify=verify), row)


def load_with_row(files: Files, row: CatalogueRow) -> tuple[StoredIssue, CatalogueRow | None]:
    """Return the issue of `row`, verified, and its row as its own file has it, if it has one.

    Raises LibraryError.
    """
    tables = Tables(files, file_of(row), verify=True)
    return _stored(tables, row), tables.named("row", row.id, CatalogueRow)


def _stored(tables: Tables, row: CatalogueRow) -> StoredIssue:
    header = tables.named("issue", row.id, Issue)
    if header is None:
        raise DamagedError(
            "{file}: missing; dubao check --repair makes it again of its originals.",
            file=tables.where,
        )
    issue = replace(
        header,
        articles=tuple(tables.records("articles", Article).values()),
        variants=tuple(tables.records("variants", Variant).values()),
    )
    stored = StoredIssue(
        issue,
        tuple(tables.records("readings", Issue).values()) or (issue,),
        tuple(tables.records("corrections", Correction).values()),
        tables.named("aliases", row.id, dict[str, str]) or {},
    )
    if issue.id != row.id or not is_consistent(stored):
        raise damaged(tables.where)
    return stored


def is_consistent(stored: StoredIssue) -> bool:
    """Return whether `stored` says of itself only what can be: ids, keys, places, sources."""
    ids = [article.id for article in stored.issue.articles]
    return (
        len(ids) == len({*ids})
        and all(each.startswith(f"{stored.issue.id}/") for each in ids)
        and all(len(source_issue.sources) > 0 for source_issue in stored.parsed)
        and all(map(_can_be, stored.issue.articles))
        and all(_can_be(article) for each in stored.parsed for article in each.articles)
        and all(_can_be(article) for each in stored.issue.variants for article in each.articles)
    )


def _can_be(article: Article) -> bool:
    count = len(article.paragraphs)
    return (
        re.fullmatch("[0-9a-f]{16}", article.key) is not None
        and all(at < count for at in article.crossheads)
        and all(part.paragraph <= count for part in article.parts)
    )


def save(files: Files, stored: StoredIssue, row: CatalogueRow) -> None:
    """Write the file of the issue in `row`, durably; the caller holds the lock of `files`.

    Raises LibraryError.
    """
    name, issue = row.id, stored.issue
    itself = len(stored.parsed) == 1 and not stored.corrections
    parsed = () if itself else stored.parsed
    tables: dict[str, Mapping[str, object]] = {
        "row": {name: row},
        "corrections": {str(n): each for n, each in enumerate(stored.corrections)},
        "aliases": {name: stored.aliases},
        "issue": {name: replace(issue, articles=(), variants=())},
        "articles": {article.id: article for article in issue.articles},
        "variants": {str(n): variant for n, variant in enumerate(issue.variants)},
        "readings": {source_issue.sources[0].id: source_issue for source_issue in parsed},
    }
    write(files, file_of(row), {table: models for table, models in tables.items() if models})
