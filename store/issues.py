"""One issue's file: ``issues/PAPER/ISSUE.json``, with a table for each kind of thing in it.

``issue`` holds one document, the issue without its articles; ``articles`` and ``variants`` one
document each; ``readings`` what was read in each source, when there are several; ``aliases`` the
ids under which articles were known before.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from store.errors import LibraryError
from store.files import Files
from store.models import Article, CatalogueRow, Issue, Variant
from store.tables import Tables, damaged, writing


@dataclass(frozen=True, slots=True)
class Kept:
    """An issue with what it was made of; `aliases` are former article ids and present keys."""

    issue: Issue = field(default_factory=Issue)
    readings: tuple[Issue, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def row(self, aliases: tuple[str, ...] = ()) -> CatalogueRow:
        """Return the issue's row in the catalogue; `aliases` are ids that it had before."""
        return CatalogueRow(
            id=self.issue.id,
            paper=self.issue.paper.name,
            date=self.issue.date,
            not_before=self.issue.not_before,
            pages=tuple(page.number for page in self.issue.pages),
            keys=tuple(article.key for article in self.issue.articles),
            sources=tuple(source.sha256 for source in self.issue.sources),
            aliases=aliases,
        )


def file_of(name: str) -> str:
    """Return the file of the issue with this id.

    Raises LibraryError for what cannot be an id, such as a path that leads out of the library.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise LibraryError(f"{name!r} cannot be the id of an issue.")
    return f"issues/{name.partition('-')[0]}/{name}.json"


def load(files: Files, row: CatalogueRow) -> Kept:
    """Return the issue of `row` as its file has it.

    The catalogue is what decides: a source that is in the file and not yet in `row`, because an
    import has not ended or never did, is left out. Raises LibraryError.
    """
    tables = Tables(files, file_of(row.id))
    header = tables.named("issue", row.id, Issue)
    if header is None:
        raise LibraryError(f"{tables.where}: missing; restore it from a copy.")
    issue = replace(
        header,
        articles=tables.records("articles", Article),
        variants=tables.records("variants", Variant),
    )
    readings = tables.records("readings", Issue) or (issue,)
    readings = tuple(r for r in readings if any(s.sha256 in row.sources for s in r.sources))
    if not readings:
        raise damaged(tables.where)
    if {source.sha256 for source in issue.sources} != set(row.sources):
        from store.merging import addressed, compose  # the press: 30 ms, seldom needed

        issue = addressed(compose(readings), row.id)
    return Kept(issue, readings, tables.named("aliases", row.id, dict[str, str]) or {})


def save(files: Files, kept: Kept) -> None:
    """Write the file of an issue, durably; the caller holds the lock of `files`.

    Raises LibraryError.
    """
    name, issue = kept.issue.id, kept.issue
    readings = kept.readings if len(kept.readings) > 1 else ()
    with writing(files, file_of(name)) as tables:
        tables.drop_tables()
        tables.put("issue", {name: replace(issue, articles=(), variants=())})
        tables.put("aliases", {name: kept.aliases})
        tables.put("articles", {article.id: article for article in issue.articles})
        tables.put("variants", {str(n): variant for n, variant in enumerate(issue.variants)})
        tables.put("readings", {reading.sources[0].sha256: reading for reading in readings})
