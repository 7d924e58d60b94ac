"""``dubao papers``: the papers that are known to have an edition without a login."""

import argparse

from tui.cli.output import found_nothing, print_json, print_table
from tui.language import N_, _

HELP = N_("list papers that can be subscribed to by name")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao papers``."""
    parser.add_argument(
        "text",
        nargs="?",
        default="",
        metavar="TEXT",
        help=_("part of a name, or the beginning of its pinyin or initials"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the papers that are called so; exit status 1 when there is none."""
    from store.subscriptions.papers import papers_like

    papers = papers_like(arguments.text)
    if arguments.json:
        print_json(papers)
    else:
        print_table(
            (
                paper.code,
                paper.name,
                paper.language,
                _("seen working {day}").format(day=paper.seen.isoformat()),
                _(paper.odd),
                paper.entry,
            )
            for paper in papers
        )
    return 0 if papers else found_nothing(_("No known paper is called so."))
