"""``dubao clips``: the reader's clippings, listed or given to other programs."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.output import found_nothing, print_error, print_json, print_lines, print_table
from tui.language import N_, _

if TYPE_CHECKING:
    from store.reader.clippings import Clip, Clips

HELP = N_("list clippings, or print them for use elsewhere")

FORMATS = ("list", "markdown", "gbt7714", "bibtex", "ris", "csl-json", "csv", "jsonl")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao clips``."""
    parser.add_argument(
        "--query", default="", metavar="QUERY", help=_("only clippings that match this query")
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=_("output format (default: from the file's name, else list)"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=_("write to this file (default: standard output)"),
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing file"))
    changes = parser.add_mutually_exclusive_group()
    changes.add_argument("--drop", metavar="CLIP", help=_("delete this clipping"))
    changes.add_argument(
        "--undo", action="store_true", help=_("bring back the clipping dropped last")
    )
    changes.add_argument(
        "--note",
        nargs=2,
        metavar=("CLIP", "TEXT"),
        help=_('put a note of your own on a clipping ("" takes it away)'),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the clippings; exit status 1 when there are none."""
    from store.reader.clippings import open_clips

    clips = open_clips(told=print_error)
    if arguments.drop:
        print_lines(clips.drop(arguments.drop).citation)
        print_error(_("Dropped; dubao clips --undo brings it back."))
        return 0
    if arguments.undo:
        back = clips.undo_drop()
        if back is None:
            return found_nothing(_("There is nothing to undo."))
        _print_list(clips, [back])
        return 0
    if arguments.note:
        _print_list(clips, [clips.note(*arguments.note)])
        return 0
    found = _found(clips, arguments.query)
    if not found and not arguments.json:
        return found_nothing(_("There are no clippings."))
    _give(clips, found, arguments)
    return 0 if found else 1


def _found(clips: "Clips", query: str) -> "Sequence[Clip]":
    """Return the clippings that `query` finds, all for ``""``."""
    if not query:
        return list(clips.all())
    from store.index.query.parse import parse
    from store.reader.clip_search import matching
    from store.reader.marks import open_marks

    for problem in parse(query).problems:
        print_error(problem)
    return list(matching(clips.all(), query, open_marks(told=print_error)))


def _give(clips: "Clips", found: "Sequence[Clip]", arguments: argparse.Namespace) -> None:
    """Print what was found, or write it to the file named."""
    from store.exports.destination import writing_to
    from store.reader.clip_forms import document, form_of

    form = arguments.format
    if arguments.output not in (None, "-"):
        form = form if form not in (None, "list") else form_of(arguments.output)
        packed = document(found, form, _)
        with writing_to(arguments.output, force=arguments.force) as file:
            file.write(packed.encode())
    elif arguments.json:
        print_json(found)
    elif form in (None, "list"):
        _print_list(clips, found)
    else:
        print(document(found, form, _), end="")


def _print_list(clips: "Clips", found: "Sequence[Clip]") -> None:
    names = clips.short_names()
    told = ((clip, filter(None, (clip.citation, clip.part, clip.note))) for clip in found)
    print_table((names[clip.id], " ".join(parts)) for clip, parts in told)
