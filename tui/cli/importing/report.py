"""The report of an import: a few lines for each input, and for a terminal the details."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.language import N_, _, plural
from tui.messages import translated

if TYPE_CHECKING:
    from store.imports.pipeline import Outcome
    from store.library.adding import Added
    from store.models import Issue
    from store.press.result import PressResult

STATUSES = {
    "new": N_("new"),
    "merged": N_("merged into an issue of that day"),
    "redated": N_("moved to another date or paper"),
    "restored": N_("brought back"),
    "held": N_("already in the library"),
    "read": N_("read"),
    "failed": N_("failed"),
}
"""What became of an input, in words."""

KINDS = {
    "news": N_("news"),
    "photo": N_("photo"),
    "commentary": N_("commentary"),
    "notice": N_("notice"),
    "document": N_("document"),
    "brief": N_("brief"),
}
REMOVED = {
    "terminal escape sequences": N_("terminal escape sequences"),
    "direction controls": N_("direction controls"),
    "invisible characters": N_("invisible characters"),
    "control characters": N_("control characters"),
}


def sentences(outcome: "Outcome") -> Iterator[str]:
    """Yield what a reader wants to know of an import; nothing of one that failed."""
    added, result = outcome.added, outcome.result
    if outcome.error:
        return
    if added and added.status == "held":
        yield _("{name}: already in the library as {issue}; nothing changed.").format(
            name=outcome.name, issue=added.issue
        )
        if result and result.issue.id != added.issue:
            command = f"dubao edit {added.issue} --paper {_('NAME')} --date {_('DAY')}"
            yield "  " + _("To give it another paper or day: {command}").format(command=command)
    elif added and added.status == "restored":
        yield _("{issue} is back.").format(issue=added.issue)
    elif result:
        yield _summary(outcome.name, added.issue if added else result.issue.id, result)
        if added:
            yield from _changes(added)
        yield from _unknown(result.issue, added.issue if added else "")
        for warning in result.issue.warnings:
            yield f"  {translated(warning.message())}"
        if doubtful := len(result.report.doubtful):
            words = plural("{n} doubtful article", "{n} doubtful articles", doubtful)
            yield f"  {words.format(n=doubtful)}"
    else:  # an issue of an archive
        name = f"{outcome.name}: {added.issue}" if added else outcome.name
        yield f"{name}  {_(STATUSES[added.status if added else 'read'])}"


def kind_of(result: "PressResult") -> str:
    """Return what the source of `result` was taken for, in words."""
    from store.press.kinds import KINDS as SOURCE_KINDS

    return _(SOURCE_KINDS[result.report.kind].name.template)


def _summary(file: str, name: str, result: "PressResult") -> str:
    issue = result.issue
    return "{file}: {name}  {paper}  {counts}  ({kind})".format(
        file=file,
        kind=kind_of(result),
        name=name,
        paper=issue.paper.name or _("unknown paper"),
        counts=", ".join(_counts(issue)),
    )


def _counts(issue: "Issue") -> Iterator[str]:
    """Yield how many pages and articles there are, or entries of the contents alone."""
    if pages := sum(bool(page.number) for page in issue.pages):
        yield plural("{n} page", "{n} pages", pages).format(n=pages)
    if articles := len(issue.articles):
        yield plural("{n} article", "{n} articles", articles).format(n=articles)
    else:
        entries = len(issue.index)
        words = plural("{n} entry of the contents", "{n} entries of the contents", entries)
        yield words.format(n=entries)


def _unknown(issue: "Issue", kept_as: str) -> Iterator[str]:
    """Yield how to say what a source does not: which paper it is of, and which day."""
    options = [*([] if issue.paper.name else [f"--paper {_('NAME')}"]),
               *([] if issue.date else [f"--date {_('DAY')}"])]  # fmt: skip
    if options:
        command = f"dubao edit {kept_as}" if kept_as else f"dubao import {_('FILE')}"
        lacking = _("The source names neither paper nor day; to name them: {command}")
        if issue.date:
            lacking = _("The source names no paper; to name it: {command}")
        elif issue.paper.name:
            lacking = _("The source names no day; to name it: {command}")
        yield "  " + lacking.format(command=" ".join((command, *options)))


def _changes(added: "Added") -> Iterator[str]:
    """Yield what adding a source did to an issue that was there."""
    if added.renamed_from:
        yield "  " + _("was {old}; the old id still works.").format(old=added.renamed_from)
    if added.status == "merged" and added.pages_added:
        yield "  " + _("merged into the issue of that day; new pages: {pages}").format(
            pages=", ".join(added.pages_added)
        )
    elif added.status == "merged":
        yield "  " + _(STATUSES["merged"])
    if added.variants:
        yield "  " + _("also known from another source, and kept beside that: page {pages}").format(
            pages=", ".join(added.variants)
        )


def details(result: "PressResult") -> Iterator[tuple[str, str]]:
    """Yield what the press made of a source and how sure it was: each thing with its name."""
    yield from _contents(result)
    yield from _text(result)
    yield from _doubts(result)


def _contents(result: "PressResult") -> Iterator[tuple[str, str]]:
    report = result.report
    if report.taken:
        yield _("taken for"), ", ".join(f"{_(what)} {n}" for what, n in report.taken)
    if report.pages_expected:
        pages = _("{found} of {expected}")
        yield (
            _("pages"),
            pages.format(found=report.pages_found, expected=report.pages_expected),
        )
    if report.articles:
        yield _("articles"), ", ".join(f"{_(KINDS[kind])} {n}" for kind, n in report.articles)
    if report.joins:
        yield _("paragraphs mended"), str(report.joins)
    if report.jumps_resolved or report.jumps_open:
        jumps = _("{joined} joined, {open} open")
        yield _("jumps"), jumps.format(joined=report.jumps_resolved, open=report.jumps_open)


def _text(result: "PressResult") -> Iterator[tuple[str, str]]:
    report = result.report
    if report.lines_in_furniture:
        some = _("{some} of {all} lines")
        told = some.format(some=report.lines_in_furniture, all=report.lines)
        yield _("outside articles"), told
    if report.encoding != "utf-8" or report.encoding_sure < 1:
        yield _("encoding"), f"{report.encoding} ({report.encoding_sure:.0%})"
    if report.cleaned:
        removed = (f"{n} {_(REMOVED.get(what, what))}" for what, n in report.cleaned)
        yield _("cleaned"), ", ".join(removed)
    if report.mended:
        yield _("mended"), ", ".join(f"{n} {_(what)}" for what, n in report.mended)


def _doubts(result: "PressResult") -> Iterator[tuple[str, str]]:
    for article in result.issue.articles:
        if article.id in result.report.doubtful:
            name = article.id.partition("/")[2]
            yield _("doubtful"), f"{name} ({article.confidence:.0%}) {article.headline}".rstrip()
            for doubt in article.doubts:
                yield "", f"  {translated(doubt.message())}"
