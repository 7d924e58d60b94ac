"""``dubao clips``: the reader's clippings, listed or printed for use elsewhere."""

import argparse

from tui.cli.output import found_nothing, print_error, print_json, print_lines, print_table
from tui.language import N_, _

HELP = N_("list clippings, or print them for use elsewhere")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao clips``."""
    parser.add_argument(
        "--format",
        choices=("list", "markdown", "jsonl", "csv"),
        default="list",
        help=_("output format"),
    )
    parser.add_argument("--drop", metavar="ID", help=_("delete this clipping"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """Print the clippings; exit status 1 when there are none."""
    from store.backends.serialization import to_json
    from store.reader.clippings import as_csv, as_markdown, open_clips

    clips = open_clips(told=print_error)
    if arguments.drop:
        print_lines(clips.drop(arguments.drop).citation)
        return 0
    found = list(clips.all())
    if arguments.json:
        print_json(found)
    elif arguments.format == "markdown":
        print_lines(*as_markdown(found))
    elif arguments.format == "csv":
        print("\r\n".join(as_csv(found)))
    elif arguments.format == "jsonl":
        print_lines(*(to_json(clip).decode() for clip in found))
    else:
        print_table((clip.id, clip.citation) for clip in found)
    return 0 if found else found_nothing(_("There are no clippings."))
