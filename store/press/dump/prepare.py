"""From the lines of a source to its pages, as they are classified: unwrapped, parted and told."""

from collections.abc import Sequence
from typing import NamedTuple

from store.press.dump.lines.columns import read_apart
from store.press.dump.lines.fragments import join_fragments
from store.press.dump.lines.headings import tell_headings
from store.press.dump.lines.lines import Line
from store.press.dump.lines.one_line import split_one_lines
from store.press.dump.lines.ornaments import tell_ornaments
from store.press.dump.lines.pages import PageText, split_pages
from store.press.dump.lines.parting import split_page_lines
from store.press.dump.lines.sheets import tell_sheets
from store.press.dump.lines.style import Style, style_of
from store.press.dump.lines.unwrap import unwrap
from store.press.dump.stories.jumps import split_jump_notes
from store.press.dump.told.listed import tell_lists
from store.press.dump.told.lone_numbers import tell_page_numbers
from store.press.dump.told.site import tell_site_lines
from store.press.dump.told.tell import tell
from store.press.forms.dates import printed_date


class PreparedPage(NamedTuple):
    """A page whose lines are ready to be classified."""

    text: PageText
    """The page as it stands in the source."""
    lines: Sequence[Line]
    """Its lines, some of a kind that their form alone has told."""
    style: Style
    """The whole source's."""
    front: bool
    """It opens the source, so that a masthead may stand here."""


def prepare(lines: Sequence[Line]) -> list[PreparedPage]:
    """Return the pages that a source's `lines` make."""
    sheets = join_fragments(tell_sheets(read_apart(lines)))
    whole = unwrap(split_one_lines(tell_ornaments(tell_headings(sheets))))
    parted = split_page_lines(split_jump_notes(whole))
    pages = split_pages(tell_lists(tell_site_lines(tell_page_numbers(parted))))
    style = style_of([page.lines for page in pages])
    return [
        PreparedPage(page, tell(page.lines), style, at == 0 and not _is_dated(page))
        for at, page in enumerate(pages)
    ]


def _is_dated(page: PageText) -> bool:
    """Return whether the page's own line has its day, as the masthead does where it has none."""
    return printed_date([line.text for line in page.aside]) is not None
