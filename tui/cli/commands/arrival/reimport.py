"""``dubao reimport``: read the originals again, with the current press."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import DubaoError
from tui.cli.corrections import describe
from tui.cli.libraries import library_of
from tui.cli.output import print_error, print_json, print_lines
from tui.cli.progress import progress
from tui.language import N_, _, plural

if TYPE_CHECKING:
    from store.corrections.correction import Correction
    from store.library.library import Library
    from store.library.reimport import Reread
    from store.models import Issue

HELP = N_("read the originals of issues again, with this version of dubao")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao reimport``."""
    parser.add_argument(
        "issues", nargs="*", metavar="ISSUE", help=_("only these issues (default: all)")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("show what would change, but change nothing")
    )
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
    with library_of(arguments) as library:
        names = arguments.issues or [row.id for row in library.rows()]
        found = _read_again(library, names, keep=not arguments.dry_run)
    errors = [one for _name, one in found if isinstance(one, DubaoError)]
    for error in errors:
        print_error(error.message)
    if arguments.json:
        print_json([_record(name, one) for name, one in found])
    else:
        _report([one for _name, one in found if not isinstance(one, DubaoError)], arguments.dry_run)
    if errors and len(errors) == len(found):
        return 2
    return 1 if errors or not found else 0


def _read_again(
    library: "Library", names: Sequence[str], *, keep: bool
) -> "list[tuple[str, Reread | DubaoError]]":
    """Return what each of these issues is when it is read again, or why it cannot be."""
    from store.imports.pipeline import reimport
    from store.processes import Worker

    found: list[tuple[str, Reread | DubaoError]] = []
    with Worker() as worker, progress(_("reading again"), len(names)) as step:
        for name in names:
            try:
                found.append((name, reimport(library, name, keep=keep, worker=worker)))
                step()
            except DubaoError as error:
                found.append((name, error))
                step(failed=True)
    return found


def _report(found: "list[Reread]", dry_run: bool) -> None:
    for one in found:
        print_lines(*_sentences(one))
    if not found:
        print_lines(_("There is nothing to read again."))
    if dry_run and any(one.changed for one in found):
        print_lines(_("Nothing was saved; leave out --dry-run to save the changes."))


def _sentences(found: "Reread") -> Iterator[str]:
    """Yield what reading an issue again changes."""
    if found.changed:
        yield from _changes(found)
    else:
        yield _("{issue}: nothing changed.").format(issue=found.before.id)
    for correction in found.unfit:
        yield "  " + _("this correction no longer applies, but is kept: {what}").format(
            what=describe(correction, found.after)
        )


def _changes(found: "Reread") -> Iterator[str]:
    """Yield the issue's name and counts, then each headline that came, went or changed."""
    before, after = found.before, found.after
    count = plural("{n} article", "{n} articles", len(after.articles))
    sure = _("confidence {before:.2f} → {after:.2f}")
    yield "{name}: {before} → {after}, {sure}".format(
        name=before.id if before.id == after.id else f"{before.id} → {after.id}",
        before=len(before.articles),
        after=count.format(n=len(after.articles)),
        sure=sure.format(before=_confidence(before), after=_confidence(after)),
    )
    for headline in found.added:
        yield f"  + {headline or '……'}"
    for headline in found.removed:
        yield f"  - {headline or '……'}"
    for old, new in found.renamed:
        yield f"  ~ {old or '……'} → {new or '……'}"
    if found.reset:
        other = plural(
            "{n} article with changed text", "{n} articles with changed text", found.reset
        )
        yield "  " + other.format(n=found.reset)


def _record(name: str, found: "Reread | DubaoError") -> _Record:
    if isinstance(found, DubaoError):
        return _Record(name, str(found))
    before, after = found.before, found.after
    return _Record(
        issue=after.id,
        changed=found.changed,
        articles=(len(before.articles), len(after.articles)),
        confidence=(_confidence(before), _confidence(after)),
        added=found.added,
        removed=found.removed,
        renamed=found.renamed,
        reset=found.reset,
        unfit=found.unfit,
    )


def _confidence(issue: "Issue") -> float:
    """Return how sure the press was of the articles of `issue`, on average."""
    sure = [article.confidence for article in issue.articles]
    return round(sum(sure) / len(sure), 2) if sure else 1.0
