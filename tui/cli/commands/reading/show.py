"""``dubao show``: an issue or an article as text, Markdown or JSON."""

import argparse
import shutil
from collections.abc import Iterator

from store.models import Article, Issue
from tui.cli.libraries import library_of
from tui.cli.output import say, say_json
from tui.language import N_, _

HELP = N_("print an issue or an article")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao show``."""
    parser.add_argument("id", metavar="ID", help=_("an issue's or an article's id"))
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument("--json", dest="format", action="store_const", const="json")
    parser.add_argument("--width", type=_cells, metavar="N", help=_("cells in a line"))
    parser.add_argument("--columns", type=_cells, default=1, metavar="N", help=_("text columns"))
    parser.add_argument(
        "--plain", action="store_true", help=_("no colour and no control characters at all")
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is named, one column wide unless ``--columns`` says otherwise."""
    with library_of(arguments) as library:
        if "/" in arguments.id:
            issue, article = library.article(arguments.id)
            articles: tuple[Article, ...] = (article,)
            whole: Issue | Article = article
        else:
            issue = whole = library.issue(arguments.id)
            articles = issue.articles
    if arguments.format == "json":
        say_json(whole)
    elif arguments.format == "markdown":
        from store.exports.markdown import markdown

        say(*markdown(issue, articles))
    else:
        say(*text_of(issue, articles, arguments.width, arguments.columns, headed=whole is issue))
    return 0


def text_of(
    issue: Issue,
    articles: tuple[Article, ...],
    width: int | None = None,
    columns: int = 1,
    *,
    headed: bool = True,
) -> Iterator[str]:
    """Yield the lines of these articles, beneath the issue's head where they are to be `headed`.

    They are `width` cells wide, else as wide as the terminal, up to 38 characters.
    """
    from tui.typeset.plain import plain_issue_head, plain_lines

    width = width or min(shutil.get_terminal_size().columns, 76)
    if headed:
        yield from plain_issue_head(issue, width)
    for number, article in enumerate(articles):
        if number or headed:
            yield ""
        yield from plain_lines(article, width, columns=columns)


def _cells(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 1000:
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is not a number from 1 to 1000").format(text=text))
