"""``dubao show``: an issue or an article as text, Markdown or JSON."""

import argparse
from typing import get_args

from store.config import Script
from store.models import Article
from tui.cli.arguments import cells
from tui.cli.libraries import library_of
from tui.cli.output import print_json, print_lines
from tui.cli.plain_text import text_of
from tui.language import N_, _

SCRIPTS = get_args(Script)

HELP = N_("print an issue or an article")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao show``."""
    parser.add_argument("id", metavar="ID", help=_("an issue's or an article's id"))
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--json", dest="format", action="store_const", const="json")
    parser.add_argument("--width", type=cells, metavar="N", help=_("line width in cells"))
    parser.add_argument(
        "--columns", type=cells, default=1, metavar="N", help=_("number of columns")
    )
    parser.add_argument(
        "--script",
        choices=SCRIPTS,
        help=_("show the text in these characters (default: the setting script)"),
    )
    parser.add_argument(
        "--plain", action="store_true", help=_("print no colours and no control characters")
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is named, one column wide unless ``--columns`` says otherwise."""
    with library_of(arguments) as library:
        article: Article | None = None
        if "/" in arguments.id:
            issue, article = library.article(arguments.id)
            articles: tuple[Article, ...] = (article,)
        else:
            issue = library.issue(arguments.id)
            articles = issue.articles
    if arguments.format == "json":
        from store.exports.selection import issue_json

        print_json(article if article else issue_json(issue))
    elif arguments.format == "markdown":
        from store.exports.markdown import markdown

        print_lines(*markdown(issue, articles))
    else:
        from tui.typeset import show_in

        show_in(arguments.script or "", arguments.config.script)
        width, columns, headed = arguments.width, arguments.columns, article is None
        print_lines(
            *text_of(issue, articles, width, columns, headed=headed, doubted=True, placed=headed)
        )
    return 0
