"""``dubao edit``: correct what the press made of a page, or undo that."""

import argparse
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from store.corrections.lines import line_number
from store.errors import DubaoError
from store.models import issue_of
from tui.cli.arguments import day
from tui.cli.corrections import describe
from tui.cli.libraries import library_of
from tui.cli.output import print_json, print_lines
from tui.language import N_, _

if TYPE_CHECKING:
    from store.corrections.correction import Correction, Role
    from store.library.library import Library
    from store.models import Issue

HELP = N_("correct what dubao made of a page")

ACTIONS = (
    "join",
    "split",
    "line",
    "join_line",
    "divide",
    "page",
    "sure",
    "date",
    "paper",
    "undo",
    "list",
)
LINES = ("column", "kicker", "headline", "subhead", "byline", "caption", "credit")
MOST_BYTES = 1 << 22
"""Of words on standard input: many times a page."""
ROLES: "dict[str, Role]" = {
    N_("headline"): "headline",
    N_("kicker"): "kicker",
    N_("subhead"): "subhead",
    N_("column"): "column",
    N_("byline"): "byline",
    N_("crosshead"): "crosshead",
    N_("body"): "body",
    "outside": "furniture",
}
"""What a line may be, by the word for it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao edit``."""
    parser.add_argument("id", metavar="ID", help=_("an issue's or an article's id"))
    parser.add_argument(
        "--join", action="store_true", help=_("join the article to the one before it")
    )
    parser.add_argument(
        "--split", type=int, metavar="N", help=_("start a new article at paragraph N")
    )
    _add_lines(parser)
    parser.add_argument("--page", metavar="P", help=_("move the article to page P"))
    parser.add_argument(
        "--sure", action="store_true", help=_("the article is right as it is: doubt it no more")
    )
    parser.add_argument("--date", type=day, metavar="DAY", help=_("set the issue's date"))
    parser.add_argument("--paper", metavar="NAME", help=_("set the paper's name"))
    parser.add_argument("--undo", action="store_true", help=_("undo the last correction"))
    parser.add_argument("--list", action="store_true", help=_("list the issue's corrections"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _add_lines(parser: argparse.ArgumentParser) -> None:
    """Declare what is done to one line."""
    parser.add_argument(
        "--line",
        metavar="N",
        help=_(
            "the line to change: paragraph N, or column, kicker, headline, subhead, byline, "
            "caption (caption2 …) or credit"
        ),
    )
    parser.add_argument(
        "--as",
        dest="role",
        type=lambda word: "outside" if word == "furniture" else word,
        choices=ROLES,
        metavar="ROLE",
        help=_("what the line should be: %s") % ", ".join(ROLES),
    )
    parser.add_argument(
        "--text",
        metavar="TEXT",
        help=_("other words for the line; - reads them from standard input"),
    )
    parser.add_argument("--join-line", metavar="N", help=_("join paragraph N to the one before it"))
    parser.add_argument(
        "--divide",
        nargs=2,
        metavar=("N", "AT"),
        help=_("divide paragraph N after so many characters, or before the words AT"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Make one correction, undo or list; exit status 1 when there is nothing to undo or list."""
    asked = [name for name in ACTIONS if getattr(arguments, name) not in (None, False)]
    given = [each for each in (arguments.role, arguments.text) if each is not None]
    if len(asked) != 1 or len(given) != ("line" in asked):
        line = "--line … --as …", "--line … --text …"
        names = (*line, *(f"--{name.replace('_', '-')}" for name in ACTIONS if name != "line"))
        raise DubaoError(_("Choose one thing to do: {actions}.").format(actions=", ".join(names)))
    with library_of(arguments) as library:
        match asked[0]:
            case "list":
                return _list(library, arguments)
            case "undo":
                return _undo(library, arguments)
            case action:
                return _edit(library, arguments, action)


class _Listed(Struct, frozen=True):
    """One correction of ``dubao edit --list --json``."""

    correction: "Correction"
    fits: bool


class _Edited(Struct, frozen=True):
    """What ``dubao edit --json`` prints: the correction made or undone, and what it is about."""

    correction: "Correction"
    issue: str
    articles: tuple[str, ...]


def _list(library: "Library", arguments: argparse.Namespace) -> int:
    name = issue_of(arguments.id)
    issue, held = library.issue(name), library.corrections(name)
    if arguments.json:
        print_json([_Listed(correction, fits) for correction, fits in held])
    elif not held:
        print_lines(_("{issue}: no corrections.").format(issue=issue.id))
    else:
        for number, (correction, fits) in enumerate(held, 1):
            unfit = "" if fits else "  " + _("(no longer applies)")
            print_lines(f"{number}. {describe(correction, issue)}{unfit}")
    return 0 if held else 1


def _undo(library: "Library", arguments: argparse.Namespace) -> int:
    before = library.issue(issue_of(arguments.id))
    undone = library.undo(before.id)
    if undone is None:
        print_lines(_("{issue}: there is nothing to undo.").format(issue=before.id))
        return 1
    row = library.holds(undone.sources[0]) if undone.sources else before.id
    _print_result(_("Undone: {what}."), undone, library.issue(row or before.id), arguments)
    return 0


def _edit(library: "Library", arguments: argparse.Namespace, action: str) -> int:
    issue, correction = _correction(library, arguments, action)
    edited = library.edit(issue.id, correction)
    if correction.rewords:
        from store.imports.keywords import reword_texts

        with suppress(DubaoError):  # the words are kept; reindex --words extracts these, too
            reword_texts(library, edited.id)
    _print_result(_("Done: {what}."), correction, edited, arguments)
    return 0


def _correction(
    library: "Library", arguments: argparse.Namespace, action: str
) -> "tuple[Issue, Correction]":
    """Return the issue and the correction that the arguments ask for."""
    from store.corrections import records as corrections

    if action in ("date", "paper"):
        issue = library.issue(issue_of(arguments.id))
        if action == "date":
            return issue, corrections.redate(issue, arguments.date)
        return issue, corrections.rename(issue, arguments.paper)
    if "/" not in arguments.id:
        library.issue(arguments.id)
        raise DubaoError(
            _("{issue}: this is an issue; name an article, such as {issue}/1.1.").format(
                issue=arguments.id
            )
        )
    issue, article = library.article(arguments.id)
    role = ROLES.get(arguments.role)
    made: Mapping[str, Callable[[], Correction]] = {
        "join": lambda: corrections.join(issue, article),
        "split": lambda: corrections.split(article, arguments.split - 1),
        "line": lambda: (
            corrections.relabel(article, _line(arguments.line), role)
            if role
            else corrections.reword(article, _line(arguments.line), _text(arguments.text))
        ),
        "join_line": lambda: corrections.join_line(article, _line(arguments.join_line)),
        "divide": lambda: corrections.divide_line(
            article, _line(arguments.divide[0]), _place(arguments.divide[1])
        ),
        "page": lambda: corrections.move(article, arguments.page),
        "sure": lambda: corrections.confirm(article),
    }
    return issue, made[action]()


def _line(text: str) -> int:
    """Return the number that a correction uses for this line: see `store.corrections.records`."""
    number = line_number(text)
    if number is None:
        raise DubaoError(
            _("{text}: not a line; give the number of a paragraph, or one of {heads}.").format(
                text=text, heads=", ".join(LINES)
            )
        )
    return number


def _place(text: str) -> int | str:
    """Return where to divide: after so many characters, or before a text."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else text


def _text(text: str) -> str:
    """Return the words that are given, or those on standard input. Raises DubaoError."""
    if text != "-":
        return text
    try:
        return sys.stdin.buffer.read(MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DubaoError(_("Standard input is no text in UTF-8.")) from None


def _print_result(
    sentence: str, correction: "Correction", issue: "Issue", arguments: argparse.Namespace
) -> None:
    about = [a for a in issue.articles if a.key in (correction.article, correction.to)]
    if arguments.json:
        print_json(_Edited(correction, issue.id, tuple(article.id for article in about)))
        return
    print_lines(sentence.format(what=describe(correction, issue)))
    for article in about:
        print_lines(f"  {article.id}  {article.headline}")
    if not about:
        print_lines(f"  {issue.id}")
