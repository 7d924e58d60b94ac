"""``dubao reimport``: read the originals again, with the press of today."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import DubaoError
from tui.cli.commands.filing.edit import described
from tui.cli.libraries import library_of
from tui.cli.output import complain, say, say_json
from tui.cli.progress import progress
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.corrections.records import Correction
    from store.library.reimport import Reread
    from store.models import Issue

HELP = N_("read the originals of issues again, with the press of today")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao reimport``."""
    parser.add_argument("issues", nargs="*", metavar="ISSUE", help=_("these alone, else all"))
    parser.add_argument("--dry-run", action="store_true", help=_("show it, but change nothing"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


class _Record(Struct, frozen=True):
    """One issue of ``dubao reimport --json``."""

    issue: str
    error: str = ""
    changed: bool = False
    articles: tuple[int, int] = (0, 0)
    confidence: tuple[float, float] = (0, 0)
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    reset: int = 0
    unfit: "tuple[Correction, ...]" = ()


def run(arguments: argparse.Namespace) -> int:
    """Read issues again; exit status 1 when there are none, or some cannot be read."""
    from store.imports.pipeline import reimport
    from store.processes import Worker

    found: list[tuple[str, Reread | DubaoError]] = []
    with library_of(arguments) as library, Worker() as worker:
        names = arguments.issues or [row.id for row in library.rows()]
        with progress(_("reading again"), len(names)) as step:
            for name in names:
                try:
                    keep = not arguments.dry_run
                    found.append((name, reimport(library, name, keep=keep, worker=worker)))
                except DubaoError as error:
                    found.append((name, error))
                step(isinstance(found[-1][1], DubaoError))
    records = [_record(name, one) for name, one in found]
    for record in records:
        if record.error:
            complain(record.error)
    if arguments.json:
        say_json(records)
    else:
        _tell([one for name, one in found if not isinstance(one, DubaoError)], arguments)
    failed = [bool(record.error) for record in records]
    return 2 if failed and all(failed) else 1 if any(failed) or not records else 0


def _tell(found: "list[Reread]", arguments: argparse.Namespace) -> None:
    for one in found:
        say(*sentences(one))
    if not found:
        say(_("There is nothing to read again."))
    if arguments.dry_run and any(one.changed for one in found):
        say(_("Nothing was written; without --dry-run it is."))


def sentences(found: "Reread") -> Iterator[str]:
    """Yield what another reading of an issue changes."""
    before, after = found.before, found.after
    if not found.changed:
        yield _("{issue}: read as before; nothing changed.").format(issue=before.id)
    else:
        name = before.id if before.id == after.id else f"{before.id} → {after.id}"
        count = plural("{n} article", "{n} articles", len(after.articles))
        yield "{name}: {before} → {after}, {sure}".format(
            name=name,
            before=len(before.articles),
            after=count.format(n=len(after.articles)),
            sure=_("confidence {before:.2f} → {after:.2f}").format(
                before=_sure(before), after=_sure(after)
            ),
        )
        yield from (f"  + {headline or '……'}" for headline in found.added)
        yield from (f"  - {headline or '……'}" for headline in found.removed)
        yield from (f"  ~ {old or '……'} → {new or '……'}" for old, new in found.renamed)
        if found.reset:
            yield "  " + plural(
                "{n} article with other text", "{n} articles with other text", found.reset
            ).format(n=found.reset)
    for correction in found.unfit:
        yield "  " + _("this correction no longer fits, and is kept: {what}").format(
            what=described(correction, after)
        )


def _record(name: str, found: "Reread | DubaoError") -> _Record:
    if isinstance(found, DubaoError):
        return _Record(name, str(found))
    before, after = found.before, found.after
    return _Record(
        issue=after.id,
        changed=found.changed,
        articles=(len(before.articles), len(after.articles)),
        confidence=(_sure(before), _sure(after)),
        added=found.added,
        removed=found.removed,
        renamed=found.renamed,
        reset=found.reset,
        unfit=found.unfit,
    )


def _sure(issue: "Issue") -> float:
    """Return how sure the press was of the articles of `issue`, on average."""
    sure = [article.confidence for article in issue.articles]
    return round(sum(sure) / len(sure), 2) if sure else 1.0
