"""The account of an import, as a small table: what the press made of a source, and how sure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.language import N_, _

if TYPE_CHECKING:
    from store.press.result import Reading

KINDS = {
    "news": N_("news"),
    "photo": N_("photo"),
    "commentary": N_("commentary"),
    "notice": N_("notice"),
    "document": N_("document"),
    "brief": N_("brief"),
}
TAKEN = {
    "terminal escape sequences": N_("terminal escape sequences"),
    "direction controls": N_("direction controls"),
    "invisible characters": N_("invisible characters"),
    "control characters": N_("control characters"),
}


def account(reading: "Reading") -> Iterator[tuple[str, str]]:
    """Yield what is worth telling of `reading`, each thing with its name."""
    report = reading.report
    if report.pages_expected:
        yield (
            _("pages"),
            _("{found} of {expected}").format(
                found=report.pages_found, expected=report.pages_expected
            ),
        )
    if report.articles:
        yield _("articles"), ", ".join(f"{_(KINDS[kind])} {n}" for kind, n in report.articles)
    if report.joins:
        yield _("paragraphs mended"), str(report.joins)
    if report.jumps_resolved or report.jumps_open:
        yield (
            _("jumps"),
            _("{joined} joined, {open} open").format(
                joined=report.jumps_resolved, open=report.jumps_open
            ),
        )
    if report.lines_in_furniture:
        yield (
            _("furniture"),
            _("{some} of {all} lines").format(some=report.lines_in_furniture, all=report.lines),
        )
    if report.encoding != "utf-8" or report.encoding_sure < 1:
        yield _("encoding"), f"{report.encoding} ({report.encoding_sure:.0%})"
    if report.cleaned:
        yield (
            _("cleaned"),
            ", ".join(f"{n} {_(TAKEN.get(what, what))}" for what, n in report.cleaned),
        )
    for article in reading.issue.articles:
        if article.id in report.doubtful:
            name = article.id.partition("/")[2]
            yield _("doubtful"), f"{name} ({article.confidence:.0%}) {article.headline}".rstrip()
